"""Reads an agency's form: a FHIR R4 Questionnaire (JSON) becomes a `Form`, or is turned away in one sentence.

    form = read(path.read_bytes(), known_sources={"name", "direction"})   # or raises Refused("Line 14: …")

The file is looked at three times: as JSON within bounds (`located`), as FHIR R4 (`fhir.resources`, whose R4B agrees
with R4 for forms), and as a form that Kith can ask (`items`, `conditions`). What Kith would have to leave out, and so
change what a form asks, turns the file away: hidden questions, kinds it does not know, lists of choices kept
elsewhere, conditions on later questions. Regular expressions in a file are never run. Markup in words turns it away.
"""

from collections.abc import Collection, Iterator
from typing import Any

from . import conditions, items, totals
from .located import Located, parse, refuse_at
from .marks import extensions, plain
from .sources import ABOUT_MONEY, is_of_the_budget, may_stand_in_a_form_about_money
from .strictness import refuse_unless_marks_are_read, refuse_unless_strict
from .structure import Form

MOST_QUESTIONS = 5_000
MOST_OPTIONS = 20_000
LONGEST_WORDS = 10_000
LONGEST_LINK_ID = 255
MOST_CONDITIONS = 30  # of one question
DEEPEST_REPEATS = 4  # repeating groups inside each other


def read(content: str | bytes, known_sources: Collection[str]) -> Form:
    """The form that a file holds. `known_sources`: the names a question may be filled from."""
    return read_found(parse(content), known_sources)


def read_found(found: Located, known_sources: Collection[str]) -> Form:
    """The same for a form that stands inside another file; lines are those of the file."""
    _refuse_unless_questionnaire(found)
    refuse_unless_strict(found)
    refuse_unless_marks_are_read(found)
    form = _understood(found)
    _refuse_sources(form, known_sources)
    return form


def read_kept(content: str) -> Form:
    """A form that was loaded before. What has been turned away only since then is borne, so that answers are still
    there; a mark about money that was not understood then counts."""
    found = parse(content)
    _refuse_unless_questionnaire(found)
    return _understood(found)


def _refuse_unless_questionnaire(found: Located) -> None:
    if found.get("resourceType") != "Questionnaire":
        refuse_at(found, "this is not a FHIR Questionnaire.")
    _refuse_unless_fhir(found)


def _understood(found: Located) -> Form:
    _refuse_what_is_too_much(found)
    form = _form(found)
    _refuse_deep_repeats(form)
    conditions.refuse_unless_they_fit(form)
    totals.refuse_unless_they_fit(form)
    return form


def _form(found: Located) -> Form:
    for name in ("url", "version", "title"):
        if not found.get(name, "").strip():
            refuse_at(found, f"the form has no “{name}”. It needs one, so that it can be known again.")
    if "modifierExtension" in found:
        refuse_at(found, "it has a “modifierExtension”, which Kith does not know.")
    return Form(
        url=plain(found, "url", 500),
        version=plain(found, "version", 100),
        title=plain(found, "title", 300),
        is_marked_about_money=_is_marked(found),
        questions=items.questions(found),
        words=plain(found, "description", LONGEST_WORDS),
        publisher=plain(found, "publisher", 300),
        name=plain(found, "name", 300),
    )


def _is_marked(found: Located) -> bool:
    """Anything but a plain `false` says that the form is about money."""
    return any(each.get("valueBoolean") is not False for each in extensions(found, ABOUT_MONEY))


def _refuse_unless_fhir(found: Located) -> None:
    from fhir.resources.R4B.questionnaire import Questionnaire  # loads slowly
    from pydantic import ValidationError

    try:
        Questionnaire.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        refuse_at(_at(found, first["loc"]), _in_words(first))
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError):
        # the library itself stumbles over some, such as a contained “resourceType” that is a number
        refuse_at(found, "it is not written as FHIR R4 has it.")


def _at(found: Any, steps: tuple[int | str, ...]) -> object:
    """The innermost object that the steps lead to."""
    innermost = found
    for step in steps:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            break
        innermost = found if isinstance(found, Located) else innermost
    return innermost


def _in_words(error) -> str:
    name = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "this")
    if error["type"] == "extra_forbidden":
        return f"“{name[:60]}” is not a part that FHIR R4 has here."
    if error["type"].endswith("missing"):
        return f"“{name[:60]}” is missing."
    return f"“{name[:60]}” is not written as FHIR R4 has it."


def _refuse_what_is_too_much(found: Located) -> None:
    every = list(_items(found))
    if not every:
        refuse_at(found, "the form has no questions.")
    if len(every) > MOST_QUESTIONS:
        refuse_at(every[MOST_QUESTIONS], f"the form has more than {MOST_QUESTIONS:,} questions.")
    if sum(len(each.get("answerOption", ())) for each in every) > MOST_OPTIONS:
        refuse_at(found, f"the form has more than {MOST_OPTIONS:,} choices.")
    seen: set[str] = set()
    for each in every:
        link_id = each["linkId"] if isinstance(each.get("linkId"), str) else ""
        if not link_id.strip() or link_id in seen:
            refuse_at(each, f"“linkId” {f'“{link_id}” stands twice' if link_id.strip() else 'is missing'}.")
        if len(link_id) > LONGEST_LINK_ID or len(each.get("enableWhen", ())) > MOST_CONDITIONS:
            refuse_at(each, f"question “{link_id[:40]}” has too long a “linkId”, or too many conditions.")
        seen.add(link_id)


def _items(found: Located) -> Iterator[Located]:
    for each in found.get("item", ()):
        yield each
        yield from _items(each)


def _refuse_deep_repeats(form: Form) -> None:
    for standing in form.index.values():
        if len(standing.groups) > DEEPEST_REPEATS:
            refuse_at(standing.question, "too many groups that repeat stand inside each other.")


def _refuse_sources(form: Form, known: Collection[str]) -> None:
    for question in form.all_questions():
        if question.source and (reason := _cannot_be_filled_from(question.source, form, known)):
            refuse_at(question, reason)


def _cannot_be_filled_from(source: str, form: Form, known: Collection[str]) -> str | None:
    if source not in known:
        return f"“{source[:60]}” is nothing that Kith could fill an answer from."
    if is_of_the_budget(source) and not form.is_marked_about_money:
        return f"a form that is filled from “{source}” is about money. Please say so: add “{ABOUT_MONEY}”, true."
    if form.about_money and not may_stand_in_a_form_about_money(source):
        return f"a form about money may not be filled from “{source}”."
    return None
