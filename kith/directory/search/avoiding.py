"""What lines on “what does not help” keep away: names of places in them, and what they say beyond doubt.

Such a line tells of one room, one day, one mood. A word in it is never taken for a whole sort of thing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .vocabulary import Concept, Term, heard_in, narrower, telling_term, term_of
from .words import FRAME, STOP, plain, stem, telling_stems, tokens

MANY_NAMES = 20_000  # of listings, organisations and places, whose words are kept at hand
CLAUSE = re.compile(r"[.,;:!?\n()–—]+")
NAME = re.compile(r"\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+|(?<=\w )[A-Z][\w’'-]{3,}")
LIKES_NOT = re.compile(
    r"^(?:i |he |she |they )?(?:hates?|hated|cant stand|cannot stand|"
    r"(?:do not|dont|does not|doesnt) (?:like|want|enjoy)|not (?:keen on|into|interested in)|"
    r"(?:anything|nothing) to do with|avoids?|avoiding|scared of|afraid of)\s+"
)


@dataclass(frozen=True)
class Avoid:
    """`names`: stems that stand together in a name. `terms`: as in a refusal. `lines`: the stems of each line."""

    names: frozenset[Term] = frozenset()
    terms: frozenset[Term] = frozenset()
    lines: tuple[str, ...] = ()

    def keeps_away(self, names: Iterable[str]) -> bool:
        """Whether one of these names (of a listing, who runs it, its place) is one that a line speaks of."""
        return any(self._speaks_of(*_spelt_out(name)) for name in names if name)

    def _speaks_of(self, stems: Term, name: str, says_enough: bool) -> bool:
        if any(spaced in name for term, spaced in self._spaced_names if len(term) > 1 or term == stems):
            return True
        return says_enough and any(name in line for line in self.lines)

    @cached_property
    def _spaced_names(self) -> list[tuple[Term, str]]:
        return [(term, _spaced(term)) for term in self.names]


def avoid_of(lines: Iterable[str]) -> Avoid:
    """Reads the lines as they were written, capitals and all."""
    lines = [line[:2000] for line in lines]
    names = {term for line in lines for term in _names_in(line)}
    terms = {term for line in lines for clause in CLAUSE.split(NAME.sub(" , ", line)) for term in _clear(clause)}
    return Avoid(frozenset(names), frozenset(terms), tuple(_spaced(telling_stems(line)) for line in lines))


@lru_cache(maxsize=MANY_NAMES)
def _spelt_out(name: str) -> tuple[Term, str, bool]:
    """Its telling stems, the same as they stand in a line, and whether it says enough to be found there."""
    stems = tuple(telling_stems(name))
    return stems, _spaced(stems), len(set(stems) - FRAME) >= 2


def _spaced(stems: Iterable[str]) -> str:
    return f" {' '.join(stems)} "


def _names_in(line: str) -> list[Term]:
    """Words in capitals side by side are a name; one alone, inside a sentence, may be a whole one."""
    found = (tuple(telling_stems(match[0])) for match in NAME.finditer(line))
    return [term for term in found if not set(term) <= FRAME]


def _clear(clause: str) -> set[Term]:
    """What a clause refuses when that is all it says, or when it holds a phrase that people use for one thing."""
    said = LIKES_NOT.sub("", " ".join(plain(clause).split()))
    pairs = [(word, stem(word)) for word in tokens(said)]
    telling = {stem_ for word, stem_ in pairs if word not in STOP} - FRAME
    if not telling:
        return set()
    terms = {telling_term(said)}
    for heard in heard_in(pairs):
        is_phrase = len(telling & {pairs[place][1] for place in heard.taken}) > 1
        if _tells_a_sort(heard.concept) and (is_phrase or _is_all_of_it(telling, heard.concept)):
            terms |= {term for concept in narrower(heard.concept) for term in concept.means}
        elif is_phrase:
            terms.add(telling_term(heard.phrase))
    return terms


def _tells_a_sort(concept: Concept) -> bool:
    """“On my own” says nothing of any group; words about help are about what is hard."""
    return concept.sorts and not concept.broad and concept.kind != "support"


def _is_all_of_it(telling: set[str], concept: Concept) -> bool:
    """“Church” is all of faith; “cards” is not all of games."""
    own = {*term_of(concept.name), *concept.means[0]}
    return telling <= {part for term in concept.says for part in term} and bool(telling & own)
