"""A manager says what they read for, and reads until the day is over."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import saying_why
from kith.people.away import ends_at
from kith.people.models import Individual, Relation, SaidWhy
from kith.people.writer import account_of


@action
def say_why(*, individual: Individual, purpose: str, by: Actor, words: str = "") -> SaidWhy:
    """Opens, to read, what their role reads after saying why, in this notebook until midnight. The individual finds
    it among who has looked. Pressed twice, it is said once."""
    permit(by, Permission.SAY_WHY, individual)
    hold(individual)
    why = SaidWhy.Purpose(purpose)
    refuse_if(saying_why.cannot_leave_out(why, words))
    already = saying_why.said_today(by.user_id, individual, why)
    if already and why != SaidWhy.Purpose.OTHER:
        return already
    day = {"starts_at": clock.now(), "ends_at": ends_at(clock.today())}
    towards = {"kind": Relation.Kind.SAID_WHY, "user_id": account_of(by), "individual": individual}
    said = SaidWhy.objects.create(relation=Relation.objects.create(**towards, **day), purpose=why, words=words.strip())
    trail.record("said why", by=by, about=said, individual=individual)
    return said
