"""A browser's PDF may say radicals where it shows Han characters alike (⼀ for 一): its fonts' tables, put right.

Extractors read characters off these tables. Papers are not printed by browsers, so most pages have them mended.
"""

import re
import unicodedata

_CHAR = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>\n")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]{4})>\n")
_SUPPLEMENT = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻲", "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
)
_BLOCK = re.compile(rb"\d+ beginbf(char|range)\n(.*?)endbf\1\n", re.S)


def _character(code: int) -> bytes:
    """A UTF-16 unit in hex, a radical's as that of its character."""
    plain = unicodedata.normalize("NFKC", chr(code).translate(_SUPPLEMENT)) if 0x2E80 <= code < 0x2FE0 else ""
    return b"%04X" % (ord(plain) if plain else code)


def mend_table(table: bytes) -> bytes:
    """A ToUnicode table without radicals; ranges are written out one by one."""

    def block(m: re.Match[bytes]) -> bytes:
        if m[1] == b"char":
            pairs = [(c[1], [int(c[2][k : k + 4], 16) for k in range(0, len(c[2]), 4)]) for c in _CHAR.finditer(m[2])]
        else:
            pairs = []
            for c in _RANGE.finditer(m[2]):
                first, last, code = int(c[1], 16), int(c[2], 16), int(c[3], 16)
                digits = len(c[1])
                pairs += [(b"%0*X" % (digits, k), [code + k - first]) for k in range(first, last + 1)]
        rows = [b"<%s> <%s>\n" % (glyph, b"".join(map(_character, codes))) for glyph, codes in pairs]
        parts = [rows[k : k + 100] for k in range(0, len(rows), 100)]
        return b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(p), b"".join(p)) for p in parts)

    return _BLOCK.sub(block, table)


def mend(pdf: bytes) -> bytes:
    """``pdf`` with the tables of its fonts mended."""
    import pymupdf

    with pymupdf.open(stream=pdf) as doc:  # type: ignore[no-untyped-call,unused-ignore]
        for xref in range(1, doc.xref_length()):
            if doc.xref_is_stream(xref) and b"beginbf" in (table := doc.xref_stream(xref)) and b"begincmap" in table:
                doc.update_stream(xref, mend_table(table))
        return bytes(doc.tobytes(deflate=True, no_new_id=True))
