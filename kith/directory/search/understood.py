"""What was understood of somebody's words, fact by fact, in words short enough for a chip. Each can be left out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .asked import Asked
from .for_whom import named_in
from .found import Fact
from .refusals import everything_under
from .vocabulary import Heard, heard_in
from .words import stem, tokens

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})
DAY, PART, FREE, PRICE, NEAR = "day", "part", "free", "price", "near"
DREADED = frozenset(
    map(
        stem,
        [
            "dread",
            "dreads",
            "hate",
            "hates",
            "hated",
            "fear",
            "fears",
            "afraid",
            "scared",
            "frightened",
            "nervous",
            "worried",
            "shy",
            "ashamed",
        ],
    )
)
LIKED = frozenset(
    ["like", "likes", "liked", "love", "loves", "loved", "want", "wants", "wanted", "enjoy", "enjoys", "fancy", "but"]
)
NO = ("no ", "not ", "without ")
HOW_IT_IS = re.compile(r"(?:ous|ive|ful|ical|less|loud|noisy|busy|posh|formal|rowdy|crowded)$")
BEFORE_IT = 4  # words between “dreads” and what is dreaded
WALK, NOT_FAR = 1.0, 3.0  # miles
ON_FOOT = re.compile(
    r"\b(?:with)?in walking distance(?: of (?:home|here|me|us))?|\bwalking distance|\bon foot\b|\bround the corner\b|"
    r"\b(?:that|(?:some|any)?where) (?:i|he|she|we|they) (?:can|could) walk(?: to)?\b(?! (?:the|a|my|dogs?))",
    re.IGNORECASE,
)
CLOSE_BY = re.compile(
    r"\bclose to (?:home|me|us|here)\b|\bnear (?:to )?(?:home|me|us|here)\b|\bnear(?:by| by)\b|\bnot (?:too )?far"
    r"(?: away| off| from (?:home|here|me))?\b",
    re.IGNORECASE,
)


def reach_in(text: str) -> tuple[str, float | None]:
    """The words without what they say of nearness, and how many miles that means."""
    for pattern, miles in ((ON_FOOT, WALK), (CLOSE_BY, NOT_FAR)):
        if pattern.search(text):
            return pattern.sub(" ", text), miles
    return text, None


def facts_of(text: str, asked: Asked) -> tuple[Fact, ...]:
    """What the words were taken to mean, as far as it can be left out; the plainest facts first."""
    facts = [*_of_time(asked), *_of_money(asked), *_refusals(text, asked), *_ideas(text, asked), *_sorts(asked)]
    return tuple(dict.fromkeys(facts))


def with_heard(asked: Asked, heard: list[Heard]) -> Asked:
    """The same with ideas that were heard beforehand."""
    return replace(asked, heard=(*heard, *asked.heard)) if heard else asked


def without(asked: Asked, off: Iterable[str]) -> Asked:
    """The same as though these facts (by key) had not been said."""
    off = frozenset(off)
    if not off:
        return asked
    asked = _without_refusals(_without_ideas(asked, off), off)
    return replace(
        asked,
        days=frozenset() if DAY in off else asked.days,
        part="" if PART in off else asked.part,
        not_parts=frozenset() if PART in off else asked.not_parts,
        free=asked.free and FREE not in off,
        at_most_pence=None if PRICE in off else asked.at_most_pence,
        not_for=frozenset(sort for sort in asked.not_for if _key("for", sort) not in off),
    )


def _of_time(asked: Asked) -> list[Fact]:
    parts = [*(("not ", part) for part in sorted(asked.not_parts)), ("", asked.part)]
    days = [Fact(DAY, _days_in_words(asked.days))] if asked.days else []
    return days + [Fact(PART, f"{no}{part}s") for no, part in parts if part]


def _days_in_words(days: frozenset[int]) -> str:
    if days in (WEEKDAYS, WEEKEND):
        return "on weekdays" if days == WEEKDAYS else "at the weekend"
    missing = sorted(frozenset(range(7)) - days)
    named = missing if len(missing) <= 2 else sorted(days)
    return ("not " if named is missing else "") + " or ".join(f"{DAY_NAMES[day]}s" for day in named)


def _of_money(asked: Asked) -> list[Fact]:
    free = [Fact(FREE, "free")] if asked.free else []
    if asked.at_most_pence is None:
        return free
    pounds, pence = divmod(asked.at_most_pence, 100)
    return [*free, Fact(PRICE, f"up to £{pounds}.{pence:02}" if pence else f"up to £{pounds}")]


def _refusals(text: str, asked: Asked) -> list[Fact]:
    """“No changing rooms” rather than “no changing”: a phrase that people use is told whole."""
    pairs = [(word, stem(word)) for word in tokens(text)]
    phrases = [heard.phrase for heard in heard_in(pairs) if len(heard.taken) > 1]
    told = {word: next((each for each in phrases if word in each.split()), word) for word in asked.refused_words}
    said = tokens(text)
    return [Fact(_key("no", word), _refused(phrase, said)) for word, phrase in told.items()]


def _refused(phrase: str, said: list[str]) -> str:
    """“Nothing religious” and “not competitive” as they are said; of a thing, “no football”."""
    if phrase.startswith(NO):
        return phrase
    first = phrase.split(maxsplit=1)[0]
    before = said[said.index(first) - 1] if first in said[1:] else ""
    if before == "nothing":
        return f"nothing {phrase}"
    return f"not {phrase}" if HOW_IT_IS.search(first) else f"no {phrase}"


def _ideas(text: str, asked: Asked) -> list[Fact]:
    said = tokens(text)
    return [Fact(_key("idea", heard.concept.name), _told(heard, said)) for heard in asked.heard]


def _told(heard: Heard, said: list[str]) -> str:
    """“Dreads changing rooms” is a worry: it is told as what is not wanted."""
    return f"no {heard.phrase}" if _dreaded(heard, said) and not heard.concept.tells else heard.concept.name


def _dreaded(heard: Heard, said: list[str]) -> set[str]:
    """The words shortly before it that make it a worry; none where the worry is a part of the phrase itself."""
    words = heard.phrase.split()
    if words[0] not in said or any(stem(word) in DREADED for word in words):
        return set()
    at = said.index(words[0])
    before = said[max(0, at - BEFORE_IT) : at]
    liked = max((place for place, word in enumerate(before, start=1) if word in LIKED), default=0)
    return {word for word in before[liked:] if stem(word) in DREADED}


def _sorts(asked: Asked) -> list[Fact]:
    """Groups that are left out by what was said of the person, and not by a refusal that has a chip already."""
    refused = named_in([" ".join(asked.refused_words)])
    return [Fact(_key("for", sort), f"nothing just for {sort}") for sort in sorted(asked.not_for - refused)]


def _without_ideas(asked: Asked, off: frozenset[str]) -> Asked:
    gone = [heard for heard in asked.heard if _key("idea", heard.concept.name) in off]
    if not gone:
        return asked
    kept = tuple(heard for heard in asked.heard if heard not in gone)
    words = {word for heard in gone if not heard.likely for word in heard.phrase.split()}
    words |= {word for heard in gone for word in _dreaded(heard, tokens(asked.rest))}
    words -= {word for heard in kept for word in heard.phrase.split()}
    return replace(
        asked,
        heard=kept,
        words=tuple(pair for pair in asked.words if pair[0] not in words),
        rest=" ".join(word for word in asked.rest.split() if not words & set(tokens(word))),
    )


def _without_refusals(asked: Asked, off: frozenset[str]) -> Asked:
    gone = [word for word in asked.refused_words if _key("no", word) in off]
    if not gone:
        return asked
    kept = tuple(word for word in asked.refused_words if word not in gone)
    held = {term for word in kept for term in everything_under(word)}
    return replace(
        asked,
        refused=asked.refused - ({term for word in gone for term in everything_under(word)} - held),
        refused_words=kept,
        name=replace(asked.name, set_aside=()),
        not_for=asked.not_for - (named_in(gone) - named_in(kept)),
    )


def _key(sort: str, words: str) -> str:
    """A name for a fact that can stand in an address."""
    return f"{sort}-{'-'.join(tokens(words))}"
