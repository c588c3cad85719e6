"""Answers as other systems read them: a FHIR R4 QuestionnaireResponse."""

from datetime import datetime
from zoneinfo import ZoneInfo

from .structure import Form, Place, Question
from .walking import Answers, Walk
from .words_of import for_fhir

LONDON = ZoneInfo("Europe/London")
STATUSES = ("in-progress", "completed", "amended", "entered-in-error", "stopped")


def response(  # noqa: PLR0913 - a response says all of it
    form: Form,
    answers: Answers,
    *,
    status: str,
    authored: datetime,
    public_id: str = "",
    subject: str = "",
    author: str = "",
    zone: ZoneInfo = LONDON,
) -> dict[str, object]:
    """The answers that count, ready for `json.dumps`. `status` is one of `STATUSES`; `authored` knows its zone.
    `subject` and `author` are names to be shown, `public_id` what this response goes by."""
    walk = Walk(form, answers)
    found: dict[str, object] = {
        "resourceType": "QuestionnaireResponse",
        "id": public_id,
        "questionnaire": f"{form.url}|{form.version}",
        "status": status,
        "subject": _named(subject),
        "authored": authored.isoformat(timespec="seconds"),
        "author": _named(author),
        "item": [item for question in form.questions for item in _items(question, (), walk, zone)],
    }
    return {name: value for name, value in found.items() if value}


def _named(name: str) -> dict[str, str] | None:
    return {"display": name} if name else None


def _items(question: Question, place: Place, walk: Walk, zone: ZoneInfo) -> list[dict[str, object]]:
    """The item of one question; several of a group that repeats; none where nothing was answered."""
    if question.kind == "display":
        return []
    if question.kind != "group":
        return _answered(question, place, walk, zone)
    groups = [_children(question, each, walk, zone) for each in _places(question, place, walk)]
    return [_item(question, item=children) for children in groups if children]


def _places(group: Question, place: Place, walk: Walk) -> list[Place]:
    depth = len(place)
    return [each for each in walk.places_of(group.link_id) if each[:depth] == place]


def _answered(question: Question, place: Place, walk: Walk, zone: ZoneInfo) -> list[dict[str, object]]:
    value = walk.values.get((question.link_id, place), ())
    given = [for_fhir(question, word, zone) for word in value]
    children = _children(question, place, walk, zone) if given else []
    if children:
        given[0]["item"] = children
    return [_item(question, answer=given)] if given else []


def _children(question: Question, place: Place, walk: Walk, zone: ZoneInfo) -> list[dict[str, object]]:
    return [item for each in question.items for item in _items(each, place, walk, zone)]


def _item(question: Question, **more: object) -> dict[str, object]:
    words = {"text": question.words} if question.words else {}
    return {"linkId": question.link_id} | words | more
