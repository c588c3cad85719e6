"""Whoever covers is let in, and out again; called within the actions that have asked."""

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.people import away as times
from kith.people.models import Away, Individual, Relation, Team, User

Kind = Relation.Kind


def let_cover_in(away: Away, individual: Individual, by: Actor) -> None:
    """To one notebook, for that time and no longer."""
    now = clock.now()
    since, until = max(now, times.begins_at(away.first_day)), times.ends_at(away.last_day)
    if not times.may_cover(away.covered_by, individual, since, until):
        return
    relation = Relation.objects.create(
        kind=Kind.COVER, user=away.covered_by, individual=individual, starts_at=since, ends_at=until, away=away
    )
    said = "cover began" if since <= now else "cover planned"
    trail.record(said, by=by, about=relation, individual=individual)


def cover_whoever_is_away(partnership: Relation, by: Actor) -> None:
    """A partnership that begins while its worker is away, or will be, is covered like the others."""
    assert partnership.individual is not None  # a partnership is always towards somebody
    for away in times.to_come(partnership.user):
        let_cover_in(away, partnership.individual, by)


def stop_covering(individual: Individual, worker: User, by: Actor) -> None:
    """Whoever covers for a worker covers no more once that worker is somebody else."""
    _end(individual.relations.filter(away__user=worker), by)


def end_planned_covers(user: User, team: Team, by: Actor) -> None:
    """Whoever leaves a team covers for nobody there in days to come either."""
    _end(user.relations.filter(kind=Kind.COVER, individual__team=team, starts_at__gt=clock.now()), by)


def end_covers(away: Away, by: Actor) -> None:
    """The worker is back: every door that was opened for that time is shut."""
    _end(away.covers.all(), by)


def _end(covers, by: Actor) -> None:
    now = clock.now()
    for relation in covers.filter(ends_at__gt=now).select_related("individual"):
        relation.ends_at = max(now, relation.starts_at)  # one that has not begun never does
        relation.save(update_fields=["ends_at"])
        trail.record("cover ended", by=by, about=relation, individual=relation.individual)
