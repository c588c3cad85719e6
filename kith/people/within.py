"""Who works here and sees something of one individual by what they are here, in words taken from the matrix."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.access.actor import Role
from kith.access.permissions import MATRIX, NEEDS, Permission, cell

from .known_by import rights_leads
from .models import Individual, Relation, User
from .queries import colleagues, in_teams, kept_away_from, working_with

AS_WHAT = {
    Role.WORKER: "The notebook is open to them while they work together.",
    Role.MANAGER: "Looks after the team.",
    Role.TEAM: "Works in the same team.",
    Role.RIGHTS_LEAD: "Looks after rights and safety. More opens to them only for what was asked.",
}
OPENS = {
    "n": "Of this the name alone",
    "R": "At any time",
    "q": "After saying why, which is told",
    "b": "In an emergency, for an hour, which is told",
}
ABOUT_NOBODY = ("plain_answers", "listings", "accounts")  # everybody here reads them, or nobody of a team
WHO_WORKS = NEEDS[Permission.SEE_CASELOAD].row  # who works with whom says something of both
TO_THEM = {"own_account": "How you remember it", "budget_answers": "Personal Budget: what you say to it"}


@dataclass(frozen=True)
class Within:
    """Some who see the same: what they are here, and what is open to them, by when it is."""

    who: str
    as_what: str
    opens: list[tuple[str, list[str]]]


def within(individual: Individual, *, is_own: bool) -> list[Within]:
    """Everybody who works here and sees anything, whoever works with the individual first; nobody who is kept away.
    With `is_own` it is told to the individual."""
    works = list(dict.fromkeys(each.user for each in working_with(individual) if each.user.is_active))
    near = list(colleagues(individual))
    manage = in_teams().filter(team=individual.team, kind=Relation.Kind.MANAGEMENT)
    managing = set(manage.values_list("user", flat=True))
    leads = rights_leads().exclude(pk__in=kept_away_from(individual)).exclude(individual=individual)
    groups = {
        Role.WORKER: works,
        Role.MANAGER: [each for each in near if each.pk in managing],
        Role.TEAM: [each for each in near if each.pk not in managing and each not in works],
        Role.RIGHTS_LEAD: leads,
    }
    return [_within(role, users, is_own) for role, users in groups.items() if users]


def _within(role: Role, users: Iterable[User], is_own: bool) -> Within:
    opens = [(when, _titles(role, code, is_own)) for code, when in OPENS.items()] if role is not Role.WORKER else []
    return Within(", ".join(each.name for each in users), AS_WHAT[role], [each for each in opens if each[1]])


def _titles(role: Role, code: str, is_own: bool) -> list[str]:
    return [_title(row, is_own) for row in rows_about_them() if code in cell(row, role)]


def rows_about_them() -> list[str]:
    """The rows of the matrix that say something of one individual, whether they read it themself or not."""
    theirs = [row for row in MATRIX["rows"] if set("Rox") & set(cell(row, Role.INDIVIDUAL)) or row == WHO_WORKS]
    return [row for row in theirs if row not in ABOUT_NOBODY]


def _title(row: str, is_own: bool) -> str:
    title = MATRIX["rows"][row]["title"]
    return TO_THEM.get(row, title.replace(" them", " you")) if is_own else title
