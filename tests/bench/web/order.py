"""In what order the content stream tells the frames of a page.

natural: as they stand; after: headlines after their texts; mixed: some; captions: pictures' lines all at one end;
shuffled: story by story, but in any order; heads_first, heads_last: all headlines at one end.
"""

import random

from .sheet import Frame

PLANS = ("natural", "after", "mixed", "captions", "shuffled", "heads_first", "heads_last")


def told(r: random.Random, frames: list[Frame], plan: str, furniture: str) -> list[int]:
    """The numbers of ``frames`` in the order of the stream."""
    groups: dict[int, list[int]] = {}
    for k, f in enumerate(frames):
        if f.role not in ("furniture", "banner"):
            groups.setdefault(f.story if f.story >= 0 else -2 - k, []).append(k)
    flow = list(groups.values())
    if plan == "shuffled":
        r.shuffle(flow)
    if plan in ("after", "mixed"):
        for group in flow:
            if plan == "after" or r.random() < 0.5:
                group.sort(key=lambda k: frames[k].role == "head")
    out = [k for group in flow for k in group]
    early = r.random() < 0.5
    if plan == "captions":
        out.sort(key=lambda k: (frames[k].role == "caption") != early)
    elif plan.startswith("heads"):
        out.sort(key=lambda k: (frames[k].role == "head") == (plan == "heads_last"))
    for k in [k for k, f in enumerate(frames) if f.role == "banner"]:
        out.insert(r.choice([0, 0, len(out), r.randint(0, len(out))]), k)
    quiet = [k for k, f in enumerate(frames) if f.role == "furniture"]
    cut = {"first": len(quiet), "last": 0}.get(furniture, len(quiet) // 2)
    return quiet[:cut] + out + quiet[cut:]
