"""All of it in one file: a collection.

A document would be signed and speak in somebody's name, and a transaction would ask another system to do something.
This is neither: it is what stands in a plan, gathered at one moment.
"""

from collections.abc import Iterator
from typing import Any

from kith.interop.queries.whole import Whole

from . import forms, goals, introductions, people, plan, ratings, shares, steps
from .values import HOME, Resource, moment, without_gaps


def bundle_of(whole: Whole) -> Resource:
    """The bundle, ready for `json.dumps`."""
    own = list(_resources(whole))
    meant = set(_pointed_at(own))
    named = [each for each in _named(whole) if _name(each) in meant]
    return without_gaps(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "timestamp": moment(whole.at),
            "entry": [{"fullUrl": f"{HOME}{_name(each)}", "resource": each} for each in (*own, *named)],
        }
    )


def _resources(whole: Whole) -> Iterator[Resource]:
    yield people.patient(whole)
    yield plan.care_plan(whole)
    yield from goals.direction(whole)
    yield from goals.goals(whole)
    yield from goals.results(whole)
    yield from ratings.ratings(whole)
    yield from steps.steps(whole)
    yield from introductions.introductions(whole)
    yield from shares.consents(whole)
    yield from forms.forms(whole)


def _named(whole: Whole) -> Iterator[Resource]:
    """Others, who are in it only where something points at them."""
    yield from people.practitioners(whole)
    yield from people.helpers(whole)
    yield from introductions.places(whole)
    yield from introductions.organisations(whole)


def _name(resource: Resource) -> str:
    return f"{resource['resourceType']}/{resource['id']}"


def _pointed_at(part: Any) -> Iterator[str]:
    """Everything that is pointed at, wherever it stands."""
    inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    if isinstance(part, dict) and isinstance(part.get("reference"), str):
        yield part["reference"]
    for each in inside:
        yield from _pointed_at(each)
