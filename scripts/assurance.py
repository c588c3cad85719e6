"""Writes the pages of docs/assurance/ from what is true of the code: `python -m scripts.assurance`.

The data map and the impact assessment come from the register of `kith/rights`, the matrix from `kith/access`, hazards
and ASVS from the data files beside the pages, attacks from the marks on tests as well. A test compares, so a page that
is not true any more stops the build.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from kith.access.actor import Role
from kith.access.permissions import MATRIX
from kith.rights.register import GROUPS, Entry, classes, entries
from scripts.attacks import run_by_tests

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "assurance"
MADE = "<!-- Made by `python -m scripts.assurance`. Change what it is made from, and make it again. -->"
CODES = {
    "R": "reads",
    "W": "writes, or adds their own",
    "g": "what the individual let them see, item by item",
    "n": "the name-and-needs card only",
    "b": "only after breaking the glass",
    "c": "only within a named case",
    "p": "proposes, somebody else approves",
    "q": "reads after saying why",
    "s": "only what a legal paper opens, for as long as it does",
    "a": "only what they wrote themselves",
    "o": "on request, by asking for a copy",
    "t": "totals only",
    "x": "their own rows only",
}


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", MADE, *parts]) + "\n"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(each) for each in row)} |" for row in lines)


def _cell(words: str) -> str:
    return " ".join(words.replace("|", "\\|").split())


def data_map() -> str:
    """Every field of every model: what it holds, why, on what ground, for how long."""
    parts = ["Every field has a line. “In a copy” says whether somebody who asks for everything gets it."]
    by_class = groupby(sorted(entries().values(), key=_order), key=lambda entry: entry.record_class)
    for name, some in by_class:
        kind = classes()[name]
        parts += [f"## {kind.title}", f"{kind.purpose} Ground: {kind.basis}. Kept: {kind.kept_for}."]
        parts.append(_table(["model", "fields", "hold", "in a copy"], [row for each in some for row in _rows(each)]))
    return _page("Data map", *parts)


def _order(entry: Entry) -> tuple[int, str]:
    return list(classes()).index(entry.record_class), entry.label


def _rows(entry: Entry) -> Iterator[list[str]]:
    for group, names in entry.fields.items():
        is_in = "no: " + entry.left_out if entry.left_out else ("no" if group in ("keys", "secret") else "yes")
        yield [f"`{entry.label}` {entry.title}", ", ".join(f"`{name}`" for name in names), GROUPS[group], is_in]


def access_matrix() -> str:
    """Who may do what with which record, as the code asks it."""
    roles = [role for role in MATRIX["roles"] if any(role in row for row in MATRIX["rows"].values())]
    rows = [[row["title"], *(row.get(role, "") or "–" for role in roles)] for row in MATRIX["rows"].values()]
    codes = "\n".join(f"- `{code}`: {words}" for code, words in CODES.items())
    asked = [[f"`{name}`", MATRIX["rows"][each["row"]]["title"], f"`{each['needs']}`"] for name, each in _asked()]
    return _page(
        "Who may see and do what",
        "What is not here is given to nobody. Every address is walked as every role by a test.",
        codes,
        _table(["record", *(MATRIX["roles"][role] for role in roles)], rows),
        "## What each permission asks",
        _table(["permission", "record", "needs"], asked),
    )


def _asked() -> list[tuple[str, dict]]:
    return sorted(MATRIX["permissions"].items())


def hazards() -> str:
    told = _told("hazards.toml")
    heads = ["", "what could happen", "why", "what stands against it", "where it is held"]
    rows = [[key, each["hazard"], each["cause"], each["against"], each["held_in"]] for key, each in told.items()]
    note = "For the clinical safety lead of whoever uses Kith, who adds who was asked, how likely and how bad it is."
    return _page("Hazard log", note, _table(heads, rows))


def asvs() -> str:
    told = _told("asvs.toml")
    rows = [[key, each["title"], each["applies"], each["held_in"], each["missing"]] for key, each in told.items()]
    note = "OWASP ASVS 5.0 by chapter. Nobody outside has tested Kith: a penetration test comes before real use."
    return _page("Security: what is held, and where", note, _table(["", "chapter", "applies", "held", "not"], rows))


def attacks() -> str:
    """Each way in which others were attacked, and the tests that try it on Kith."""
    run = run_by_tests()
    rows = [
        [key, each["past"], "<br>".join(run.get(key, ())), each["missing"]]
        for key, each in _told("attacks.toml").items()
    ]
    note = "What has gone wrong elsewhere is tried here. Those in `tests/attacks` are sent to a Kith that is running."
    return _page("Attacks", note, _table(["", "what has gone wrong elsewhere", "run by", "not run here"], rows))


TO_NAME = "**You add:** a name"


def dpia() -> str:
    """The impact assessment to be filled in, with all that the code knows already."""
    questions = _told("dpia.toml")["questions"]
    asked = "\n\n".join(f"### {each['title']}\n\n{each['known']}\n\n**You add:** {each['add']}" for each in questions)
    kinds = [[each.title, each.purpose, each.basis, each.kept_for, TO_NAME] for each in classes().values()]
    roles = "\n".join(f"- {MATRIX['roles'][role.value]}" for role in Role if role.value in MATRIX["roles"])
    return _page(
        "Data protection impact assessment: to be filled in",
        "What Kith knows of itself stands here; what only your organisation knows is asked for.",
        "## What is kept, and why",
        _table(["kind of record", "purpose", "ground", "kept", "who answers for it"], kinds),
        "Each field by itself: [data map](data-map.md).",
        "## Who there is",
        roles,
        "Who sees what: [access matrix](access-matrix.md).",
        "## Questions",
        asked,
        "## What could hurt somebody",
        "See the [hazard log](hazards.md).",
    )


def _told(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


PAGES: dict[str, Callable[[], str]] = {
    "data-map.md": data_map,
    "access-matrix.md": access_matrix,
    "hazards.md": hazards,
    "asvs.md": asvs,
    "attacks.md": attacks,
    "dpia.md": dpia,
}


def main() -> int:
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
