"""Chinese text tells its own encoding: read rightly, most of its characters are common ones; read wrongly, almost none.

A byte order mark is believed; then strict UTF-8, which other text hardly ever satisfies by chance; then the reading
with the largest share of bytes that make common characters. Statistical detectors do worse on short Chinese text.
"""

import codecs
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

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
LIKELY = 0.3  # any bytes can be read as UTF-16, English ones with up to a tenth of common characters
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·－～　０１２３４５６７８９％"
# A byte above 127 in Western European text: an accented letter beside small letters, a quote or a dash beside a word.
WESTERN = re.compile(
    rb"(?<=[a-z])[\xc0-\xff\x9a\x9c\x9e]{1,2}(?=[a-z\s.,;:!?'\")-]|$)"
    rb"|(?<![\x80-\xff])[\xc0-\xff\x8a\x8c\x8e]{1,2}(?=[a-z])"
    rb"|(?:^|(?<=[\w\s.,;:!?)]))[\x85\x91-\x97\xa0\xb0\xbb]{1,2}(?=[\w\s.,;:!?()]|$)"
    rb"|(?<![\x80-\xff])[\x80\x91\x93\xa1\xa3\xa7\xa9\xab\xbf](?=[\w\s])"
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
    lines = files("ocrfix").joinpath("data/common-han.txt").read_text("utf-8").splitlines()
    return frozenset(PUNCTUATION).union(*(line for line in lines if not line.startswith("#")))


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
    readings = [unicode, _western(sample), *(_han(sample, e) for e in HAN)]
    return max([*readings, wide] if wide.share >= LIKELY else readings, key=_share)


def _share(m: Measured) -> float:
    return m.share


def _utf8(sample: bytes, whole: bool) -> Measured:
    """Bytes of well-formed sequences. They are proof enough: what they mean does not matter."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample, final=whole)
    bad = text.count("\ufffd")
    foreign = len(FOREIGN.findall(sample))
    return Measured("utf-8", 1.0 - min(1.0, 2 * bad / foreign) if foreign else 1.0)


def _han(sample: bytes, encoding: str) -> Measured:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    foreign = len(sample) - sum(map(str.isascii, text))
    good = 2 * sum(map(common().__contains__, text)) - text.count("\ufffd")
    return Measured(encoding, good / foreign if foreign else 0.0)


def _western(sample: bytes) -> Measured:
    good = sum(len(m) for m in WESTERN.findall(sample)) - len(CONTROL.findall(sample))
    return Measured("cp1252", good / max(1, len(FOREIGN.findall(sample))))


def _wide(sample: bytes, encoding: str) -> Measured:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    good = sum(c in common() or (c.isascii() and (c.isprintable() or c.isspace())) for c in text)
    return Measured(encoding, 2 * good / max(1, len(sample)))
