"""Somebody is let in to see chosen things, comes, sees less, goes on or is stopped; and says what makes it easier."""

from collections import Counter
from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through, never_stops
from kith.design.telling import day_words
from kith.outbox.actions import post
from kith.people import links, supporting
from kith.people.letters_to_supporters import ENDS, ENDS_WORKER, INVITATION, SUBJECT, ends, invitation
from kith.people.models import Individual, Relation, Share, SupporterNeeds, User
from kith.people.supporting import LetIn
from kith.people.writer import account_of, is_the_individual

from .accounts import account_for
from .relations import begin
from .writing import tell_their_worker, write_to


@action
def let_see(*, individual: Individual, lets: LetIn, by: Actor) -> Share:
    """The individual lets somebody see chosen things, in a yes of their own or one that a worker wrote down. Whoever it
    is gets one letter that says nothing, and sees it once they came. Pressed twice, it is one."""
    permit(by, Permission.WRITE_SHARES, individual)
    hold(individual)
    if already := supporting.let_in_just_now(individual, lets):
        return already
    refuse_if(supporting.cannot_let_in(individual, lets, is_own=is_the_individual(by, individual)))
    now = clock.now()
    share = Share.objects.create(
        individual=individual,
        starts_at=now,
        ends_at=now + lets.months * supporting.A_MONTH,
        **_what(lets),
        **_yes(individual, lets, by),
    )
    _invite(share)
    trail.record("somebody let in", by=by, about=share, individual=individual)
    return share


def _what(lets: LetIn) -> dict:
    seen = {"sections": list(lets.sections), "picked": list(lets.picked), "new_too": list(lets.new_too)}
    who = {"recipient": lets.recipient.strip(), "email": lets.email.strip().lower(), "knows": lets.knows}
    return seen | who | {"purpose": lets.purpose.strip()}


def _yes(individual: Individual, lets: LetIn, by: Actor) -> dict:
    """They pressed it themselves, or told a worker, in the room or on paper."""
    if is_the_individual(by, individual):
        return {"how": Share.How.IN_KITH}
    how = Share.How.PAPER if lets.on_paper else Share.How.HERE
    return {"how": how, "told_to_id": account_of(by), "talked_alone": True}


def _invite(share: Share) -> None:
    page = reverse("people:come_in", args=[links.written(share.public_id, supporting.SALT)])
    known = User.objects.filter(email=share.email).first()
    needs = supporting.needs_of(known) if known else None
    post(
        kind=INVITATION,
        channel="email",
        to=share.email,
        subject=SUBJECT,
        body=invitation(share.recipient, f"{settings.PUBLIC_URL.rstrip('/')}{page}", needs),
        cause=f"share {share.public_id}",
        once=f"share {share.public_id}",
        sender=settings.INTRODUCTION_SENDER,
        goes_stale_at=share.ends_at,
        now=clock.now(),
    )


@action
def come_in(*, share: Share, by: Actor) -> Share:
    """Whoever has the letter says yes: from now on they may sign in with the address it went to, and see it. No
    permission is asked, as the letter is what lets them in. Pressed twice, it is once."""
    hold(share)
    if not share.is_waiting:
        return share
    refuse_if(supporting.cannot_go_on(share, clock.now()))
    user = account_for(email=share.email, name=share.recipient, by=by, is_theirs=True)
    whose = share.individual
    let_in = supporting.supports(whose, user)
    share.relation = let_in or begin(Relation.Kind.SUPPORT, user=user, individual=whose, by=by)
    share.email = ""
    share.save(update_fields=["relation", "email"])
    trail.record("came to see what is shown to them", by=by, about=share, individual=share.individual)
    return share


@action
def hold_back(*, share: Share, key: str, by: Actor, shown_again: bool = False) -> Share:
    """One thing is left out, and nothing tells that it was. `shown_again` takes that back."""
    permit(by, Permission.WRITE_SHARES, share.individual)
    hold(share)
    refuse_if(supporting.cannot_hold_back(share, key))
    others = [each for each in share.held_back if each != key]
    share.held_back = others if shown_again else [*others, key]
    share.save(update_fields=["held_back"])
    what = "shown again to somebody let in" if shown_again else "held back from somebody let in"
    trail.record(what, by=by, about=share, individual=share.individual)
    return share


@action
def let_go_on(*, share: Share, by: Actor, talked_alone: bool = False) -> Share:
    """For as long again as is usual. Its recipient hears nothing of it, nor would they of the end."""
    permit(by, Permission.WRITE_SHARES, share.individual)
    hold(share)
    is_own = is_the_individual(by, share.individual)
    refuse_if(supporting.cannot_go_on(share, clock.now()) or supporting.cannot_be_alone(talked_alone, is_own))
    share.ends_at += supporting.USUAL * supporting.A_MONTH
    share.asked_at = None
    share.save(update_fields=["ends_at", "asked_at"])
    trail.record("letting somebody in goes on", by=by, about=share, individual=share.individual)
    return share


def ask_before_the_end(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Each individual is asked whether it is to go on, once, before it ends. Its recipient is not told."""
    return go_through(supporting.ends_soon(), lambda share: _ask(share=share, by=by), goes_on)


@action
def _ask(*, share: Share, by: Actor) -> str:
    permit(by, Permission.ASK_HOW_IT_GOES, share.individual)
    hold(share)
    if share.asked_at or share.revoked_at:
        return "left"
    share.asked_at = clock.now()
    share.save(update_fields=["asked_at"])
    until = day_words(timezone.localdate(share.ends_at))
    cause = f"share {share.public_id}"
    once = f"ends {share.public_id} {share.ends_at:%Y%m%d}"
    if write_to(share.individual, kind=ENDS, cause=cause, words=ends(share.recipient, until), once=once) is None:
        words = "Something that somebody lets be seen ends soon. Please ask them, alone, whether it is to go on."
        tell_their_worker(share.individual, kind=ENDS_WORKER, cause=cause, words=words, subject="Something ends soon")
    trail.record("asked whether it goes on", by=by, about=share, individual=share.individual)
    return "asked"


@action
def say_own_needs(*, user: User, by: Actor, **needs) -> SupporterNeeds:
    """What makes it easier for somebody who was let in: their own alone to say, so no permission is asked for. With
    none of it, everything is still as it was said before. It is asked again a year on."""
    assert user.pk == account_of(by)
    kept, _ = SupporterNeeds.objects.update_or_create(user=user, defaults=needs | {"told_on": clock.today()})
    trail.record("own needs said", by=by, about=user)
    return kept
