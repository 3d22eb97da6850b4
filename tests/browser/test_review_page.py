"""The review in a real browser: what an editor does there is what ``ocrfix apply`` prints."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from editors import (
    BANNER,
    DECISIONS,
    FIRST,
    FOLIO,
    PAGE,
    RADICAL,
    SECOND,
    SHA,
    THIRD,
    TREES,
    accept,
    anything,
    edit,
    mine,
    reject,
)
from test_diff import EVIL, STEERING, evil

import ocrfix
from ocrfix import Page, Source, Span, Verb
from ocrfix.articles import apply, slugs
from ocrfix.formats import dump, page_text
from ocrfix.hunks import Type
from ocrfix.model import Decision, Kind, Role
from ocrfix.read import read
from ocrfix.review.docket import docket, question
from ocrfix.review.html import review_page
from ocrfix.revise import revise
from ocrfix.terminal import shown
from ocrfix.verdict_file import read_verdicts, section_lines, verdict_json
from ocrfix.verdicts import Section, last_words

ROOT = Path(__file__).parents[2]
Open = Callable[..., Any]


def printed(page: Page) -> list[str]:
    return [line for line in shown(page_text(page)).split("\n") if line]


def choose(tab: Any, verb: Verb, *spans: Span) -> None:
    """Put a decision in view by a click on it in the list."""
    k = next(n for n, d in enumerate(DECISIONS) if (d.verb, d.spans) == (verb, spans))
    tab.click(f"#d{k}")


def test_a_review_from_the_first_look_to_the_articles(reader: Open, tmp_path: Path) -> None:
    source = next(read(ROOT / "fixtures" / "demo.txt"))
    page = ocrfix.clean(source)
    desk = reader()
    tab = desk.open(page)
    assert desk.lines() == printed(page)
    assert tab.locator("#count").text_content() == f"0 of {len(page.decisions)} judged"

    tab.select_option("#verb", "join")
    joins = sum(d.verb is Verb.JOIN for d in page.decisions)
    assert tab.locator("#list [role=option]").count() == joins
    tab.click("#accept")
    tab.click("#reject")
    tab.keyboard.press("n")
    assert tab.locator("#count").text_content() == f"3 of {len(page.decisions)} judged"
    tab.select_option("#verb", "mend")
    tab.click(f"#d{next(n for n, d in enumerate(page.decisions) if d.text == '老')}")
    tab.click("#edit")
    tab.fill("#fields input", "旧")
    tab.click("#form [type=submit]")
    assert "村的旧粮仓" in "".join(desk.lines())
    tab.click("#undo")
    assert "村的老粮仓" in "".join(desk.lines())
    tab.keyboard.press("e")
    tab.fill("#fields input", "故")
    tab.keyboard.press("Enter")

    before = desk.lines()
    tab.reload()
    assert desk.lines() == before
    assert tab.locator("#count").text_content() == f"4 of {len(page.decisions)} judged"
    saved = desk.saved()
    assert [json.loads(row).get("verdict") for row in saved.splitlines()] == [
        None,
        "accept",
        "reject",
        "reject",
        "edit",
    ]
    command = [
        sys.executable,
        "-m",
        "ocrfix",
        "apply",
        ROOT / "fixtures" / "demo.txt",
        "--verdicts",
        tmp_path / "verdicts.jsonl",
    ]
    got = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert [line for line in shown(got).split("\n") if line] == before


def test_the_file_is_the_one_that_the_terminal_writes(reader: Open) -> None:
    desk = reader()
    tab = desk.open(PAGE)
    choose(tab, Verb.JOIN, FIRST, SECOND)
    tab.click("#accept")
    choose(tab, Verb.PLACE, FOLIO)
    tab.click("#reject")
    choose(tab, Verb.MEND, RADICAL)
    tab.click("#edit")
    tab.fill("#fields input", "旧\u202e\x7f😀")
    tab.click("#form [type=submit]")
    choose(tab, Verb.PART, TREES)
    tab.click("#edit")
    tab.select_option("[name=kind]", "list")
    tab.click("#form [type=submit]")
    want = (
        accept(Verb.JOIN, FIRST, SECOND),
        reject(Verb.PLACE, FOLIO),
        edit(Verb.MEND, RADICAL, text="旧\u202e\x7f😀"),
        edit(Verb.PART, TREES, kind=Kind.LIST),
    )
    assert desk.saved().decode() == section_lines(Section(SHA, "page.txt", 1, want))


def test_what_an_editor_says_of_a_line(reader: Open) -> None:
    desk = reader()
    tab = desk.open(PAGE)

    def say(line: Span, what: str, **fields: str) -> None:
        tab.click(f"#lines [data-s='{line.start}']")
        tab.click("#edit")
        tab.select_option("[name=what]", what)
        for name, value in fields.items():
            box = tab.locator(f"[data-name={what}] [name={name}]")
            box.select_option(value) if box.evaluate("e => e.tagName") == "SELECT" else box.fill(value)
        tab.click("#form [type=submit]")

    say(SECOND, "part", kind="brief")
    say(FIRST, "place", role="deck", home=f"{SECOND.start}-{SECOND.end}")
    say(THIRD, "text", text="如今每天有七十多人来！")
    say(FOLIO, "drop")
    say(TREES, "join", **{"from": "7", "glue": "\n"})
    want = [
        mine(Verb.PART, SECOND, kind=Kind.BRIEF),
        mine(Verb.PLACE, FIRST, SECOND, role=Role.DECK),
        mine(Verb.MEND, Span(THIRD.start + 5, THIRD.end), text="七十多人来！"),
        mine(Verb.DROP, FOLIO, role=Role.FURNITURE),
        mine(Verb.JOIN, THIRD, TREES, glue="\n"),
    ]
    assert desk.saved().decode() == section_lines(Section(SHA, "page.txt", 1, tuple(want)))
    assert desk.lines() == printed(revise(PAGE, want).page)
    assert tab.locator("#count").text_content() == f"0 of {len(DECISIONS)} judged, 5 of your own"
    tab.keyboard.press("x")  # the last one is in view, and taken back
    assert desk.lines() == printed(revise(PAGE, want[:-1]).page)


def test_what_is_an_editors_own_can_be_edited(reader: Open) -> None:
    desk = reader()
    place, text = mine(Verb.PLACE, BANNER, TREES, role=Role.KICKER), mine(Verb.MEND, THIRD, text="甲")
    tab = desk.open(PAGE, (place, text))
    tab.select_option("#state", "edited")
    tab.locator("#list li", has_text="kicker").click()
    tab.keyboard.press("e")
    tab.select_option("[name=home]", f"{FIRST.start}-{FIRST.end}")
    tab.click("#form [type=submit]")
    tab.locator("#list li", has_text="甲").click()
    tab.keyboard.press("e")
    tab.fill("#fields input", "乙")
    tab.keyboard.press("Enter")
    want = (mine(Verb.PLACE, BANNER, FIRST, role=Role.KICKER), mine(Verb.MEND, THIRD, text="乙"))
    assert desk.saved().decode() == section_lines(Section(SHA, "page.txt", 1, want))
    assert desk.lines() == printed(revise(PAGE, want).page)


def test_what_falls_is_told(reader: Open) -> None:
    tab = reader().open(PAGE)
    choose(tab, Verb.PART, TREES)
    tab.click("#reject")
    told = "Rejected. With that falls: place, line 8 and 9: the article it names is gone."
    assert tab.locator("#status[role=status]").text_content() == told
    assert tab.locator("#list .fallen").count() == 1


def test_filters(reader: Open) -> None:
    tab = reader().open(PAGE)

    def count() -> int:
        return int(tab.locator("#list [role=option]").count())

    assert count() == len(DECISIONS)
    for name, value, n in (
        ("verb", "place", 6),
        ("rule", "reads-on", 5),
        ("sure", "0 10", sum(d.weight < 10 for d in DECISIONS)),
        ("sure", "20 9999", sum(d.weight >= 20 for d in DECISIONS)),
        ("state", "proposed", 1),
        ("state", "accepted", 0),
    ):
        tab.select_option(f"#{name}", value)
        assert count() == n, name
        tab.select_option(f"#{name}", "")
    assert tab.locator("#none").is_hidden()
    asked = tab.locator("#list .ask").all_text_contents()
    weights = {question(Type(PAGE), d): d.weight for d in DECISIONS}
    assert [weights[a] for a in asked] == sorted(weights.values())
    tab.select_option("#order", "page")
    asked = tab.locator("#list .ask").all_text_contents()
    assert asked[0] == question(Type(PAGE), docket(PAGE, in_page_order=True)[0])


def test_hands_on_the_keyboard_alone(reader: Open) -> None:
    desk = reader()
    tab = desk.open(PAGE)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    tab.locator("#list").focus()
    tab.keyboard.press("ArrowDown")
    second = tab.locator("#list [aria-selected=true]").get_attribute("id")
    assert tab.locator("#list").get_attribute("aria-activedescendant") == second
    tab.keyboard.press("j")
    tab.keyboard.press("k")
    assert tab.locator("#list [aria-selected=true]").get_attribute("id") == second
    tab.keyboard.press("y")
    tab.keyboard.press("n")
    tab.keyboard.press("u")
    assert tab.locator("#count").text_content() == f"1 of {len(DECISIONS)} judged"

    first = tab.locator("#lines [tabindex='0']")
    assert first.count() == 1  # one tab stop for all lines
    first.focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    focused = tab.evaluate("document.activeElement.dataset.s")
    assert tab.locator(f"#pages [data-s='{focused}'].lit").count() == 1
    tab.keyboard.press("Enter")
    assert tab.locator("#about h3").text_content() == "Line 3"
    tab.keyboard.press("e")
    assert tab.evaluate("document.activeElement.name") == "what"
    tab.keyboard.press("Escape")
    assert tab.locator("#form").is_hidden()

    tab.keyboard.press("?")
    assert tab.locator("#keys").is_visible()
    tab.locator("#letters").uncheck()
    tab.keyboard.press("Escape")
    tab.keyboard.press("y")
    assert tab.locator("#count").text_content() == f"1 of {len(DECISIONS)} judged"


def test_a_line_lights_its_counterpart(reader: Open) -> None:
    tab = reader(reduced_motion="reduce").open(PAGE)
    tab.hover(f"#lines [data-s='{SECOND.start}']")
    assert tab.locator(f"#pages [data-s='{SECOND.start}'].lit").count() == 1
    tab.hover(f"#pages [data-s='{TREES.start}']")
    assert tab.locator(f"#lines [data-s='{TREES.start}'].lit").count() == 1
    assert tab.locator(".lit").count() == 2
    colours = {
        tab.locator(f"#lines [data-s='{s.start}']").evaluate("e => getComputedStyle(e).backgroundColor")
        for s in (SECOND, THIRD)
    }
    assert len(colours) == 1
    assert colours != {
        tab.locator(f"#lines [data-s='{TREES.start}']").evaluate("e => getComputedStyle(e).backgroundColor")
    }


def test_verdicts_of_before_are_where_it_begins(reader: Open) -> None:
    desk = reader()
    said = (reject(Verb.PART, TREES), mine(Verb.PART, SECOND))
    tab = desk.open(PAGE, said)
    assert desk.lines() == printed(revise(PAGE, said).page)
    choose(tab, Verb.MEND, RADICAL)
    tab.click("#reject")
    more = (reject(Verb.JOIN, FIRST, SECOND),)
    desk.open(PAGE, more)  # made anew from another file: what was said in the browser is the later word
    assert desk.saved().decode() == section_lines(
        Section(SHA, "page.txt", 1, (*more, *said, reject(Verb.MEND, RADICAL)))
    )


def test_a_browser_that_keeps_nothing_says_so(reader: Open) -> None:
    desk = reader()
    desk.context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    tab = desk.open(PAGE)
    assert tab.locator("#unkept").is_hidden()
    tab.keyboard.press("y")
    assert tab.locator("#unkept[role=alert]").is_visible()


# The browser and Python agree on everything.

JUDGED = """([decisions, verdicts, sha]) => {
  const { said, unmatched } = Setting.hear(decisions, verdicts, idOf);
  const { now, why } = Setting.settle(cp, said);
  const page = Setting.apply(cp, now), lines = (runs) => runs.map((run) => Setting.render(cp, run));
  return { text: Setting.pageText(cp, page), furniture: lines(page.furniture), removed: lines(page.removed),
    kinds: page.articles.map((a) => a.kind), unmatched: unmatched.length,
    fallen: [...why].sort((a, b) => a[0] - b[0]).map(([k, fall]) => [now[k].verb, now[k].spans, fall]) };
}"""
STRANGE = "一\r\n 二 \x1c\n\u3000三\x85四\u2028五\x0b六\r七\udcff\U00020000八-\n\n\ufeff九 \x1f\n十"


@pytest.mark.parametrize(
    "name", ["by hand", "strange", "county-3.pdftotext-layout", "harbour-6.mutool", "real-life.hand"]
)
def test_any_verdicts_come_to_the_same(name: str, reader: Open) -> None:
    if name == "strange":
        lines = slugs(STRANGE)
        joins = [
            Decision(Verb.JOIN, (a, b), glue=g) for a, b, g in zip(lines, lines[1:], ["", " ", "\n"] * 9, strict=False)
        ]
        page = apply(Source(STRANGE), joins)
    else:
        page = PAGE if name == "by hand" else ocrfix.clean(Source((ROOT / f"fixtures/{name}.txt").read_text("utf-8")))
    tab = reader().open(page)
    r = Random(name)
    for n in (0, 1, 3, 10, 30, 100, 300):
        said = last_words(anything(page, r, n, r.choice((0.2, 0.5, 0.9))))
        want = revise(page, said)
        rows = json.loads(json.dumps([verdict_json(v) for v in said]))
        got = tab.evaluate(JUDGED, [tab.evaluate("data.decisions"), rows, page.source.sha256])
        assert got["text"] == page_text(want.page)
        assert got["furniture"] == [want.page.text(run) for run in want.page.furniture]
        assert got["removed"] == [want.page.text(run) for run in want.page.removed]
        assert got["kinds"] == [a.kind for a in want.page.articles]
        assert got["fallen"] == [
            [f.decision.verb, [list(s) for s in f.decision.spans], f.because.name] for f in want.fallen
        ]
        assert got["unmatched"] == 0


def test_wording_numbers_and_names_agree(reader: Open) -> None:
    tab = reader().open(PAGE)
    assert tab.evaluate("view.now.map(question)") == [question(Type(PAGE), d) for d in DECISIONS]
    assert tab.evaluate("view.now.map((d) => idOf(d.verb, d.spans))") == [d.id(SHA) for d in DECISIONS]
    strange = "".join(map(chr, [*range(0x300), *range(0x2000, 0x2070), 0xFEFF, 0xDCFF, 0xE0041, 0x1F600]))
    assert tab.evaluate("(s) => shown(s)", strange) == shown(strange)
    value = {"a": [1, -2, strange, None, True], "b": {}}
    assert tab.evaluate("(v) => dump(v)", value) == dump(value)


# For everybody, and safe.


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str, reader: Open) -> None:
    tab = reader(color_scheme=scheme).open(PAGE)
    choose(tab, Verb.MEND, RADICAL)
    tab.click("#reject")
    least = tab.evaluate(
        """() => {
      const rgb = (c) => { const x = document.createElement("canvas").getContext("2d", { willReadFrequently: true }); x.fillStyle = c; x.fillRect(0, 0, 1, 1); return [...x.getImageData(0, 0, 1, 1).data]; };
      const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255]; };
      let least = [99, ""];
      for (const e of document.querySelectorAll("body *")) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.offsetParent || e.closest(":disabled, script, style")) continue;
        const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < least[0]) least = [ratio, e.outerHTML.slice(0, 120)];
      }
      return least;
    }"""
    )
    assert least[0] >= 4.5, least


@pytest.mark.parametrize(("width", "scale"), [(1440, 1), (1000, 1), (640, 2), (360, 1)])
def test_nothing_sticks_out_at_any_width(width: int, scale: int, reader: Open) -> None:
    tab = reader(viewport={"width": width, "height": 800}, device_scale_factor=scale).open(evil())
    for name in ("source", "decisions", "articles"):
        button = tab.locator(f"nav [data-tab={name}]")
        if button.is_visible():
            button.click()
        pane = tab.locator(f"main > #{name}")
        assert pane.is_visible()
        box = pane.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width + 1
        assert pane.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_list_fills_a_narrow_window(reader: Open) -> None:
    tab = reader(viewport={"width": 360, "height": 800}).open(PAGE)
    tab.click("nav [data-tab=decisions]")
    heights = tab.evaluate("['list', 'd0'].map((id) => document.getElementById(id).getBoundingClientRect().height)")
    assert heights[0] > min(len(DECISIONS), 8) * heights[1]


def test_every_control_has_a_name(reader: Open) -> None:
    tab = reader().open(PAGE)
    tab.click("#edit")
    for role in ("button", "combobox", "textbox", "listbox", "progressbar"):
        for control in tab.get_by_role(role).all():
            name = control.evaluate(
                "e => e.ariaLabel || e.labels?.[0]?.textContent || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent || e.textContent"
            )
            assert name.strip(), control.evaluate("e => e.outerHTML")
    assert tab.get_by_role("heading", level=1).count() == 1
    assert {x.text_content() for x in tab.get_by_role("heading", level=2).all()} == {"Source", "Decisions", "Articles"}
    assert tab.get_by_role("option", name="Does line 4 go on in line 5?").count() == 1
    assert tab.locator("html").get_attribute("lang") == "en"


def test_two_thousand_decisions(reader: Open) -> None:
    text = "".join(f"第{n}行的字，\n" for n in range(2200))
    lines = slugs(text)
    joins = [Decision(Verb.JOIN, (a, b), n % 40) for n, (a, b) in enumerate(pairwise(lines)) if n % 11]
    parts = [Decision(Verb.PART, (line,), 30) for n, line in enumerate(lines) if n % 55 == 0]
    page = apply(Source(text), [*joins, *parts])
    desk = reader()
    tab = desk.open(page)
    assert tab.locator("#list [role=option]").count() == len(page.decisions) > 2000
    for key in "nynn":
        tab.keyboard.press(key)
    asked = [json.loads(row) for row in desk.saved().splitlines()[1:]]
    ids = [d.id(page.source.sha256) for d in docket(page)]
    assert [row["id"] for row in asked] == ids[:4]
    assert desk.lines() == printed(
        revise(page, [v for s in read_verdicts(desk.folder / "verdicts.jsonl") for v in s.verdicts]).page
    )


def test_evil_text_is_only_text(reader: Open) -> None:
    page = evil()
    html = review_page(page)
    assert not set(html) & STEERING
    assert html.count("</script") == 2
    assert not re.search(r"(?:src|href)=[\"'](?!#)", html.partition('<script type="application/json"')[0])
    assert "http:" not in html and "https:" not in html
    desk = reader()
    tab = desk.open(page)
    assert tab.title() == "title>\\u001b[2J\\u202e.txt, page 1"
    assert desk.lines() == printed(page)
    tags = set(tab.evaluate("[...document.querySelectorAll('main *')].map((e) => e.localName)"))
    assert not tags & {"script", "img", "b", "i", "a", "iframe"}
    assert not set(tab.evaluate("document.body.innerText")) & STEERING
    for key in ["n"] * 3 + ["u", "y"]:
        tab.keyboard.press(key)
    assert EVIL[0] in "".join(tab.locator("#lines .slug").all_text_contents())
    tab.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.owned = 1' }))"
    )
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.owned = 1\">')")
    assert tab.evaluate("window.owned") is None
    assert all("Content Security Policy" in w for w in desk.wrong)
    assert desk.wrong
    desk.wrong.clear()
