"""What can happen to the lines somebody says about themselves."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Kind, Line


@action
def add_line(*, individual: Individual, kind: str, words: str, by: Actor, said_on: date | None = None) -> Line:
    """Keeps one thing said. A new direction puts the old one away; it stays in the history.
    `said_on` is today unless told."""
    permit(by, Permission.WRITE_ABOUT_ME, individual)
    hold(individual)
    refuse_if(rules.cannot_add_line(words) or rules.cannot_be_said_for_them(kind, by, individual))
    day = said_on or clock.today()
    if kept := _pressed_twice(individual, kind, words, day, by):
        return kept
    if kind == Kind.DIRECTION:
        _end_directions(individual)
    line = Line.objects.create(
        individual=individual,
        kind=Kind(kind),
        words=words.strip(),
        said_on=day,
        recorded_by_id=account_of(by),
        typed_by_individual=is_the_individual(by, individual),
    )
    trail.record("line about them added", by=by, about=line, individual=individual)
    return line


@action
def no_longer_true(*, line: Line, by: Actor) -> Line:
    """Puts a line away. It stays in the history."""
    permit(by, Permission.WRITE_ABOUT_ME, line.individual)
    hold(line)
    refuse_if(rules.cannot_end_line(line))
    line.ended_on = clock.today()
    line.save(update_fields=["ended_on"])
    trail.record("line about them put away", by=by, about=line, individual=line.individual)
    return line


@action
def make_direction(*, hope: Line, by: Actor) -> Line:
    """A hope becomes where they want to go, in the same words and of the same writer. The old direction is kept."""
    permit(by, Permission.WRITE_ABOUT_ME, hope.individual)
    hold(hope.individual)
    hold(hope)
    refuse_if(rules.cannot_become_direction(hope))
    is_own = is_the_individual(by, hope.individual)
    _end_directions(hope.individual)
    hope.ended_on = clock.today()
    hope.save(update_fields=["ended_on"])
    direction = hope.individual.lines.create(
        kind=Kind.DIRECTION,
        words=hope.words,
        said_on=clock.today() if is_own else hope.said_on,  # nobody else's press is their saying it today
        recorded_by_id=hope.recorded_by_id,
        typed_by_individual=hope.typed_by_individual,
        was_hope=hope,
    )
    trail.record("hope became the direction", by=by, about=direction, individual=hope.individual)
    return direction


@action
def hide_from_matching(*, line: Line, by: Actor) -> Line:
    """Ideas are no longer looked for with this line."""
    return _choose_matching(line, by, is_hidden=True, what="line kept out of ideas")


@action
def let_match(*, line: Line, by: Actor) -> Line:
    """Ideas may be looked for with this line again."""
    return _choose_matching(line, by, is_hidden=False, what="line let into ideas")


def _end_directions(individual: Individual) -> None:
    individual.lines.filter(kind=Kind.DIRECTION, ended_on__isnull=True).update(ended_on=clock.today())


def _pressed_twice(individual: Individual, kind: str, words: str, day: date, by: Actor) -> Line | None:
    """The live line of the same day, person and words: a button pressed twice is one press."""
    said = {"kind": kind, "words": words.strip(), "said_on": day, "recorded_by_id": by.user_id}
    return individual.lines.filter(ended_on__isnull=True, **said).first()


def _choose_matching(line: Line, by: Actor, *, is_hidden: bool, what: str) -> Line:
    permit(by, Permission.WRITE_ABOUT_ME, line.individual)
    hold(line)
    refuse_if(rules.cannot_choose_matching(line))
    line.is_hidden_from_matching = is_hidden
    line.save(update_fields=["is_hidden_from_matching"])
    trail.record(what, by=by, about=line, individual=line.individual)
    return line
