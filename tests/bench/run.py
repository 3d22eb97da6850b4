"""Make pages, score a cleaner on them, keep the floors.

python -m tests.bench.run make --out DIR [--pages 24] [--press web] [--articles POOL.jsonl ...] [--extractors a,b]
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import desk, floors, press, table
from .extract import EXTRACTORS
from .families import FAMILIES
from .web import chrome, papers
from .web import press as web

NEWS = Path(__file__).parent / "news"
FIXTURES = Path(__file__).parents[2] / "fixtures"
FIXTURE_SEED = 7
FIXTURE_PAGES = (
    *("county-2", "county-3", "county-12", "metro-6", "metro-9", "weekly-12", "harbour-6", "harbour-12"),
    *("courier-5", "courier-7", "gazette-9"),
    *(f"{f}-{n}" for n in (15, 18, 21) for f in ("county", "courier", "gazette", "harbour", "metro", "weekly")),
)
FIXTURE_EXTRACTORS = ("pypdf", "mutool", "pdftotext", "pdfminer", "pdftotext-layout")


def pool(paths: list[Path], leave_out: frozenset[str]) -> list[desk.Story]:
    """Stories of all three kinds of writing; where none is traditional, a quarter of the simplified ones is turned."""
    stories = desk.read(paths, leave_out)
    if any(s.lang == "zh-Hant" for s in stories):
        return stories
    stories = [replace(s, lang="zh-Hans") if s.lang.startswith("zh") else s for s in stories]
    chinese = [s for s in stories if s.lang == "zh-Hans"]
    random.Random(7).shuffle(chinese)
    turned = chinese[: len(chinese) // 4]
    names = {id(s) for s in turned}
    return [s for s in stories if id(s) not in names] + desk.traditional(turned)


def titles(folders: list[Path]) -> frozenset[str]:
    """Titles that stand on pages already made."""
    truths = [json.loads(f.read_text(encoding="utf-8")) for d in folders for f in d.glob("*.truth.json")]
    return frozenset(a["title"] for t in truths for a in t["articles"] if a["title"])


def usable(names: list[str]) -> list[str]:
    """The extractors of ``names`` that this machine has; the others are reported."""
    for n in names:
        if EXTRACTORS[n].missing:
            print(f"{n} skipped: no {', '.join(EXTRACTORS[n].missing)}", file=sys.stderr)
    return [n for n in names if not EXTRACTORS[n].missing]


def read_page(base: Path, lang: str, names: list[str]) -> None:
    """Write BASE.NAME.txt for every extractor of ``names``."""
    for n in names:
        text = EXTRACTORS[n].read(base.with_suffix(".pdf"), lang)
        Path(f"{base}.{n}.txt").write_text(text, encoding="utf-8")


def save_truth(base: Path, truth: dict[str, Any]) -> None:
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    Path(f"{base}.truth.json").write_text(text, encoding="utf-8")


def make(args: argparse.Namespace) -> int:
    if args.press == "web" and not chrome.browser():
        print(f"no browser to print with: none of {', '.join(chrome.NAMES)}", file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    names = usable(args.extractors.split(",") if args.extractors else [n for n, e in EXTRACTORS.items() if not e.ocr])
    ocr = usable([n for n, e in EXTRACTORS.items() if e.ocr]) if args.ocr else []
    stories = pool(args.articles or sorted(NEWS.glob("[!R]*.md")), titles(args.leave_out))
    known: Iterable[str] = FAMILIES if args.press == "typst" else papers.PAPERS
    families = args.family.split(",") if args.family else list(known)
    if unknown := [f for f in families if f not in known]:
        print(f"no such family: {', '.join(unknown)}", file=sys.stderr)
        return 2
    set_page = press.set_page if args.press == "typst" else web.set_page
    for k in range(args.first, args.first + args.pages):
        pdf, truth, boxes = set_page(families[k % len(families)], k // len(families), args.seed, stories)
        base = args.out / truth["page_id"]
        base.with_suffix(".pdf").write_bytes(pdf)
        save_truth(base, truth)
        if boxes:
            Path(f"{base}.boxes.txt").write_text(boxes, encoding="utf-8")
        shift = k // len(families) + k  # so that every family meets every engine
        read_page(base, truth["lang"], names + ocr[shift % len(ocr) :][:1] if ocr else names)
        print(truth["page_id"], truth["order"], len(truth["articles"]), flush=True)
    return 0


def set_fixtures(args: argparse.Namespace) -> int:
    """Make the fixtures anew from the bench's own stories: text and truth, without the PDFs."""
    stories = desk.read(sorted(NEWS.glob("[!R]*.md")))
    with tempfile.TemporaryDirectory() as folder:
        for k, name in enumerate(FIXTURE_PAGES):
            family, number = name.split("-")
            pdf, truth, boxes = press.set_page(family, int(number), FIXTURE_SEED, stories)
            truth["page_id"] = name
            base = Path(folder) / name
            base.with_suffix(".pdf").write_bytes(pdf)
            ocr = [n for n, e in EXTRACTORS.items() if e.ocr]
            names = usable([*FIXTURE_EXTRACTORS, ocr[k % len(ocr)]])
            read_page(base, truth["lang"], names)
            for n in names:
                (FIXTURES / f"{name}.{n}.txt").write_bytes(Path(f"{base}.{n}.txt").read_bytes())
            (FIXTURES / f"{name}.boxes.txt").write_text(boxes, encoding="utf-8")
            save_truth(FIXTURES / name, truth)
            print(name, *names)
    return 0


def score(args: argparse.Namespace) -> int:
    only = frozenset(args.only.split(",")) if args.only else frozenset[str]()
    found = table.rows(args.pages, table.cleaner(args.call, args.cmd), only)
    if not found:
        print(f"no pages in {args.pages}", file=sys.stderr)
        return 2
    for by in args.by.split(","):
        print(table.table(found, by), end="\n\n")
    failed = [row for row in found if row.error]
    for row in failed[:5]:
        print(f"{row.page}.{row.extractor}: {row.error}", file=sys.stderr)
    print(f"{len(found)} texts, {len(failed)} failed")
    return int(bool(failed))


def keep_floors(args: argparse.Namespace) -> int:
    """Compare with the floors; with --raise, raise them, never lower one."""
    path, known = FIXTURES / "floors.json", floors.fingerprint(FIXTURES)
    pinned = floors.load(path)
    means = table.means(table.rows(FIXTURES, table.cleaner()), "reading")
    if pinned["fixtures"] != known:
        print("the fixtures have changed: floors are pinned afresh" if args.up else "the fixtures have changed")
        pinned["floors"] = {} if args.up else pinned["floors"]
    fallen = floors.below(pinned["floors"], means)
    for line in fallen:
        print(line, file=sys.stderr)
    if args.up and not fallen:
        floors.save(path, known, floors.raised(pinned["floors"], means))
    elif args.up:
        print("not raised: no floor may be lowered", file=sys.stderr)
    return int(bool(fallen))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = parser.add_subparsers(dest="do", required=True)
    m = sub.add_parser("make", help="set pages and read them")
    m.add_argument("--out", type=Path, required=True)
    m.add_argument("--articles", type=Path, nargs="*", help="story pools (default: the bench's own)")
    m.add_argument("--leave-out", type=Path, nargs="*", default=[], help="folders whose stories must not be printed")
    m.add_argument("--press", choices=["typst", "web"], default="typst", help="what sets the pages")
    m.add_argument("--family", help="comma-separated (default: all)")
    m.add_argument("--pages", type=int, default=24)
    m.add_argument("--first", type=int, default=0)
    m.add_argument("--seed", type=int, default=1)
    m.add_argument("--extractors", help="comma-separated (default: all that are no OCR)")
    m.add_argument("--ocr", action="store_true", help="also one OCR engine a page, in turn")
    m.set_defaults(run=make)
    x = sub.add_parser("fixtures", help="make the fixtures anew")
    x.set_defaults(run=set_fixtures)
    s = sub.add_parser("score", help="score a cleaner on pages and print the tables")
    s.add_argument("--pages", type=Path, default=FIXTURES, help="folder of pages (default: the fixtures)")
    s.add_argument("--call", help="MODULE:FUNCTION from a text to a prediction (default: ocrfix)")
    s.add_argument("--cmd", help="command that prints a prediction; {input} is the text's path")
    s.add_argument("--only", help="extractors, comma-separated")
    s.add_argument("--by", default="reading,family", help="reading, family, extractor, order, lang")
    s.set_defaults(run=score)
    f = sub.add_parser("floors", help="compare the fixtures' scores with their floors")
    f.add_argument("--raise", dest="up", action="store_true", help="raise the floors to today's scores")
    f.set_defaults(run=keep_floors)
    args = parser.parse_args()
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
