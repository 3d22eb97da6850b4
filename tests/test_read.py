"""Reading: what a file's bytes mean, and what is no text at all."""

import gzip
import io
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ocrfix import read as reading
from ocrfix import storage
from ocrfix.encodings import SAMPLE, detect
from ocrfix.read import BadInput, pages, undecoded
from ocrfix.storage import packed

SAMPLES = Path(__file__).parent / "samples"
SIMPLIFIED, TRADITIONAL, ENGLISH = (
    (SAMPLES / f"{name}.txt").read_text("utf-8") for name in ("simplified", "traditional", "english")
)
SHORT = 20  # characters


def read(data: bytes, encoding: str | None = None) -> tuple[list[str], list[str]]:
    """Texts of the pages, remarks for the user."""
    told: list[str] = []
    return [s.text for s in pages(io.BytesIO(data), "f.txt", encoding, told.append)], told


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-32"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5hkscs"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-16-le"),
    ],
)
def test_every_stretch_of_twenty_characters_tells_its_encoding(text: str, encoding: str) -> None:
    for start in range(len(text) - SHORT):
        piece = text[start : start + SHORT]
        assert read(piece.encode(encoding)) == ([piece], []), (piece, detect(piece.encode(encoding)))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16-le", "utf-8-sig"])
def test_english_with_a_few_foreign_bytes(encoding: str) -> None:
    for start in range(0, len(ENGLISH) - 60, 7):
        piece = ENGLISH[start : start + 60]
        assert read(piece.encode(encoding))[0] == [piece], (piece, detect(piece.encode(encoding)))


def test_ascii_first_and_chinese_after_two_megabytes() -> None:
    text = "Plain English line.\n" * 120_000 + SIMPLIFIED
    assert read(text.encode("gb18030"))[0] == [text]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16"])
def test_pieces_may_end_inside_a_character(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PIECE", 1001)
    text = TRADITIONAL * 8
    assert read(text.encode(encoding))[0] == [text]


@pytest.mark.parametrize(
    ("encoding", "text"), [("utf-8", SIMPLIFIED), ("gb18030", SIMPLIFIED), ("big5hkscs", TRADITIONAL)]
)
@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xff\xfe\xfd"])
def test_bad_bytes_are_kept_where_they_stand_and_told(encoding: str, text: str, bad: bytes) -> None:
    for seed in range(40):
        at = random.Random(seed).randrange(len(text))
        data = text[:at].encode(encoding) + bad + text[at:].encode(encoding)
        [got], told = read(data)
        assert got.encode(encoding, "ocrfix-keep") == data
        assert undecoded(got)
        assert "kept as they are" in told[0]


def test_bad_bytes_in_utf_16_too() -> None:
    data = "中文\n".encode("utf-16-le") + b"\x00\xd8" + "报纸".encode("utf-16-le") + b"\n"
    [got], told = read(b"\xff\xfe" + data)
    assert got == "中文\n\udc00\udcd8报纸\udc0a"
    assert undecoded(got) == [(3, 0x00), (4, 0xD8), (7, 0x0A)]
    assert told == ["f.txt, page 1: bytes that are not utf-16, kept as they are: 3, the first 0x00 in line 2"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [""]),
        (b"\xef\xbb\xbf", [""]),
        (b"\n\n", ["\n\n"]),
        (b"a\fb", ["a", "b"]),
        (b"a\n\fb\n\f", ["a\n", "b\n"]),
        (b"a\f\r\n", ["a"]),
        (b"\f", [""]),
        (b"\fa", ["", "a"]),
        (b"a\f\fb", ["a", "", "b"]),
        (b"\xef\xbb\xbfa\f\xef\xbb\xbfb", ["a", "b"]),
        (b"a\r\nb\rc\n", ["a\r\nb\rc\n"]),
        (b"a\x00b\x0bc\x1b[0m", ["a\x00b\x0bc\x1b[0m"]),
    ],
)
def test_a_form_feed_ends_a_page(data: bytes, expected: list[str]) -> None:
    assert read(data)[0] == expected


def test_pages_count_from_one_and_carry_their_file() -> None:
    found = list(pages(io.BytesIO("甲\f乙".encode()), "two.txt"))
    assert [(s.name, s.page, s.encoding) for s in found] == [("two.txt", 1, "utf-8"), ("two.txt", 2, "utf-8")]
    assert found[0].sha256 != found[1].sha256


def test_the_encoding_can_be_forced() -> None:
    data = "中".encode("gb18030")
    assert read(data, "gb18030")[0] == ["中"]
    assert read(data, "latin-1")[0] == ["ÖÐ"]


WESTERN = (
    ("cp1252", "The baker’s café won’t close – “not at £3 a day” …\n"),
    ("cp1252", "It wasn’t the first time that the river had risen over the road.\n"),
    ("latin-1", "The Café Royal reopened on Friday after Mr André Dupré's long absence.\n"),
    ("cp1252", "THE CAFÉ ROYAL REOPENS — ANDRÉ DUPRÉ IS BACK\n"),
    ("cp1252", "GRÜSSE AUS MÜNCHEN: ÖFFNUNG DER STRASSE\n"),
    ("cp1252", "Die Straße am Fluss wird für Fußgänger geöffnet. „Schön“, hieß es.\n"),
    ("cp1252", "¿Qué pasó ayer en la plaza? El señor Núñez salió a las 10. ¡Viva!\n"),
    ("cp1252", "«Bonjour», dit-il. Élu à l’Assemblée, où l’on siégeait déjà.\n"),
    ("cp1252", "• Bread\n• Butter\n• Eggs\n"),
    ("cp1252", "Add ¾ pint to 2½ of the 80 m³ at 20°C, ± 3.\n"),
    ("mac_roman", "The baker’s café won’t close – “not at £3 a day” …\n"),
    ("cp850", "Die Straße am Fluss wird für Fußgänger geöffnet.\n"),
    ("cp1250", "Burmistrz powiedział, że droga będzie otwarta w piątek, a w sobotę znów zamknięta.\n"),
    ("iso8859-2", "Burmistrz powiedział, że droga będzie otwarta w piątek, a w sobotę znów zamknięta.\n"),
)


@pytest.mark.parametrize(("encoding", "text"), WESTERN)
def test_western_text_of_many_encodings(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == ([text], [])
    page = ("A plain line of text with nothing foreign in it.\n" * 3 + text) * 9
    assert read(page.encode(encoding)) == ([page], [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp932", "新しい図書館は来年の春に開館する予定で、市民からは期待の声が上がっている。\n"),
        ("euc_jp", "新しい図書館は来年の春に開館する予定で、市民からは期待の声が上がっている。\n"),
        ("cp949", "오늘 시청 앞 광장에서 새 도서관이 문을 열었다.\n"),
    ],
)
def test_text_of_the_neighbours(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == ([text], [])


def test_what_no_reading_fits_is_refused() -> None:
    text = "Мэр города сказал, что дорога будет открыта для пешеходов в пятницу утром.\n" * 3
    for encoding in ("cp1251", "koi8-r"):
        with pytest.raises(BadInput, match="could be found"):
            read(text.encode(encoding))
        assert read(text.encode(encoding), encoding)[0] == [text]


def test_a_guess_is_called_one() -> None:
    _, told = read("Мост\n".encode("cp866"))
    assert "the encoding is a guess" in told[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(4000), "not text"),
        (bytes(range(256)) * 20, "not text"),
        (random.Random(0).randbytes(3000), "not text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=f"^f.txt: .*{message}"):
        read(data)


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "undefined", "idna", ""])
def test_encodings_that_are_none(name: str) -> None:
    with pytest.raises(BadInput, match="no text encoding"):
        read(b"text", name or "\0")


def test_a_missing_file_is_a_line_not_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"No such file or directory$"):
        list(reading.read(tmp_path / "none.txt"))


@pytest.mark.parametrize("size", [100, 3_000, 40_000])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_stream_gives_its_pages_as_they_arrive(size: int, encoding: str) -> None:
    page = (TRADITIONAL * (size // len(TRADITIONAL) + 1))[:size] + "\f"
    fed = 0

    class Pipe(io.RawIOBase):
        def read(self, wanted: int = -1) -> bytes:
            nonlocal fed
            fed += 1
            return page.encode(encoding)[2 * (encoding == "utf-16" and fed > 1) :] if fed <= 60 else b""

        read1 = read

    held = [fed - n for n, _ in enumerate(pages(Pipe(), "-"), 1)]  # pages that were read and not given on
    first = SAMPLE // len(page.encode(encoding)) + 1  # so many tell the encoding
    assert len(held) == 60
    assert max(held) <= first + 1
    assert not any(held[first:])


def test_what_is_too_long_for_a_page_is_not_kept_until_the_memory_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 300)
    monkeypatch.setattr(reading, "PIECE", 100)
    long = ["a" * 290, "b" * 10, "c" * 290]
    assert read("\f".join(long).encode())[0] == long
    with pytest.raises(BadInput, match=r"^f.txt, page 2: no page has over 300 characters; a form feed ends one$"):
        read(b"a" * 290 + b"\f" + b"b" * 500)


def test_a_stream_is_told_its_kind_from_enough_of_it() -> None:
    class Drops(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            return super().read1(1)

    assert [s.text for s in pages(Drops(SIMPLIFIED.encode("gb18030")))] == [SIMPLIFIED]
    assert [s.text for s in pages(Drops("Plain.".encode("utf-16")))] == ["Plain."]
    with pytest.raises(BadInput, match="a PNG picture"):
        list(pages(Drops(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")))


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "zst": lambda data: packed(data, ".zst")}


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_files_are_read(suffix: str, tmp_path: Path) -> None:
    data = f"{SIMPLIFIED}\f{TRADITIONAL}".encode()
    path = tmp_path / f"two.txt.{suffix}"
    path.write_bytes(PACKERS[suffix](data) + PACKERS[suffix](b"\fend"))
    moved: list[int] = []
    assert [s.text for s in reading.read(path, moved=moved.append)] == [SIMPLIFIED, TRADITIONAL, "end"]
    assert sum(moved) == path.stat().st_size


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("cut", [slice(0, -9), slice(0, 40)])
def test_a_damaged_file_gives_the_pages_before_the_damage(suffix: str, cut: slice, tmp_path: Path) -> None:
    path = tmp_path / f"cut.txt.{suffix}"
    path.write_bytes(PACKERS[suffix](SIMPLIFIED.encode())[cut])
    with pytest.raises(BadInput, match=rf"cut.txt.{suffix}: damaged: "):
        list(reading.read(path))
    path.write_bytes(PACKERS[suffix](b"The first page.\f") + PACKERS[suffix](SIMPLIFIED.encode())[cut])
    found = reading.read(path)
    assert next(found).text == "The first page."
    with pytest.raises(BadInput, match=rf"cut.txt.{suffix}: damaged: "):
        list(found)


@pytest.mark.parametrize(("suffix", "said"), [("gz", "Not a gzipped file"), ("zst", "damaged: ")])
def test_a_name_that_promises_compression(suffix: str, said: str, tmp_path: Path) -> None:
    (tmp_path / f"x.{suffix}").write_bytes(SIMPLIFIED.encode())
    with pytest.raises(BadInput, match=f"x.{suffix}: {said}"):
        list(reading.read(tmp_path / f"x.{suffix}"))


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.zst").write_bytes(b"")
    monkeypatch.setattr(storage, "ZSTD", ("backports.nothing",) * 2)
    with pytest.raises(BadInput, match=r"x.zst: backports is not installed: pip install 'ocrfix\[zst\]'"):
        list(reading.read(tmp_path / "x.zst"))


def test_a_long_file_needs_the_memory_of_a_page() -> None:
    page = (SIMPLIFIED * 8).encode("gb18030") + b"\f"

    class Endless(io.RawIOBase):
        left = 4_000

        def read(self, size: int = -1) -> bytes:
            if not self.left:
                return b""
            self.left -= 100
            return page * 100

    tracemalloc.start()
    count = sum(1 for _ in pages(Endless(), "long.txt"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 200 * len(page) * 4 < count * len(page)
