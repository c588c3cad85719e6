"""The drawing: nothing touches anything, nothing leaves the sheet, and what finds no room is counted."""

from itertools import combinations

import pytest

from kith.network_map.circles import MOST, SIZE, drawing_of
from kith.network_map.models import Circle, Connection, Kind

NAMES = ("Mum", "Auntie Josephine", "Jo", "The Tuesday walking group", "Big Sam", "Calderford Library", "Biscuit")


def life_of(how_many: int, *, circle: int | None = None) -> list[Connection]:
    kinds = Kind.values
    return [
        Connection(
            name=f"{NAMES[each % len(NAMES)]}{each if each >= len(NAMES) else ''}",
            kind=kinds[each % len(kinds)],
            is_paid=each % (3 * len(kinds)) == 0,
            circle=circle or each % 3 + 1,
        )
        for each in range(how_many)
    ]


@pytest.mark.parametrize("how_many", [1, 2, 7, 13, 30, 500])
def test_no_name_touches_another_or_leaves_the_sheet(how_many):
    drawing = drawing_of(life_of(how_many))
    assert all(mark.box.is_inside for mark in drawing.marks)
    assert not [pair for pair in combinations(drawing.marks, 2) if pair[0].box.touches(pair[1].box)]


@pytest.mark.parametrize("how_many", [3, 10, 40, 500])
def test_everybody_is_drawn_or_counted_in_their_circle(how_many):
    life = life_of(how_many)
    drawing = drawing_of(life)
    left_out = dict(drawing.left_out)
    for circle in Circle:
        here = [each for each in life if each.circle == circle]
        drawn = [mark for mark in drawing.marks if mark.facts.circle == circle]
        assert [mark.facts for mark in drawn] == [each for each in here if each in [mark.facts for mark in drawn]]
        assert len(drawn) + left_out.get(circle.label, 0) == len(here)
        assert len(drawn) <= MOST[circle]


def test_a_usual_life_is_drawn_whole():
    drawing = drawing_of([*life_of(3, circle=1), *life_of(5, circle=2), *life_of(7, circle=3)])
    assert drawing.left_out == ()
    assert len(drawing.marks) == 15


def test_each_stands_on_its_own_side_of_the_ring_before():
    for mark in drawing_of(life_of(30)).marks:
        away = ((mark.x - SIZE / 2) ** 2 + (mark.y + 9 - SIZE / 2) ** 2) ** 0.5
        assert {1: away < 84, 2: 84 < away < 154, 3: 154 < away < 224}[mark.facts.circle]


def test_paid_or_not_shows_by_the_shape_and_the_whole_is_said_in_sentences():
    vish, mum = Connection(name="Vish", is_paid=True, circle=2), Connection(name="Mum", circle=1)
    drawing = drawing_of([mum, vish])
    assert [mark.shape for mark in drawing.marks] == ["person", "paid"]
    assert drawing.shapes == [("person", "A person"), ("paid", "A person, paid to be there")]
    assert drawing.says == "Close: Mum. In the middle: Vish."
    assert drawing_of([]) is None


def test_a_crowd_is_summarised():
    drawing = drawing_of(life_of(500))
    assert sum(count for _, count in drawing.left_out) + len(drawing.marks) == 500
    assert "more in the list" in drawing.says
