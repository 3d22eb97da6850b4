"""What an editor asks for: other rules, names of a lexicon, mends that are only proposed otherwise."""

import pickle
from pathlib import Path

import pytest
from typer.testing import CliRunner

import ocrfix
from ocrfix import Decision, Orders, Span, Verb, cli
from ocrfix.decisions import settle
from ocrfix.formats import page_text
from ocrfix.lexicon import Lexicon
from ocrfix.rules import UnknownRule, chosen, find, name
from ocrfix.statistics import load
from ocrfix.training import train

PAGE = "⼀⼆三四，１９９７年ＧＤＰ增长。\n王士奎来了。王土奎来了。\n他今年6 5岁，身体很好。\n"
NAMES = Lexicon(frozenset({"王士奎"}))
runner = CliRunner()


def printed(orders: Orders) -> str:
    return page_text(ocrfix.clean(PAGE, orders))


def test_the_standing_orders() -> None:
    assert printed(Orders()) == page_text(ocrfix.clean(PAGE)) == PAGE.replace("⼀⼆", "一二")


def test_rules_by_name() -> None:
    assert printed(Orders(rules=chosen(["mend-fullwidth-latin"]))) == PAGE.replace("１９９７年ＧＤＰ", "1997年GDP")
    both = PAGE.replace("⼀⼆", "一二").replace("１９９７年ＧＤＰ", "1997年GDP")
    assert printed(Orders(rules=chosen(["+mend-fullwidth-latin"]))) == both
    assert printed(Orders(rules=chosen(unwanted=["mend-radicals"]))) == PAGE


def test_rules_that_do_not_exist() -> None:
    for wanted, unwanted in ([["mend-radical"], []], [["+mend-radical"], []], [[], ["mend-radical"]]):
        with pytest.raises(UnknownRule, match="did you mean mend-radicals"):
            chosen(wanted, unwanted)
    assert name(find("mend-radicals")) == "mend-radicals"


def test_a_lexicon() -> None:
    assert printed(Orders(lexicon=NAMES)).count("王士奎") == 2


def test_unsafe_mends_are_made_when_asked_for() -> None:
    assert "65岁" not in printed(Orders())
    assert "65岁" in printed(Orders(unsafe=True))


def test_what_is_dropped_for_sure_needs_no_mends() -> None:
    drop = Decision(Verb.DROP, (Span(0, 9),), 24)
    mends = [Decision(Verb.MEND, (Span(k, k + 1),), 40, text="") for k in (2, 12)]
    assert [d.spans[0] for d in settle([*mends, drop])] == [(0, 9), (12, 13)]
    doubtful = Decision(Verb.DROP, (Span(0, 9),), 12)
    assert [d.spans[0] for d in settle([*mends, doubtful])] == [(2, 3), (12, 13)]


ARCHIVE = "They light the kelter-brand at noon.\nNo kelter-brand was seen that year.\n"
WALK = """\
On Sunday the walking club crossed the hills to the kelter-
brand fire, where its people had their lunch beside the mill and
listened to the band, which had come over by bus with its
drums and its banners. The rain held off until the evening,
and the last of the walkers were home before it was dark.
The club meets again in May, when the path along the river
will be open once more after the repairs to the old bridge.
"""


def test_statistics_of_ones_own_know_other_words(tmp_path: Path) -> None:
    (tmp_path / "archive.txt").write_text(ARCHIVE, "utf-8")
    train([tmp_path / "archive.txt"], tmp_path / "own.stats")
    own = Orders(statistics=load(tmp_path / "own.stats"))
    assert "kelterbrand" in page_text(ocrfix.clean(WALK))
    assert "kelter-brand" in page_text(ocrfix.clean(WALK, own))
    there = pickle.loads(pickle.dumps(own))  # another process
    assert "kelter-brand" in page_text(ocrfix.clean(WALK, there))
    assert pickle.loads(pickle.dumps(own)).statistics is there.statistics


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "names.txt").write_text("# people\n王士奎\n", "utf-8")
    (tmp_path / "nobody.txt").write_text("# nobody\n", "utf-8")
    (tmp_path / "archive.txt").write_text(ARCHIVE, "utf-8")
    (tmp_path / "walk.txt").write_text(WALK, "utf-8")
    train([tmp_path / "archive.txt"], tmp_path / "own.stats")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--lexicon", "names.txt"], 0, "王士奎来了。王士奎来了。"),
        (["--rules", "+mend-fullwidth-latin"], 0, "一二三四，1997年GDP增长。"),
        (["--rules", "mend-ligatures, mend-quotes"], 0, "⼀⼆三四"),
        (["--no-rules", "mend-radicals,mend-quotes"], 0, "⼀⼆三四"),
        (["--unsafe"], 0, "65岁"),
        (["--rules", "mend-radical"], 2, "did you mean mend-radicals"),
        (["--lexicon", "nobody.txt"], 3, "no names in it"),
        (["--lexicon", "binary.txt"], 3, "a lexicon is text in UTF-8"),
        (["--lexicon", "missing.txt"], 3, "missing.txt: No such file"),
        (["walk.txt"], 0, "kelterbrand"),
        (["walk.txt", "--statistics", "own.stats"], 0, "kelter-brand"),
        (["--statistics", "names.txt"], 3, "names.txt: not a table of statistics"),
        (["--statistics", "missing.stats"], 3, "missing.stats: No such file"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_the_command_line(args: list[str], code: int, said: str) -> None:
    got = runner.invoke(cli.app, ["clean", "page.txt", *args])
    assert got.exit_code == code
    assert said in " ".join((got.stdout if code == 0 else got.stderr).split())


@pytest.mark.usefixtures("desk")
def test_other_commands_know_lexicon_and_statistics() -> None:
    assert "[-土-]" in runner.invoke(cli.app, ["diff", "page.txt", "--lexicon", "names.txt"]).stdout
    assert "kelter-⏎" in runner.invoke(cli.app, ["diff", "walk.txt", "--statistics", "own.stats"]).stdout
