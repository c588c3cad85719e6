"""Links are given and stopped inside the action that is about their matter."""

from collections.abc import Mapping
from datetime import datetime

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.public_ids import new_public_id
from kith.people.models import Individual, Link
from kith.people.writer import account_of


@action
def give_link(
    *, purpose: str, individual: Individual, about: str, ends_at: datetime, by: Actor, public_id: str = ""
) -> Link:
    """A fresh link to one page about one thing (`about` is its public id). It ends, and is never a sign-in.
    `public_id` is the one that a preview showed already."""
    permit(by, Permission.SEE_PERSON, individual)
    link = Link.objects.create(
        public_id=public_id or new_public_id(),
        purpose=purpose,
        individual=individual,
        about=about,
        made_by_id=account_of(by),
        made_at=clock.now(),
        ends_at=ends_at,
    )
    trail.record("link given", by=by, about=link, individual=individual)
    return link


@action
def ask_through(
    *,
    individual: Individual,
    about: str,
    ends_at: datetime,
    by: Actor,
    instead_of: Link | None = None,
    purpose: str = Link.Purpose.CHECK_IN,
) -> Link:
    """The link that answers one question of ours, in place of the one before. Kith asks by itself: nobody made it.
    The trail is that of asking. `purpose`: whom it is for, the individual themselves or a place."""
    permit(by, Permission.ASK_HOW_IT_GOES, individual)
    now = clock.now()
    if instead_of:
        Link.objects.filter(pk=instead_of.pk, stopped_at__isnull=True).update(stopped_at=now)
    made = {"purpose": purpose, "individual": individual, "about": about, "made_at": now, "ends_at": ends_at}
    return Link.objects.create(public_id=new_public_id(), **made)


@action
def ask_each_through(*, about: Mapping[str, Individual], ends_at: datetime, by: Actor) -> dict[str, Link]:
    """The same for a sweep that asks many: a link for each question, by its public id, all of them made at once."""
    for individual in about.values():
        permit(by, Permission.ASK_HOW_IT_GOES, individual)
    made = {"purpose": Link.Purpose.CHECK_IN, "made_at": clock.now(), "ends_at": ends_at}
    links = [Link(individual=individual, about=each, **made) for each, individual in about.items()]
    return {link.about: link for link in Link.objects.bulk_create(links)}


@action
def move_links(*, individual: Individual, purpose: str, about: str, ends_at: datetime, by: Actor) -> None:
    """What the links are about was moved: whoever holds one keeps it, and it ends then instead."""
    permit(by, Permission.SEE_PERSON, individual)
    live = individual.links.filter(about=about, purpose=purpose, stopped_at__isnull=True)
    if live.update(ends_at=ends_at):
        trail.record("links follow", by=by, individual=individual)


@action
def stop_links(*, individual: Individual, purpose: str, about: str, by: Actor) -> None:
    """Every link of this purpose about this thing opens nothing any more."""
    permit(by, Permission.SEE_PERSON, individual)
    live = individual.links.filter(about=about, purpose=purpose, stopped_at__isnull=True)
    live.update(stopped_at=clock.now())
    trail.record("links stopped", by=by, individual=individual)


@action
def stop_link(*, individual: Individual, public_id: str, by: Actor) -> bool:
    """One link opens nothing any more, whatever it was for. Gives whether there was one."""
    permit(by, Permission.WRITE_SHARES, individual)
    found = individual.links.filter(public_id=public_id, stopped_at__isnull=True)
    if found.update(stopped_at=clock.now()):
        trail.record("links stopped", by=by, individual=individual)
        return True
    return individual.links.filter(public_id=public_id).exists()


@action
def stop_every_link(*, by: Actor) -> int:
    """Kith was brought back from a copy: a link that was stopped since would open again. Gives how many there were."""
    permit(by, Permission.KEEP_COPIES)
    return Link.objects.filter(stopped_at__isnull=True, ends_at__gt=clock.now()).update(stopped_at=clock.now())
