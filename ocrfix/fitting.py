"""A corpus shows which words keep company, and how its headlines and the beginnings of its articles are worded. Needs the extra ``train`` (scipy).

Subjects are found by latent semantic analysis (Deerwester et al. 1990): texts are rows of a matrix, terms its columns,
weighted by how few texts have them (Sparck Jones 1972); the first singular vectors give each term its place, in hex digits.
Wording is weighed by a logistic regression with a ridge (le Cessie & van Houwelingen 1992).
"""

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ocrfix.subjects import NIBBLE
from ocrfix.wording import GRAIN, NOUGHT

LEAST_TEXTS = 8  # that have a term; fewer tell nothing about its company
MOST_TEXTS = 0.12  # of all texts; a term in more is of no subject
STRONGEST = 99.5  # per cent of the places that are kept as they are; the few beyond are cut
ENOUGH = 4  # texts for each dimension, at least
LEAST_MARKED = 20  # texts that have a mark
FAINT = 0.001  # of the strongest dimension; a fainter one is none
DECIBAN = 10 / math.log(10)  # of a natural logarithm of odds


class NoSolver(RuntimeError):
    """scipy is not installed."""

    def __init__(self) -> None:
        super().__init__("subjects, leads and titles need scipy: pip install 'ocrfix[train]'")


def places(texts: Iterable[set[str]], most: int, dimensions: int, even: float) -> tuple[list[str], bytes]:
    """The ``most`` telling terms of texts and their places; nothing where there are too few texts. Raises NoSolver.

    ``even`` says how far all dimensions are brought to one strength, from 0, not at all, to 1.
    """
    found = list(texts)
    docs = Counter(t for text in found for t in text)
    ranked = sorted(docs, key=lambda t: (-docs[t], t))
    names = [t for t in ranked if LEAST_TEXTS <= docs[t] <= MOST_TEXTS * len(found)][:most]
    if len(found) < ENOUGH * dimensions or len(names) < ENOUGH * dimensions:
        return [], b""
    return names, _quantised(
        *_decomposed(found, names, [math.log(len(found) / docs[t]) for t in names], dimensions), even
    )


def _decomposed(found: list[set[str]], names: list[str], weights: list[float], dimensions: int) -> tuple[Any, Any]:
    """Right singular vectors, weighted (terms by dimensions), and singular values, the greatest first."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix
        from scipy.sparse.linalg import svds
    except ImportError:
        raise NoSolver from None
    at, ends = _sparse(found, names)
    idf = np.array(weights)
    lengths = np.sqrt(np.add.reduceat(np.append(idf[at] ** 2, 0.0), ends[:-1]))
    values = idf[at] / np.repeat(np.maximum(lengths, 1.0), np.diff(ends))
    matrix = csr_matrix((values, at, ends), shape=(len(found), len(names)))
    _, strength, vectors = svds(matrix, k=dimensions, v0=np.ones(min(matrix.shape)))
    return vectors[::-1].T * idf[:, None], strength[::-1]


def _quantised(vectors: Any, strength: Any, even: float) -> bytes:
    """Half bytes: the dimensions brought nearer to one strength, from -7 to 7 about NIBBLE."""
    import numpy as np

    level = np.where(strength > FAINT * strength[0], vectors / np.maximum(strength, FAINT) ** even, 0.0)
    level = level / np.percentile(np.abs(level), STRONGEST) * (NIBBLE - 1)
    digits = (np.clip(np.round(level), 1 - NIBBLE, NIBBLE - 1) + NIBBLE).astype(np.uint8)
    return bytes((digits[:, 0::2] << 4 | digits[:, 1::2]).tobytes())


def wording(texts: Iterable[tuple[set[str], bool]], most: int, ridge: float) -> tuple[list[str], bytes, int]:
    """The ``most`` telling marks of texts, their weights as wording.Wording has them, and the base, learnt from which of the
    texts are of a kind. The ``ridge`` pulls weights to nought.

    Nothing where there are too few. Raises NoSolver.
    """
    found = list(texts)
    counts = Counter(m for marks, _ in found for m in marks)
    names = sorted(m for m, n in counts.items() if n >= LEAST_MARKED)
    answers = [yes for _, yes in found]
    if min(sum(answers), len(answers) - sum(answers)) < LEAST_MARKED or not names:
        return [], b"", 0
    try:
        import numpy as np
        from scipy.optimize import minimize
        from scipy.sparse import csr_matrix
    except ImportError:
        raise NoSolver from None
    at, ends = _sparse([marks for marks, _ in found], names)
    x = csr_matrix((np.ones(len(at)), at, ends), shape=(len(found), len(names)))
    y = np.where(answers, 1.0, -1.0)

    def loss(w: Any) -> tuple[float, Any]:
        margin = y * (x @ w[1:] + w[0])
        pull = -y / (1 + np.exp(margin))
        slope = np.concatenate([[pull.sum()], x.T @ pull + ridge * w[1:]])
        return float(np.logaddexp(0, -margin).sum() + ridge / 2 * (w[1:] ** 2).sum()), slope

    fit = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x * DECIBAN
    grains = [(name, round(GRAIN * w)) for name, w in zip(names, fit[1:], strict=True)]
    kept = [(name, w) for name, w in grains if w]
    kept = sorted(sorted(kept, key=lambda k: -counts[k[0]] * abs(k[1]))[:most])
    return [n for n, _ in kept], bytes(NOUGHT + max(-NOUGHT, min(NOUGHT - 1, w)) for _, w in kept), round(fit[0])


def _sparse(found: list[set[str]], names: list[str]) -> tuple[Any, Any]:
    """Which of the names each set has, one after the other, and where each set's end."""
    import numpy as np

    column = {name: k for k, name in enumerate(names)}
    rows = [sorted(column[t] for t in one if t in column) for one in found]
    return np.array([k for row in rows for k in row], dtype=int), np.cumsum([0, *map(len, rows)])
