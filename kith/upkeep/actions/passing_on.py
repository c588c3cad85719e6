"""What somebody who leaves had begun goes to whoever goes on: half-written pages and messages.

Their private thoughts do not: those stay theirs, under their name and under a key."""

import json

from django.db.models import QuerySet

from kith.access import clock
from kith.access.actions import hold
from kith.access.public_ids import new_public_id
from kith.conversations import two_places
from kith.conversations.models import BroughtIn, Draft
from kith.conversations.two_places import Typed
from kith.messaging.actions.writing import tell_whoever_has_it
from kith.messaging.models import Message
from kith.people.models import Individual, User

PRIVATE = "reflection"
HANDED_OVER = "handed over"
NEVER_ALONG = two_places.ABOUT_THE_PAGE | {PRIVATE}


def pass_on_draft(draft: Draft, to: User) -> bool:
    """The shared part becomes theirs, or stands beside what they were writing. Gives whether there was any."""
    hold(draft)
    versions = [two_places.typed_in(draft), *two_places.beside(draft).values()]
    _keep_private(draft, versions)
    shared = [each for each in map(_shared, versions) if two_places.has_words(each)]
    if shared:
        _give(draft, shared[0], shared[1:], to)
    draft.delete()
    return bool(shared)


def _shared(typed: Typed) -> Typed:
    return {name: value for name, value in typed.items() if name not in NEVER_ALONG}


def _keep_private(draft: Draft, versions: list[Typed]) -> None:
    """For its author alone, as before: of a page open in two places, all that differed."""
    words = [str(each.get(PRIVATE, "")).strip() for each in versions]
    kept = "\n\n".join(dict.fromkeys(filter(None, words)))
    if kept:
        BroughtIn.objects.create(
            individual=draft.individual, author_id=draft.author_id, words=kept, brought_at=clock.now()
        )


def _give(draft: Draft, first: Typed, others: list[Typed], to: User) -> None:
    """A page of their own that is still open is noticed, as the version goes on."""
    theirs, _ = Draft.objects.get_or_create(
        individual=draft.individual, author=to, defaults={"opened_at": draft.opened_at}
    )
    hold(theirs)
    if not two_places.has_words(two_places.typed_in(theirs)):
        theirs.typed = json.dumps(first | {"written_from": new_public_id()})
        theirs.version += 1
    else:
        others = [first, *others]
    if others:
        named = {f"{HANDED_OVER} {draft.public_id} {number}": each for number, each in enumerate(others)}
        theirs.beside = json.dumps(two_places.beside(theirs) | named)
    theirs.opened_at, theirs.saved_at = min(theirs.opened_at, draft.opened_at), clock.now()
    theirs.save(update_fields=["typed", "beside", "version", "opened_at", "saved_at"])


def pass_on_messages(messages: QuerySet[Message], to: User) -> int:
    """They wait for somebody else now. By when they are read stays as it was. Gives how many."""
    return _told(messages, owner=to, turn=Message.Turn.WORKER)


def to_the_team(messages: QuerySet[Message]) -> int:
    """They wait for the team, and its manager sees them first. Gives how many."""
    return _told(messages, owner=None, turn=Message.Turn.MANAGER)


def to_the_team_untold(messages: QuerySet[Message]) -> None:
    """The same, within an action that tells of all that waits in one letter."""
    messages.update(owner=None, turn=Message.Turn.MANAGER)


def from_the_team(individual: Individual, to: User) -> int:
    """What waited for the team, because nobody was there, is the new worker's. Gives how many."""
    return pass_on_messages(individual.messages.filter(owner=None, state=Message.State.WAITING), to)


def _told(messages: QuerySet[Message], **place) -> int:
    """Moves them, and tells whoever has them now that something waits: each reader and each team once, however many
    there are."""
    moved = list(messages.values_list("pk", flat=True))
    messages.update(**place)
    waiting = Message.objects.filter(pk__in=moved, state=Message.State.WAITING).select_related("individual__team")
    first_of = {_whose(each): each for each in waiting.select_related("owner", "team").order_by("-at", "-pk")}
    for message in first_of.values():
        tell_whoever_has_it(message)
    return len(moved)


def _whose(message: Message) -> tuple[int | None, int | None]:
    """Who reads it; where that is nobody, of which team it is."""
    team = message.individual.team_id if message.individual else message.team_id
    return message.owner_id, None if message.owner_id else team
