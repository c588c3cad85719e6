"""What kind of team it is decides how far ahead its pages look and which words they begin with."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .models import Individual, Team, User


@dataclass(frozen=True)
class Ways:
    """How a team works. `gap` is the usual number of months until the next meeting, as a choice of window;
    days and minutes are usual ones."""

    gap: str
    gap_words: str
    ahead_days: int
    ahead_words: str
    minutes: int
    record_headings: tuple[str, ...]
    decides: str
    does_not_decide: str


@cache
def _kinds() -> dict[str, Ways]:
    said = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text())
    return {kind: Ways(**each | {"record_headings": tuple(each["record_headings"])}) for kind, each in said.items()}


def what_follows(kind: str) -> str:
    """What follows from the kind, in words."""
    ways = _kinds()[kind]
    ahead = ways.ahead_words.split(",")[0].lower()
    months = "a month" if ways.gap == "1" else f"{ways.gap} months"
    return f"Today shows {ahead}. The next meeting is usually {months} on, for {ways.minutes} minutes."


def own_words(decides: str, does_not_decide: str, headings: list[str]) -> tuple[str, str, list[str]]:
    """What a team says of its own: words that are the usual ones of some kind of team are none of its own."""
    usual = _kinds().values()
    own = "" if decides.strip() in {ways.decides for ways in usual} else decides.strip()
    own_not = "" if does_not_decide.strip() in {ways.does_not_decide for ways in usual} else does_not_decide.strip()
    return own, own_not, [] if tuple(headings) in {ways.record_headings for ways in usual} else headings


def ways_of(team: Team | None) -> Ways:
    """How this team works: what its manager wrote, and the usual for its kind where nothing was written."""
    usual = _kinds()[team.kind if team else Team.Kind.ASSESSMENT]
    if team is None:
        return usual
    written = {
        "record_headings": tuple(team.record_headings) or usual.record_headings,
        "decides": team.decides or usual.decides,
        "does_not_decide": team.does_not_decide or usual.does_not_decide,
    }
    return Ways(**vars(usual) | written)


def ways_for(individual: Individual) -> Ways:
    """How the individual's own team works."""
    return ways_of(individual.team)


def ways_of_worker(user: User, teams: list[Team]) -> Ways:
    """Of a worker in several teams, the one that looks furthest ahead: nobody is left out of Today."""
    return max((ways_of(team) for team in teams), key=lambda ways: ways.ahead_days, default=ways_of(None))
