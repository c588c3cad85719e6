"""What the file for another system holds besides what the page to read tells: shown in words before it is taken."""

from collections.abc import Iterable, Iterator

from kith.introductions.models import Introduction

from .fhir import bundle_of
from .fhir.introductions import asked_by
from .prsb import Said, Section, filled
from .queries.whole import Whole, place_name, without_forms

DAYS = "When each goal, step and yes began, and since when I have had a plan here."


def also_in_file(whole: Whole) -> tuple[Section, ...]:
    """In the order of the plan; what says nothing is left out."""
    return filled(_all(whole))


def _all(whole: Whole) -> Iterator[tuple[str, Iterable[Said]]]:
    individual = whole.individual
    has_more = individual.full_name and individual.full_name != individual.called
    yield "My whole name", [Said(individual.full_name)] if has_more else []
    yield "Where it goes on", _where(whole)
    yield "What to bring", [_of(each, each.to_bring) for each in whole.introductions if each.to_bring.strip()]
    yield "Who runs each place", map(_run_by, filter(_has_organisation, whole.introductions))
    yield "Who asked", [_of(each, asked_by(whole, each)["display"]) for each in whole.introductions]
    yield "Whole names of those who wrote something, promised it or asked for it", map(Said, _whole_names(whole))
    yield "Days", [Said(DAYS)]


def _of(introduction: Introduction, words: str) -> Said:
    return Said(f"{place_name(introduction.activity)}: {words}")


def _where(whole: Whole) -> list[Said]:
    return [
        Said(f"{goal.words}: {place_name(goal.activity)}") for goal in whole.commitments if _is_named(goal.activity)
    ]


def _is_named(activity) -> bool:
    return activity is not None and not activity.keep_to_ourselves


def _has_organisation(introduction: Introduction) -> bool:
    return _is_named(introduction.activity) and introduction.activity.organisation is not None


def _run_by(introduction: Introduction) -> Said:
    return _of(introduction, introduction.activity.organisation.name)


def _whole_names(whole: Whole) -> list[str]:
    """Only of those at whom something in the file points."""
    found = [entry["resource"] for entry in bundle_of(without_forms(whole))["entry"]]
    return [each["name"][0]["text"] for each in found if each["resourceType"] == "Practitioner"]
