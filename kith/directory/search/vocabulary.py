"""What people say and what listings call it: a curated thesaurus, read once from the files in `concepts`.

One [[concept]] for each idea:
  name     a plain name, also something people say     kind    the sort of thing (as in Activity.kind)
  says     everyday phrases, each of one idea only, or of one idea and a wider one
  means    words that listings use, the closest first   often   how a reason puts it: "… often means <often>"
  broader  the wider idea: refusing it refuses this     unlike  words of listings that look right and are not
  never    words of listings that are wrong, or unkind, for whoever says it: a pub for somebody who stopped drinking
  sorts    false where the words do not tell what sort of thing a listing is
  broad    true where another idea heard beside it says more
  first    true where no lighter idea (hushed = true) is heard beside it: “my mum died” is not about mums
  tells    of a need, such as no steps: how a card names it, whether the listing says so or one has to ask
  must     true where what says nothing of it hardly answers: somebody who cannot go out
  puts     the whole reason, where “often means” would be unkind
  openactive, ukcat    the same idea in the OpenActive activity list (label and address), and in UK-CAT (code)
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from .words import OF_A_LOSS, STOP, stem, telling_stems, tokens

FOLDER = Path(__file__).with_name("concepts")
Term = tuple[str, ...]  # stems that stand together
Worked = TypeVar("Worked")


@dataclass(frozen=True)
class Concept:
    """One idea. `says` are the phrases people use; `means` the words that listings use."""

    name: str
    kind: str
    often: str
    broader: str
    says: tuple[Term, ...]
    means: tuple[Term, ...]
    unlike: frozenset[str]
    broad: bool  # whether another idea heard beside it says more
    sorts: bool  # whether its words tell what sort of thing a listing is
    puts: str  # the whole reason, where there is one of its own
    first: bool  # whether it hushes lighter ideas heard beside it
    hushed: bool  # whether it is such a lighter idea
    tells: str = ""  # of a need: how a card names it
    must: bool = False  # whether what says nothing of it hardly answers
    never: tuple[Term, ...] = ()
    openactive: tuple[tuple[str, str], ...] = ()  # label and address
    ukcat: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """A concept heard in somebody's words: the phrase, and which of the typed words it took."""

    concept: Concept
    phrase: str
    taken: frozenset[int]
    likely: bool = False  # not word for word, but by a likeness


@dataclass(frozen=True)
class Own:
    """What an install added: a stamp that says which state of it this is, and its entries."""

    stamp: str = ""
    entries: tuple[dict, ...] = field(default=(), hash=False)


class _InUse:
    own = Own()


def own_in_use() -> Own:
    """What of an install's own is heard now in this process."""
    return _InUse.own


def use_own(own: Own) -> None:
    """From now on these are heard as well."""
    _InUse.own = own


def worked_out_once(function: Callable[[], Worked]) -> Callable[[], Worked]:
    """Worked out once for each state of the vocabulary."""
    for_each = lru_cache(maxsize=2)(lambda own: function())

    @wraps(function)
    def answer() -> Worked:
        return for_each(_InUse.own)

    return answer


def term_of(phrase: str) -> Term:
    """The stems of a phrase, in order."""
    return tuple(stem(word) for word in tokens(phrase))


def telling_term(phrase: str) -> Term:
    """The same without the common little words, unless there is nothing else."""
    return tuple(stem(word) for word in tokens(phrase) if word not in STOP) or term_of(phrase)


@worked_out_once
def concepts() -> dict[str, Concept]:
    """Every concept by name, those that an install added too."""
    written = {entry["name"]: entry for entry in entries()}
    for own in _InUse.own.entries:
        ours = written.get(own["name"])
        written[own["name"]] = {**ours, "says": [*ours.get("says", []), *own["says"]]} if ours else own
    return {name: _concept(entry) for name, entry in written.items()}


@cache
def entries() -> list[dict]:
    """The concepts that come with Kith, as they are written, file by file."""
    files = sorted(FOLDER.glob("*.toml"))
    return [entry for file in files for entry in tomllib.loads(file.read_text(encoding="utf-8"))["concept"]]


def _concept(entry: dict) -> Concept:
    return Concept(
        name=entry["name"],
        kind=entry["kind"],
        often=entry.get("often", entry["name"]),
        broader=entry.get("broader", ""),
        says=tuple(dict.fromkeys(term_of(phrase) for phrase in [*entry.get("says", []), entry["name"]])),
        means=tuple(dict.fromkeys(telling_term(phrase) for phrase in entry["means"])),
        unlike=frozenset(stem(word) for word in entry.get("unlike", [])),
        broad=entry.get("broad", False),
        sorts=entry.get("sorts", True),
        puts=entry.get("puts", ""),
        first=entry.get("first", False),
        hushed=entry.get("hushed", False),
        tells=entry.get("tells", ""),
        must=entry.get("must", False),
        never=tuple(term_of(phrase) for phrase in entry.get("never", [])),
        openactive=tuple(entry.get("openactive", {}).items()),
        ukcat=tuple(entry.get("ukcat", [])),
    )


@worked_out_once
def _by_first_stem() -> dict[str, list[tuple[Term, Concept]]]:
    table: dict[str, list[tuple[Term, Concept]]] = {}
    for concept in concepts().values():
        for term in concept.says:
            table.setdefault(term[0], []).append((term, concept))
    return table


@worked_out_once
def known_stems() -> frozenset[str]:
    """Every stem in the vocabulary: none of these is taken for a slip of the keyboard."""
    terms = [term for concept in concepts().values() for term in (*concept.says, *concept.means)]
    return frozenset(part for term in terms for part in term)


@worked_out_once
def grave_stems() -> frozenset[str]:
    """Stems that only ideas such as grief are heard by."""
    said = [(part, concept.first) for concept in concepts().values() for term in concept.says for part in term]
    return frozenset(part for part, first in said if first) - {part for part, first in said if not first}


def heard_in(words: list[tuple[str, str]]) -> list[Heard]:
    """The concepts in (typed word, stem) pairs, common little words included; longer phrases first."""
    found: dict[str, Heard] = {}
    for start, (_, first) in enumerate(words):
        for term, concept in _by_first_stem().get(first, []):
            taken = _follow(term, words, start)
            if taken and len(taken) > len(found[concept.name].taken if concept.name in found else ()):
                phrase = " ".join(words[place][0] for place in sorted(taken))
                found[concept.name] = Heard(concept, phrase, taken)
    return _hushed(sorted(found.values(), key=lambda heard: -len(heard.taken)))


def _hushed(found: list[Heard]) -> list[Heard]:
    """Without the lighter ideas, where one was heard that comes first: “my mum died” is not about mums."""
    first = [heard for heard in found if heard.concept.first]
    if not first:
        return found
    spoken_for = frozenset().union(*(heard.taken for heard in first))
    return [each for each in found if each in first or not (each.concept.hushed or each.taken & spoken_for)]


def telling_words(pairs: list[tuple[str, str]], heard: list[Heard]) -> list[tuple[str, str]]:
    """The pairs that say something by themselves, each once; not whom somebody lost."""
    hushed = OF_A_LOSS if any(each.concept.first for each in heard) else frozenset()
    return list(dict.fromkeys(pair for pair in pairs if pair[0] not in STOP and pair[1] not in hushed))


def _follow(term: Term, words: list[tuple[str, str]], start: int) -> frozenset[int]:
    """Where the term's stems stand from `start` on, at most two other words between; empty if not."""
    taken, place = [start], start
    for part in term[1:]:
        place = next((at for at in (place + 1, place + 2, place + 3) if at < len(words) and words[at][1] == part), -1)
        if place < 0:
            return frozenset()
        taken.append(place)
    return frozenset(taken)


def narrower(concept: Concept) -> list[Concept]:
    """The concept and everything under it."""
    return [concept, *(deeper for other in _under().get(concept.name, []) for deeper in narrower(other))]


def is_under(concept: Concept, wider: Concept) -> bool:
    """Whether the first is a part of the second, however deep."""
    above = concepts().get(concept.broader)
    return above is not None and (above.name == wider.name or is_under(above, wider))


@worked_out_once
def _under() -> dict[str, list[Concept]]:
    table: dict[str, list[Concept]] = {}
    for concept in concepts().values():
        table.setdefault(concept.broader, []).append(concept)
    return table


@worked_out_once
def _kinds_of_terms() -> dict[str, list[tuple[str, int, list[Term]]]]:
    """By the first stem of what a concept means: its kind, how much the stem says alone, and the longer terms."""
    table: dict[str, list[tuple[str, int, list[Term]]]] = {}
    for concept in (one for one in concepts().values() if one.sorts):
        terms = set(concept.means)
        for first in {term[0] for term in terms}:
            longer = [term for term in terms if term[0] == first and len(term) > 1]
            table.setdefault(first, []).append((concept.kind, int((first,) in terms), longer))
    return table


def kind_of(name: str, text: str = "", terms: str = "") -> str:
    """The sort of thing a listing is, by its words: its name counts most. "other" when nothing tells."""
    votes: dict[str, int] = {}
    table = _kinds_of_terms()
    for words, weight in ((name, 6), (terms, 4), (" ".join(text.split(maxsplit=80)[:80]), 1)):
        here = telling_stems(words)
        for at in [at for at, first in enumerate(here) if first in table]:
            for kind, alone, longer in table[here[at]]:
                if said := alone + _of_those_that_stand(longer, here, at) if longer else alone:
                    votes[kind] = votes.get(kind, 0) + weight * said
    return max(votes, key=votes.__getitem__, default="other")


def _of_those_that_stand(terms: list[Term], here: list[str], at: int) -> int:
    """How many stems those of the terms have that stand there."""
    following = here[at + 1 : at + 2]
    return sum(len(term) for term in terms if following == [term[1]] and tuple(here[at : at + len(term)]) == term)
