"""A worker is away for a while: whoever covers is let in for just that time, and told."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, may
from kith.access.refusal import refuse_if
from kith.people import away as times
from kith.people import away_rules, hearing, queries
from kith.people.models import Away, User
from kith.people.writer import account_of

from .covering import end_covers, let_cover_in
from .writing import write_to_worker


@action
def be_away(*, user: User, first_day: date, last_day: date, cover: User, by: Actor, words: str = "") -> Away:
    """From one day to another, two weeks at most. By the worker, or by a manager of theirs. Pressed twice, it is one.

    Whoever covers comes into every notebook the worker keeps then, one that is opened meanwhile too."""
    _permit(user, by)
    user = User.objects.get(pk=user.pk)
    hold(user)
    if already := times.same(user, first_day, last_day, cover):
        return already
    refuse_if(away_rules.cannot_be_away(user, first_day, last_day, cover))
    away = Away.objects.create(
        user=user,
        first_day=first_day,
        last_day=last_day,
        covered_by=cover,
        words=words.strip(),
        made_by_id=account_of(by),
        made_at=clock.now(),
    )
    for individual in times.to_be_covered(user):
        let_cover_in(away, individual, by)
    if cover.pk != by.user_id:
        _tell(away)
    trail.record("time away planned", by=by, about=away)
    return away


@action
def come_back_early(*, away: Away, by: Actor) -> Away:
    """They are here again, or do not go: nobody covers for them from now on."""
    _permit(away.user, by)
    hold(away)
    refuse_if(away_rules.cannot_come_back(away))
    end_away(away, by)
    return away


def end_away(away: Away, by: Actor) -> None:
    """It ends now and nobody covers for them any more, within an action that has asked."""
    away.ended_early_at = clock.now()
    away.save(update_fields=["ended_early_at"])
    end_covers(away, by)
    trail.record("time away ended", by=by, about=away)


def _permit(user: User, by: Actor) -> None:
    """One's own time, or that of somebody whose team one manages."""
    is_own = by.user_id == user.pk and by.is_staff
    manages = any(may(by, Permission.OPEN_PARTNERSHIP, team=team) for team in queries.teams_of(user))
    if not (is_own or manages):
        raise NotPermitted(f"{by.who} may not say when somebody else is away")


def _tell(away: Away) -> None:
    """One line to whoever covers; it names nobody they support."""
    write_to_worker(
        away.covered_by,
        kind=hearing.COVERING,
        cause=f"away {away.public_id}",
        subject="Somebody asks you to stand in",
        words=f"You are asked to stand in for {away.user.first_name} for a while.",
        read_at=f"{settings.PUBLIC_URL.rstrip('/')}{reverse('people:away')}",
        once=f"cover {away.public_id}",
    )
