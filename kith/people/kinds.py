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
