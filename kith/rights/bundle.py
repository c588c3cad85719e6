"""One archive with everything kept about one individual: to read and print, for programs, and for spreadsheets."""

import json
import zipfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from django.template.loader import render_to_string

from kith.access import clock
from kith.outbox.spreadsheets import as_csv
from kith.people.models import Individual

from .files import files_of
from .gathering import Part
from .register import classes, entries

STYLE = Path(__file__).with_name("bundle.css").read_text(encoding="utf-8")
TO_READ, FOR_PROGRAMS = "read-this.html", "everything.json"


@dataclass(frozen=True)
class Chapter:
    """All parts of one kind of record."""

    title: str
    purpose: str
    parts: list[Part]


def write_bundle(  # noqa: PLR0913 - what a copy holds is said in full
    to: BinaryIO,
    individual: Individual,
    parts: list[Part],
    *,
    held: Iterable = (),
    without_files: Collection[str] = (),
    is_own: bool = False,
) -> None:
    """The whole archive. `held`: what was covered or held back, in words; `without_files`: rows whose file stays out,
    by “model key”, as does that of a row that is in none of the parts. `is_own`: they took it along themself."""
    filled = [part for part in parts if part.records]
    told = {record.mark for part in filled for record in part.records}
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TO_READ, page_of(individual, filled, list(held), is_own=is_own))
        archive.writestr(FOR_PROGRAMS, _as_json(individual, filled))
        for part in filled:
            archive.writestr(f"tables/{part.entry.label}.csv", _as_table(part))
        for label, pk, name, content in files_of(individual):
            if f"{label} {pk}" in told and f"{label} {pk}" not in without_files:
                archive.writestr(f"files/{name}", content)


def page_of(individual: Individual, parts: list[Part], held: list, *, is_own: bool = False) -> str:
    """One page of HTML that needs nothing else and prints."""
    context = {"individual": individual, "chapters": chapters(parts), "held": held, "today": clock.today()}
    context |= {"left_out": _left_out(), "is_own": is_own}
    page = render_to_string("rights/bundle.html", context)
    return page.replace("</head>", f"<style>\n{STYLE}</style>\n</head>", 1)


def chapters(parts: list[Part]) -> list[Chapter]:
    """By kind of record, in the register's order."""
    told = classes()
    grouped = groupby(parts, key=lambda part: part.entry.record_class)
    return [Chapter(told[name].title, told[name].purpose, list(some)) for name, some in grouped]


def _left_out() -> list[tuple[str, str]]:
    """What is not in it because it is about somebody or something else, said once each."""
    reasons = ((each.title, each.left_out) for each in entries().values() if "about a" in each.left_out)
    return sorted(set(reasons))


def _as_json(individual: Individual, parts: list[Part]) -> str:
    told = {"about": individual.public_id, "made": clock.now().isoformat(), "records": {}}
    told["records"] = {part.entry.label: [{"id": each.pk} | each.values for each in part.records] for part in parts}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_table(part: Part) -> bytes:
    names = part.entry.shown
    rows = [[str(each.pk), *(each.values.get(name, "") for name in names)] for each in part.records]
    return as_csv([["id", *names], *rows])
