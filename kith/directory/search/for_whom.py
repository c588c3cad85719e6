"""Whom a group is for, when it is for some: by its title, or by what is known of it.

Nobody is put before a group for one sort of person by a guess. They name the sort themselves, or they ask."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kith.directory.models import Activity, Audience

from .phrases import Phrases
from .words import plain, telling_stems, tokens

FILE = Path(__file__).with_name("for_whom.toml")
NEVER_BOTH = {
    "women": "men",
    "men": "women",
    "young people": "older people",
    "older people": "young people",
}
DECADES = {
    f"{name}ties": 10 * tens
    for tens, name in enumerate(("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), 2)
}
AGE = re.compile(
    r"\b(?:im|i am|hes|he is|shes|she is|aged?|turned|turning|nearly|almost|just|and|"
    r"(?:lad|son|boy|grandson|nephew|brother|daughter|girl|granddaughter|niece|sister|mum|mam|dad|nan|gran|"
    r"grandad|husband|wife"
    r"|mother|father|partner)(?: is|s)?) (\d\d)\b(?! (?:minutes?|mins?|miles?|pounds?|quid|p|hours?|weeks?|"
    r"months?|days?|people|steps|stone|pm))|"
    r"\b(\d\d) (?:years? old|yo)\b|\bin (?:my|his|her|their|our) (?:early |mid |late )?(?:(\d\d)s|(\w+ties))\b|"
    r"\b(\d\d)s(?= (?:man|woman|bloke|lady|and|with|who|but)|$| ?,)|"
    r"(?:^|, ?)(1[6-9]|[2-9]\d)(?=$| ?,| (?:and|with|but|who|now)\b)|\bat ([4-9]\d)\b"
)
YOUNG, OLD = 25, 50  # the last year that youth groups are for, the first that groups for later life are for
TEENS, LATER = range(11, 19), range(65, 100)
OF_TEENS, OF_LATER_LIFE = "young people", "later life"  # ideas of the vocabulary
HE, SHE = frozenset({"he", "him", "his", "hes"}), frozenset({"she", "her", "hers", "shes"})
SELF = frozenset({"i", "im", "ive", "me", "my", "we", "us", "our", "both"})
SOME = frozenset({"some people"})  # it is not for everybody, and nothing says for whom


@cache
def _phrases() -> list[tuple[str, str]]:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [(phrase, sort) for sort, phrases in read.items() for phrase in phrases]


@cache
def _sorts() -> Phrases:
    return Phrases(_phrases())


@cache
def naming_stems(sort: str) -> frozenset[str]:
    """The stems of the words that name this sort of people."""
    return frozenset(part for phrase, of in _phrases() if of == sort for part in telling_stems(phrase))


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """The sorts of people that these texts name."""
    return frozenset().union(*map(_sorts().named_in, texts))


def meant_for(activity: Activity) -> frozenset[str]:
    """The sorts of people it is for; empty when it is for everybody."""
    named = named_in([activity.name])
    if named or activity.audience != Audience.SPECIALIST:
        return named
    return named_in(activity.categories) or SOME


def not_for(text: str) -> frozenset[str]:
    """The sorts of people whose own groups are not meant by somebody who says this: who asks for women’s company
    is not shown a group for men. Where both are named, nothing is known."""
    named = named_in([text]) or _spoken_of(text)
    others = {NEVER_BOTH[sort] for sort in named if sort in NEVER_BOTH}
    age, _ = age_in(text)
    if age and age < OLD:
        others.add("older people")
    if age > YOUNG:
        others.add("young people")
    return frozenset(others - named)


def age_in(text: str) -> tuple[int, str]:
    """The age that is said, and how; 0 where none is. “In his fifties” counts as 50."""
    found = AGE.search(" ".join(re.sub(r"[^\w,]+", " ", plain(text)).split()))
    if not found:
        return 0, ""
    decade = DECADES.get(found[4] or "", 0)
    return decade or int(next((part for part in found.groups() if part and part.isdigit()), "0")), found[0]


def of_an_age(text: str) -> list[tuple[str, str]]:
    """Which ideas an age says, each with the words that say it."""
    age, words = age_in(text)
    return [(OF_TEENS, words)] if age in TEENS else [(OF_LATER_LIFE, words)] if age in LATER else []


def _spoken_of(text: str) -> frozenset[str]:
    """A man, where only “he” is spoken of; a woman, where only “she” is; nobody, where somebody speaks of both."""
    words = set(tokens(text))
    if words & SELF or bool(words & HE) == bool(words & SHE):
        return frozenset()
    return frozenset({"men"}) if words & HE else frozenset({"women"})


def named_by(activity: Activity) -> frozenset[str]:
    """The sorts of people that its name or what it is listed under speak of."""
    return named_in([activity.name, *activity.categories])
