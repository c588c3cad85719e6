"""How many people of a team there are of a kind, and never who: by the one rule of totals. They are as on the first of
the month, so that whoever looks before and after somebody joins learns nothing of them."""

from dataclasses import dataclass
from datetime import date

from kith.about_me import queries as about_me
from kith.access.few import LEAST, in_fives
from kith.budget import queries as budget
from kith.people.models import Team

FEW = f"fewer than {LEAST}"


@dataclass(frozen=True)
class Total:
    """What was counted, and how it is told."""

    title: str
    told: str


def told(number: int) -> str:
    """To the nearest five from ten on."""
    return f"about {in_fives(number)}" if number >= LEAST else FEW


def totals_of(team: Team, before: date) -> list[Total]:
    """Each kind is counted alone: nobody is counted by two at once."""
    return [_with_money(team, before), *_with_something_to_do(team, before)]


def _with_money(team: Team, before: date) -> Total:
    return Total("People with a Personal Budget", told(budget.how_many_had_one(team, before)))


def _with_something_to_do(team: Team, before: date) -> list[Total]:
    counted = about_me.how_many_did(team, before)
    return [
        Total("People who go to a place for everybody", told(counted["ordinary"])),
        Total("People who go to a service", told(counted["service"])),
    ]
