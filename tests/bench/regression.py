"""Logistic regression on bins of evidence: weights that are drawn towards what is known before, not towards nothing.

A script with few pages begins from the weights of the other: what a page shows by where its lines stand is much the same in
any script, and what differs its own pages teach (a Gaussian prior with these means: Chelba & Acero 2004).
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize
from scipy.special import expit, logsumexp, softmax

from ocrfix import weights

DECIBAN = 4.3429  # of a natural logarithm of odds
SPREAD = 0.3  # variance of the weights around what is known, in natural logarithms squared
ROUNDS = 300
LEAST = 1e-5  # slope, a row, that ends the search
PARTS = 3  # of the families, each weighed by what the others teach

Example = tuple[list[str], Any]  # bins, and the answer


def in_parts(
    families: Sequence[str], shown: Sequence[Sequence[Example]], fit: Callable[[list[list[str]], list[Any]], Any]
) -> tuple[Any, list[Any]]:
    """What ``fit`` makes of the examples of all pages, and for each page what it makes of those of other families.

    What has seen a page is too sure of it; a later stage that learns from its answers would trust them too much (stacked
    generalization, Wolpert 1992). ``families`` and ``shown`` are those of the pages.
    """
    part = {f: k % PARTS for k, f in enumerate(sorted(set(families)))}

    def of(left_out: int) -> Any:
        examples = [e for f, page in zip(families, shown, strict=True) if part[f] != left_out for e in page]
        return fit([bins for bins, _ in examples], [answer for _, answer in examples])

    whole = of(PARTS)
    apart = [of(k) if len(part) > 1 and k in part.values() else whole for k in range(PARTS)]
    return whole, [apart[part[f]] for f in families]


def yes_or_no(
    rows: Sequence[Sequence[str]], answers: Sequence[bool], names: Sequence[str], known: weights.Table
) -> weights.Table:
    """Weights of the bins for yes, in decibans; ``known`` are those that they are drawn towards."""
    found = _weigh(rows, np.array(answers, float)[:, None], names, {n: _columns(known[n]) for n in known})
    return {n: {b: w for b, (w,) in bins.items()} for n, bins in found.items()}


def which(
    rows: Sequence[Sequence[str]], answers: Sequence[str], names: Sequence[str], kinds: str, known: weights.Tables
) -> weights.Tables:
    """Weights of the bins for each of ``kinds``, in decibans."""
    return _weigh(rows, np.array([[a == k for k in kinds] for a in answers], float), names, known)


def _columns(bins: dict[str, int]) -> dict[str, list[int]]:
    return {b: [w] for b, w in bins.items()}


def _weigh(rows: Sequence[Sequence[str]], answers: Any, names: Sequence[str], known: weights.Tables) -> weights.Tables:
    columns: dict[tuple[str, str], int] = {}
    at = [columns.setdefault(key, len(columns)) for row in rows for key in zip(names, row, strict=True)]
    x = sp.csr_matrix(([1.0] * len(at), at, range(0, len(at) + 1, len(names))), shape=(len(rows), len(columns)))
    width = answers.shape[1]
    nothing = [0] * width
    means = np.array([known.get(name, {}).get(b, nothing) for name, b in columns], float).reshape(len(columns), width)
    base = np.array(known.get("base", {}).get("", nothing), float)
    fitted, base, chance = _fit(x, answers, means / DECIBAN, base / DECIBAN)
    found: weights.Tables = {n: dict(known.get(n, {})) for n in names}
    whole = (fitted * DECIBAN).round()
    found["base"] = {"": _base(x, base * DECIBAN, fitted * DECIBAN - whole, chance)}
    for (name, b), k in columns.items():
        found[name][b] = [int(w) for w in whole[k]]
    return {n: {b: ws for b, ws in bins.items() if any(ws) or n == "base"} for n, bins in found.items()}


def _base(x: sp.csr_matrix, base: Any, rounded: Any, chance: Any) -> list[int]:
    """The base in whole decibans. What rounding the weights took from the sum of a row, it makes good in the mean over the rows,
    those counting most whose ``chance`` is near a half."""
    lost = x @ rounded
    return [
        round(float(b + np.average(lost[:, k], weights=chance[:, k] * (1 - chance[:, k]) + 1e-9)))
        for k, b in enumerate(base)
    ]


def _fit(x: sp.csr_matrix, answers: Any, means: Any, base: Any) -> tuple[Any, Any, Any]:
    """Weights and base in natural logarithms, and the chance of each answer of each row.

    One column of ``answers`` is yes or no, several are one of many.
    """
    n, width = means.shape

    def scores(flat: Any) -> tuple[Any, Any]:
        w = flat.reshape(n + 1, width)
        return w, x @ w[:n] + w[n]

    def cost(flat: Any) -> tuple[float, Any]:
        w, z = scores(flat)
        whole = np.logaddexp(0, z) if width == 1 else logsumexp(z, axis=1, keepdims=True)
        off = w[:n] - means
        slope = _chances(z) - answers
        lost = float(whole.sum() - (answers * z).sum()) + float((off**2).sum()) / (2 * SPREAD)
        return lost, np.vstack([x.T @ slope + off / SPREAD, slope.sum(axis=0)]).ravel()

    start = np.vstack([means, base]).ravel()
    best = minimize(
        cost, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "gtol": LEAST * len(answers)}
    ).x
    w, z = scores(best)
    return w[:n], w[n], _chances(z)


def _chances(z: Any) -> Any:
    return expit(z) if z.shape[1] == 1 else softmax(z, axis=1)
