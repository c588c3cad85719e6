"""What lies on the table for one individual: things to do, each with its reasons, theirs first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kith.about_me import queries as about_me
from kith.access import clock
from kith.directory import queries as directory
from kith.directory.search.vocabulary import heard_in
from kith.directory.search.words import STOP, stem, tokens
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.listings import Leaflet, leaflet
from kith.people.models import Individual

from . import queries

NEAR_MILES = 2
ROUND_HERE_MILES = 5
MOST = 12
INTERESTS = 5  # looked for when nothing was asked; the newest first
OF_EACH = 3
FEW = 6  # fewer than this, and a few surprises are laid beside them
LONGEST_QUOTE = 90
TOO_COMMON = frozenset(
    map(stem, ("group", "club", "class", "activity", "event", "session", "people", "centre", "half", "thing", "minute"))
)


@dataclass(frozen=True)
class Asked:
    """What was asked of the table. `days`: 0 is Monday. `surprise` is a seed; empty when not asked for."""

    words: str = ""
    free: bool = False
    near: bool = False
    days: frozenset[int] = field(default_factory=frozenset)
    surprise: str = ""

    @property
    def tell(self) -> set[str]:
        """Kinds of reason that were asked about, so that each leaflet says them."""
        asked = (("cost", self.free), ("near", self.near), ("day", bool(self.days)))
        return {kind for kind, was_asked in asked if was_asked}


@dataclass(frozen=True)
class Person:
    """What the table knows of the individual: their lines, what to keep away, and who reads."""

    individual: Individual
    lines: tuple = ()
    avoid: tuple[str, ...] = ()
    to_individual: bool = False


def person(individual, *, to_individual: bool) -> Person:
    """One look at what they said about themselves."""
    by_kind = about_me.lines_of(individual)
    everything = [line for lines in by_kind.values() for line in lines]
    matching = sorted((line for line in everything if line.is_used_for_matching), key=lambda line: -line.pk)
    avoid = tuple(line.words for line in by_kind.get("does_not_help", ()))
    return Person(individual, tuple(matching), avoid, to_individual)


def lay_out(someone: Person, asked: Asked) -> list[Leaflet]:
    """The leaflets, best first. Never empty unless words or filters were given that nothing fits."""
    found, through = _found(someone, asked)
    at_hand = directory.activities([each.public_id for each in found])
    warm = local_knowledge.reasons_for([each.activity_id for each in found], someone.individual.team)
    leaflets = []
    for each in found:
        activity, line = at_hand[each.public_id], through.get(each.public_id)
        first = [*_said(someone, _named(activity), line), *warm.get(each.activity_id, ())]
        why = each.why if asked.words or not line else _without_words(each.why)
        leaflets.append(leaflet(activity, miles=each.miles, why=why, first=first, tell=asked.tell))
    return leaflets


def reasons_of(someone: Person, activity) -> list[str]:
    """The reasons that do not depend on what was looked for: what they said, and what the team knows."""
    return [*_said(someone, _named(activity)), *local_knowledge.warm_words(activity, someone.individual.team)]


def said(line, someone: Person) -> str:
    """A line as a reason: quoted as theirs only when they typed it."""
    words = line.words if len(line.words) <= LONGEST_QUOTE else f"{line.words[:LONGEST_QUOTE].rstrip()}…"
    if not line.typed_by_individual:
        return f"As {line.recorded_by.first_name} remembers: “{words}”"
    who = "You" if someone.to_individual else someone.individual.called
    return f"{who} said: “{words}”"


def _named(activity) -> set[str]:
    """The words that say what a listing is: its name and its categories, not its prose."""
    return set(map(stem, tokens(f"{activity.name} {' '.join(activity.categories)}")))


def _without_words(why) -> tuple:
    """What they said is the reason; how the search came to it need not be told as well."""
    return tuple(each for each in why if each.kind not in ("words", "meaning"))


def _said(someone: Person, named: set[str], through=None, most: int = 2) -> list[str]:
    """Their own lines: the one it was found through, then those that are about such a thing."""
    about_it = [line for line in someone.lines if line is not through and _is_about(line.words, named)]
    return [said(line, someone) for line in [*([through] if through else []), *about_it][:most]]


def _is_about(words: str, named: set[str]) -> bool:
    """Whether words of theirs, or what people mean by them, name this kind of thing."""
    pairs = [(word, stem(word)) for word in tokens(words)]
    meant = {term for heard in heard_in(pairs) for term in heard.concept.means}
    terms = meant | {(word,) for word in _telling(words)}
    return any(set(term) <= named for term in terms)


def _telling(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if word not in STOP} - TOO_COMMON


def _found(someone: Person, asked: Asked) -> tuple[list, dict]:
    """What was found, and by public id the line of theirs that it was found through."""
    near = someone.individual.near
    if asked.surprise:
        leave_out = queries.set_aside_ids(someone.individual)
        return directory.surprise(asked.surprise, near=near, limit=FEW, leave_out=leave_out), {}
    if asked.words or asked.tell:
        return _search(someone, asked, asked.words, MOST), {}
    return _from_interests(someone)


def _search(someone: Person, asked: Asked, words: str, limit: int, leave_out: Iterable[str] = ()) -> list:
    near = someone.individual.near
    return directory.find(
        words,
        near=near,
        within_miles=NEAR_MILES if asked.near and near else None,
        free=asked.free,
        days=asked.days,
        limit=limit,
        avoid=someone.avoid,
        leave_out={*leave_out, *_put_aside(someone, words)},
    )


def _put_aside(someone: Person, words: str) -> set[str]:
    """What was set aside stays away, unless it is looked for by its name."""
    wanted = _telling(words)
    aside = queries.set_aside_names(someone.individual)
    return {public_id for public_id, name in aside.items() if not wanted or not wanted <= _telling(name)}


def _from_interests(someone: Person) -> tuple[list, dict]:
    """A few for each of the newest things they said, in turn; then a few surprises, so it is never bare."""
    lines = someone.lines[:INTERESTS]
    rounds = [(line, _search(someone, Asked(), line.words, OF_EACH)) for line in lines]
    in_turn = [(line, each[place]) for place in range(OF_EACH) for line, each in rounds if place < len(each)]
    through = {each.public_id: line for line, each in reversed(in_turn)}
    found = list({each.public_id: each for _, each in in_turn}.values())[:MOST]
    if len(found) >= FEW:
        return found, through
    seed = f"{someone.individual.public_id} {clock.today()}"
    leave_out = queries.set_aside_ids(someone.individual) | {each.public_id for each in found}
    near = someone.individual.near
    more = directory.surprise(seed, near=near, limit=FEW - len(found), leave_out=leave_out)
    return found + more, through
