"""A request comes in, its clock stands still or runs longer, and it is answered."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual
from kith.rights import letters, rules
from kith.rights.counting import last_day
from kith.rights.models import Pause, Request
from kith.rights.queries.complaints import who_had_copies
from kith.rights.queries.requests import lead_for, leads, open_request_of


@action
def ask(
    *, individual: Individual, kind: str, by: Actor, words: str = "", came: str = "", received_on: date | None = None
) -> Request:
    """The individual asks, or somebody writes down that they did. Asked twice before it is answered, it is one
    request; the first day counts."""
    permit(by, Permission.ASK_ABOUT_INFORMATION, individual)
    hold(individual)
    today = clock.today()
    refuse_if(rules.cannot_ask(kind, words, received_on or today, today))
    if already := open_request_of(individual, kind, words=words.strip() if kind == Request.Kind.CORRECT else None):
        return already
    wanted = individual.rights_requests.create(
        kind=kind,
        words=words.strip(),
        came=_how_it_came(individual, came, by),
        received_on=received_on or today,
        made_by_id=account_of(by),
        made_at=clock.now(),
        lead=lead_for(individual),
    )
    tell_leads(f"request {wanted.public_id}")
    trail.record(f"asked for: {kind}", by=by, about=wanted, individual=individual)
    return wanted


def _how_it_came(individual: Individual, came: str, by: Actor) -> str:
    """Only they themselves asked on their own page."""
    if is_the_individual(by, individual):
        return Request.Came.HERE
    if came == Request.Came.LETTER:
        return came
    return Request.Came.SAID if by.foremost_role(individual) is Role.RIGHTS_LEAD else Request.Came.TOLD


def tell_leads(cause: str, words: str = letters.ASKS) -> None:
    """In one line that names nobody, once for each cause."""
    page = settings.PUBLIC_URL + reverse("home:front")
    for lead in leads():
        people.write_to_worker(
            lead,
            kind=letters.TO_LEAD,
            cause=cause,
            words=f"{words}.",
            read_at=page,
            once=f"{cause} {lead.public_id}",
        )


@action
def take_back(*, wanted: Request, by: Actor) -> Request:
    """The individual does not want it any more, or said so."""
    permit(by, Permission.ASK_ABOUT_INFORMATION, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on(wanted))
    _end(wanted, Request.Outcome.TAKEN_BACK, "")
    trail.record("request taken back", by=by, about=wanted, individual=wanted.individual)
    return wanted


@action
def take_on(*, wanted: Request, by: Actor) -> Request:
    """Another lead sees to it from now on."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on(wanted))
    wanted.lead_id = account_of(by)
    wanted.save(update_fields=["lead"])
    trail.record("request taken on", by=by, about=wanted, individual=wanted.individual)
    return wanted


@action
def pause(*, wanted: Request, kind: str, words: str, by: Actor) -> Pause:
    """The clock stands still until the individual has answered; they are told that there is a question."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_pause(wanted, kind, words))
    about = {"begins_on": clock.today(), "begun_by_id": account_of(by)}
    begun = wanted.pauses.create(kind=kind, words=words.strip(), **about)
    tell(wanted, letters.WE_ASK_YOU)
    trail.record(f"clock stands still: {kind}", by=by, about=wanted, individual=wanted.individual)
    return begun


@action
def go_on_counting(*, wanted: Request, by: Actor) -> Request:
    """What was asked is known, so the clock goes on."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on_counting(wanted))
    wanted.pauses.filter(ends_on=None).update(ends_on=clock.today())
    trail.record("clock goes on", by=by, about=wanted, individual=wanted.individual)
    return wanted


@action
def take_longer(*, wanted: Request, because: str, by: Actor) -> Request:
    """Two months more, with the reason, which the individual reads."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    today = clock.today()
    month_ends = last_day(wanted.received_on, False, wanted.pauses.all(), today)
    refuse_if(rules.cannot_take_longer(wanted, because, today, month_ends))
    wanted.longer_because, wanted.longer_said_on = because.strip(), today
    wanted.save(update_fields=["longer_because", "longer_said_on"])
    tell(wanted, letters.TAKES_LONGER)
    trail.record("request takes longer", by=by, about=wanted, individual=wanted.individual)
    return wanted


@action
def answer(*, wanted: Request, outcome: str, words: str, by: Actor) -> Request:
    """What became of it, in words the individual reads on their page."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_answer(wanted, outcome, words))
    if wanted.kind == Request.Kind.CORRECT and outcome != Request.Outcome.NOT:
        refuse_if(rules.cannot_leave_untold([each.who for each in who_had_copies(wanted) if not each.how]))
    _end(wanted, outcome, words)
    tell(wanted, letters.THERE_IS_AN_ANSWER)
    trail.record(f"request answered: {outcome}", by=by, about=wanted, individual=wanted.individual)
    return wanted


def _end(wanted: Request, outcome: str, words: str) -> None:
    now = clock.now()
    wanted.pauses.filter(ends_on=None).update(ends_on=clock.today())
    wanted.outcome, wanted.answer, wanted.ended_at = outcome, words.strip(), now
    wanted.save(update_fields=["outcome", "answer", "ended_at"])


def tell(wanted: Request, words: str) -> None:
    """By the way they like. Within the action that causes it."""
    people.write_to(wanted.individual, kind=letters.ABOUT_REQUEST, cause=f"request {wanted.public_id}", words=words)
