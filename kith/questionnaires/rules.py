"""When a form cannot be kept or an answer cannot be written, and why."""

from .located import UNSEEN
from .models import AgencyForm
from .structure import CHOICES, WORDS, Form, Place, Question, Value
from .typed import LONG, MOST_ANSWERS
from .walking import MOST_REPEATS, NO_ROOM, Answers, Walk
from .words_of import fitting, in_order

OF_PRACTICE = frozenset({"https://kith.example/forms/how-i-work", "https://kith.example/forms/how-we-work-together"})
PRACTICE = "These sentences are about a worker’s own work. A manager switches them on under “How we work”."


def cannot_be_kept(url: str) -> str | None:
    """What a worker asks themself about their own work is no form in somebody's notebook."""
    return PRACTICE if url in OF_PRACTICE else None


def cannot_load(kept: AgencyForm, digest: str) -> str | None:
    """`kept`: the form of the same name and version. `digest`: of the file that was given."""
    if kept.digest != digest:
        return (
            f"Version {kept.version} of this form is here already, with other content. Please give it another version."
        )
    return None


def cannot_begin(kept: AgencyForm) -> str | None:
    if kept.url in OF_PRACTICE:
        return PRACTICE
    return "This form is no longer used. Please take a newer one." if kept.retired_at else None


def cannot_retire(kept: AgencyForm) -> str | None:
    return "This form is no longer used already." if kept.retired_at else None


def cannot_use_again(kept: AgencyForm) -> str | None:
    return None if kept.retired_at else "This form is in use."


def cannot_answer(form: Form, link_id: str, place: Place, value: Value) -> str | None:
    """Whatever way it came: only what this question can be answered with is kept."""
    standing = form.index.get(link_id)
    if standing is None or not standing.question.is_asked_of_people:
        return "This form does not ask that."
    if len(place) != len(standing.groups) or any(not 0 <= count < MOST_REPEATS for count in place):
        return f"There is room for {MOST_REPEATS} of these."
    if len(value) > (MOST_ANSWERS if standing.question.repeats else 1):
        return "These are more answers than the form takes."
    return (
        None if all(_is_an_answer(standing.question, word) for word in value) else "This does not answer the question."
    )


def cannot_add(form: Form, place: Place, answers: Answers) -> str | None:
    """Whether one more of a group still fits. `answers`: all of the sheet, this one with them. Otherwise groups inside
    groups make a page that nobody can open, and what is answered at its end would not be told."""
    return NO_ROOM if any(place) and Walk(form, answers).left_out else None


def _is_an_answer(question: Question, word: str) -> bool:
    if UNSEEN.search(word):
        return False
    if question.kind in CHOICES:
        is_own = question.kind == "open-choice" and word.startswith("=") and word[1:].strip() == word[1:] != ""
        return question.option(word) is not None or (is_own and len(word) <= _longest(question))
    if question.kind in WORDS:
        return bool(word.strip()) and len(word) <= _longest(question) and fitting(word, question.kind) == word
    if question.kind == "boolean":
        return word in ("yes", "no")
    return fitting(word, question.kind) == word and _is_inside(question, word)


def _longest(question: Question) -> int:
    return question.max_length or LONG


def _is_inside(question: Question, word: str) -> bool:
    is_enough = not question.least or in_order(word, question.least, question.kind) >= 0
    return is_enough and (not question.most or in_order(word, question.most, question.kind) <= 0)
