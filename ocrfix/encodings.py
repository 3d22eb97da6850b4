"""Text tells its own encoding: read rightly, its characters are common ones in their places; read wrongly, almost none.

A byte order mark is believed; then strict UTF-8, which other text hardly ever satisfies by chance; then the reading
with the largest share of bytes that make common Han characters or, in Western text, accented letters within words of
their case, quotes beside words and the like. Statistical detectors do worse on short Chinese text. Only where neither Unicode nor
a Chinese encoding gives a good reading are the other Western ones, Japanese and Korean tried.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple

from ocrfix.late import late
from ocrfix.tables import rows

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
WIDE = ("utf-16-le", "utf-16-be")
HAN = ("gb18030", "big5hkscs")
SAMPLE = 1 << 14  # bytes that are measured
SURE = 0.5  # a smaller share of common characters is a guess; right readings of news reach .7 to 1
FEW = 4  # foreign bytes: less tell nothing of encodings that are seldom met,
RARER = 0.1  # which must beat the common ones by so much
LIKELY = 0.3  # any bytes can be read as UTF-16, English ones with up to a tenth of common characters
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·－～　０１２３４５６７８９％"
WESTERN = ("cp1252", "cp1250", "iso8859-2", "mac_roman", "cp850")  # the likeliest first: it wins where they agree
KANA = "".join(map(chr, range(0x3041, 0x30FF)))
HANGUL = (
    "이다는의에을가고한로하지를은기사도서대인리자시정해어그일아과나상스부있수원으전들주장라구제여만보공면우것게국동적선조관안조성유"
    "신경치회미중위연오비않습니까라세년월화식생개발모두물트"
)
OTHERS = {"cp932": KANA, "euc_jp": KANA, "cp949": HANGUL}  # what is common there besides Han characters
# A foreign character of Western text: an accented letter within a word of its case, a quote or a dash beside a word.
_LETTER, _CAPITAL = "ß-öø-ÿāăąćčďđęěłńňőřśšťůűźżžșțœ", "À-ÖØ-ÞĂĄĆČĎĐĘĚŁŃŇŐŘŚŠŤŮŰŹŻŽȘȚŒŸ"
_AFTER = r"\s.,;:!?'\")\-’”»…"
_IN_PLACE = late(
    rf"(?<=[a-z])[{_LETTER}]{{1,3}}(?=[a-z{_AFTER}]|$)"
    rf"|(?<![^\W_])[{_LETTER}{_CAPITAL}]{{1,2}}(?=[a-z])|(?<![^\W_])[{_LETTER}](?=\s)"
    rf"|(?<=[A-Z])[{_CAPITAL}]{{1,2}}(?=[A-Z{_AFTER}]|$)|(?<![^\W_])[{_CAPITAL}](?=[A-Z])"
    r"|(?:^|(?<=[\w\s.,;:!?)]))[…‘’“”•–—\xa0°»]{1,2}(?=[\w\s.,;:!?()]|$)"
    r"|(?<!\w)[€‘“„¡£§©«¿¼½¾±](?=[\w\s])|(?<=\d)[¼½¾ªº°×]|(?<=\w)[®™]|(?:(?<=\bm)|(?<=\b[ckdm]m))[²³]"
)
CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
FOREIGN = re.compile(rb"[\x80-\xff]")


class Measured(NamedTuple):
    """An encoding (a Python codec's name) and the share, 0 to 1, of its non-ASCII bytes that make common text."""

    encoding: str
    share: float


def keep(error: UnicodeError) -> tuple[str | bytes, int]:
    """Codec error handler ``ocrfix-keep``: no byte is lost, whatever the encoding.

    An undecodable byte b is read as the lone surrogate U+DC00 + b, and written back as that byte.
    """
    if isinstance(error, UnicodeDecodeError):
        return "".join(chr(0xDC00 + b) for b in error.object[error.start : error.end]), error.end
    if isinstance(error, UnicodeEncodeError):
        c = error.object[error.start]
        byte = ord(c) - 0xDC00
        return (bytes([byte]) if 0 <= byte < 256 else c.encode("utf-8", "surrogatepass")), error.start + 1
    raise error


codecs.register_error("ocrfix-keep", keep)


@cache
def common() -> frozenset[str]:
    """Han characters common in modern news, simplified and traditional, and the punctuation between them."""
    return frozenset(PUNCTUATION).union(*rows("common-han.txt"))


def detect(data: bytes) -> Measured:
    """The encoding of ``data``, the first bytes of a text or all of it; pure ASCII is called utf-8."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return Measured(encoding, 1.0)
    first = FOREIGN.search(data)
    # A little before the first foreign byte, for what stands beside it; even, since UTF-16 has pairs.
    start = max(0, first.start() - 8) & ~1 if first and b"\0" not in data[:SAMPLE] else 0
    sample = data[start : start + SAMPLE]
    wide = max((_wide(sample, e) for e in WIDE), key=_share)
    if b"\0" in sample and wide.share >= SURE:  # UTF-16 with any ASCII in it; else a stray control character
        return wide
    unicode = _utf8(sample, whole=start + SAMPLE >= len(data))
    if unicode.share == 1.0:
        return unicode
    readings = [unicode, _western(sample, WESTERN[0]), *(_han(sample, e, "") for e in HAN)]
    best = max([*readings, wide] if wide.share >= LIKELY else readings, key=_share)
    if (best.share >= SURE and best.encoding not in WESTERN) or len(FOREIGN.findall(sample)) < FEW:
        return best
    rarer = [_western(sample, e) for e in WESTERN[1:]] + [_han(sample, e, more) for e, more in OTHERS.items()]
    return max([best, *(m for m in rarer if m.share >= max(SURE, best.share + RARER))], key=_share)


def _share(m: Measured) -> float:
    return m.share


def _utf8(sample: bytes, whole: bool) -> Measured:
    """Bytes of well-formed sequences. They are proof enough: what they mean does not matter."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample, final=whole)
    bad = text.count("\ufffd")
    foreign = len(FOREIGN.findall(sample))
    return Measured("utf-8", 1.0 - min(1.0, 2 * bad / foreign) if foreign else 1.0)


def _han(sample: bytes, encoding: str, more: str) -> Measured:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    foreign = len(sample) - sum(map(str.isascii, text))
    good = 2 * sum(c in common() or c in more for c in text if not c.isascii()) - text.count("\ufffd")
    return Measured(encoding, good / foreign if foreign else 0.0)


def _western(sample: bytes, encoding: str) -> Measured:
    text = sample.decode(encoding, "replace")
    good = sum(len(m) for m in _IN_PLACE.findall(text)) - len(CONTROL.findall(sample))
    return Measured(encoding, good / max(1, len(FOREIGN.findall(sample))))


def _wide(sample: bytes, encoding: str) -> Measured:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    good = sum(c in common() or (c.isascii() and (c.isprintable() or c.isspace())) for c in text)
    return Measured(encoding, 2 * good / max(1, len(sample)))
