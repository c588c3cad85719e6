"""What the index is asked for: each word and each idea that was heard, with how telling it is."""

from dataclasses import replace

from .asked import Asked
from .backends import Sought, Term
from .scoring import CONCEPT, TAKEN_WORD
from .weights import Rarity

MOST_READ = 12_000  # places in the index that one look at the whole directory reads


def sought_in(asked: Asked) -> tuple[Sought, ...]:
    """Every word by itself, the words of each idea together, and all of them as a name."""
    words = (Sought(((stem,),), TAKEN_WORD if stem in asked.taken else 1.0) for _, stem in asked.words)
    ideas = (Sought(heard.concept.means, CONCEPT) for heard in asked.heard)
    return tuple(dict.fromkeys([*words, *ideas, *(named_in(asked) if asked.says else ())]))


def named_in(asked: Asked) -> tuple[Sought, ...]:
    """All the words together, as a name."""
    return (Sought((tuple(sorted(asked.name.stems)),)),) if asked.name.stems else ()


def stems_of(sought: tuple[Sought, ...]) -> set[str]:
    """All that has to be known to weigh them."""
    return {stem for one in sought for term in one.terms for stem in term}


def weighed(sought: tuple[Sought, ...], rarity: Rarity) -> tuple[Sought, ...]:
    """A word says as much as it is rare; an idea says as much as its rarest word, up to its own worth."""
    return tuple(replace(one, worth=_worth(one, rarity)) for one in sought)


def _worth(one: Sought, rarity: Rarity) -> float:
    rarest = max((rarity.of_term(term) for term in one.terms), default=0.0)
    return one.worth * (rarest if len(one.terms) == 1 else min(1.0, rarest / 2.5))


def most_telling(sought: tuple[Sought, ...], rarity: Rarity, most: int = MOST_READ) -> tuple[Sought, ...]:
    """The same without its commonest words, where reading them all would take long; the rarest always stays."""
    terms = sorted({term for one in sought for term in one.terms}, key=lambda term: (how_many(term, rarity), term))
    kept, read = set(terms[:1]), 0
    for term in terms:
        read += how_many(term, rarity)
        if read > most:
            break
        kept.add(term)
    parts = (replace(one, terms=tuple(term for term in one.terms if term in kept)) for one in sought)
    return tuple(part for part in parts if part.terms)


def how_many(term: Term, rarity: Rarity) -> int:
    """Listings that hold all of it, at the most."""
    return min(rarity.counts.get(stem, 0) for stem in term)
