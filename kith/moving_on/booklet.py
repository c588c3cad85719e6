"""A copy to keep: what both wrote, how the individual sees it, and how people and places were then and are now.

Kith sends it to nobody. It holds no money and no number of any measure; of health it says what they wrote, if they did.
"""

from dataclasses import dataclass
from datetime import date

from kith.access import clock
from kith.network_map import queries as network_map
from kith.network_map.circles import Drawing, drawing_of
from kith.network_map.points import Point
from kith.network_map.then_and_now import Changes
from kith.people.models import Individual

from . import parts, queries
from .models import AboutTalk, LooseEnd, Part, Talk


@dataclass(frozen=True)
class Chapter:
    """One part under its heading, line by line, and whose words these are."""

    title: str
    lines: list[str]
    is_list: bool
    said_by: str


@dataclass(frozen=True)
class Pictures:
    """People and places on two days; `then` is None where only today's is there."""

    then: Drawing | None
    then_on: date | None
    now: Drawing | None
    sentences: list[str]
    unpaid: str
    show_kept: bool  # somebody is in them whom only the individual sees: said before it is printed, and never in it


@dataclass(frozen=True)
class Booklet:
    """What stands in it, in order."""

    individual: Individual
    together_since: date | None
    together_until: date | None
    chapters: list[Chapter]
    became: list[tuple[str, str]]
    otherwise: AboutTalk | None
    pictures: Pictures | None
    made_on: date

    @property
    def is_empty(self) -> bool:
        return not (self.chapters or self.became or self.pictures)


def booklet_of(individual: Individual, talk: Talk | None, *, is_own: bool, with_pictures: bool) -> Booklet:
    """`is_own`: for the individual themself; only then are those they keep to themself in the pictures."""
    written = queries.written_in(talk) if talk else {}
    since = individual.relations.filter(kind="partnership").order_by("starts_at").first()
    return Booklet(
        individual=individual,
        together_since=since.starts_at.date() if since else None,
        together_until=individual.moved_on_at.date() if individual.moved_on_at else None,
        chapters=_chapters(written, individual),
        became=_became(queries.settled_ends(talk), individual) if talk else [],
        otherwise=_otherwise(talk),
        pictures=_pictures(individual, is_own=is_own) if with_pictures else None,
        made_on=clock.today(),
    )


def _chapters(written: dict, individual: Individual) -> list[Chapter]:
    return [
        _chapter(written[kind].part, parts.in_a_booklet(written[kind].part, individual))
        for kind in parts.ORDER
        if kind in written and written[kind].words
    ]


def _chapter(part: Part, title: str) -> Chapter:
    """What is a list stays one; the rest is told as it was written."""
    lines = [line.strip() for line in part.words.splitlines() if line.strip()]
    may_be_list = part.kind in (Part.Kind.GOES_ON, Part.Kind.LIFE, Part.Kind.GIVES)
    return Chapter(title, lines, may_be_list and len(lines) > 1, _said_by(part))


def _said_by(part: Part) -> str:
    """Whose words these are, where the individual did not type them and the heading does not say."""
    if part.typed_by_individual or part.kind == Part.Kind.OUR_WORD:
        return ""
    name = part.written_by.first_name
    return f"written by {name}" if part.kind == Part.Kind.BACK else f"as {name} remembers it"


def _became(ends: list[LooseEnd], individual: Individual) -> list[tuple[str, str]]:
    return [(end.words, queries.what_became(end, individual, is_own=False)) for end in ends]


def _otherwise(talk: Talk | None) -> AboutTalk | None:
    """How they see it, also where they left it as it was later; a yes since is what counts."""
    said = queries.answered(talk) if talk else None
    return said.differs if said else None


def _pictures(individual: Individual, *, is_own: bool) -> Pictures | None:
    """The first that was kept, beside how it is today."""
    life = network_map.life_of(individual, own=is_own)
    kept = network_map.pictures_of(individual)
    then = network_map.pictured_in(kept[-1], own=is_own) if kept else []
    if life.is_empty and not then:
        return None
    if not then:
        return Pictures(None, None, drawing_of(life.here), [], "", life.shows_kept)
    changes = network_map.changes_since(then, [*life.here, *life.gone, *life.remembered])
    drawn_then = drawing_of([each for each in then if not each.end])
    paid = "" if Point.UNPAID in network_map.skipped_by(individual, None) else fewer_are_paid(changes)
    now = drawing_of(life.here)
    return Pictures(drawn_then, kept[-1].taken_on, now, changes.sentences, paid, life.shows_kept)


def fewer_are_paid(changes: Changes) -> str:
    """How many of the people are paid to be there, on both days, where their share fell; else nothing is said of it:
    no count of strangers stands in a keepsake."""
    then = [each.facts for each in changes.then.values() if not each.end and each.facts.kind == "person"]
    now = [each.facts for each in changes.now.values() if not each.end and each.facts.kind == "person"]
    paid_then, paid_now = (sum(each.is_paid for each in found) for found in (then, now))
    if not then or not now or paid_now * len(then) >= paid_then * len(now):
        return ""
    return f"Paid to be there: {paid_then} of {len(then)} people then, {paid_now} of {len(now)} now."
