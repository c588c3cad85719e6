"""An invented country to measure a directory with: towns of very different sizes, common things and rare words.

The same seed gives the same listings. Each is a service as Open Referral writes it, to come in as real ones do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

TOWNS, LONG_TAIL = 800, 50_000
SOUTH, NORTH, WEST, EAST = 50.6, 55.4, -4.0, 0.4
FIRST = "ash beck calder dunn elm fern glen hag ing kel lark marl nether oak pen quarr rush stan thorn wick"
LAST = "bourne by caster cliffe combe dale den field ford gate ham holme ley mere pool stead thorpe ton wold worth"
HALLS = "Mill Hall;Chapel Rooms;Old School;Library;Leisure Centre;Village Hall;Pavilion;Cricket Club;Park Lodge"
FIRST, LAST, HALLS = FIRST.split(), LAST.split(), HALLS.split(";")
THINGS = """choir;football;walking football;yoga;knitting;coffee morning;lunch club;art class;running;swimming;chess;
gardening;allotment;pottery;brass band;ukulele;singing for fun;tai chi;pilates;badminton;bowls;table tennis;book club;
creative writing;computers;repair shop;woodwork;cycling;rambling;dance;ceilidh;line dancing;film night;quiz night;bingo;
board games;photography;birdwatching;conservation;volunteering;cooking;baking;breakfast club;toddler group;youth club;
carers group;bereavement support;debt advice;language cafe;sewing;crochet;painting;drama;poetry;local history;
family history;archery;boxing;martial arts;netball;rugby;cricket;athletics;parkrun;rowing;sailing;fishing;horse riding;
dog walking;meditation;mindfulness;prayer group;bell ringing;model railways;radio club;astronomy;beekeeping;foraging;
men's shed;women's group;over 60s social;stroke club;memory cafe;sign language;first aid;job club;maths for all"""
THINGS = THINGS.replace("\n", "").split(";")
SORTS = ["group", "club", "class", "session", "circle", "course", "meeting", "drop-in"]
SENTENCES = """We meet every {day} in the {hall}.;Everybody is welcome, whatever they can do.;No need to book, so come.;
Tea and biscuits afterwards.;The first session is free.;Beginners and old hands enjoy {thing} together.;
A friendly group for people who like {thing}.;Bring comfortable clothes and a bottle of water.;
There is a ramp at the side door and parking behind the {hall}.;We also talk about {tail} and {tail2}.;
Ask for {tail} at the desk.;Some of us go on to {thing2} later in the week.;Run by volunteers from {town} and around.;
It costs £{pounds} a time, and less when money is short.;Free to attend.;The {tail} room is upstairs.;
Our members come from all over {town}.;Learn {thing} at your own speed with a patient teacher.;
Come for the {thing}, stay for the company.;There is a small library of {tail} to borrow from.""".replace(
    "\n", ""
).split(";")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SYLLABLES = [one + vowel + last for one in "bdfgklmnprstvw" for vowel in "aeiou" for last in ("", "l", "n", "r", "s")]


@dataclass(frozen=True)
class Town:
    """`size` is how many times likelier something goes on here than in the smallest."""

    name: str
    latitude: float
    longitude: float
    size: float


class Country:
    """Towns by Zipf's law, things to do by a skewed frequency, and words that are hardly ever said."""

    def __init__(self, seed: int = 5):
        chance = Random(seed)  # noqa: S311 - invented listings, no secret
        self.towns = [self._town(chance, rank) for rank in range(TOWNS)]
        self.tail = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(LONG_TAIL)]
        self._town_weights = list(accumulate(town.size for town in self.towns))
        self._thing_weights = list(accumulate(1 / (rank + 3) for rank in range(len(THINGS))))

    def _town(self, chance: Random, rank: int) -> Town:
        name = (chance.choice(FIRST) + chance.choice(LAST)).title()
        return Town(name, chance.uniform(SOUTH, NORTH), chance.uniform(WEST, EAST), 1 / (rank + 2))

    def town(self, chance: Random) -> Town:
        """One where somebody probably lives."""
        return chance.choices(self.towns, cum_weights=self._town_weights)[0]

    def thing(self, chance: Random) -> str:
        """Something to do, the common ones more often."""
        return chance.choices(THINGS, cum_weights=self._thing_weights)[0]

    def rare_word(self, chance: Random) -> str:
        """A word by its rank: the first few turn up now and then, most of them hardly ever."""
        return self.tail[min(LONG_TAIL - 1, int(chance.paretovariate(0.6)))]

    def services(self, many: int, seed: int = 6) -> Iterator[dict]:
        """So many listings."""
        chance = Random(seed)  # noqa: S311 - invented listings, no secret
        return (self._service(number, chance) for number in range(many))

    def _service(self, number: int, chance: Random) -> dict:
        town, thing, day = self.town(chance), self.thing(chance), chance.randrange(7)
        run_by = chance.randrange(40)
        return {
            "id": f"s{number}",
            "name": f"{town.name} {thing} {chance.choice(SORTS)}",
            "description": self._prose(town, thing, day, chance),
            "status": "active",
            "email": f"hello{number}@{town.name.lower()}.example",
            "assured_date": str(date(2026, 11, 1) - timedelta(days=chance.randrange(900))),
            "organization": {"id": f"o-{town.name}-{run_by}", "name": f"{town.name} {HALLS[run_by % 9]} {run_by}"},
            "attributes": [{"taxonomy_term": {"name": thing}}],
            "service_at_locations": [{"location": self._location(town, chance)}] if chance.random() < 0.95 else [],
            "schedules": self._schedules(day, chance),
            "cost_options": [{"amount": chance.choice((0, 0, 2, 3.5, 5))}] if chance.random() < 0.6 else [],
        }

    def _prose(self, town: Town, thing: str, day: int, chance: Random) -> str:
        words = {"day": DAYS[day], "hall": chance.choice(HALLS), "thing": thing, "town": town.name}
        words |= {"thing2": self.thing(chance), "pounds": chance.randrange(1, 9)}
        words |= {"tail": self.rare_word(chance), "tail2": self.rare_word(chance)}
        sentences = chance.sample(SENTENCES, k=chance.randrange(3, 11))
        return "".join(f"<p>{each.format(**words)}</p>" for each in sentences)

    def _location(self, town: Town, chance: Random) -> dict:
        spread = 0.02 + 0.08 * town.size
        return {
            "name": f"{town.name} {chance.choice(HALLS)}",
            "latitude": round(chance.gauss(town.latitude, spread), 4),
            "longitude": round(chance.gauss(town.longitude, spread * 1.6), 4),
            "addresses": [
                {"address_1": f"{chance.randrange(1, 200)} {chance.choice(FIRST).title()} Road", "city": town.name}
            ],
        }

    def _schedules(self, day: int, chance: Random) -> list[dict]:
        if chance.random() < 0.4:
            return []
        hour = chance.randrange(9, 21)
        return [{"freq": "WEEKLY", "byday": CODES[day], "opens_at": f"{hour:02}:00", "closes_at": f"{hour + 1:02}:30"}]
