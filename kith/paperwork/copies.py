"""An edition as others take it over: words to paste into another system, and a FHIR R4 QuestionnaireResponse."""

from kith.questionnaires.answering import response
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.sources import BASE

from .editions import answers_in
from .models import Edition, Showing
from .queries import latest_outcome, otherwise_of

SEEN_DIFFERENTLY = BASE + "seen-differently"
OPEN = "(not answered)"


def as_words(edition: Edition) -> str:
    """Numbers, questions and answers; then what the individual sees differently, and what they said."""
    filling = edition.filling
    lines = [filling.sheet.form.title, f"About {_name(edition)}"]
    lines += [_line(each) for each in edition.lines if each["kind"] != "words"]
    lines += ["", *(f"{filling.individual.called} sees it differently: {each.words}" for each in otherwise_of(filling))]
    return "\n".join([*lines, how_it_was_agreed(edition)]).strip() + "\n"


def _line(each: dict) -> str:
    asked = f"{each['number']} {each['words']}".strip()
    return f"\n{asked}" if each["kind"] == "heading" else f"\n{asked}\n{each['answer'] or OPEN}"


def how_it_was_agreed(edition: Edition) -> str:
    """“Greg read this on 3 December 2026 and agreed.”"""
    name, showing, outcome = edition.filling.individual.called, edition.showing, latest_outcome(edition)
    day = f"{showing.told_at:%-d %B %Y}"
    if showing.how == Showing.How.DECLINED:
        return f"{name} would rather not look at this ({day})."
    if outcome is None:
        return f"{name} was shown this on {day}."
    if outcome.says == outcome.Says.AGREES:
        return f"{name} read this on {day} and said that it is right."
    return f"{name} read this on {day} and said that something should be different: {outcome.words}".rstrip(": ")


def as_fhir(edition: Edition) -> dict:
    """The answers for another system, with what the individual sees differently."""
    filling = edition.filling
    found = response(
        form_of(filling.sheet.form),
        answers_in(edition),
        status="completed",
        authored=edition.made_at,
        public_id=edition.public_id,
        subject=_name(edition),
        author=edition.made_by.name,
    )
    otherwise = [{"url": SEEN_DIFFERENTLY, "valueString": each.words} for each in otherwise_of(filling)]
    return found | ({"extension": otherwise} if otherwise else {})


def _name(edition: Edition) -> str:
    individual = edition.filling.individual
    return individual.full_name or individual.called
