"""A group that may repeat stands as often as it has answers, once more when asked, and no oftener than a page bears."""

from kith.questionnaires.answering import MOST_LINES, Walk, asked
from tests.questionnaires.made import form, item, people, when


def keys(found) -> list:
    return [each.key for each in found]


def test_a_group_repeats_as_often_as_it_has_answers_and_once_more_when_asked():
    found = form(people())
    assert [each.place for each in asked(found, {}) if each.question.link_id == "p"] == [(0,)]
    answers = {("p.name", (0,)): ("Tom",), ("p.name", (1,)): ("Dawn",), ("p.sees", (1,)): ("no",)}
    assert keys(asked(found, answers)) == [
        *[("p", (0,)), ("p.name", (0,)), ("p.sees", (0,))],
        *[("p", (1,)), ("p.name", (1,)), ("p.sees", (1,)), ("p.why", (1,))],
    ]
    places = [each.place for each in asked(found, answers, more=[("p", ())]) if each.question.link_id == "p"]
    assert places == [(0,), (1,), (2,)]


def test_a_condition_outside_hears_any_repeat():
    found = form(people(), item("z", enableWhen=[when("p.sees", answerBoolean=False)]))
    assert ("z", ()) in keys(asked(found, {("p.sees", (0,)): ("yes",), ("p.sees", (1,)): ("no",)}))
    assert ("z", ()) not in keys(asked(found, {("p.sees", (0,)): ("yes",)}))


def test_groups_repeat_inside_groups():
    inner = item("day", "group", repeats=True, item=[item("what")])
    found = form(item("week", "group", repeats=True, item=[inner]))
    answers = {("what", (0, 1)): ("run",), ("what", (1, 0)): ("rest",)}
    assert [key for key in keys(asked(found, answers)) if key[0] == "what"] == [
        ("what", (0, 0)),
        ("what", (0, 1)),
        ("what", (1, 0)),
    ]


def test_a_place_far_away_does_not_make_a_long_page():
    assert len(asked(form(people()), {("p.name", (10**9,)): ("x",)})) == 3 * 50


def test_groups_inside_groups_do_not_make_a_longer_one():
    found = [item(f"q{n}") for n in range(1_500)]
    for count in range(4):
        found = [item(f"g{count}", "group", repeats=True, item=found)]
    found = form(*found, item("last"))
    walk = Walk(found, {("q0", (49, 49, 49, 49)): ("x",), ("last", ()): ("y",)})
    assert walk.left_out
    assert len(walk.asked) < MOST_LINES + len(found.index)
    assert ("last", ()) in walk.values, "what comes after them is still asked"
    assert not walk.can_add("g3", ())


def test_a_group_may_stand_once_more_inside_one_of_its_repeats():
    inner = item("day", "group", repeats=True, item=[item("what")])
    found = form(item("week", "group", repeats=True, item=[inner]))
    answers = {("what", (0, 1)): ("run",), ("what", (1, 0)): ("rest",)}
    walk = Walk(found, answers, more=[("day", (1,))])
    assert walk.places_of("day") == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert walk.can_add("day", (1,)) and walk.can_add("week", ())
    assert not walk.can_add("day", (7,)), "there is no such week"
    assert not walk.left_out
