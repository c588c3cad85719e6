"""What is said of a connection changes; what was said before is kept with its day."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.refusal import refuse_if
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..brought import introduction_to
from ..models import Before, Circle, Connection
from .asking import permit_changing, permit_own

WORDS = {"name", "gives_me", "i_give", "how_met", "since_words"}


@action
def say_more(*, connection: Connection, by: Actor, **said) -> Connection:
    """What is said of it from now on: facts by their fields, how they met, since when, through what."""
    permit_changing(by, connection)
    hold(connection)
    said = {name: " ".join(each.split()) if isinstance(each, str) else each for name, each in said.items()}
    if said.get("through", connection.through) != connection.through:
        said["introduction"] = introduction_to(connection.individual, said["through"])
    now = connection.facts | said
    refuse_if(rules.cannot_change(connection) or rules.cannot_be_called(_names(now), now["kind"]))
    refuse_if(rules.cannot_stand_in(now["circle"]) or rules.cannot_be_paid(now["kind"], now["is_paid"]))
    refuse_if(rules.cannot_be_said(now[name] for name in ("gives_me", "i_give", "how_met", "since_words")))
    changed = [name for name, each in said.items() if getattr(connection, name) != each]
    return _changed(connection, by, {name: said[name] for name in changed}) if changed else connection


def _names(now: dict) -> list[str]:
    return [now["name"]] if now["name"] else []


@action
def move(*, connection: Connection, circle: int, by: Actor) -> Connection:
    """Closer, or further out."""
    return say_more(connection=connection, circle=circle, by=by)


@action
def keep_to_oneself(*, connection: Connection, by: Actor) -> Connection:
    """From now on the individual alone sees it, in old pictures too."""
    return _seen(connection, by, is_mine_alone=True)


@action
def let_be_seen(*, connection: Connection, by: Actor) -> Connection:
    """Whoever reads this page sees it too."""
    return _seen(connection, by, is_mine_alone=False)


@action
def put_away(*, connection: Connection, by: Actor) -> Connection:
    """It was a mistake: shown nowhere from now on, pictures included."""
    permit_changing(by, connection)
    hold(connection)
    refuse_if(rules.cannot_put_away(connection, by))
    connection.put_away_on = clock.today()
    connection.save(update_fields=["put_away_on"])
    trail.record("put away from people and places", by=by, about=connection, individual=connection.individual)
    return connection


@action
def show_again(*, connection: Connection, by: Actor) -> Connection:
    """It was no mistake: it stands where it stood, in old pictures too."""
    individual = connection.individual
    permit_own(by, individual)
    hold(connection)
    here = individual.connections.filter(put_away_on__isnull=True, end="").count()
    refuse_if(rules.cannot_show_again(connection, here))
    connection.put_away_on = None
    connection.save(update_fields=["put_away_on"])
    trail.record("shown again in people and places", by=by, about=connection, individual=individual)
    return connection


def keep_before(connection: Connection, by: Actor) -> None:
    """What was said until today, as it was."""
    said = connection.facts | {"end": connection.end, "until": clock.today()}
    Before.objects.create(connection=connection, recorded_by_id=account_of(by), **said)


def _changed(connection: Connection, by: Actor, said: dict) -> Connection:
    keep_before(connection, by)
    becomes_theirs = _becomes_theirs(by, connection, set(said))
    for name, each in said.items():
        setattr(connection, name, Circle(each) if name == "circle" else each)
    written = _written_by(by, connection) if becomes_theirs else []
    connection.save(update_fields=[*said, *written])
    trail.record("changed in people and places", by=by, about=connection, individual=connection.individual)
    return connection


def _becomes_theirs(by: Actor, connection: Connection, said: set[str]) -> bool:
    """One mark says whose words all of them are. A word of somebody else's takes it from the individual, so that
    nothing is shown as theirs that they did not type; else words change hands only where none of those before is left.
    """
    is_taken = connection.typed_by_individual and not is_the_individual(by, connection.individual)
    before = {name for name in WORDS if getattr(connection, name)}
    return bool(said & WORDS) and (is_taken or before <= said)


def _written_by(by: Actor, connection: Connection) -> list[str]:
    """Whose words they are now: a press that moves it makes nobody the writer of what was typed before."""
    connection.recorded_by_id = account_of(by)
    connection.typed_by_individual = is_the_individual(by, connection.individual)
    return ["recorded_by", "typed_by_individual"]


def _seen(connection: Connection, by: Actor, *, is_mine_alone: bool) -> Connection:
    permit_own(by, connection.individual)
    hold(connection)
    refuse_if(rules.cannot_change(connection))
    connection.is_mine_alone = is_mine_alone
    connection.save(update_fields=["is_mine_alone"])
    what = "kept to themself in people and places" if is_mine_alone else "let be seen in people and places"
    trail.record(what, by=by, about=connection, individual=connection.individual)
    return connection
