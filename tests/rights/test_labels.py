"""Whoever reads a copy, or looks it through beforehand, reads plain words and no names of fields."""

import re

from kith.goals import actions as goals
from kith.rights.gathering import gather
from kith.rights.labels import EVERYWHERE, LEFT_OUT, label_of, told
from kith.rights.register import of_individuals


def fields() -> list[tuple[str, str]]:
    return [(entry.label, name) for entry in of_individuals() for name in (*entry.shown, *entry.any_time_also)]


def test_every_field_that_is_read_has_a_label_of_its_own_and_no_label_is_for_nothing():
    named = {name for _, name in fields()}
    silent = [(model, name) for model, name in fields() if not label_of(model, name)]
    meant = [
        (model, name) for model, lines in told().items() if "." in model for name, line in lines.items() if not line
    ]
    assert [each for each in silent if each[1] not in told()[LEFT_OUT] and each not in meant] == []
    assert {*told()[LEFT_OUT], *told()[EVERYWHERE]} <= named
    assert {(model, name) for model, lines in told().items() if "." in model for name in lines} <= set(fields())


def test_no_label_is_a_bare_technical_name():
    labels = [label_of(*each) for each in fields()]
    assert [each for each in labels if re.search(r"_|\bIs\b|\b(by individual|id|ref)$", each)] == []


def test_a_row_names_people_and_another_row_by_what_it_is(rights):
    goal = goals.set_goal(individual=rights.individual, kind="target", words="Run 5km", by=rights.cast.as_individual)
    goals.add_step(goal=goal, words="Put the shoes out", owner="individual", by=rights.cast.as_individual)
    read = {part.entry.label: [dict(each.pairs) for each in part.records] for part in gather(rights.individual)}
    assert read["goals.Step"][0]["Which goal"] == f"“Goals”, number {goal.pk}"
    assert read["goals.Goal"][0]["Number"] == str(goal.pk)
    assert read["goals.Goal"][0]["Typed by the person themself"] == "yes"
    values = {part.entry.label: [each.values for each in part.records] for part in gather(rights.individual)}
    assert values["goals.Goal"][0]["individual"] == rights.individual.called
