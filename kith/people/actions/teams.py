"""Teams: made, told how they work, joined and left."""

from datetime import date, time
from typing import TypedDict

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.outbox.actions import post
from kith.people import kinds, queries, reaching, reasons, rules
from kith.people.models import Relation, Team, User
from kith.people.writer import account_of

from .accounts import account_for
from .covering import end_planned_covers
from .relations import begin, create_team, end_now

Kind = Relation.Kind


class Reads(TypedDict, total=False):
    """When a team reads messages, and in how many working days it answers."""

    reads_days: list[int]
    reads_from: time
    reads_until: time
    answers_within: int


@action
def make_team(*, name: str, kind: str, by: Actor) -> Team:
    """A new team. Whoever manages already manages this one as well; an administrator names its manager."""
    permit(by, Permission.MANAGE_TEAM)
    user = User.objects.get(pk=account_of(by))
    hold(user)
    refuse_if(reasons.cannot_make_team(name, [team.name for team in queries.teams_of(user)]))
    team = create_team(name=name, kind=kind, by=by)
    if Role.MANAGER in by.roles:
        begin(Kind.MANAGEMENT, user=user, team=team, by=by)
    return team


@action
def change_ways(
    *,
    team: Team,
    name: str,
    kind: str,
    by: Actor,
    reached_at: str = "",
    decides: str = "",
    does_not_decide: str = "",
    decides_said_by: str = "",
    decides_said_on: date | None = None,
    record_headings: list[str] | None = None,
    reads: Reads | None = None,
) -> Team:
    """How the team works. Usual words are not kept as the team's own, and need no source. `reads`: when messages
    are read and answered; left out, that stays as it is."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    hold(team)
    refuse_if(rules.cannot_be_named(name))
    team.name, team.kind, team.reached_at = name.strip(), kind, reached_at.strip()
    said = kinds.own_words(decides, does_not_decide, record_headings or [])
    team.decides, team.does_not_decide, team.record_headings = said
    own_words = team.decides or team.does_not_decide
    refuse_if(reasons.cannot_say_what_is_decided(own_words, decides_said_by, decides_said_on, clock.today()))
    team.decides_said_by = decides_said_by.strip() if own_words else ""
    team.decides_said_on = decides_said_on if own_words else None
    _read_like(team, reads)
    team.save()
    trail.record("how the team works changed", by=by, about=team)
    return team


def _read_like(team: Team, reads: Reads | None) -> None:
    """Puts it on the row, which the action then saves."""
    for name, value in (reads or {}).items():
        setattr(team, name, value)
    refuse_if(reasons.cannot_read(team.reads_days, team.reads_from, team.reads_until, team.answers_within))


@action
def invite_worker(*, team: Team, name: str, email: str, by: Actor, manages: bool = False) -> Relation:
    """Somebody works in the team from now on, with an account if they had none, and one letter that says so
    little that it may be read by anybody. Pressed twice, it happens once."""
    permit(by, Permission.INVITE_WORKER, team=team)
    hold(team)
    refuse_if(rules.cannot_be_named(name) or reasons.is_no_address(email.strip()))
    user = account_for(email=email, name=name, by=by)
    refuse_if(reasons.cannot_join_by_themselves(user, by, team))
    kind = Kind.MANAGEMENT if manages else Kind.MEMBERSHIP
    if already := queries.people_in(team).filter(user=user, kind=kind).first():
        return already
    relation = begin(kind, user=user, team=team, by=by)
    invite_by_letter(user, by, cause=f"joined team {team.public_id}")
    return relation


def invite_by_letter(user: User, by: Actor, *, cause: str, keeps_table: bool = False) -> None:
    """The one neutral letter to whoever was invited, within the action that invites."""
    inviter = User.objects.filter(pk=by.user_id).first() if by.user_id else None
    post(
        kind=reaching.TO_WORKER,
        channel="email",
        to=user.email or "",
        subject=reaching.SUBJECT,
        body=reaching.worker_invitation(inviter, keeps_table=keeps_table),
        cause=cause,
        now=clock.now(),
    )


@action
def name_keeper(*, team: Team, name: str, email: str, by: Actor) -> Relation:
    """Somebody keeps the table of leaflets, and sees nobody's record. Named twice, it happens once."""
    permit(by, Permission.INVITE_WORKER, team=team)
    hold(team)
    refuse_if(rules.cannot_be_named(name) or reasons.is_no_address(email.strip()))
    user = account_for(email=email, name=name, by=by)
    if already := queries.keepers(team).filter(user=user).first():
        return already
    relation = begin(Kind.KEEPING, user=user, team=team, by=by)
    invite_by_letter(user, by, cause=f"keeps the table for {team.public_id}", keeps_table=True)
    return relation


@action
def end_keeping(*, team: Team, user: User, by: Actor) -> None:
    """They keep the table no more."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    hold(team)
    for relation in queries.keepers(team).filter(user=user):
        end_now(relation, by=by)


@action
def leave_team(*, user: User, team: Team, by: Actor) -> None:
    """They work here no more, and help nobody of this team. Their own partnerships are handed over first."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    hold(team)
    held = list(queries.people_in(team).filter(user=user))
    managers = queries.people_in(team).filter(kind=Kind.MANAGEMENT).exclude(user=user)
    is_last = any(each.kind == Kind.MANAGEMENT for each in held) and not managers.exists()
    towards = queries.work_in(team, user)
    refuse_if(reasons.cannot_leave(towards.filter(kind=Kind.PARTNERSHIP).count(), is_last))
    for relation in [*towards, *held]:
        end_now(relation, by=by)
    end_planned_covers(user, team, by)
    trail.record("left the team", by=by, about=user)
