"""Which Han characters look alike in print, measured: writes ocrfix/data/lookalikes.txt.

    python -m tests.bench.lookalikes [SANS.ttc SERIF.ttc]

Every character of GB 2312 and every common one of Big5 is drawn in two faces, blurred as a scan would be, and described by the directions of
its strokes on an eight by eight grid (the feature of classical Han OCR, Kimura et al. 1997). The cosine of two
descriptions, less the mean glyph, was compared for the substitutions that OCR engines really made on newspaper pages
with that of characters met by chance; the logarithm of the ratio runs straight: 40 decibans for each unit of cosine,
0 at 0.25. That is the weight in the table: how much more often an engine reads the one for the other than for an
unrelated character. Needs numpy, scipy, Pillow and the Noto CJK fonts.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from scipy.ndimage import gaussian_filter, zoom

FONTS = [f"/usr/share/fonts/opentype/noto/Noto{face}CJK-Regular.ttc" for face in ("Sans", "Serif")]
SIMPLIFIED = 2  # the index of the mainland forms in the font collections
LEAST = 0.6  # cosine below which two glyphs are no likelier confused than many others
MOST = 10  # lookalikes kept for one character
SIDE = 32  # pixels
TABLE = Path(__file__).parents[2] / "ocrfix/data/lookalikes.txt"
Array = np.ndarray[Any, np.dtype[np.float32]]


def charset(encoding: str, leads: range) -> set[str]:
    """The Han characters of a double-byte encoding."""
    found = set()
    for lead in leads:
        for trail in range(0x40, 0xFF):
            try:
                c = bytes([lead, trail]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(c) == 1 and "\u4e00" <= c <= "\u9fff":
                found.add(c)
    return found


def draw(c: str, font: ImageFont.FreeTypeFont) -> Array:
    """The glyph of ``c`` in the middle of its box, slightly blurred, ink 0 to 1."""
    left, top, right, bottom = font.getbbox(c)
    im = Image.new("L", (SIDE, SIDE), 0)
    ImageDraw.Draw(im).text(((SIDE - left - right) / 2, (SIDE - top - bottom) / 2), c, fill=255, font=font)
    return np.asarray(im.filter(ImageFilter.GaussianBlur(1.0)), np.float32) / 255


def strokes(ink: Array) -> Array:
    """Stroke directions of a glyph: eight directions on a grid of eight by eight, the ink stretched to its box."""
    ys, xs = np.where(ink > 0.15)
    cut = ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    size = [SIDE if n > SIDE // 2 else 2 * n for n in cut.shape]
    cut = zoom(cut, [s / n for s, n in zip(size, cut.shape, strict=True)], order=1)
    box = np.zeros((SIDE + 8, SIDE + 8), np.float32)
    y, x = ((SIDE + 8 - n) // 2 for n in cut.shape)
    box[y : y + cut.shape[0], x : x + cut.shape[1]] = cut
    gy, gx = np.gradient(gaussian_filter(box, 0.7))
    length, turn = np.hypot(gx, gy), np.arctan2(gy, gx) % (2 * np.pi) / (2 * np.pi) * 8
    low, part = np.floor(turn).astype(int) % 8, turn - np.floor(turn)
    planes = [length * ((low == k) * (1 - part) + ((low + 1) % 8 == k) * part) for k in range(8)]
    grid = [gaussian_filter(p, 2.0)[2:40:5, 2:40:5] for p in planes]
    return np.sqrt(np.maximum(np.array(grid).ravel(), 0))


def alike(chars: list[str], path: str) -> Array:
    """The cosine of every two characters in one face."""
    font = ImageFont.truetype(path, SIDE, index=SIMPLIFIED)
    rows = np.array([strokes(draw(c, font)) for c in chars], np.float32)
    rows -= rows.mean(0)
    rows /= np.sqrt((rows * rows).sum(1, keepdims=True))
    return rows @ rows.T


def main(fonts: list[str]) -> None:
    """Measure and write the table."""
    mainland, island = charset("gb2312", range(0xB0, 0xF8)), charset("big5", range(0xA4, 0xC7))
    chars = sorted(mainland | island)
    cosine = sum(alike(chars, f) for f in fonts) / len(fonts)
    np.fill_diagonal(cosine, 0)
    lines = [
        "# Han characters that look alike, and how much: a character, then lookalikes with a letter, a = 10 decibans"
    ]
    for c, row in zip(chars, cosine, strict=True):
        near = [chars[k] for k in np.argsort(-row, kind="stable")[: 4 * MOST] if row[k] >= LEAST]
        near = [d for d in near if any(c in s and d in s for s in (mainland, island))][:MOST]
        levels = [chr(ord("a") + round(40 * float(row[chars.index(d)]) - 10) - 10) for d in near]
        if near:
            lines.append(c + "".join(d + level for d, level in zip(near, levels, strict=True)))
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or FONTS)
