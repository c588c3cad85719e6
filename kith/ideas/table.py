"""What lies on the table, for one individual or for nobody in particular: things to do, each with its reasons.

What they said comes first; then what people here know; ordinary things before health and support services."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from kith.access import clock
from kith.directory import queries as directory
from kith.directory.search.rings import WIDEST
from kith.directory.search.vocabulary import heard_in, telling_words
from kith.directory.search.words import STOP, stem, tokens
from kith.directory.wider import beyond
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.buses import missed_by_activity
from kith.local_knowledge.listings import Leaflet, leaflet

from .asking import NEAR, Asked
from .mixing import takes_a_surprise
from .someone import Person, nobody, person

__all__ = ["Asked", "Person", "Spread", "is_a_wish", "lay_out", "leaflets_of", "nobody", "person", "reasons_of", "said"]

ROUND_HERE_MILES = 5
MOST = 12
CHOSEN_FROM = 24  # so that what people here know can come before what merely fits a little better
KNOWN_HERE = 0.15  # how much that counts; the best fit has 1
INTERESTS = 5  # looked for when nothing was asked; the newest first
OF_EACH, OF_EACH_CHOSEN_FROM = 3, 12
FEW = 6  # fewer than this, and a few surprises are laid beside them
LONGEST_QUOTE = 90
COMMON = "group club class activity event session people centre half thing minute play watch first"
TOO_COMMON = frozenset(map(stem, COMMON.split()))
Looked = directory.Looked[directory.Chosen]
REACHES = {1.0: "a walk away", 3.0: "not far"}  # as the words say it, by the miles that they mean


@dataclass(frozen=True)
class Spread:
    """What lies on the table, best first; how much is kept away because of what does not help;
    and what was understood of the words."""

    leaflets: list[Leaflet]
    kept_away: int = 0
    facts: tuple[directory.Fact, ...] = ()


def lay_out(someone: Person, asked: Asked, leave_out: Iterable[int] = ()) -> Spread:
    """Never empty unless words or filters were given that nothing fits. `leave_out`: keys of activities."""
    found, away, through, facts = _found(someone, asked)
    away = [each for each in away if each.activity_id not in leave_out]
    shown = away if asked.away else [each for each in found if each.activity_id not in leave_out]
    shown = sorted(shown, key=lambda each: _is_full(someone, each))
    return Spread(leaflets_of(someone, directory.tell(shown), through), len(away), facts)


def leaflets_of(someone: Person, found: list, through: dict | None = None) -> list[Leaflet]:
    """As they lie on the table: what the person said first, then what people here know, then why it was found."""
    warm, doubts = local_knowledge.reasons_and_doubts([each.activity_id for each in found], someone.team)
    missed = missed_by_activity([each.activity for each in found])
    lines, leaflets = _with_what_they_name(someone.lines), []
    for each in found:
        activity, line = each.activity, (through or {}).get(each.public_id)
        theirs = _said(someone, lines, _named(activity), line)
        why = _without_words(each.why) if theirs else each.why
        first = [*theirs, *warm.get(each.activity_id, ())]
        cautions = [*doubts.get(each.activity_id, ()), *missed.get(each.activity_id, ())]
        lies = leaflet(activity, miles=each.miles, why=why, first=first, missed=cautions)
        leaflets.append(replace(lies, mark=someone.mix.mark(each)))
    return leaflets


def reasons_of(someone: Person, activity) -> list[str]:
    """The reasons that do not depend on what was looked for: what they said, and what the team knows."""
    theirs = _said(someone, _with_what_they_name(someone.lines), _named(activity))
    return [*theirs, *local_knowledge.warm_words(activity, someone.team)]


def said(line, someone: Person) -> str:
    """A line as a reason: quoted as theirs only when they typed it."""
    words = line.words if len(line.words) <= LONGEST_QUOTE else f"{line.words[:LONGEST_QUOTE].rstrip()}…"
    if not line.typed_by_individual:
        return f"As {line.recorded_by.first_name} remembers: “{words}”"
    who = "You" if someone.to_individual else someone.individual.called
    return f"{who} said: “{words}”"


def _named(activity) -> set[str]:
    """The words that say what a listing (or one chosen) is: its name and its categories, not its prose."""
    return set(map(stem, tokens(f"{activity.name} {' '.join(activity.categories)}")))


def _without_words(why) -> tuple:
    """What they said is the reason; how the search came to it need not be told as well."""
    return tuple(each for each in why if each.kind not in ("words", "meaning"))


def _said(someone: Person, lines: list, named: set[str], through=None, most: int = 2) -> list[str]:
    """Their own lines: the one it was found through, then those that are about such a thing."""
    about_it = [line for line, terms in lines if line is not through and _is_about(terms, named)]
    return [said(line, someone) for line in [*([through] if through else []), *about_it][:most]]


def _with_what_they_name(lines: Iterable) -> list[tuple[Any, set[frozenset[str]]]]:
    return [(line, _what_it_names(line.words)) for line in lines]


def _what_it_names(words: str) -> set[frozenset[str]]:
    """The kinds of thing that words of theirs name, or that people mean by them: the words of each."""
    pairs = [(word, stem(word)) for word in tokens(words)]
    heard = heard_in(pairs)
    alone = {word for _, word in telling_words(pairs, heard)} - TOO_COMMON
    return {frozenset(term) for each in heard for term in each.concept.means} | {frozenset([word]) for word in alone}


def _is_about(terms: Iterable[frozenset[str]], named: set[str]) -> bool:
    """Whether what was named is this kind of thing."""
    return any(term <= named for term in terms)


def is_a_wish(words: str) -> bool:
    """Whether words say nothing but what would be good to do; else they may be the name of a place."""
    pairs = [(word, stem(word)) for word in tokens(words)]
    heard = heard_in(pairs)
    taken = {place for each in heard for place in each.taken}
    return bool(heard) and all(place in taken or word in STOP for place, (word, _) in enumerate(pairs))


def _telling(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if word not in STOP} - TOO_COMMON


def _found(someone: Person, asked: Asked) -> tuple[list, list, dict, tuple]:
    """What was found, what is kept away, by public id the line of theirs that it was found through,
    and what was understood of the words."""
    if asked.surprise:
        return directory.draw(asked.surprise, **_chance(someone, FEW)), [], {}, ()
    if asked.is_for_help and not asked.rest:  # it is all about harm: help is what there is to show
        return [], [], {}, ()
    if asked.rest:
        looked = _look(someone, asked)
        found = looked.found or (_of_today(someone) if asked.is_low and not asked.narrows else [])
        return found, looked.kept_away, {}, _with_nearness(someone, asked, looked.facts)
    if someone.individual is not None:
        return *_from_interests(someone, asked), ()
    looked = _look(someone, asked) if asked.looks and not asked.words else None
    return (looked.found, looked.kept_away, {}, ()) if looked else (_of_today(someone), [], {}, ())


def _look(someone: Person, asked: Asked) -> Looked:
    """By the words. Where they say how near, and nothing is, it is looked for further away."""
    drawn = [] if asked.narrows or asked.away or asked.is_for_help else _drawn(someone, asked.rest)
    looked = _look_and_beyond(someone, asked, drawn)
    if not looked.found and asked.reach and not asked.within:
        looked = _look_and_beyond(someone, replace(asked, taken_off=asked.taken_off | {NEAR}))
    meant = _what_it_names(asked.rest) if drawn else set()
    unasked = [each for each in drawn if not _is_about(meant, _named(each))]  # what was asked for is no surprise
    return _with_a_surprise(unasked, looked)


def _look_and_beyond(someone: Person, asked: Asked, drawn=()) -> Looked:
    """The look itself; beside it a wider one where it has a limit in miles: the two take as many looks as one."""
    looked = _look_for_each(someone, _near_and_wide(someone, asked, asked.rest), drawn)
    near, wide = looked[0], looked[1:]
    return replace(near, found=[*beyond(near.found, wide[0].found), *near.found]) if wide else near


def _near_and_wide(someone: Person, asked: Asked, words: str) -> list:
    asks = [(words, _wishes(someone, asked, words))]
    if asked.within and someone.near:
        asks.append((words, _wishes(someone, replace(asked, within=WIDEST), words)))
    return asks


def _drawn(someone: Person, words: str) -> list:
    """Some things by chance, the same all day: more than there may be among what is found."""
    return directory.draw(f"{_seed_of_today(someone)} {words}", **_chance(someone, 2 * MOST)) if words else []


def _with_a_surprise(drawn: list, looked: Looked) -> Looked:
    """One thing that nobody asked for, last."""
    if not drawn or not takes_a_surprise(looked.facts, looked.found):
        return looked
    there = {each.public_id for each in (*looked.found, *looked.kept_away)}
    others = [each for each in drawn if each.public_id not in there]
    return replace(looked, found=[*looked.found[: MOST - 1], *others[:1]])


def _with_nearness(someone: Person, asked: Asked, facts: tuple) -> tuple:
    """How near the words want it stands first, where anybody knows from where."""
    miles = directory.reach_in(asked.rest)[1]
    return (directory.Fact(NEAR, REACHES[miles]), *facts) if miles and someone.near else facts


def _look_for_each(someone: Person, asks: list, beside=()) -> list[Looked]:
    """Many at once take as many looks as one."""
    looked = directory.choose_for_each(asks, avoid=someone.avoid, beside=beside)
    in_order = [partial(_in_order, someone, for_support=directory.asks_for_support(words)) for words, _ in asks]
    return [
        replace(each, found=ordered(each.found), kept_away=ordered(each.kept_away))
        for each, ordered in zip(looked, in_order, strict=True)
    ]


def _wishes(
    someone: Person, asked: Asked, words: str, sorts: frozenset[str] | None = None, limit: int = CHOSEN_FROM
) -> directory.Wishes:
    return directory.Wishes(
        near=someone.near,
        within_miles=(asked.within or asked.reach) if someone.near else None,
        free=asked.free,
        days=asked.days,
        tasters=asked.tasters,
        ordinary=asked.ordinary,
        limit=limit,
        leave_out=frozenset(_put_aside(someone, words)),
        sorts=sorts,
        taken_off=asked.taken_off,
    )


def _in_order(someone: Person, found: list, *, for_support: bool) -> list:
    """What people here know comes a little sooner, and what is full takes no room from what is not; a health service
    comes last, unless it was asked for. What was typed by its name is first in any case."""
    fitting = sorted(
        found, key=lambda each: (not each.named, -each.score - KNOWN_HERE * (each.activity_id in someone.known))
    )
    fitting.sort(key=lambda each: _is_full(someone, each))
    best = someone.mix.forward(fitting)[:MOST]
    if for_support:
        return best
    return sorted(best, key=lambda each: not (each.ordinary or each.named))


def _is_full(someone: Person, found) -> bool:
    """Whether it lies behind the others. What was typed by its name does not."""
    return found.activity_id in someone.full and not found.named


def _of_today(someone: Person) -> list:
    """A few that stay the same all day."""
    return directory.draw(_seed_of_today(someone), **_chance(someone, MOST))


def _seed_of_today(someone: Person) -> str:
    return f"{someone.individual.public_id if someone.individual else ''} {clock.today()}"


def _chance(someone: Person, limit: int) -> dict:
    """Nothing that was set aside, nothing that does not help, and no group for a sort of people they do not name."""
    wishes = {"near": someone.near, "leave_out": set(someone.set_aside), "avoid": someone.avoid}
    return wishes | {"sorts": someone.sorts, "limit": limit}


def _put_aside(someone: Person, words: str) -> set[str]:
    """What was set aside stays away, unless it is looked for by its name."""
    wanted = _telling(words)
    return {public_id for public_id, name in someone.set_aside.items() if not wanted or not wanted <= _telling(name)}


def _from_interests(someone: Person, asked: Asked) -> tuple[list, list, dict]:
    """A few for each of the newest things they said, in turn; then whatever else fits, so it is never bare."""
    lines = someone.lines[:INTERESTS]
    of_a_line = partial(_wishes, someone, asked, sorts=someone.sorts, limit=OF_EACH_CHOSEN_FROM)
    asks = [(line.words, of_a_line(line.words)) for line in lines]
    asks += _near_and_wide(someone, asked, "") if asked.narrows else []
    drawn = [] if asked.narrows else directory.draw(_seed_of_today(someone), **_chance(someone, 2 * FEW))
    looked = _look_for_each(someone, asks, drawn)
    rounds = [_about_line(line, each) for line, each in zip(lines, looked, strict=False)]
    in_turn = [(line, one) for place in range(OF_EACH) for line, found, _ in rounds for one in found[place : place + 1]]
    through = {each.public_id: line for line, each in reversed(in_turn)}
    found = {each.public_id: each for _, each in in_turn}
    away = {each.public_id: each for _, _, apart in rounds for each in apart}
    if asked.narrows:
        rest, *wide = looked[len(lines) :]
        found |= {each.public_id: each for each in rest.found if each.public_id not in found}
        further = beyond(found.values(), wide[0].found if wide else [])
        found = {each.public_id: each for each in further} | found
        away |= {each.public_id: each for each in rest.kept_away}
    surprises = [each for each in drawn if each.public_id not in found]
    fitting = list(found.values())[: MOST - bool(surprises)]
    return [*fitting, *surprises[: max(1, FEW - len(fitting))]], list(away.values()), through


def _about_line(line, looked: Looked) -> tuple:
    """The line, what is about the thing it names, and what of that is kept away. A word in prose is not enough."""
    terms = _what_it_names(line.words)
    return (
        line,
        *([each for each in part if _is_about(terms, _named(each))] for part in (looked.found, looked.kept_away)),
    )
