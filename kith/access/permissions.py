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
    return _granted(tie.role, tie.broke_glass)


@lru_cache(maxsize=1000)  # the matrix never changes, and every page asks it a hundred times
def _granted(role: Role, broke_glass: bool) -> frozenset[Permission]:
    if broke_glass:
        return frozenset(permission for permission, need in NEEDS.items() if _is_behind_glass(need, role))
    return frozenset(permission for permission, need in NEEDS.items() if _is_met(need, role))


def _is_behind_glass(need: Need, role: Role) -> bool:
    """Whether this is to be read after breaking the glass. Nothing is ever written through it."""
    return need.code == "R" and "b" in cell(need.row, role)


def _is_met(need: Need, role: Role) -> bool:
    """A supporter's “g” opens no page of a record: what they were let in to see stands on one page of theirs."""
    return role in need.machines or need.code in cell(need.row, role)
