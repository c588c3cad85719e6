"""Reminders: what people choose, and what is sent by itself. Texts and emails say only that there is something."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, permit
from kith.access.refusal import refuse_if
from kith.messaging import sweeping
from kith.messaging.models import Reminder, ReminderWishes, Sweep, WorkerWishes
from kith.messaging.queries import reminding as queries
from kith.messaging.queries import wishes as chosen
from kith.messaging.reminding import kinds, readers, wording
from kith.messaging.reminding.rules import cannot_be_so_many_days
from kith.people import actions as people
from kith.people import reaching
from kith.people.models import Individual, User
from kith.people.writer import is_the_individual

Kind, State = Reminder.Kind, Reminder.State
SWEEP, NOTHING, SENT, NO_WAY, LET_BE = "reminders", "nothing", "sent", "no way", "let be"
TO_WORKER = (Kind.BRIEF, Kind.WORKER_PROMISE, Kind.VISIT)


@action
def choose_reminders(*, individual: Individual, by: Actor, **wished: bool) -> ReminderWishes:
    """What they want to be reminded of; what is left out is off."""
    permit(by, Permission.WRITE_REMINDERS, individual)
    hold(individual)
    wishes = chosen.wishes_of(individual)
    for name in chosen.USUAL:
        setattr(wishes, name, bool(wished.get(name)))
    wishes.chosen_by_id, wishes.chosen_at = by.user_id, clock.now()
    wishes.chosen_by_individual = is_the_individual(by, individual)
    wishes.save()
    trail.record("reminders chosen", by=by, individual=individual)
    return wishes


@action
def choose_own_reminders(*, user: User, by: Actor, brief_days: int, **wished: bool) -> WorkerWishes:
    """What a worker wants to be reminded of, chosen by themselves."""
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose for somebody else")
    refuse_if(cannot_be_so_many_days(brief_days))
    hold(user)
    wishes = chosen.worker_wishes_of(user)
    wishes.brief_days = brief_days
    for name in ("promises", "visits", "listings"):
        setattr(wishes, name, bool(wished.get(name)))
    wishes.save()
    trail.record("own reminders chosen", by=by, about=f"user {user.public_id}")
    return wishes


def remind(
    *, by: Actor, now: datetime | None = None, goes_on: Callable[[], bool] = sweeping.never_stops
) -> Counter[str]:
    """Sends everything that is due, by day: once, however often it is called. Gives counts: sent, no way, let be.
    Each is an action of its own, so that it may end anywhere and go on from there."""
    with clock.at(now or clock.now()):
        if not sweeping.is_daytime():
            return Counter()
        counts = Counter(_let_be_what_is_too_late(by, goes_on))
        for due in kinds.due(clock.now()):
            one = partial(_one, remind_of, kind=due.kind, by=by)
            counts += sweeping.go_through(due.rows, one, goes_on)
        week = clock.today() - timedelta(days=clock.today().weekday())
        keepers = queries.keepers_of_old_listings(week)
        counts += sweeping.go_through(keepers, lambda user: remind_of_listings(user=user, week=week, by=by), goes_on)
        if goes_on():
            looked_through(let_be=counts[LET_BE], by=by)
        return counts


@action
def remind_of(*, kind: str, row, by: Actor) -> str:
    """One reminder of a meeting, goal, step or first visit, once. `row` knows its `individual` and its `on_day`."""
    permit(by, Permission.REMIND, row.individual)
    if queries.is_reminded(kind, row.public_id, row.on_day):
        return NOTHING
    reader = readers.reader_for(kind, row, clock.now()) if kind in TO_WORKER else None
    letter = _to_worker(kind, row, reader) if kind in TO_WORKER else _to_individual(kind, row)
    to = reader.user if reader else None
    state = State.SENT if letter else _why_not(kind, row)
    _keep(kind, row.public_id, row.on_day, state, letter, individual=row.individual, to=to)
    trail.record("reminded" if letter else "not reminded: no way", by=by, about=row, individual=row.individual)
    return SENT if letter else NO_WAY


@action
def remind_of_listings(*, user: User, week, by: Actor) -> str:
    """One email in a week, to whoever keeps listings that nobody has checked for long."""
    permit(by, Permission.READ_LISTINGS)
    if queries.is_reminded(Kind.LISTINGS, user.public_id, week):
        return NOTHING
    letter = people.write_to_worker(
        user,
        kind=wording.LETTERS[Kind.LISTINGS],
        cause=f"user {user.public_id}",
        subject=wording.SUBJECTS[Kind.LISTINGS],
        words=wording.of_listings(queries.old_listings_of(user)),
        read_at=settings.PUBLIC_URL + reverse("ideas:community"),
        once=f"{Kind.LISTINGS} {user.public_id} {week.isoformat()}",
    )
    _keep(Kind.LISTINGS, user.public_id, week, State.SENT if letter else State.NO_WAY, letter, to=user)
    return SENT if letter else NO_WAY


@action
def let_be(*, kind: str, row, by: Actor) -> str:
    """Its time passed while nobody looked: kept, so that it is not sent, and counted."""
    permit(by, Permission.REMIND, row.individual)
    if queries.is_reminded(kind, row.public_id, row.on_day):
        return NOTHING
    to = readers.worker_for(row) if kind in TO_WORKER else None
    about = {"kind": kind, "about": row.public_id, "on": row.on_day, "individual": row.individual, "to": to}
    Reminder.objects.create(**about, state=State.LATE, at=clock.now())
    trail.record("not reminded: too late", by=by, about=row, individual=row.individual)
    return LET_BE


@action
def looked_through(*, let_be: int, by: Actor) -> None:
    """Everything due was gone through at this instant."""
    permit(by, Permission.REMIND)
    told = {"let_be": let_be, "let_be_at": clock.now()} if let_be else {}
    Sweep.objects.update_or_create(name=SWEEP, defaults={"done_at": clock.now(), **told})


def _one(act: Callable[..., str], row, **kwargs) -> str:
    return act(row=row, **kwargs)


def _let_be_what_is_too_late(by: Actor, goes_on: Callable[[], bool]) -> Counter[str]:
    since, counts = queries.last_looked(SWEEP), Counter()
    for due in kinds.too_late(since, clock.now()) if since else ():
        counts += sweeping.go_through(due.rows, partial(_one, let_be, kind=due.kind, by=by), goes_on)
    return counts


def _to_individual(kind: str, row):
    return people.write_to(
        row.individual,
        kind=wording.LETTERS[kind],
        cause=wording.cause(row),
        words=wording.words(kind, row),
        read_at=wording.read_at(kind, row),
        once=wording.once(kind, row),
        takes_replies=True,
        goes_stale_at=wording.no_use_after(kind, row),
    )


def _to_worker(kind: str, row, reader: readers.Reader | None):
    """To the worker, or to whoever covers while they are away, if such reminders are wanted."""
    if reader is None or not reader.wishes(kind):
        return None
    away = reader.instead_of
    return people.write_to_worker(
        reader.user,
        kind=wording.LETTERS[kind],
        cause=wording.cause(row),
        subject=wording.SUBJECTS[kind],
        words=wording.to_cover(kind, row, away.first_name) if away else wording.words(kind, row),
        read_at=wording.read_at(kind, row),
        once=wording.once(kind, row),
    )


def _why_not(kind: str, row) -> str:
    """Why there is no letter: there is no way to them; or there is one, by which nothing may be said."""
    if kind in TO_WORKER:
        return State.NO_WAY
    channel, to = reaching.reached_at(row.individual)
    letter = {"words": wording.words(kind, row), "read_at": wording.read_at(kind, row), "channel": channel}
    return State.UNSAID if to and reaching.says_nothing(row.individual, **letter) else State.NO_WAY


def _keep(kind: str, about: str, on, state: str, letter, *, individual=None, to=None) -> None:
    Reminder.objects.create(
        kind=kind,
        about=about,
        on=on,
        individual=individual,
        to=to,
        state=state,
        letter=letter.public_id if letter else "",
        at=clock.now(),
    )
