"""What the make-up says where it is sure, and that it says nothing where it found no body."""

import pytest

import ocrfix
from ocrfix.decide import glue, head_roles
from ocrfix.formats import page_text
from ocrfix.model import Role


@pytest.mark.parametrize(
    "text", ["丙\n丁\n", "春天来了\n花儿开了\n鸟儿叫了\n", "青溪晚报\n2026年3月12日 星期四\n第3版\n"]
)
def test_a_page_without_a_body_stays_as_it_is(text: str) -> None:
    assert page_text(ocrfix.clean(text)) == text


@pytest.mark.parametrize(
    ("lines", "widths", "roles"),
    [
        (["镇长在茶园调研时强调", "把春茶做精", "让茶农增收"], [10, 5, 5], "kicker title title"),
        (["老粮仓里亮起灯", "白石村把闲置的粮仓改成了夜读的书屋"], [7, 17], "title deck"),
        (["老粮仓里亮起灯", "——白石村夜读记"], [7, 8], "title deck"),
        (["老粮仓里亮起灯"], [7], "title"),
    ],
    ids=["a line that leads in", "a longer line below", "a dash", "one line"],
)
def test_the_largest_line_is_the_title(lines: list[str], widths: list[float], roles: str) -> None:
    assert head_roles(widths, lines) == [Role(r) for r in roles.split()]


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        ("680", "9.1%", " "),
        ("-2.5", "14", " "),
        ("全长19", "97公里", ""),
        ("1997", "年通车的老桥", ""),
        ("老桥通", "车了", ""),
        ("the old", "bridge", " "),
    ],
)
def test_figures_of_two_cells_are_not_run_together(above: str, below: str, between: str) -> None:
    assert glue(above, below) == between
