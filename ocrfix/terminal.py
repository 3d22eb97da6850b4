"""Text of a page can steer a terminal or turn its reading order around: a screen is shown such characters by number."""

import re

_STEERING = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, isolates
    "\u200b-\u200d\u2028\u2029\u2060\ufeff\U000e0000-\U000e007f"  # invisible ones
    "\ud800-\udfff]"  # undecodable bytes
)


def shown(text: str) -> str:
    """``text`` with control, bidirectional, invisible and undecodable characters as \\u202e; line breaks and tabs stay.

    Inside the strings of JSON the escapes keep their meaning.
    """
    return _STEERING.sub(_number, text)


def _number(m: re.Match[str]) -> str:
    units = m[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[k]:02x}{units[k + 1]:02x}" for k in range(0, len(units), 2))
