"""Answering a form: what is asked now, what is missing, what was typed, and what goes to other systems.

    answers = {("1", ()): ("yes",), ("4.1", (0,)): ("12.50",)}       # (link id, place) to value: see `structure`
    for each in asked(form, answers): each.question, each.place
    value = clean(question, request.POST.getlist("answer"), today)   # or raises Refused with a sentence
    in_words(question, value)                                        # “Yes”, “26 November 2026”, “£12.50”

Every function goes through the form once. Ask a `Walk` itself where a page needs several of these.

**Another one.** A group that repeats stands once, and as often as it has answers. A page that lets somebody add one
names the group and where it stands, without its own number, and walks again with it:

    walk = Walk(form, answers, more=[("4", ())])             # group 4 stands once more, empty
    walk = Walk(form, answers, more=[("4.2", (1,))])         # and 4.2 inside the second 4
    new = walk.places_of("4")[-1]                            # (2,): the place of its questions, and of what is saved
    walk.can_add("4", ())                                    # whether a page offers one more

Nothing is kept of an empty one: it is there as soon as one of its questions is saved at the new place, which
`actions.save_answer` takes up to `MOST_REPEATS`. Where a form has grown too long (`MOST_LINES`) the walk has no further
ones and says so in `left_out`; a page says it once, in the words of `NO_ROOM`, and saving answers with the same.
"""

from collections.abc import Collection

from .responses import response
from .structure import Form, Place, Value
from .typed import clean, in_words
from .walking import MOST_LINES, MOST_REPEATS, NO_ROOM, Answers, Asked, Key, Walk

__all__ = [
    "MOST_LINES",
    "MOST_REPEATS",
    "NO_ROOM",
    "Answers",
    "Asked",
    "Key",
    "Walk",
    "asked",
    "beginning",
    "calculated",
    "clean",
    "in_words",
    "missing",
    "response",
]


def asked(form: Form, answers: Answers, more: Collection[Key] = ()) -> list[Asked]:
    """Everything the form asks now, headings and words too, in its order. A repeating group stands as often as it has
    answers, at least once; `more` names those, by link id and where they stand, that get one empty one besides."""
    return Walk(form, answers, more).asked


def missing(form: Form, answers: Answers) -> list[Asked]:
    """What the form wants and has not: required questions that are asked and empty, and required groups with nothing
    in them. Nothing of this keeps an answer from being saved."""
    walk = Walk(form, answers)
    return [each for each in walk.asked if each.question.required and _is_empty(each, walk)]


def _is_empty(each: Asked, walk: Walk) -> bool:
    if each.question.kind == "group":
        return not walk.has_answers_under(each)
    return each.question.is_asked_of_people and each.key not in walk.values


def calculated(form: Form, answers: Answers) -> dict[Key, Value]:
    """What the form works out by itself from the answers there are."""
    walk = Walk(form, answers)
    return {each.key: walk.values.get(each.key, ()) for each in walk.asked if each.question.calculated}


def beginning(form: Form) -> dict[Key, Value]:
    """What stands in the form before anybody has answered, as its file says (`initial`)."""
    standings = form.index.values()
    return {
        (each.question.link_id, _first(each.groups)): each.question.initial
        for each in standings
        if each.question.initial
    }


def _first(groups: tuple[str, ...]) -> Place:
    return tuple(0 for _ in groups)
