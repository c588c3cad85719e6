"""Who is named: the individual, those who support them, and helpers who hold a step. No way to reach anybody."""

from kith.interop.queries.whole import Whole
from kith.introductions.wording import first_name

from .values import HOME, Resource, points_at


def patient(whole: Whole) -> Resource:
    """The individual: what they are called, and nothing else that Kith may know."""
    individual = whole.individual
    names = [{"use": "usual", "text": individual.called}]
    if individual.full_name and individual.full_name != individual.called:
        names.append({"text": individual.full_name})
    return {
        "resourceType": "Patient",
        "id": individual.public_id,
        "identifier": [{"system": f"{HOME}individual", "value": individual.public_id}],
        "active": individual.closed_at is None,
        "name": names,
    }


def practitioners(whole: Whole) -> list[Resource]:
    """Those who support them or promised something, each once."""
    named = {user.public_id: user for user in whole.workers}
    return [
        {"resourceType": "Practitioner", "id": user.public_id, "name": [{"text": user.name}]} for user in named.values()
    ]


def helpers(whole: Whole) -> list[Resource]:
    """Whoever holds a step, by first name."""
    holding = {step.helper.public_id: step.helper for step in whole.steps if step.helper}
    return [
        {
            "resourceType": "RelatedPerson",
            "id": helper.public_id,
            "patient": points_at("Patient", whole.individual.public_id),
            "relationship": [{"text": "Lends a hand"}],
            "name": [{"text": first_name(helper.name)}],
        }
        for helper in holding.values()
    ]


def the_individual(whole: Whole) -> Resource:
    """Whose plan it is."""
    return points_at("Patient", whole.individual.public_id, whole.individual.called)


def somebody(whole: Whole, user) -> Resource:
    """Whoever has this account: the individual themselves, or somebody who supports them."""
    if user.pk == whole.individual.user_id:
        return the_individual(whole)
    return points_at("Practitioner", user.public_id, user.name)
