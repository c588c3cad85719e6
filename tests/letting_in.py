"""Letting somebody in, as an individual does it and the other one takes it up: for tests."""

from kith.access import trail
from kith.access.actor import Actor
from kith.people import actions
from kith.people.actions.relations import begin
from kith.people.models import Individual, Relation, Share, User
from kith.people.supporting import LetIn


def lets(user: User, *sections: str, **changed) -> LetIn:
    """Everything of these sections, and what comes new; or as `changed` says."""
    said = {"recipient": user.name, "email": user.email, "knows": "friend", "purpose": "To cheer me on"}
    return LetIn(**said | {"sections": sections, "picked": (), "new_too": sections} | changed)


def let_see(individual: Individual, user: User, *sections: str, by: Actor, **changed) -> Share:
    """They say yes, and the other one came."""
    share = actions.let_see(individual=individual, lets=lets(user, *sections, **changed), by=by)
    return actions.come_in(share=share, by=Actor.nobody())


def related(individual: Individual, user: User, *, by: Actor) -> Relation:
    """Somebody who was let in, and whom nothing is shown just now."""
    with trail.recorded():
        return begin(Relation.Kind.SUPPORT, user=user, individual=individual, by=by)
