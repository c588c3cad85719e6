"""When something about people and places cannot be written, and why."""

from collections.abc import Iterable

from kith.access.actor import Actor
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from . import least
from .models import Circle, Connection, Kind
from .models.facts import NAME_LIMIT, WORDS_LIMIT

MOST = 500  # as many can be looked at
AT_ONCE = 30


def cannot_write(individual: Individual, by: Actor, *, worker_too: bool) -> str | None:
    """Whoever has an account writes here alone, until they say that their worker may write too."""
    may = worker_too or individual.user_id is None or is_the_individual(by, individual)
    return None if may else f"Only {individual.called} writes here, until {individual.called} says you may too."


def cannot_be_said_by(individual: Individual, by: Actor) -> str | None:
    """What is theirs alone to say."""
    return None if is_the_individual(by, individual) else f"Only {individual.called} can say this."


def cannot_be_called(names: list[str], kind: str) -> str | None:
    """A name, or several at once."""
    if not names:
        return f"Please write a name. {least.FIRST}"
    if len(names) > AT_ONCE:
        return f"These are {len(names)} names, and {AT_ONCE} fit at once. Please add them in two goes."
    if long := next((name for name in names if len(name) > NAME_LIMIT), None):
        return f"“{long[:20]}…” is long for a name. {least.FIRST}"
    if reason := next(filter(None, map(least.holds_contact, names)), None):
        return reason
    return least.looks_like_a_list(names) if kind == Kind.PERSON else None


def cannot_be_said(words: Iterable[str]) -> str | None:
    """What is said besides."""
    for each in words:
        if len(each) > WORDS_LIMIT:
            return f"“{each[:20]}…” is long for one line. Please say it in fewer words."
        if reason := least.holds_contact(each):
            return reason
    return None


def cannot_stand_in(circle: int) -> str | None:
    return None if circle in Circle.values else "Please choose how close: close, in the middle, or further out."


def cannot_be_paid(kind: str, is_paid: bool) -> str | None:
    return "Only a person can be paid to be there." if is_paid and kind != Kind.PERSON else None


def cannot_add(so_far: int, more: int) -> str | None:
    """`so_far` are there now."""
    return f"There is room for {MOST} here. Please put some away first." if so_far + more > MOST else None


def cannot_change(connection: Connection) -> str | None:
    return "This has already been put away." if connection.put_away_on else None


def cannot_put_away(connection: Connection, by: Actor) -> str | None:
    """It is shown nowhere afterwards, so only the individual does it, or whoever wrote it down by mistake."""
    may = is_the_individual(by, connection.individual) or connection.recorded_by_id == account_of(by)
    called = connection.individual.called
    return cannot_change(connection) or (None if may else f"Only {called} puts this away, or whoever wrote it.")


def cannot_show_again(connection: Connection, so_far: int) -> str | None:
    """`so_far` are there now."""
    return cannot_add(so_far, 1) if connection.put_away_on else "This is shown already."


def cannot_end(connection: Connection) -> str | None:
    return cannot_change(connection) or ("This was said already." if connection.end else None)


def cannot_come_back(connection: Connection) -> str | None:
    return cannot_change(connection) or (None if connection.end else f"{connection.name} is here already.")


def cannot_keep_picture(how_many: int, *, has_todays: bool) -> str | None:
    if has_todays:
        return "There is a picture of today already. The next one can be kept tomorrow."
    return None if how_many else "There is nothing to keep yet. Please add somebody first."
