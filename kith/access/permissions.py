"""The matrix, read once from its data file: roles, rows, and what each permission asks."""

import tomllib
from dataclasses import dataclass
from enum import EnumMeta, StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .actor import Role, Tie

MATRIX = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text())

if TYPE_CHECKING:  # the names stand in the data file, where a type checker cannot read them

    class _Named(EnumMeta):
        def __getattr__(cls, name: str) -> "Permission": ...

    class Permission(StrEnum, metaclass=_Named):
        pass

else:
    Permission = StrEnum("Permission", {name.upper(): name for name in MATRIX["permissions"]})


@dataclass(frozen=True)
class Need:
    """What one permission asks: a code in one row, or being one of the named machines."""

    row: str
    code: str
    machines: frozenset[Role]


NEEDS = {
    Permission(name): Need(asked["row"], asked["needs"], frozenset(map(Role, asked.get("also", ()))))
    for name, asked in MATRIX["permissions"].items()
}


def cell(row: str, role: Role) -> str:
    """The codes a role has in a row; nothing when the file does not say."""
    return MATRIX["rows"][row].get(role.value, "")


def may_be_shared(row: str) -> bool:
    """Whether an individual may let a supporter see this row at all."""
    return row in MATRIX["rows"] and "g" in cell(row, Role.SUPPORTER)


def grants(tie: Tie, permission: Permission) -> bool:
    """Whether this one relation is enough for this permission."""
    return permission in granted(tie)


def granted(tie: Tie) -> frozenset[Permission]:
    """Every permission that this one relation is enough for."""
    return _granted(tie.role, tie.rows, tie.broke_glass, tie.said_why)


def asks_why(tie: Tie) -> frozenset[Permission]:
    """Every permission that this relation would be enough for, once they have said why."""
    return frozenset() if tie.broke_glass or tie.said_why else _granted(tie.role, tie.rows, False, True)


@lru_cache(maxsize=1000)  # the matrix never changes, and every page asks it a hundred times
def _granted(role: Role, rows: frozenset[str], broke_glass: bool, said_why: bool) -> frozenset[Permission]:
    if broke_glass or said_why:
        code = "b" if broke_glass else "q"
        return frozenset(permission for permission, need in NEEDS.items() if _is_to_be_read(need, role, code))
    return frozenset(permission for permission, need in NEEDS.items() if _is_met(need, role, rows))


def _is_to_be_read(need: Need, role: Role, code: str) -> bool:
    """Whether this is to be read after breaking the glass, or after saying why. Nothing is ever written so."""
    return need.code == "R" and code in cell(need.row, role)


def _is_met(need: Need, role: Role, rows: frozenset[str]) -> bool:
    """A supporter's “g” opens no page of a record: what they were let in to see stands on one page of theirs."""
    if role in need.machines:
        return True
    codes = cell(need.row, role)
    return need.code in codes or (need.code == "R" and "s" in codes and need.row in rows)
