"""A pack that is broken, or made to do harm, ends in one sentence, when it is read and from the terminal."""

import json

import pytest

from kith.access.refusal import Refused
from kith.cli.main import main
from kith.measures.models import Measure
from kith.measures.pack_files import read

from .made import LICENCE, TODAY, bounded, options, told, total

WAITS = "enableWhen"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"


def asking(*items: dict, **more) -> str:
    return json.dumps(told(*items, scores=[]) | more)


def waits_for(link_id: str, other: str) -> dict:
    waits = [{"question": other, "operator": "exists", "answerBoolean": True}]
    return bounded(link_id, 0, 4) | {WAITS: waits}


def works_out(link_id: str, other: str) -> dict:
    asks = {"language": "text/fhirpath", "expression": f"%resource.item.where(linkId='{other}').answer.value"}
    return bounded(link_id, 0, 4) | {"extension": [{"url": CALCULATED, "valueExpression": asks}]}


def deep(levels: int) -> str:
    """By hand: what writes JSON gives up sooner than what has to read it."""
    one = asking(bounded("a", 0, 4))
    before, item, after = one.partition(json.dumps(bounded("a", 0, 4)))
    opens = "".join(f'{{"linkId": "g{number}", "text": "G", "type": "group", "item": [' for number in range(levels))
    return before + opens + item + "]}" * levels + after


def with_many_options() -> str:
    """A million of them, as long a file as that makes."""
    option = '{"valueCoding": {"code": "x", "display": "X"}}'
    one = asking(options("a", "x"))
    before, found, after = one.partition(option)
    assert found == option
    return before + ", ".join([option] * 1_000_000) + after


HOSTILE = {
    "no licence": (
        lambda: json.dumps({key: part for key, part in told(scores=[]).items() if key != "licence"}),
        "licence",
    ),
    "no holder": (lambda: asking(bounded("a", 0, 4), licence={**LICENCE, "holder": ""}), "“holder”"),
    "html in a question": (lambda: asking({"linkId": "a", "text": "<b>A</b>", "type": "string"}), "has HTML in it"),
    "html in a choice": (lambda: asking(options("a", "<i>x</i>")), "has HTML in it"),
    "html in a number": (
        lambda: json.dumps(told(bounded("a", 0, 4), scores=[total("a", range=[0, 4], title="<img src=x>")])),
        "has HTML in it",
    ),
    "html in a licence": (lambda: asking(bounded("a", 0, 4), licence=LICENCE | {"words": "&#60;"}), "has HTML in it"),
    "questions that wait for each other": (
        lambda: asking(waits_for("a", "b"), waits_for("b", "a")),
        "comes no earlier",
    ),
    "a question worked out from itself": (lambda: asking(works_out("a", "a")), "question “a”"),
    "one question twice": (lambda: asking(bounded("a", 0, 4), bounded("a", 0, 4)), "stands twice"),
    "deep": (lambda: deep(30), "stand inside each other"),
    "very deep": (lambda: deep(3_000), "stand inside each other"),
    "nothing but depth": (lambda: "[" * 100_000, "stand inside each other"),
    "a million choices": (with_many_options, "The file is too large: a pack has at most 300 kB."),
    "too many choices": (lambda: asking(options("a", *(f"o{each}" for each in range(51)))), "more than 50 choices"),
    "not json": (lambda: "hello: yes", "this cannot be read as JSON"),
    "nothing": (lambda: "", "the file is empty"),
    "no number": (lambda: '{"pack": NaN}', "is not a number"),
    "a part twice": (lambda: '{"pack": 1, "pack": 1}', "stands twice"),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_it_ends_in_one_sentence(how):
    made, sentence = HOSTILE[how]
    with pytest.raises(Refused) as refused:
        read(made(), TODAY)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300 and "\n" not in str(refused.value)


@pytest.mark.parametrize("how", ["no licence", "deep", "a million choices", "not json"])
def test_so_it_does_from_the_terminal_and_nothing_is_kept(cast, tmp_path, capsys, how):
    file = tmp_path / "pack.json"
    file.write_text(HOSTILE[how][0]())
    before = Measure.objects.count()
    for word in ("preview", "load"):
        assert main(["measures", word, str(file)]) == 1
        found = capsys.readouterr()
        assert found.out == "" and found.err.count("\n") == 1 and HOSTILE[how][1] in found.err
    assert Measure.objects.count() == before


def test_a_folder_is_no_pack(tmp_path, capsys):
    assert main(["measures", "load", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"“{tmp_path}” is a folder. Please name the file in it.\n"
