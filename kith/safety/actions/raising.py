"""Somebody raises a worry about safety; it reaches a lead at once, and the next one when nobody sees to it."""

from collections.abc import Callable

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.known_by import administrators
from kith.people.models import Individual, Team, User
from kith.people.queries import teams_of
from kith.people.writer import account_of
from kith.safety import queries, rules
from kith.safety.models import Concern
from kith.safety.queries.concerns import OPENED, can_open, next_lead, unread_too_long, waits_too_long

from . import telling


@action
def raise_concern(  # noqa: PLR0913 - what a lead has to know at once
    *,
    saw: str,
    safe_now: str,
    knows: str,
    is_about_staff: bool,
    by: Actor,
    individual: Individual | None = None,
    whom: str = "",
) -> Concern:
    """The first lead hears at once, and the team's managers do where it is not about somebody of the team. Its trail
    is that of the install: the individual is told by a person, and not by a line that they come across. Pressed twice,
    it is one."""
    permit(by, Permission.SAY_WORRIED, individual)
    refuse_if(rules.cannot_raise(saw, whom, is_named=individual is not None))
    user = User.objects.get(pk=account_of(by))
    hold(user)
    said = {"saw": saw, "safe_now": safe_now, "knows": knows, "is_about_staff": is_about_staff}
    role, team = by.foremost_role(individual), _team_of(user, individual)
    return _reaches(by, individual, team, whom=whom, raised_by=user, raised_as=role.value, **said)


@action
def raise_from_place(  # noqa: PLR0913 - the same, and who says so
    *,
    saw: str,
    safe_now: str,
    knows: str,
    is_about_staff: bool,
    by: Actor,
    individual: Individual,
    whom: str = "",
    said_by: str,
) -> Concern:
    """A place's own link is enough. `individual`: whose introduction it came with; with `whom` it is about somebody
    else, and it goes to the same people. Who wrote it is what they say themselves."""
    permit(by, Permission.SAY_WORRIED, individual)
    refuse_if(rules.cannot_raise(saw, whom, is_named=True))
    hold(individual)
    about = None if whom.strip() else individual
    said = {"saw": saw, "safe_now": safe_now, "knows": knows, "is_about_staff": is_about_staff}
    role = by.foremost_role(individual).value
    return _reaches(by, about, individual.team, whom=whom, said_by=said_by.strip(), raised_as=role, **said)


def _reaches(by: Actor, individual: Individual | None, team: Team | None, *, whom: str, saw: str, **said) -> Concern:
    """It is kept, and whoever reads it hears at once."""
    now = clock.now()
    readers = queries.who_reads(None if said["is_about_staff"] else team, individual)
    lead = next((each for each in readers if each.is_rights_lead), None)
    said |= {"saw": saw.strip(), "whom": "" if individual else whom.strip(), "raised_at": now}
    concern = Concern(individual=individual, team=team, waits_for=lead, waits_since=now, **said)
    if already := queries.raised_just_now(concern):
        return already
    if concern.raised_by is None:
        refuse_if(rules.cannot_come_from_place(queries.came_from_places(team)))
    concern.save()
    telling.tell_of(concern, readers, telling.RAISED)
    if lead is None:
        _climb(concern)
    trail.record("worry about safety raised", by=by, about=concern)
    return concern


def _team_of(user: User, individual: Individual | None) -> Team | None:
    return individual.team if individual else teams_of(user).first()


def _climb(concern: Concern) -> None:
    """No lead is left to ask: administrators hear that something waits, and whom to ring."""
    concern.climbed_at = clock.now()
    concern.save(update_fields=["climbed_at"])
    telling.tell_of(concern, administrators(), telling.ASK_A_LEAD, leads_there=False)


@action
def _pass_on(*, concern: Concern, by: Actor) -> None:
    """To the next lead, or higher when there is none. Whoever took it on and cannot open it any more sees to it no
    longer, and it begins anew with the first lead who can."""
    permit(by, Permission.SEE_TO_WORRIES, concern.individual, concern.team)
    hold(concern)
    if not waits_too_long(concern):
        return
    lead = next_lead(None if concern.taken_by else concern.waits_for, concern.individual)
    concern.taken_by = concern.taken_at = concern.climbed_at = None
    concern.waits_for, concern.waits_since = lead or concern.waits_for, clock.now()
    concern.save(update_fields=["taken_by", "taken_at", "climbed_at", "waits_for", "waits_since"])
    if lead is None:
        _climb(concern)
    else:
        telling.tell_of(concern, [lead], telling.NEXT)
    trail.record("worry about safety passed to the next lead", by=by, about=concern)


def pass_on_unread(*, by: Actor, goes_on: Callable[[], bool]) -> None:
    """Each that nobody sees to, one after the other; and a word to whoever was to look again at telling today."""
    for concern in unread_too_long():
        if not goes_on():
            return
        _pass_on(concern=concern, by=by)
    for concern in queries.to_look_again():
        if not goes_on():
            return
        _ask_again(concern=concern, by=by)


@action
def _ask_again(*, concern: Concern, by: Actor) -> None:
    """Once on that day: whether they can be told now."""
    permit(by, Permission.SEE_TO_WORRIES, concern.individual, concern.team)
    taker = concern.taken_by if can_open(concern.taken_by, concern) else None
    lead = taker or next_lead(None, concern.individual)
    telling.tell_of(concern, [lead] if lead else [], telling.TELL_NOW)


@action
def open_concern(*, concern: Concern, by: Actor) -> None:
    """Somebody reads it: that stands in the trail."""
    permit(by, Permission.SAY_WORRIED)
    trail.record(OPENED, by=by, about=concern, reading=True)
