"""What is missing round here, for a team to act on: of places and days alone, and never who it was missing for."""

from dataclasses import dataclass
from datetime import date

from kith.access import clock
from kith.directory import queries as directory
from kith.goals import queries as goals
from kith.goals.models import LookingInto
from kith.local_knowledge.buses import how_many_missed
from kith.people import queries as people
from kith.people.models import Team

from .gaps import MILES, missing_interests
from .models import Idea

DAY_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
PARTS = ("morning", "afternoon", "evening")
MOST_UNKEPT = 10


@dataclass(frozen=True)
class Gap:
    """One thing that is missing. `about` is by what it is known, `find` what the table is asked for."""

    about: str
    words: str
    note: str = ""
    find: str = ""
    looking: LookingInto | None = None


@dataclass(frozen=True)
class Gaps:
    """`interests` with nothing near, `days` or parts of days with nothing on, days on which something ends after the
    last bus, kinds of `barriers` that many met, and listings that nobody kept yet. Where nothing near is known, or no
    times of it, an empty list says nothing."""

    interests: list[Gap]
    days: list[Gap]
    buses: list[Gap]
    barriers: list[Gap]
    unkept: list
    is_near_known: bool = False
    are_times_known: bool = False

    def to_act_on(self) -> list[Gap]:
        """Those that somebody may look into."""
        return [*self.interests, *self.days, *self.buses, *self.barriers]


def gaps_of(team: Team | None) -> Gaps:
    """Round the places that the people of this team set out from; nothing, where nobody has said from where."""
    if team is None:
        return Gaps([], [], [], [], [])
    near = directory.near_any(people.points_of(team), MILES)
    known = directory.days_and_parts(near)
    kept = Idea.objects.filter(state=Idea.State.KEPT).values("activity_id")
    looks = goals.looking_into(team)
    return Gaps(
        [_liked(each, looks) for each in missing_interests(team)],
        [_gap(f"day: {day}", day, looks) for day in _days_without(known)],
        _without_a_bus(near, looks),
        [
            _gap(f"barrier: {kind}", name, looks)
            for kind, name in goals.kinds_that_recur(team, *a_year_to_last_month(clock.today()))
        ],
        directory.longest_on_the_table(near, kept, MOST_UNKEPT),
        is_near_known=bool(near),
        are_times_known=bool(known),
    )


def _gap(about: str, words: str, looks: dict[str, LookingInto], note: str = "", find: str = "") -> Gap:
    return Gap(about, words, note, find, looks.get(about))


def _liked(name: str, looks: dict[str, LookingInto]) -> Gap:
    return _gap(f"interest: {name}", f"{name[:1].upper()}{name[1:]}", looks, find=name)


def _without_a_bus(near: frozenset[int], looks: dict[str, LookingInto]) -> list[Gap]:
    counted = how_many_missed(directory.where_a_last_bus_is_known(near))
    return [_gap(f"bus: {DAY_NAMES[day]}", DAY_NAMES[day], looks, _things(many)) for day, many in counted.items()]


def _things(many: int) -> str:
    return "1 thing on the table" if many == 1 else f"{many} things on the table"


def a_year_to_last_month(today: date) -> tuple[date, date]:
    """Twelve whole months, whatever their length, up to before this one: from one day to the next nobody can tell whose
    word made the difference."""
    until = today.replace(day=1)
    return until.replace(year=until.year - 1), until


def _days_without(known: set[tuple[int, str]]) -> list[str]:
    """A whole day with nothing on, or the parts of a day; nothing is said where no times are known at all."""
    if not known:
        return []
    told = []
    for day, name in enumerate(DAY_NAMES):
        missing = [part for part in PARTS if (day, part) not in known and (day, "") not in known]
        if len(missing) == len(PARTS):
            told.append(name)
        elif missing:
            told.append(f"{name.removesuffix('s')} {' and '.join(f'{part}s' for part in missing)}")
    return told
