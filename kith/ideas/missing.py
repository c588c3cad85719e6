"""What is missing round here, for a team to act on: of places and days alone, and never who it was missing for."""

from dataclasses import dataclass

from kith.directory import queries as directory
from kith.people import queries as people
from kith.people.models import Team

from .gaps import MILES, Missing, missing_interests
from .models import Idea

DAY_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
PARTS = ("morning", "afternoon", "evening")
MOST_UNKEPT = 10


@dataclass(frozen=True)
class Gaps:
    """`interests` with nothing near, `days` or parts of days with nothing on, and listings that nobody kept yet."""

    interests: list[Missing]
    days: list[str]
    unkept: list


def gaps_of(team: Team | None) -> Gaps:
    """Round the places that the people of this team set out from; nothing, where nobody has said from where."""
    if team is None:
        return Gaps([], [], [])
    near = directory.near_any(people.points_of(team), MILES)
    kept = Idea.objects.filter(state=Idea.State.KEPT).values("activity_id")
    return Gaps(missing_interests(team), _days_without(near), directory.longest_on_the_table(near, kept, MOST_UNKEPT))


def _days_without(near: frozenset[int]) -> list[str]:
    """A whole day with nothing on, or the parts of a day; nothing is said where no times are known at all."""
    known = directory.days_and_parts(near)
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
