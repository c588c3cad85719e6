"""When a question is asked, in words: for paper, where nothing opens by itself."""

from collections.abc import Iterator
from itertools import groupby

from .structure import Condition, Form, Question
from .typed import in_words

_DAYS = ("date", "dateTime", "time")
_MORE = {">": "is more than {word}", "<": "is less than {word}", ">=": "is {word} or more", "<=": "is {word} or less"}
_LATER = {
    ">": "is later than {word}",
    "<": "is earlier than {word}",
    ">=": "is {word} or later",
    "<=": "is {word} or earlier",
}


def only_if(form: Form, question: Question) -> str:
    """“Only if you answered “Yes” to 4.” What stands under a question waits for an answer to that; "" for what waits
    for nothing."""
    told = list(_told(form, question))
    above = form.index.get(form.index[question.link_id].under)
    if not told and question.kind != "display" and above and above.question.kind != "group":
        told = [f"you answered {_named(above.question)}"]
    return f"Only if {(' and ' if question.enable_all else ' or ').join(told)}." if told else ""


def _told(form: Form, question: Question) -> Iterator[str]:
    """Several answers to the same question, any of which is enough, are told in one."""
    by_question = groupby(question.enable_when, lambda each: (each.link_id, each.operator == "="))
    for (link_id, are_equal), conditions in by_question:
        about, every = form.index[link_id].question, list(conditions)
        if are_equal and not question.enable_all:
            words = " or ".join(f"“{_word(each, about)}”" for each in every)
            yield f"you answered {words} to {_named(about)}"
        else:
            yield from (_in_words(each, about) for each in every)


def _in_words(condition: Condition, about: Question) -> str:
    named, word = _named(about), _word(condition, about)
    if condition.operator == "exists":
        return f"you answered {named}" if condition.value == "yes" else f"you left {named} empty"
    if condition.operator in ("=", "!="):
        but = "anything but " if condition.operator == "!=" else ""
        return f"you answered {but}“{word}” to {named}"
    return f"{named} {(_LATER if about.kind in _DAYS else _MORE)[condition.operator].format(word=word)}"


def _named(question: Question) -> str:
    return question.number or f"“{question.words}”"


def _word(condition: Condition, about: Question) -> str:
    is_own = bool(about.options) and about.option(condition.value) is None
    return condition.value if is_own else in_words(about, (condition.value,))
