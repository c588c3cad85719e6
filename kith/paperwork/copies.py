"""An edition as others take it over: words to paste into another system, and a FHIR R4 QuestionnaireResponse."""

from django.utils import timezone

from kith.questionnaires.answering import missing, response
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.sources import BASE

from .editions import answers_in
from .models import Edition, Otherwise, Outcome, Showing
from .queries import latest_outcome, otherwise_of

SEEN_DIFFERENTLY = BASE + "seen-differently"
HOW_AGREED = BASE + "how-it-was-agreed"
OPEN = "(not answered)"


def as_words(edition: Edition) -> str:
    """Numbers, questions and answers; then what the individual sees differently, and what they said."""
    filling = edition.filling
    lines = [filling.sheet.form.title, f"About {_name(edition)}"]
    lines += lines_in_words(edition.lines)
    lines += ["", *map(_otherwise, otherwise_of(filling))]
    return "\n".join([*lines, how_it_was_agreed(edition)]).strip() + "\n"


def lines_in_words(lines: list[dict]) -> list[str]:
    """Each heading, and each question with its answer."""
    return [_line(each) for each in lines if each["kind"] != "words"]


def _line(each: dict) -> str:
    asked = f"{each['number']} {each['words']}".strip()
    return f"\n{asked}" if each["kind"] == "heading" else f"\n{asked}\n{each['answer'] or OPEN}"


def how_it_was_agreed(edition: Edition) -> str:
    """“Greg read this, and said on 3 December 2026 that it is right.”"""
    name, showing, outcome = edition.filling.individual.called, edition.showing, latest_outcome(edition)
    if outcome is None:
        rather_not = showing.how == Showing.How.DECLINED
        what = f"{name} would rather not look at this" if rather_not else f"{name} was shown this"
        return f"{what} ({_day(showing.told_at)}{_as_told(showing)})."
    is_right = outcome.says == Outcome.Says.AGREES
    said = "that it is right" if is_right else "that something should be different"
    words = f" “{outcome.words}”" if outcome.words else ""
    return f"{name} said {said} ({_day(outcome.said_at)}{_as_told(outcome)}).{words}"


def _day(moment) -> str:
    return f"{timezone.localtime(moment):%-d %B %Y}"


def _as_told(said) -> str:
    return f", as told to {said.told_by.name}" if said.as_told else ""


def _otherwise(each: Otherwise) -> str:
    told = f" (as told to {each.written_by.name})" if each.as_told else ""
    return f"{each.filling.individual.called} sees it differently{told}: {each.words}"


def as_fhir(edition: Edition) -> dict:
    """The answers for another system, with what the individual sees differently."""
    filling = edition.filling
    form, answers = form_of(filling.sheet.form), answers_in(edition)
    found = response(
        form,
        answers,
        status="in-progress" if missing(form, answers) else "completed",
        authored=edition.made_at,
        public_id=edition.public_id,
        subject=_name(edition),
        author=edition.made_by.name,
    )
    said = [{"url": HOW_AGREED, "valueString": how_it_was_agreed(edition)}]
    said += [{"url": SEEN_DIFFERENTLY, "valueString": _otherwise(each)} for each in otherwise_of(filling)]
    return found | {"extension": said}


def _name(edition: Edition) -> str:
    individual = edition.filling.individual
    return individual.full_name or individual.called
