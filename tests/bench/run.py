"""Make pages, score a cleaner on them, keep the floors.

python -m tests.bench.run make --out DIR [--pages 24] [--articles POOL.jsonl ...] [--extractors a,b]
"""

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

from . import desk, press
from .extract import EXTRACTORS
from .families import FAMILIES

NEWS = Path(__file__).parent / "news"


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


def make(args: argparse.Namespace) -> int:
    args.out.mkdir(parents=True, exist_ok=True)
    names = (
        args.extractors.split(",") if args.extractors else [n for n, e in EXTRACTORS.items() if "ocr" not in e.reading]
    )
    for n in names:
        if EXTRACTORS[n].missing:
            print(f"{n} skipped: no {', '.join(EXTRACTORS[n].missing)}", file=sys.stderr)
    names = [n for n in names if not EXTRACTORS[n].missing]
    stories = pool(args.articles or sorted(NEWS.glob("*.jsonl")), titles(args.leave_out))
    families = args.family.split(",") if args.family else list(FAMILIES)
    for k in range(args.first, args.first + args.pages):
        pdf, truth = press.set_page(families[k % len(families)], k // len(families), args.seed, stories)
        base = args.out / truth["page_id"]
        base.with_suffix(".pdf").write_bytes(pdf)
        base.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
        for n in names:
            text = EXTRACTORS[n].read(base.with_suffix(".pdf"), truth["lang"])
            Path(f"{base}.{n}.txt").write_text(text, encoding="utf-8")
        print(truth["page_id"], truth["order"], len(truth["articles"]), flush=True)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = parser.add_subparsers(dest="do", required=True)
    m = sub.add_parser("make", help="set pages and read them")
    m.add_argument("--out", type=Path, required=True)
    m.add_argument("--articles", type=Path, nargs="*", help="story pools (default: the bench's own)")
    m.add_argument("--leave-out", type=Path, nargs="*", default=[], help="folders whose stories must not be printed")
    m.add_argument("--family", help="comma-separated (default: all)")
    m.add_argument("--pages", type=int, default=24)
    m.add_argument("--first", type=int, default=0)
    m.add_argument("--seed", type=int, default=1)
    m.add_argument("--extractors", help="comma-separated (default: all that are no OCR)")
    m.set_defaults(run=make)
    args = parser.parse_args()
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
