"""When nobody knows what to look for: by mood, by season, what is new, or anything at all. One leaflet at a time."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.access import clock
from kith.directory import queries as directory

from .someone import Person

FILE = Path(__file__).with_name("moods.toml")
DECK = 12
ANYTHING, NEW = "", "new"


@dataclass(frozen=True)
class Mood:
    """One way to leaf through the table. Without ideas it is anything at all, or what is new."""

    key: str
    name: str
    ideas: tuple[str, ...] = ()
    months: tuple[int, ...] = ()


@cache
def written() -> tuple[Mood, ...]:
    """All of them, as they stand in the file."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))["mood"]
    return tuple(Mood(each["key"], each["name"], tuple(each["ideas"]), tuple(each.get("months", ()))) for each in read)


def moods() -> list[Mood]:
    """Those that are offered today."""
    month = clock.today().month
    seasonable = [mood for mood in written() if not mood.months or month in mood.months]
    return [Mood(ANYTHING, "Anything"), *seasonable, Mood(NEW, "New on the table")]


def mood_called(key: str) -> Mood:
    """The one of this key; anything, where nobody knows it."""
    return next((mood for mood in moods() if mood.key == key), Mood(ANYTHING, "Anything"))


def deck(someone: Person, mood: Mood) -> list:
    """What to leaf through today, in an order that stays: nothing set aside, nothing that does not help."""
    seed = f"{someone.individual.public_id if someone.individual else ''} {clock.today()} {mood.key}"
    chance = {"near": someone.near, "leave_out": set(someone.set_aside), "avoid": someone.avoid, "sorts": someone.sorts}
    if mood.key == NEW:
        return directory.newest_found(limit=DECK, **chance)
    if mood.ideas:
        return directory.leaf(mood.ideas, seed, limit=DECK, **chance)
    return [each for each in directory.surprise(seed, limit=DECK, **chance) if each.ordinary]
