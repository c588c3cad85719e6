"""Small packs, made for one test each."""

import json
from copy import deepcopy
from datetime import date

from kith.measures.pack_files import read
from kith.measures.packs import Pack

TODAY = date(2026, 9, 11)
LICENCE = {"holder": "Somebody", "words": "For anybody here.", "ends": None}


def bounded(link_id: str, least: int, most: int) -> dict:
    ends = (("minValue", least), ("maxValue", most))
    marks = [{"url": f"http://hl7.org/fhir/StructureDefinition/{name}", "valueInteger": end} for name, end in ends]
    return {"linkId": link_id, "text": f"Question {link_id}", "type": "integer", "extension": marks}


def options(link_id: str, *codes: str) -> dict:
    given = [{"valueCoding": {"code": code, "display": code.title()}} for code in codes]
    return {"linkId": link_id, "text": f"Question {link_id}", "type": "choice", "answerOption": given}


def told(*items: dict, scores: list[dict], **more) -> dict:
    """A pack as its file has it."""
    about = {"url": "https://trust.example/measures/made", "version": "1", "title": "A made one", "status": "active"}
    return {
        "pack": 1,
        "kind": "questions",
        "source": {"words": "Made for a test."},
        "licence": deepcopy(LICENCE),
        "skipped": {"how": "no number", "words": "No number then."},
        "scores": scores,
        "questionnaire": {"resourceType": "Questionnaire", **about, "item": list(items)},
    } | more


def total(*items: str, **more) -> dict:
    return {"name": "total", "title": "All together", "how": "sum", "items": list(items)} | more


def written(*items: dict, **more) -> str:
    return json.dumps(told(*items, **more), indent=1)


def pack(*items: dict, **more) -> Pack:
    return read(written(*items, **more), TODAY)
