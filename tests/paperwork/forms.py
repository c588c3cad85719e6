"""Two small forms, as an agency would send them."""

import json

from kith.access.actor import Actor
from kith.questionnaires import actions as questionnaires

OURS = "https://kith.example/fhir/StructureDefinition/"


def item(link_id: str, words: str, kind: str = "text", *, source: str = "", **more) -> dict:
    asked = {"linkId": link_id, "text": words, "type": kind, "prefix": link_id} | more
    if source:
        asked["extension"] = [{"url": OURS + "known-source", "valueString": source}]
    return asked


VISIT = [
    item("1", "Where they want to go", source="direction"),
    item("2", "What they like", source="interests"),
    item("3", "What was said", source="note.words"),
    item("4", "What was agreed", source="steps.agreed"),
    item("5", "Is anything urgent?", "boolean", required=True),
    item("6", "What is urgent?", enableWhen=[{"question": "5", "operator": "=", "answerBoolean": True}]),
    item("7", "Anything else?"),
]
MONEY = [
    item("1", "How much is it?", "string", source="budget.total"),
    item("2", "What helps?", source="what_helps"),
    item("3", "What would you like us to know?", source="lines.picked"),
]


def loaded(name: str, items: list[dict], *, about_money: bool = False):
    """The form, kept."""
    extension = [{"url": OURS + "about-money", "valueBoolean": True}] if about_money else []
    about = {"resourceType": "Questionnaire", "url": f"https://council.example/{name}", "version": "1"}
    told = about | {"title": name.title(), "status": "active", "item": items}
    content = json.dumps(told | ({"extension": extension} if extension else {}))
    return questionnaires.load_form(content=content, by=Actor.command_line()).form
