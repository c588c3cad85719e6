"""The individual is told once, and that is kept; where no letter goes, whoever manages the team hears that somebody
waits for something. That names nobody."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.known_by import managers_of
from kith.people.models import Individual, User

from .. import letters
from ..models import PageWish, Told

NOTHING, SENT, TO_SAY = "nothing", "sent", "to say"
TRAIL = {
    Told.Kind.MONTH: "told that their page ends",
    Told.Kind.WEEK: "told that their page ends",
    Told.Kind.ASKED: "asked how it goes now",
    Told.Kind.ENDED: "told that it has ended",
    Told.Kind.REPLY: "told of the answer to coming back",
}


def tell_team(individual: Individual, cause: str) -> None:
    """In one line, with where it stands; within the action that causes it, once for each cause."""
    team = individual.team
    if team is None:
        return
    page = settings.PUBLIC_URL + reverse("moving_on:team", args=[team.public_id])
    for somebody in managers_of(team, of=individual):
        people.write_to_worker(
            somebody,
            kind=letters.TO_TEAM,
            cause=cause,
            words=f"{letters.ASKS_FOR_SOMETHING}, or has to be told something.",
            read_at=page,
            once=f"moved on {cause} {somebody.public_id}",
        )


def keep_told(
    letter: Letter | None, individual: Individual, kind: str, on: date, by: Actor, *, wish: PageWish | None = None
) -> str:
    """That it was told; or, where no letter goes, that somebody of the team has to say it."""
    said = {"at": clock.now(), "letter": letter.public_id if letter else "", "said_by": None, "said_at": None}
    said["wish"] = wish
    told, _ = individual.told_of_moving_on.update_or_create(kind=kind, on=on, defaults=said)
    trail.record(
        TRAIL[Told.Kind(kind)], by=by, about=told, individual=individual, detail="" if letter else "to be said"
    )
    if letter is None:
        tell_team(individual, f"told {told.public_id}")
    return SENT if letter else TO_SAY


def tell_of_the_end(individual: Individual, worker: User, meeting: str, by: Actor) -> None:
    """That they stopped working together, once, by the way they like. `meeting`: when one that is off was to be."""
    on = clock.today()
    letter = people.write_to(
        individual,
        kind=letters.WE_STOPPED,
        cause=f"individual {individual.public_id}",
        words=letters.we_stopped(individual, worker, meeting),
    )
    keep_told(letter, individual, Told.Kind.ENDED, on, by)
