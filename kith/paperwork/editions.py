"""What stands in an edition, in words and as answers; and whether the form is still as it was shown."""

import hashlib
import json

from kith.questionnaires.answering import Answers

from .filled import Filled, Line, filled
from .models import Edition, Filling


def contents(form: Filled) -> list[dict]:
    """The form in words: one entry for each heading, sentence and question that is asked."""
    return [_entry(line) for line in form.lines]


def _entry(line: Line) -> dict:
    question = line.question
    return {
        "link_id": question.link_id,
        "number": question.number,
        "depth": len(line.asked.place),
        "kind": "words" if question.kind == "display" else "heading" if question.kind == "group" else "question",
        "words": question.words,
        "answer": line.words,
        "source": line.source.words if line.source else "",
    }


def digest_of(lines: list[dict]) -> str:
    """The same for the same questions and answers, wherever these are read from."""
    plain = [(each["link_id"], each["words"], each["answer"]) for each in lines]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def latest_edition(filling: Filling) -> Edition | None:
    """What was shown last."""
    return filling.editions.first()


def is_current(edition: Edition) -> bool:
    """Whether the form still says what this edition says."""
    return is_same(edition, filled(edition.filling))


def is_same(edition: Edition, form: Filled) -> bool:
    """The same, of a form that is at hand."""
    return edition.digest == digest_of(contents(form))


def answers_in(edition: Edition) -> Answers:
    """The answers of an edition, as they were."""
    return {(link_id, tuple(place)): tuple(value) for link_id, place, value in edition.answers}
