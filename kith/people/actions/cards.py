"""A printed card to sign in with, for somebody without email."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import cards, queries, rules
from kith.people.actors import actor_for
from kith.people.models import Individual, SignInCard, User
from kith.people.writer import account_of

LASTS = timedelta(days=120)


@action
def print_card(*, individual: Individual, by: Actor) -> tuple[SignInCard, str]:
    """A new card and its code, which can be read only now. The one before it ends."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    hold(individual)
    refuse_if(rules.cannot_print_card(individual))
    now, code = clock.now(), cards.new_code()
    user = individual.user or _account_without_email(individual)
    _end_what_the_card_opened(user)
    card = SignInCard.objects.create(
        user=user,
        fingerprint=cards.fingerprint_of(code),
        printed_by_id=account_of(by),
        printed_at=now,
        ends_at=now + LASTS,
    )
    trail.record("sign-in card printed", by=by, about=card, individual=individual)
    return card, code


def _account_without_email(individual: Individual) -> User:
    user = User(email=None, name=individual.full_name or individual.called)
    user.set_unusable_password()
    user.save()
    individual.user = user
    individual.save(update_fields=["user"])
    return user


@action
def stop_card(*, individual: Individual, by: Actor) -> None:
    """The card no longer lets anybody in."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    if individual.user is not None:
        _end_what_the_card_opened(individual.user)
    trail.record("sign-in card stopped", by=by, individual=individual)


def _end_what_the_card_opened(user: User) -> None:
    """A lost card may have been found: whoever came in with it is signed out as well, at their next press."""
    cards.live_cards(user).update(stopped_at=clock.now())
    user.set_unusable_password()  # a new one each time, which every session is bound to
    user.save(update_fields=["password"])


@action
def use_card(*, code: str, by: Actor) -> SignInCard | None:
    """The live card with this code, and that it was used. Anything else is none, whatever the reason."""
    now = clock.now()
    card = cards.card_with(cards.fingerprint_of(code), now)
    if card is None:
        return None
    card.last_used_at = now
    card.save(update_fields=["last_used_at"])
    own = queries.own_record(card.user)
    trail.record("sign-in card used", by=actor_for(card.user, now), about=card, individual=own)
    return card
