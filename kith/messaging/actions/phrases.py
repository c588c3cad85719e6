"""A worker's own short answers."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.messaging import queries, rules
from kith.messaging.models import Phrase
from kith.people.models import User


@action
def keep_phrase(*, user: User, words: str, by: Actor) -> Phrase:
    """Words of one's own, to be sent again by one press. The same words are kept once."""
    _permit_own(user, by)
    hold(user)
    kept = queries.phrases_of(user)
    if again := next((each for each in kept if each.words == words.strip()), None):
        return again
    refuse_if(rules.cannot_keep_phrase(words, kept))
    phrase = Phrase.objects.create(user=user, words=words.strip(), written_at=clock.now())
    trail.record("short answer kept", by=by, about=phrase)
    return phrase


@action
def put_phrase_away(*, phrase: Phrase, by: Actor) -> Phrase:
    """It is no longer offered."""
    _permit_own(phrase.user, by)
    phrase.put_away_at = phrase.put_away_at or clock.now()
    phrase.save(update_fields=["put_away_at"])
    trail.record("short answer put away", by=by, about=phrase)
    return phrase


def _permit_own(user: User, by: Actor) -> None:
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not choose words for somebody else")
