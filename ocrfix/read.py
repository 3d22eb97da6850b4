"""Bytes become pages: a form feed ends a page, an undecodable byte stays where it was, a picture is no text.

Files are read in pieces, so that a long file of many pages needs the memory of one page; a stream gives its pages as they
arrive, once enough of it has come to tell its encoding.
"""

import codecs
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO
from warnings import warn

from ocrfix.encodings import FOREIGN, SAMPLE, SURE, detect
from ocrfix.extras import MissingExtra
from ocrfix.model import Source
from ocrfix.storage import damage, opened

PIECE = 1 << 20  # bytes read at a time
LONGEST = 1 << 25  # characters: what is longer is no page but a mistake, or an attack
BINARY = (
    (b"%PDF-", "a PDF: extract its text first (with pdftotext, for example)"),
    (b"\x89PNG", "a PNG picture: run OCR on it first"),
    (b"\xff\xd8\xff", "a JPEG picture: run OCR on it first"),
    (b"GIF8", "a GIF picture: run OCR on it first"),
    (b"II*\0", "a TIFF picture: run OCR on it first"),
    (b"MM\0*", "a TIFF picture: run OCR on it first"),
    (b"RIFF", "a RIFF file (sound or picture), not text"),
    (b"PK\x03\x04", "a ZIP archive (.docx and .epub are, too): extract its text first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: extract its text first"),
    (b"{\\rtf", "an RTF document: save it as plain text first"),
    (b"\x1f\x8b", "gzip-compressed: decompress it first"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed: decompress it first"),
    (b"BZh", "bzip2-compressed: decompress it first"),
    (b"\xfd7zXZ", "xz-compressed: decompress it first"),
    (b"\x7fELF", "a program, not text"),
)
NOISE = 0.3  # of control characters and undecodable bytes: more is no text
GUESSED_NOISE = 0.05  # the same, where the encoding is only a guess; random bytes have about .12
FEW = 8  # so many say nothing, however short the text
MARK = 8  # bytes that tell a picture, or an encoding by its mark
_TELLING = re.compile(rb"[\0\x80-\xff]")  # the first byte that tells an encoding
HOPELESS = 0.1  # so small a share of common characters
MANY = 40  # among so many bytes above 127 says that no reading is right
_NOISE = re.compile("[\0-\b\x0e-\x1a\x1c-\x1f\x7f\udc00-\udcff]")
_KEPT = re.compile("[\udc00-\udcff]")  # the undecodable bytes of encodings.keep


_Text = tuple[str, str]  # a piece of text, its encoding


class BadInput(ValueError):
    """A file that cannot be read as text; the message is one line for the user."""


def read(
    path: str | Path,
    encoding: str | None = None,
    tell: Callable[[str], None] = warn,
    moved: Callable[[int], None] | None = None,
) -> Iterator[Source]:
    """The pages of a file (also .gz and .zst), or of standard input where ``path`` is "-".

    ``encoding`` names a Python codec; None measures. ``tell`` gets one-line remarks for the user (undecodable bytes,
    an encoding that is a guess), ``moved`` the number of bytes whenever some were read. Raises BadInput.
    """
    name = str(path)
    with readable(name), _open(path, moved) as stream:
        yield from pages(stream, name, encoding, tell)


@contextmanager
def readable(name: str) -> Iterator[None]:
    """A file that cannot be opened, or proves to be damaged, is bad input. Raises BadInput."""
    try:
        yield
    except OSError as e:
        raise BadInput(f"{name}: {e.strerror or e}") from e
    except MissingExtra as e:
        raise BadInput(f"{name}: {e}") from e
    except damage() as e:
        raise BadInput(f"{name}: damaged: {str(e).splitlines()[0]}") from e


def _open(path: str | Path, moved: Callable[[int], None] | None) -> AbstractContextManager[BinaryIO]:
    if str(path) != "-":
        return opened(path, moved)
    if sys.stdin is None:
        raise BadInput("-: standard input is closed")
    return nullcontext(sys.stdin.buffer)


def pages(
    stream: BinaryIO, name: str = "-", encoding: str | None = None, tell: Callable[[str], None] = warn
) -> Iterator[Source]:
    """The pages of a binary stream, one Source each, numbered from 1; see ``read``.

    A form feed ends a page; after the last one, white space is no page. An empty stream is one empty page.
    """
    parts: list[str] = []
    number, used, length = 0, "utf-8", 0
    for piece, used in _decoded(stream, name, encoding, tell):
        *whole, rest = piece.split("\f")
        for end in whole:
            number += 1
            yield _page("".join([*parts, end]), name, used, number, tell)
            parts = []
        parts.append(rest)
        length = len(rest) + (0 if whole else length)
        if length > LONGEST:
            raise BadInput(f"{name}, page {number + 1}: no page has over {LONGEST:,} characters; a form feed ends one")
    text = "".join(parts)
    if not number or text.strip("\ufeff \t\r\n"):
        yield _page(text, name, used, number + 1, tell)


def with_several(sources: Iterator[Source]) -> Iterator[tuple[Source, bool]]:
    """Each page of a file, and whether that has several."""
    first, second = next(sources), next(sources, None)
    yield first, second is not None
    if second:
        yield second, True
        yield from ((source, True) for source in sources)


def undecoded(text: str) -> list[tuple[int, int]]:
    """Where undecodable bytes stand in ``text``: (offset, byte) each."""
    return [(m.start(), ord(m[0]) - 0xDC00) for m in _KEPT.finditer(text)]


def _page(text: str, name: str, encoding: str, number: int, tell: Callable[[str], None]) -> Source:
    text = text.removeprefix("\ufeff")  # joined files bring a mark each
    if bad := undecoded(text):
        offset, byte = bad[0]
        tell(
            f"{name}, page {number}: bytes that are not {encoding}, kept as they are: {len(bad)}, "
            f"the first 0x{byte:02x} in line {len((text[:offset] + '.').splitlines())}"
        )
    return Source(text, name, encoding, number)


def _decoded(stream: BinaryIO, name: str, encoding: str | None, tell: Callable[[str], None]) -> Iterator[_Text]:
    """Pieces of text, each with its encoding. ASCII passes as it comes; the first other byte has the file measured."""
    decoder = None
    used = "utf-8"
    at_start = True
    more = getattr(stream, "read1", stream.read)  # what has arrived, without waiting for the rest
    while data := more(PIECE):
        if at_start:
            data = _at_least(MARK, data, more)
            _refuse_binary(data, name)
        if decoder is None and (encoding or _TELLING.search(data)):
            if not encoding and (first := _TELLING.search(data)):
                data = _at_least(first.start() + SAMPLE, data, more)
            used = encoding or _measured(data, name, tell)
            decoder = _decoder(used, name)
        yield (_decode(decoder, data, name) if decoder else data.decode("ascii")), used
        at_start = False
    if decoder and (text := _decode(decoder, b"", name)):
        yield text, used


def _at_least(size: int, data: bytes, more: Callable[[int], bytes]) -> bytes:
    """``data`` with what follows it, up to ``size`` bytes or more where there are as many."""
    while len(data) < size and (piece := more(PIECE)):
        data += piece
    return data


def _measured(data: bytes, name: str, tell: Callable[[str], None]) -> str:
    """The encoding of a file by its first bytes; refuses what is no text in any."""
    encoding, share = detect(data)
    text = data[:SAMPLE].decode(encoding, "ocrfix-keep")
    found = _NOISE.findall(text)
    noise = len(found) / max(1, len(text))
    unread = share < HOPELESS and len(FOREIGN.findall(data, 0, SAMPLE)) >= MANY
    if unread or (len(found) >= FEW and noise > (NOISE if share >= SURE else GUESSED_NOISE)):
        what = f"control characters or undecodable: {noise:.0%}, common characters: {max(share, 0):.0%}"
        raise BadInput(f"{name}: not text in an encoding that could be found ({what}); --encoding names one")
    if share < SURE:
        tell(f"{name}: the encoding is a guess: {encoding} ({share:.0%} common characters); --encoding sets it")
    return encoding


def _decoder(encoding: str, name: str) -> codecs.IncrementalDecoder:
    try:
        b"a".decode(encoding, "replace")  # names of codecs that are not for text raise here
        return codecs.getincrementaldecoder(encoding)("ocrfix-keep")
    except (LookupError, UnicodeError, ValueError) as e:
        raise BadInput(f"{name}: no text encoding is called {encoding!r}") from e


def _decode(decoder: codecs.IncrementalDecoder, data: bytes, name: str) -> str:
    """The text of ``data``; no data means the end of the file."""
    try:
        return decoder.decode(data, final=not data)
    except UnicodeError as e:  # a codec that knows no error handlers
        raise BadInput(f"{name}: {str(e).splitlines()[0]}") from e


def _refuse_binary(data: bytes, name: str) -> None:
    for mark, what in BINARY:
        if data.startswith(mark):
            raise BadInput(f"{name}: {what}")
