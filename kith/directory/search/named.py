"""A listing that is looked for by its own name, by who runs it or by where it is: found first, whatever else such
words could mean. “Boxing fitness, no contact” says no to nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from .documents import Document
from .vocabulary import heard_in, known_stems
from .weights import everyday_stems
from .words import STOP, stem, telling_stems, tokens

MOST_WORDS = 14  # nobody's name is longer
MOST_OF_IT = 0.6  # of the words of a name
A_SLIP = 0.84  # of the letters of two names that differ by a slip of the finger
NAME, RUN_BY, PLACE = "name", "run by", "place"


@dataclass(frozen=True)
class Name:
    """Words that may be a name: as they were typed, and the stems of those that tell. `is_a_wish`: they are all
    what people say who would like something, so a name is only one thing that they could mean."""

    typed: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    is_a_wish: bool = True


def name_of(text: str, spelt: Callable[[list[str]], dict[str, str]]) -> Name:
    """What was typed, taken for a name before anything is read from it."""
    typed = tokens(text)
    if not typed or len(typed) > MOST_WORDS:
        return Name()
    stems = [stem(word) for word in typed]
    telling = [each for word, each in zip(typed, stems, strict=True) if word not in STOP]
    meant = spelt(telling)
    taken = {place for heard in heard_in(list(zip(typed, stems, strict=True))) for place in heard.taken}
    is_a_wish = all(place in taken or word in STOP for place, word in enumerate(typed))
    return Name(tuple(typed), frozenset(meant.get(each, each) for each in telling), is_a_wish)


def how_named(document: Document, name: Name) -> str:
    """NAME, RUN_BY or PLACE where these words name this listing by it; "" where they do not."""
    if not name.stems:
        return ""
    activity = document.activity
    own, run_by, place = map(_telling, (activity, activity.organisation, activity.place))
    if name.stems <= own | run_by | place and _names(own, name, (run_by, place)):
        return NAME
    if _is_a_slip(name.typed, activity.name):
        return NAME
    for one, stems, how in ((activity.organisation, run_by, RUN_BY), (activity.place, place, PLACE)):
        if one and (_is_its_name(name, one.name) or (not name.is_a_wish and _is_most_of(stems, name.stems))):
            return how
    return ""


def _is_its_name(name: Name, written: str) -> bool:
    """Word for word, little words too: “Ramble On” is no wish to ramble."""
    return len(name.typed) > 1 and name.typed == tuple(tokens(written))


def turn_of(how: str) -> int:
    """What is named itself comes before what is run by whom, or is where, was named."""
    return (NAME, RUN_BY, PLACE, "").index(how)


def _telling(named) -> frozenset[str]:
    return frozenset(telling_stems(named.name)) if named else frozenset()


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


def _is_a_slip(typed: tuple[str, ...], name: str) -> bool:
    """Nearly the same letters; what differs is no word that anybody means."""
    written = tokens(name)
    if abs(len(typed) - len(written)) > 1 or not set(typed) & set(written) and len(written) > 1:
        return False
    others = {word for word in typed if word not in written}
    if any(word in STOP or stem(word) in known_stems() | everyday_stems() for word in others):
        return False
    return SequenceMatcher(None, " ".join(typed), " ".join(written)).ratio() >= A_SLIP
