"""A listing that is looked for by its own name, by who runs it or by where it is: found first, whatever else such
words could mean. “Boxing fitness, no contact” says no to nothing; “no bingo” names no bingo, and “not at Bridge House”
keeps that house away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from .documents import Document
from .spoken import sentence
from .vocabulary import Term, heard_in, known_stems
from .weights import everyday_stems
from .words import NEGATIONS, NOT_REFUSED, STOP, stem, telling_stems, tokens

MOST_WORDS = 14  # nobody's name is longer
MOST_OF_IT = 0.6  # of the words of a name
MANY_NAMES = 20_000  # of listings, organisations and places, whose words are kept at hand
A_SLIP = 0.84  # of the letters of two names that differ by a slip of the finger
NAME, RUN_BY, PLACE = "name", "run by", "place"
BUT_NOT = frozenset({("anything", "but"), ("rather", "than"), ("other", "than"), ("had", "enough")})
PUTS_ASIDE = frozenset({"no", "not", "without", "never"})  # what comes next is what is not wanted
WISHES = frozenset({"want", "like", "fancy", "enjoy"})  # “I dont want …”


@dataclass(frozen=True)
class Name:
    """Words that may be a name: as they were typed, and the stems of those that tell. `is_a_wish`: they are all
    what people say who would like something, so a name is only one thing that they could mean. `known`: typed words
    that are no slips; `says_no`: each “no” and “not” with the word after it, as stems; `set_aside`: the telling stems
    after those that refuse a thing."""

    typed: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    is_a_wish: bool = True
    known: frozenset[str] = frozenset()
    says_no: tuple[Term, ...] = ()
    set_aside: tuple[Term, ...] = ()


def name_of(text: str, spelt: Callable[[list[str]], dict[str, str]]) -> Name:
    """What was typed, taken for a name before anything is read from it."""
    typed = tokens(text)
    if not typed or len(typed) > MOST_WORDS:
        return Name(says_no=tuple(_says_no(text)), set_aside=_set_aside(text))
    stems = [stem(word) for word in typed]
    telling = [each for word, each in zip(typed, stems, strict=True) if word not in STOP]
    meant = spelt(telling)
    taken = {place for heard in heard_in(list(zip(typed, stems, strict=True))) for place in heard.taken}
    is_a_wish = all(place in taken or word in STOP for place, word in enumerate(typed))
    says_no = tuple(tuple(meant.get(each, each) for each in term) for term in _says_no(text))
    stems_meant = frozenset(meant.get(each, each) for each in telling)
    return Name(tuple(typed), stems_meant, is_a_wish, _no_slips(typed), says_no, _set_aside(text))


def _no_slips(typed: list[str]) -> frozenset[str]:
    """Those of these words that people mean as they stand."""
    known, everyday = known_stems(), everyday_stems()
    return frozenset(word for word in typed if word in STOP or stem(word) in known or stem(word) in everyday)


def _says_no(text: str) -> list[Term]:
    """Each word that refuses, with the one after it."""
    said = tokens(sentence(text))
    ends = [at + 2 for at, word in enumerate(said) if word in NEGATIONS]
    ends += [at + 3 for at in range(len(said)) if tuple(said[at : at + 2]) in BUT_NOT]
    return [tuple(map(stem, said[max(0, end - 2) : end])) for end in ends]


def _set_aside(text: str) -> tuple[Term, ...]:
    """What stands right after words that refuse a thing, to the end."""
    said = tokens(sentence(text))
    pairs = zip(said, [*said, ""][1:], strict=True)
    after = [
        at + 1
        for at, (word, following) in enumerate(pairs)
        if word in PUTS_ASIDE or (word, following) in BUT_NOT or (word in NEGATIONS and following in WISHES)
    ]
    return tuple(tuple(stem(word) for word in said[at:] if word not in STOP) for at in after)


def is_set_aside(document: Document, name: Name) -> bool:
    """Whether it, who runs it or its place was refused by its whole name, and that is no part of its own name."""
    if not name.set_aside or _says_it_too(document, name):
        return False
    activity = document.activity
    written = [_in_order(one.name) for one in (activity, activity.organisation, activity.place) if one]
    return any(term and after[: len(term)] == term for after in name.set_aside for term in written)


def _says_it_too(document: Document, name: Name) -> bool:
    """Whether every “no” that was typed stands in one of its names as well."""
    if not name.says_no:
        return True
    activity = document.activity
    written = [_sentence_of(one.name) for one in (activity, activity.organisation, activity.place) if one]
    return all(any(_holds(whole, term) for whole in written) for term in name.says_no)


def _holds(whole: Term, term: Term) -> bool:
    return any(whole[at : at + len(term)] == term for at in range(len(whole)))


@lru_cache(maxsize=MANY_NAMES)
def _sentence_of(written: str) -> Term:
    return tuple(map(stem, tokens(sentence(written))))


@lru_cache(maxsize=MANY_NAMES)
def _in_order(written: str) -> Term:
    """Its telling stems; none where one word is all there is and nobody refuses a thing by it: “no energy”."""
    telling = [word for word in tokens(written) if word not in STOP]
    return () if len(telling) == 1 and telling[0] in NOT_REFUSED else tuple(map(stem, telling))


def how_named(document: Document, name: Name) -> str:
    """NAME, RUN_BY or PLACE where these words name this listing by it; "" where they do not."""
    if not name.stems or not _says_it_too(document, name):
        return ""
    activity = document.activity
    own, run_by, place = map(_telling, (activity, activity.organisation, activity.place))
    if name.stems <= own | run_by | place and _names(own, name, (run_by, place)):
        return NAME
    if _is_a_slip(name, activity.name):
        return NAME
    for one, stems, how in ((activity.organisation, run_by, RUN_BY), (activity.place, place, PLACE)):
        if one and (_is_its_name(name, one.name) or (not name.is_a_wish and _is_most_of(stems, name.stems))):
            return how
    return ""


def _is_its_name(name: Name, written: str) -> bool:
    """Word for word, little words too: “Ramble On” is no wish to ramble."""
    return len(name.typed) > 1 and name.typed == _words_of(written)


def turn_of(how: str) -> int:
    """What is named itself comes before what is run by whom, or is where, was named."""
    return (NAME, RUN_BY, PLACE, "").index(how)


def _telling(named) -> frozenset[str]:
    return _telling_of(named.name) if named else frozenset()


@lru_cache(maxsize=MANY_NAMES)
def _telling_of(written: str) -> frozenset[str]:
    return frozenset(telling_stems(written))


@lru_cache(maxsize=MANY_NAMES)
def _words_of(written: str) -> tuple[str, ...]:
    return tuple(tokens(written))


def _names(own: frozenset[str], name: Name, beside: Iterable[frozenset[str]]) -> bool:
    """The whole name; or most of it; or a part of it with all of who runs it or where: “the choir at Bridge House”."""
    if own and own <= name.stems:
        return True
    if name.is_a_wish or not own & name.stems:
        return False
    return _is_most_of(own, name.stems) or any(each and each <= name.stems and name.stems - each for each in beside)


def _is_most_of(own: frozenset[str], said: frozenset[str]) -> bool:
    """All of it, or most of a name of several words, and nothing else."""
    return bool(own) and said <= own and (said == own or (len(said) > 1 and len(said) >= MOST_OF_IT * len(own)))


def _is_a_slip(name: Name, own: str) -> bool:
    """Nearly the same letters; what differs is no word that anybody means."""
    typed, written = name.typed, _words_of(own)
    if abs(len(typed) - len(written)) > 1 or not name.known.issubset(written):
        return False
    if len(written) > 1 and set(typed).isdisjoint(written):
        return False
    return SequenceMatcher(None, " ".join(typed), " ".join(written)).ratio() >= A_SLIP
