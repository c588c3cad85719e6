"""Stopping: whoever worked with them sees nothing any more, and a page stays with the individual."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.conversations import actions as conversations
from kith.conversations import queries as meetings
from kith.conversations.wording import when_in_words
from kith.messaging.models import Message
from kith.people.actions.covering import stop_covering
from kith.people.actions.relations import end_now
from kith.people.models import Individual, Relation
from kith.people.queries import partnership_with, working_with
from kith.upkeep.actions.passing_on import to_the_team
from kith.upkeep.queries.leaving import OPEN

from .. import queries, rules
from .telling import tell_of_the_end


@action
def stop(*, individual: Individual, by: Actor) -> Individual:
    """They stop working together, now. The page stays with the individual until its last day, and keeps quiet unless
    they ask. They are told once. Whoever worked with them sees nothing from here on; what waits is the team's."""
    permit(by, Permission.OPEN_PARTNERSHIP, individual)
    hold(individual)
    partnership, planned = partnership_with(individual), meetings.next_meeting(individual)
    may_call_off = may(by, Permission.PLAN_MEETING, individual)
    refuse_if(rules.cannot_stop(partnership, may_call_off, planned is not None))
    assert partnership is not None  # what the rule has asked
    if planned:
        conversations.call_off(meeting=planned, by=by)
    for relation in working_with(individual):
        _end(relation, individual, by)
    to_the_team(Message.objects.filter(individual=individual, state__in=OPEN))
    _keep_the_page(individual)
    talk = queries.open_talk(individual)
    if talk:
        talk.ended_at = individual.moved_on_at
        talk.save(update_fields=["ended_at"])
    trail.record("moved on", by=by, about=talk, individual=individual)
    tell_of_the_end(individual, partnership.user, when_in_words(planned) if planned else "", by)
    return individual


def _end(relation: Relation, individual: Individual, by: Actor) -> None:
    end_now(relation, by=by)
    if relation.kind == Relation.Kind.PARTNERSHIP:
        stop_covering(individual, relation.user, by)


def _keep_the_page(individual: Individual) -> None:
    individual.moved_on_at = clock.now()
    individual.page_ends_on = queries.closes_on(individual, clock.today())
    individual.is_quiet = True
    individual.save(update_fields=["moved_on_at", "page_ends_on", "is_quiet"])
