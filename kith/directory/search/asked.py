"""What somebody asks for, read from their own words: days, hours, money, refusals, and the rest."""

from dataclasses import dataclass, field
from functools import cached_property

from .avoiding import Avoid, avoid_of
from .for_whom import named_in, not_for, of_an_age
from .help_first import without_idioms
from .money import money_in
from .named import Name, name_of
from .refusals import refusals_in, wished_with_a_not, without_their_parts
from .spoken import sentence
from .vocabulary import Heard, Term, concepts, heard_in, is_under, telling_words
from .when import PARTS, when_in
from .words import FAINT, NOT_ALONE, STOP, joined, stem, tokens

MOST_WORDS = 24
WITHOUT_MEN = "a women's space"  # an idea of the vocabulary
ELSEWHERE = 1000  # places of words that the sentence no longer holds


@dataclass(frozen=True)
class Asked:
    """`words` are (typed, stem) pairs still to look for; facts from the words are wishes, not filters."""

    words: tuple[tuple[str, str], ...] = ()
    heard: tuple[Heard, ...] = ()
    taken: frozenset[str] = frozenset()  # stems that are part of a heard phrase
    silent: frozenset[str] = frozenset()  # those of a phrase for help: “I hear voices” looks for no voices
    days: frozenset[int] = frozenset()
    part: str = ""
    not_parts: frozenset[str] = frozenset()  # “not mornings”
    free: bool = False
    at_most_pence: int | None = None
    rest: str = ""  # what is left to be understood, without days, money and refusals
    refused: frozenset[tuple[str, ...]] = field(default_factory=frozenset)
    refused_words: tuple[str, ...] = ()  # as they were typed
    not_for: frozenset[str] = frozenset()  # sorts of people whose own groups are not meant
    speaks_of: frozenset[str] = frozenset()  # sorts of people that were named
    avoid: Avoid = field(default_factory=Avoid)  # what lines on what does not help keep away
    name: Name = field(default_factory=Name)  # the words, as the name that they may be

    @property
    def says(self) -> bool:
        """Whether anything but days, hours, money and refusals was said."""
        return bool(self.words or self.heard)

    @property
    def kinds(self) -> set[str]:
        """The sorts of thing that were asked for."""
        return {heard.concept.kind for heard in self.heard}

    @property
    def wished_facts(self) -> tuple[str, ...]:
        """The fact words any of which meets the wish for a day and an hour."""
        if self.days:
            return tuple(f"day{day}{part}" for day in sorted(self.days) for part in self.parts or ("",))
        return self.parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the day that would do; none where nothing was said of them."""
        if self.part:
            return (self.part,)
        return tuple(part for part in PARTS if part not in self.not_parts) if self.not_parts else ()

    @cached_property
    def unwanted(self) -> frozenset[Term]:
        """What was refused, and what lines on what does not help name."""
        return self.refused | self.avoid.terms

    @cached_property
    def stems_of_it_all(self) -> frozenset[str]:
        """Of the words, and of what listings call every idea that was heard."""
        means = {part for heard in self.heard for term in heard.concept.means for part in term}
        return frozenset(means | {part for _, part in self.words})

    @cached_property
    def never(self) -> tuple[Term, ...]:
        """What is unkind before whoever says this: a group for one loss before another; not for that very loss."""
        heard = [each.concept for each in self.heard]
        wide = [one for one in heard if not any(one is not other and is_under(other, one) for other in heard)]
        return tuple(term for concept in wide for term in concept.never)

    @property
    def wishes(self) -> bool:
        """Whether a day, an hour or a price was asked for in words."""
        return bool(self.days or self.parts or self.free or self.at_most_pence is not None)


def understand(text: str, avoid: tuple[str, ...] = (), spelt=lambda stems: {}) -> Asked:
    """Reads the words. `spelt` answers, for stems nobody uses, which stem was probably meant."""
    text = text[:2000]
    rest, when = when_in(without_idioms(sentence(text)))
    rest, money = money_in(rest)
    meant = spelt([stem(word) for word in tokens(rest) if word not in STOP])
    whole = _words_of(rest, meant)
    rest, refused = refusals_in(rest)
    everything = _words_of(rest, meant)
    heard = [*_heard(whole, everything, text), *_instead_of(refused.typed)]
    words, parts = _with_joined(_telling(everything, heard), text, rest)
    taken = {stem(word) for one in heard if len(one.taken) > 1 for word in one.phrase.split()}
    silent = {stem(word) for one in heard if _is_for_help_alone(one) for word in one.phrase.split()}
    refused_words = tuple(refused.typed)
    return Asked(
        words=tuple(words[:MOST_WORDS]),
        heard=tuple(heard),
        taken=parts | taken,
        silent=frozenset(silent),
        **{name: getattr(when, name) for name in ("days", "part", "not_parts")},
        **{name: getattr(money, name) for name in ("free", "at_most_pence")},
        rest=_rest(text, rest),
        refused=frozenset(refused.terms),
        refused_words=refused_words,
        not_for=not_for(rest) | named_in([" ".join(refused_words)]),
        speaks_of=named_in([rest]),
        avoid=avoid_of(avoid),
        name=name_of(text, spelt),
    )


def _heard(whole: list[tuple[str, str]], rest: list[tuple[str, str]], text: str) -> list[Heard]:
    """What the rest of the sentence says, what was wished with a “not”, and what an age says."""
    denied = wished_with_a_not(whole)
    moved = [Heard(one.concept, one.phrase, frozenset(place + ELSEWHERE for place in one.taken)) for one in denied]
    heard = [*without_their_parts(heard_in(rest), denied), *moved]
    known = {one.concept.name for one in heard}
    aged = [(name, words) for name, words in of_an_age(text) if name in concepts() and name not in known]
    return [*heard, *(Heard(concepts()[name], words, frozenset({2 * ELSEWHERE})) for name, words in aged)]


def _instead_of(refused: list[str]) -> list[Heard]:
    """Whoever wants no men about asks for women’s company."""
    men = next((word for word in refused if "men" in named_in([word])), "")
    if not men or WITHOUT_MEN not in concepts():
        return []
    return [Heard(concepts()[WITHOUT_MEN], f"no {men}", frozenset({3 * ELSEWHERE}))]


def _is_for_help_alone(heard: Heard) -> bool:
    return len(heard.taken) > 1 and heard.concept.kind == "support"


def _telling(pairs: list[tuple[str, str]], heard: list[Heard]) -> list[tuple[str, str]]:
    """Without what fills a sentence (“bored stiff”, “six months”), unless it is all there is to go by."""
    words = telling_words(pairs, heard)
    clear = [pair for pair in words if pair[0] not in FAINT and not pair[0].isdigit()]
    return clear if clear or heard else words


def _rest(text: str, rest: str) -> str:
    """As it was typed, where nothing was taken out of it."""
    return text.strip() if len(rest.split()) == len(sentence(text).split()) else " ".join(rest.split())


def _with_joined(words: list[tuple[str, str]], text: str, rest: str) -> tuple[list[tuple[str, str]], frozenset[str]]:
    """The words with “kick-boxing” as one word too; its parts, which say little and some of them nothing."""
    whole = {word: parts for word, parts in joined(text).items() if set(parts) <= set(tokens(rest))}
    parts = {part for each in whole.values() for part in each}
    kept = [pair for pair in words if pair[0] not in parts & NOT_ALONE]
    return [*((word, stem(word)) for word in whole), *kept], frozenset(map(stem, parts))


def _words_of(text: str, meant: dict[str, str]) -> list[tuple[str, str]]:
    """Every typed word with its stem, put right where it was a slip; common little words too."""
    seen = [(word, stem(word)) for word in tokens(text)]
    return [(meant.get(stem_, word), meant.get(stem_, stem_)) for word, stem_ in seen]
