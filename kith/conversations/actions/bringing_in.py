"""A first day: many notebooks opened in one press, and old notes brought in. Nobody is written to."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.conversations.models import BroughtIn
from kith.conversations.when import When
from kith.people import actions as people
from kith.people import queries as about_people
from kith.people.actors import actor_for
from kith.people.models import Individual, Team, User
from kith.people.writer import account_of

from .meetings import plan_next

PEOPLE_AT_MOST = 300


@dataclass(frozen=True)
class NewPerson:
    """One line that was looked at: a name, and what is known of the next meeting."""

    name: str
    when: When | None = None
    place: str = ""


@action
def bring_in(*, team: Team, found: Sequence[NewPerson], by: Actor) -> list[Individual]:
    """Opens a notebook for each and plans their meetings: all of them, or none. Names already there are
    left alone, so a second press opens nothing twice. They are reached in person until somebody says how."""
    permit(by, Permission.OPEN_NOTEBOOK, team=team)
    worker = User.objects.get(pk=account_of(by))
    hold(worker)  # a second press waits for the first, and then finds the names
    refuse_if("This is more than 300 people. Please bring in the rest afterwards." if _too_many(found) else None)
    there = {_same(each.called) for each in about_people.caseload(worker)}
    opened = []
    for each in found:
        if _same(each.name) not in there:
            there.add(_same(each.name))
            opened.append((_open(team, each, by), each))
    _plan(opened, worker)
    trail.record("people brought in", by=by, about=team, detail=str(len(opened)))
    return [individual for individual, _ in opened]


@action
def bring_in_notes(*, individual: Individual, words: str, by: Actor) -> BroughtIn:
    """Old notes, for the one who kept them. Pressed twice they are kept once."""
    permit(by, Permission.WRITE_BROUGHT_IN, individual)
    hold(individual)
    refuse_if(None if words.strip() else "Paste what you have, or leave this page.")
    mine = individual.brought_in.filter(author_id=account_of(by), put_away_at__isnull=True)
    if again := next((each for each in mine if each.words == words.strip()), None):
        return again
    brought = BroughtIn.objects.create(
        individual=individual, author_id=account_of(by), words=words.strip(), brought_at=clock.now()
    )
    trail.record("old notes brought in", by=by, about=brought, individual=individual)
    return brought


@action
def put_away_notes(*, brought: BroughtIn, by: Actor) -> BroughtIn:
    """No longer shown to its author. It is kept, as the individual can ask for a copy."""
    permit(by, Permission.WRITE_BROUGHT_IN, brought.individual)
    if brought.author_id != by.user_id:
        raise Refused("Only whoever brought it in puts it away.")
    hold(brought)
    brought.put_away_at = brought.put_away_at or clock.now()
    brought.save(update_fields=["put_away_at"])
    trail.record("old notes put away", by=by, about=brought, individual=brought.individual)
    return brought


def _open(team: Team, person: NewPerson, by: Actor) -> Individual:
    in_person = Individual.Channel.IN_PERSON
    return people.open_notebook(team=team, called=person.name, reached_by=in_person, by=by).individual


def _plan(opened: list[tuple[Individual, NewPerson]], worker: User) -> None:
    """By the worker as they stand now: with each of these people."""
    by = actor_for(worker, clock.now()) if opened else None
    for individual, person in opened:
        if by and person.when:
            plan_next(individual=individual, when=person.when, place=person.place, by=by)


def _too_many(found: Sequence[NewPerson]) -> bool:
    return len(found) > PEOPLE_AT_MOST


def _same(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")
