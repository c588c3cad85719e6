"""What a place itself says of what to expect: into the listing at once, and for whoever keeps the table to look at."""

from kith.access import clock
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import actions as directory
from kith.local_knowledge import rules
from kith.local_knowledge.models import FromPlace


@action
def hear_from_place(*, activity, words: str, by: Actor) -> FromPlace:
    """The directory keeps the trail of it, as of the place's own word: nothing tells who was to come."""
    permit(by, Permission.SET_ON_TABLE)
    refuse_if(rules.cannot_hear_from_place(words))
    directory.add_from_place(activity=activity, words=words, by=by)
    FromPlace.objects.filter(activity=activity, seen_to_on=None).update(seen_to_on=clock.today())
    return FromPlace.objects.create(activity=activity, words=words.strip(), said_on=clock.today())


@action
def see_to_listing(*, activity, by: Actor) -> None:
    """Somebody has looked at what was said of a listing, and at what its place wrote."""
    permit(by, Permission.SET_ON_TABLE)
    FromPlace.objects.filter(activity=activity, seen_to_on=None).update(seen_to_on=clock.today())
    directory.see_to(activity=activity, by=by)
