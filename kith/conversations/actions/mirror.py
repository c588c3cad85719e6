"""The practice mirror: the one answer of an individual, and what a team is told of a quarter that is over."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through, never_stops
from kith.people.models import Individual, Team

from .. import rules
from ..mirror.spans import Span, latest_quarter
from ..models import GoneThrough, Picture
from ..queries.mirror import teams_without_a_picture, told_of


@action
def say_gone_through(*, individual: Individual, answer: str, by: Actor) -> GoneThrough:
    """Whether anybody went through this way of working with them. The first answer stays, and a skip is one."""
    permit(by, Permission.SAY_GONE_THROUGH, individual)
    refuse_if(rules.cannot_answer_gone_through(answer))
    hold(individual)
    if said := GoneThrough.objects.filter(individual=individual).first():
        return said
    said = GoneThrough.objects.create(individual=individual, answer=answer, given_on=clock.today())
    trail.record("asked once how we work", by=by, about=individual, individual=individual)  # not what was answered
    return said


def make_picture(*, team: Team, by: Actor) -> Picture:
    """What this team is told of the latest whole quarter. Made once: what comes later never changes it.
    Counting a large team takes a while, so it is done before anything is held."""
    permit(by, Permission.MAKE_PICTURE, team=team)
    span = latest_quarter(clock.today())
    return _made(team, span) or _keep(team, span, told_of(team, span), by)


@action
def _keep(team: Team, span: Span, told: dict[str, str], by: Actor) -> Picture:
    """The first that was made stays, also where two clocks counted at once."""
    hold(team)
    if made := _made(team, span):
        return made
    picture = Picture.objects.create(team=team, begins_on=span.begins, told=told, made_at=clock.now())
    trail.record("team told how it works", by=by, about=team)
    return picture


def _made(team: Team, span: Span) -> Picture | None:
    return Picture.objects.filter(team=team, begins_on=span.begins).first()


def make_pictures(*, by: Actor, goes_on=never_stops):
    """For every team that has none of the latest quarter. May end anywhere, and goes on from there."""
    return go_through(teams_without_a_picture(), lambda team: str(make_picture(team=team, by=by)), goes_on)
