"""Reads the project's own source: its files, their functions, its templates and its river of modules."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KITH = ROOT / "kith"


@dataclass(frozen=True)
class Function:
    """A function or method: where it stands and how many lines it takes, its signature included."""

    path: Path
    name: str
    line: int
    length: int

    def __str__(self) -> str:
        return f"{short(self.path)}:{self.line} {self.name} has {self.length} lines"


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders (default: the package), without migrations."""
    found = (path for folder in folders or ("kith",) for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(path for path in KITH.rglob("templates/**/*") if path.suffix in {".html", ".txt"})


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Function(path, node.name, node.lineno, node.end_lineno - node.lineno + 1)


def is_in(path: Path, name: str) -> bool:
    """Whether this is kith/<module>/<name>.py, or a file in the folder kith/<module>/<name>/."""
    inside = path.relative_to(KITH).parts[1:]
    return bool(inside) and inside[0].removesuffix(".py") == name


@cache
def river() -> dict[str, int]:
    """Each module's line in the river; a higher number may use a lower one, never its own line's others."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    lines = next(each for each in contracts if each["name"] == "The river")["layers"]
    return {name: -number for number, line in enumerate(lines) for name in re.findall(r"\w+", line)}


def may_point_to(module: str, other: str) -> bool:
    """Whether the river lets the one use the other."""
    return module == other or river()[module] > river()[other]
