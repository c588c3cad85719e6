"""Coming back cannot be, here: the individual hears why, and who can help. Nobody is left without an answer."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import actions as people
from kith.people.models import User
from kith.people.writer import account_of

from .. import letters, rules
from ..models import PageWish, Told
from .telling import keep_told


@action
def say_not_here(*, wish: PageWish, not_here: str, who_helps: str, by: Actor) -> PageWish:
    """In words that stand on their own page. A letter says only that they are there; where none goes, somebody of the
    team says it. They may ask again."""
    individual = wish.individual
    permit(by, Permission.KEEP_PAGES, team=individual.team)
    hold(individual)
    hold(wish)
    refuse_if(rules.cannot_say_no(wish, not_here, who_helps))
    wish.not_here, wish.who_helps = not_here.strip(), who_helps.strip()
    wish.settled_by_id, wish.settled_at = account_of(by), clock.now()
    wish.save(update_fields=["not_here", "who_helps", "settled_by", "settled_at"])
    trail.record("said not here", by=by, about=wish, individual=individual)
    _tell(wish, by)
    return wish


def _tell(wish: PageWish, by: Actor) -> None:
    individual, who = wish.individual, User.objects.get(pk=account_of(by))
    letter = people.write_to(
        individual,
        kind=letters.ANSWERED,
        cause=f"wish {wish.public_id}",
        words=letters.answered_about_coming_back(individual, who),
    )
    keep_told(letter, individual, Told.Kind.REPLY, clock.today(), by, wish=wish)
