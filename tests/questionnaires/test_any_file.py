"""Whatever stands where something else should, a file is a form or is turned away in one sentence."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy

import pytest

from kith.access.refusal import Refused
from kith.questionnaires.answering import Walk, beginning
from kith.questionnaires.reading import read
from kith.questionnaires.sources import KNOWN_NAMES
from tests.questionnaires import ours
from tests.questionnaires.made import HL7, OURS, choice, every, item, questionnaire, source, sums, when

HUGE, ITSELF_TWICE = "1e400", "itself, twice"
PUT_IN = (None, True, "x", "", 5, -1, 2.5, HUGE, [], {}, ["x"], [None], [[]], {"x": 1}, ITSELF_TWICE)
TRIED = 450  # of each form at most: some two seconds in all


def extension(name: str, **value) -> dict:
    return {"url": HL7 + name, **value}


def with_everything() -> dict:
    """A form that has each part that Kith knows, once."""
    help_control = {"coding": [{"code": "help"}]}
    concepts = {"include": [{"system": "https://council.example/drinks", "concept": [{"code": "t", "display": "Tea"}]}]}
    unit = extension("questionnaire-unit", valueCoding={"system": "s", "code": "GBP", "display": "£"})
    explained = item(
        "h", "display", extension=[extension("questionnaire-itemControl", valueCodeableConcept=help_control)]
    )
    return questionnaire(
        item("a", maxLength=5, required=True, repeats=False, readOnly=False, prefix="A.", item=[explained]),
        item("b", "quantity", extension=[unit, extension("minValue", valueInteger=1), *source("budget.total")]),
        item(
            "c",
            "date",
            extension=[extension("entryFormat", valueString="A day"), extension("maxValue", valueDate="2030-01-01")],
        ),
        item(
            "d",
            extension=[extension("questionnaire-hidden", valueBoolean=False)],
            enableWhen=[when("a", answerString="x")],
        ),
        item("e", "choice", answerValueSet="#drinks", repeats=True, initial=[{"valueCoding": {"code": "t"}}]),
        choice("f", "tea", "milk", kind="open-choice", enableWhen=[when("e", answerCoding={"code": "t"})]),
        item("g", "group", repeats=True, item=[item("g.n", "integer", initial=[{"valueInteger": 3}])]),
        item("t", "integer", extension=sums(every("g.n") + ".sum()"), enableBehavior="any"),
        item("u", "choice", answerOption=[{"valueString": "x"}, {"valueInteger": 4}]),
        contained=[{"resourceType": "ValueSet", "id": "drinks", "status": "active", "compose": concepts}],
        extension=[{"url": OURS + "about-money", "valueBoolean": True}],
    )


FORMS = {name: json.loads(ours.text(name)) for name in ours.NAMES} | {"with everything": with_everything()}


def paths(node: object, at: tuple = ()) -> Iterator[tuple]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, below in inside:
        yield (*at, step)
        yield from paths(below, (*at, step))


def changed(form: dict, path: tuple, put_in: object) -> str:
    copy = node = deepcopy(form)
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = [node[path[-1]]] * 2 if put_in is ITSELF_TWICE else put_in
    return json.dumps(copy).replace(f'"{HUGE}"', HUGE)


@pytest.mark.parametrize("name", FORMS)
def test_a_file_is_a_form_or_is_turned_away(name):
    form = FORMS[name]
    assert Walk(read(json.dumps(form), KNOWN_NAMES), {}).asked
    every_way = [(path, put_in) for path in paths(form) for put_in in PUT_IN]
    turned_away = 0
    for path, put_in in random.Random(7).sample(every_way, TRIED):
        try:
            found = read(changed(form, path, put_in), KNOWN_NAMES)
        except Refused as reason:
            turned_away += 1
            assert str(reason).startswith("Line ") and "\n" not in str(reason), (path, put_in)
        except Exception as error:
            pytest.fail(f"{put_in!r} at {path}: {error!r}")
        else:
            assert Walk(found, beginning(found)).asked, (path, put_in)
    assert turned_away > TRIED / 2
