"""How somebody is reached, and how safely: kept by themselves, or by their worker as they told it."""

from datetime import time
from typing import TypedDict, Unpack

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.design import phones
from kith.people import reasons, rules, wish_rules
from kith.people.models import ContactWishes, Individual
from kith.people.wishes import a_year_on, wishes_of
from kith.people.writer import account_of, is_the_individual

REACH = ("called", "full_name", "phone", "reached_by", "email")


class Reach(TypedDict, total=False):
    """What they like to be called, and where they are reached. Only the name is needed."""

    called: str
    full_name: str
    email: str
    phone: str
    reached_by: str


class Wished(TypedDict, total=False):
    """What may be wished; what is left out stays as it is."""

    channels: list[str]
    safe_from: time | None
    safe_until: time | None
    safe_days: list[int]
    post_to: str
    may_write_there: bool
    letter_name: str
    may_leave_voicemail: bool
    may_say_who_we_are: bool
    shared: list[str]
    says_words: bool
    links_in_texts: bool
    wants_news: bool
    print_size: str
    easy_words: bool
    language_note: str
    easier: str
    avoid: str
    if_worried: str


@action
def change_reach(*, individual: Individual, by: Actor, **reach: Unpack[Reach]) -> Individual:
    """What they like to be called, and how they are reached. The address of an account is changed elsewhere."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    hold(individual)
    _reach_like(individual, reach)
    refuse_if(wish_rules.cannot_like(individual.reached_by, wishes_of(individual).channels))
    individual.save(update_fields=REACH)
    trail.record("how to reach them changed", by=by, about=individual, individual=individual)
    return individual


@action
def keep_wishes(
    *,
    individual: Individual,
    by: Actor,
    reach: Reach | None = None,
    kept_a_code: bool = False,
    **wished: Unpack[Wished],
) -> ContactWishes:
    """How they may safely be reached, as they say it or as they told it; and `reach`, where that changes with it.
    It is asked again a year on. `kept_a_code`: words that look like a code to get in are kept all the same."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    hold(individual)
    wishes, today = wishes_of(individual), clock.today()
    _reach_like(individual, reach or {})
    for name, value in wished.items():
        setattr(wishes, name, value.strip() if isinstance(value, str) else value)
    refuse_if(wish_rules.cannot_like(individual.reached_by, wishes.channels) or _cannot_keep(wishes))
    wishes.told_to_id = None if is_the_individual(by, individual) else account_of(by)
    wishes.asked_on, wishes.review_on = today, a_year_on(today)
    wishes.save()
    individual.save(update_fields=REACH)
    if kept_a_code:
        trail.record("entry code kept anyway", by=by, about=individual, individual=individual)
    trail.record("contact wishes kept", by=by, about=individual, individual=individual)
    return wishes


def _cannot_keep(wishes: ContactWishes) -> str | None:
    safe = (wishes.channels, wishes.safe_from, wishes.safe_until, wishes.safe_days)
    return wish_rules.cannot_be_safe(*safe) or wish_rules.cannot_write_there(wishes.may_write_there, wishes.post_to)


def _reach_like(individual: Individual, reach: Reach) -> None:
    """Puts it on the row, which the action then saves. Nothing said changes nothing."""
    if not reach:
        return
    called, phone, email = reach.get("called", ""), reach.get("phone", ""), reach.get("email", "")
    refuse_if(rules.cannot_be_named(called) or rules.cannot_be_rung(phone))
    refuse_if(reasons.cannot_use_address(email, individual))
    individual.called, individual.full_name = called.strip(), reach.get("full_name", "").strip()
    individual.phone = phones.read(phone) or phone.strip()
    individual.reached_by = reach.get("reached_by", Individual.Channel.IN_PERSON)
    if individual.user is None or not individual.user.email:
        individual.email = email.strip().lower()
