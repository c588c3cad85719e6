"""“Who sees this”, worked out from the matrix, so that the words beside a box cannot drift from the rule."""

from dataclasses import dataclass

from .actor import Role
from .permissions import cell, may_be_shared

WITHOUT_BEING_LET_IN = (
    Role.INDIVIDUAL,
    Role.WORKER,
    Role.COVER,
    Role.TEAM,
    Role.MANAGER,
    Role.RIGHTS_LEAD,
    Role.ADMINISTRATOR,
)


@dataclass(frozen=True)
class Audience:
    """Roles that read a row outright, or after saying why; whether the individual may let in others, or ask for it."""

    reads: tuple[Role, ...]
    may_be_let_in: bool
    says_why: tuple[Role, ...]
    individual_may_ask: bool
    author_only: bool


def audience_of(row: str) -> Audience:
    """Who sees what is written in this row of the matrix, without anybody being let in specially."""
    return Audience(
        reads=tuple(role for role in WITHOUT_BEING_LET_IN if "R" in cell(row, role)),
        may_be_let_in=may_be_shared(row),
        says_why=tuple(role for role in WITHOUT_BEING_LET_IN if "q" in cell(row, role)),
        individual_may_ask="o" in cell(row, Role.INDIVIDUAL),
        author_only="a" in cell(row, Role.WORKER),
    )
