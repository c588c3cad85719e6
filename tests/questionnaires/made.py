"""Small forms of FHIR, made for one test each."""

import json

from kith.questionnaires.reading import read
from kith.questionnaires.structure import Form

HL7 = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
OURS = "https://kith.example/fhir/StructureDefinition/"
KNOWN = {"direction", "interests", "what_helps", "name", "budget.total", "lines.picked"}


def item(link_id: str, kind: str = "string", **more) -> dict:
    return {"linkId": link_id, "text": f"Question {link_id}", "type": kind} | more


def choice(link_id: str, *codes: str, kind: str = "choice", **more) -> dict:
    options = [{"valueCoding": {"code": code, "display": code.title()}} for code in codes]
    return item(link_id, kind, answerOption=options, **more)


def when(question: str, operator: str = "=", **answer) -> dict:
    return {"question": question, "operator": operator} | answer


def people(**more) -> dict:
    """A group that repeats: who they see, and why not."""
    gone = item("p.why", enableWhen=[when("p.sees", answerBoolean=False)])
    return item("p", "group", repeats=True, item=[item("p.name"), item("p.sees", "boolean"), gone], **more)


def sums(expression: str) -> list[dict]:
    value = {"language": "text/fhirpath", "expression": expression}
    return [{"url": SDC + "sdc-questionnaire-calculatedExpression", "valueExpression": value}]


def every(link_id: str) -> str:
    return f"%resource.descendants().where(linkId='{link_id}').answer.value"


def source(name: str) -> list[dict]:
    return [{"url": OURS + "known-source", "valueString": name}]


def questionnaire(*items: dict, **more) -> dict:
    about = {"url": "https://council.example/forms/review", "version": "1", "title": "A review", "status": "active"}
    return {"resourceType": "Questionnaire"} | about | {"item": list(items)} | more


def written(*items: dict, **more) -> str:
    return json.dumps(questionnaire(*items, **more), indent=1)


def form(*items: dict, **more) -> Form:
    return read(written(*items, **more), KNOWN)
