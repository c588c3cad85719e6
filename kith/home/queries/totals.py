"""How many people of a team there are of a kind, and never who. A number under ten is not told, and others in fives, so
that whoever looks before and after somebody joins learns nothing of them."""

from dataclasses import dataclass

from kith.about_me import queries as about_me
from kith.budget import queries as budget
from kith.people.models import Team

LEAST, STEP = 10, 5
FEW = "fewer than 10"


@dataclass(frozen=True)
class Total:
    """What was counted, and how it is told."""

    title: str
    told: str


def told(number: int) -> str:
    """To the nearest five from ten on."""
    return f"about {STEP * round(number / STEP)}" if number >= LEAST else FEW


def totals_of(team: Team) -> list[Total]:
    """Each kind is counted alone: nobody is counted by two at once."""
    return [_with_money(team), *_with_something_to_do(team)]


def _with_money(team: Team) -> Total:
    return Total("People with a Personal Budget", told(budget.how_many_have_one(team)))


def _with_something_to_do(team: Team) -> list[Total]:
    counted = about_me.how_many_do(team)
    return [
        Total("People who go to a place for everybody", told(counted["ordinary"])),
        Total("People who go to a service", told(counted["service"])),
    ]
