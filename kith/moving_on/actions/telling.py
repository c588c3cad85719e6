"""Whoever manages the team hears that somebody who moved on waits for something. It names nobody."""

from django.conf import settings
from django.urls import reverse

from kith.people import actions as people
from kith.people.known_by import managers_of
from kith.people.models import Individual

from .. import letters


def tell_team(individual: Individual, cause: str) -> None:
    """In one line, with where it stands; within the action that causes it, once for each cause."""
    team = individual.team
    if team is None:
        return
    page = settings.PUBLIC_URL + reverse("moving_on:team", args=[team.public_id])
    for somebody in managers_of(team):
        people.write_to_worker(
            somebody,
            kind=letters.TO_TEAM,
            cause=cause,
            words=f"{letters.ASKS_FOR_SOMETHING}, or has to be told something.",
            read_at=page,
            once=f"moved on {cause} {somebody.public_id}",
        )
