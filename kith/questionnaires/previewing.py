"""A form as it will be asked, before anybody is asked: in lines for a terminal, or as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from .structure import Form, Question

HOW = {
    "boolean": "yes or no",
    "decimal": "a number",
    "integer": "a whole number",
    "quantity": "a number",
    "date": "a day",
    "dateTime": "a day and a time",
    "time": "a time",
    "string": "a line",
    "text": "some words",
    "url": "an address of a page",
    "choice": "one of these",
    "open-choice": "one of these, or own words",
}


def how_words(question: Question) -> str:
    """How a question is answered, in a few words: “a number in miles, if you like”; "" for headings."""
    if question.calculated:
        return "worked out by itself"
    how = HOW.get(question.kind, "")
    if question.repeats and how:
        how = "any of these" if question.kind == "choice" else f"{how}, several if need be"
    unit = f"in {question.unit}" if question.unit else ""
    wanted = "wanted" if question.required else ""
    repeats = "as often as needed" if question.kind == "group" and question.repeats else ""
    waits = "only after some answers" if question.enable_when else ""
    return ", ".join(filter(None, [" ".join(filter(None, [how, unit])), wanted, repeats, waits]))


@dataclass(frozen=True)
class Shown:
    """One line of a preview: a question, its answer at the beginning, and when it is asked."""

    question: Question
    waits: str
    level: int  # of a heading, from 2

    @property
    def typed(self) -> list[str]:
        return list(self.question.initial)


def preview(form: Form) -> list[Shown]:
    """The whole form, also what is asked only after some answers."""
    depths = {"": 1}
    shown = []
    for link_id, standing in form.index.items():
        depths[link_id] = depths[standing.under] + 1
        shown.append(Shown(standing.question, waits_words(form, standing.question), min(depths[link_id], 4)))
    return shown


def waits_words(form: Form, question: Question) -> str:
    """“Only after 4.1 and 4.3.”; "" for what is always asked."""
    numbers = list(dict.fromkeys(form.index[each.link_id].question.number for each in question.enable_when))
    return f"Asked only after some answers to {' and '.join(numbers)}." if numbers else ""


def in_lines(form: Form) -> Iterator[str]:
    """The form from top to bottom."""
    yield f"{form.title}, version {form.version}"
    yield from ([form.words] if form.words else [])
    if form.about_money:
        yield "This form is about money."
    yield from _lines(form.questions, 0)


def _lines(questions: tuple[Question, ...], depth: int) -> Iterator[str]:
    for question in questions:
        indent, how, known = "  " * depth, how_words(question), f" [from {question.source}]" if question.source else ""
        told = " ".join(filter(None, [question.number, question.words, f"({how})" if how else ""]))
        yield f"{indent}{told}{known}"
        yield from (f"{indent}    - {option.words}" for option in question.options)
        yield from _lines(question.items, depth + 1)


def as_data(form: Form) -> dict[str, object]:
    """The same for programs."""
    named = {"url": form.url, "version": form.version, "title": form.title, "about_money": form.about_money}
    return named | {"questions": [_data(question) for question in form.questions]}


def _data(question: Question) -> dict[str, object]:
    told = {
        "id": question.link_id,
        "number": question.number,
        "words": question.words,
        "kind": question.kind,
        "required": question.required,
        "source": question.source,
        "options": [option.words for option in question.options],
        "questions": [_data(each) for each in question.items],
    }
    return {name: value for name, value in told.items() if value}
