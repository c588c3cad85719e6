"""What a place's own form asks, what to bring and what it costs, told by the listing; and how it will be paid for."""

import re
from dataclasses import dataclass

from kith.directory.models import Activity
from kith.goals.models import Helper, Step
from kith.local_knowledge.listings import facts_of, web_address, web_words
from kith.people.models import Individual

from .models import Introduction

PAY = "Find out how {place} will be paid for"
TERMS = ("Cost", "What to buy first", "Fares", "In all", "Funding", "Put a name down by")
APART = re.compile(r"\s*(?:[\n;,•]+|\.\s)\s*")


@dataclass(frozen=True)
class Told:
    """For the page of an introduction: facts as (term, words), and the step of paying if there is one."""

    form_asks: str
    facts: list[tuple[str, str]]
    pay: Step | None
    asks_to_pay: bool
    helpers: list[Helper]


def told_of(introduction: Introduction) -> Told:
    """What the listing says, and who could see to it. Two looks."""
    activity, individual = introduction.activity, introduction.individual
    pay = pay_step(individual, activity)
    known = [(term, words) for term, words in facts_of(activity) if term in TERMS]
    bring = [("What to bring", introduction.to_bring)] if introduction.to_bring else []
    helpers = _helpers(individual)
    facts = bring + known if bring or is_to_be_paid(activity) else []  # that it is free is told elsewhere
    return Told(activity.form_asks, facts, pay, pay is None and is_to_be_paid(activity), helpers)


def of_a_listing(individual: Individual, activity: Activity) -> Told | None:
    """The same of a listing that they kept, before anybody is introduced there; None where it costs nothing."""
    if not is_to_be_paid(activity):
        return None
    pay = pay_step(individual, activity)
    return Told("", [], pay, pay is None, _helpers(individual))


def cannot_ask_how_it_is_paid(activity: Activity) -> str | None:
    """Why there is nothing to find out."""
    return None if is_to_be_paid(activity) else "Nothing is known of a cost there, so there is nothing to find out."


def is_to_be_paid(activity) -> bool:
    """Whether the listing says that it costs something, or needs funding."""
    if activity.needs_funding or activity.kit_words or activity.price_pence:
        return True
    return bool(activity.cost_words) and not activity.is_free


def pay_step(individual: Individual, activity: Activity) -> Step | None:
    """The step of finding out how it will be paid for."""
    steps = Step.objects.filter(individual=individual, activity=activity, words=PAY.format(place=activity.name))
    return steps.select_related("helper").order_by("-pk").first()


def lines_of(form_asks: str) -> list[str]:
    """Each thing that the form asks, to write beside."""
    return [part.strip().rstrip(".") for part in APART.split(form_asks) if part.strip(" .")]


def own_page(activity) -> tuple[str, str]:
    """Their own page, where the form may be; as an address and as people write it."""
    address = web_address(activity)
    return address, web_words(address)


def _helpers(individual: Individual) -> list[Helper]:
    """A few who could see to it."""
    return list(individual.helpers.all()[:3])


def who_holds(individual: Individual, owner: str) -> dict:
    """`owner` is the individual, the worker, or a helper's public id; as a step takes it."""
    helper = individual.helpers.filter(public_id=owner).first()
    return {"owner": "helper", "helper": helper} if helper else {"owner": owner}
