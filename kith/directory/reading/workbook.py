"""The rows of an Excel workbook's first sheet that holds any, as plain words. Nothing in it is ever run."""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kith.access.refusal import Refused

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_UNPACKED = 200_000_000  # bytes; a small file that unpacks to more is a trick or a mistake
MOST_PARTS = 1_000
MOST_COLUMNS, MOST_ROWS = 200, 1_048_576  # a cell may say that it stands anywhere; what lies between is filled up
NOT_READ = "This Excel file cannot be read. Save it again, or as “CSV UTF-8”. Nothing was changed."


def is_workbook(start: bytes) -> bool:
    """By the first letters, not by the file's name."""
    return start.startswith(b"PK\x03\x04")


def lines_of(path: Path) -> Iterator[list[str]]:
    """Each row as words, the headings first. Raises `Refused` for what is no workbook, or unpacks to too much."""
    return (cells for _, cells in numbered(path))


def numbered(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The same, each with its number as Excel shows it. Rows that say nothing are passed over."""
    _check(path)
    # Loaded when there is a workbook to read: it takes as long as all the rest of a command's beginning.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as file:
            yield from _rows(load_workbook(file, read_only=True, data_only=True, keep_links=False))
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, SyntaxError):
        raise Refused(NOT_READ) from None


def _rows(book: "Workbook") -> Iterator[tuple[int, list[str]]]:
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a sheet says of its own size may be left out, or be a trick
        rows = enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=MOST_ROWS), 1)
        said = ((number, row) for number, row in rows if any(row))
        if (first := next(said, None)) is not None:
            width = max(place for place, cell in enumerate(first[1], 1) if cell is not None)
            yield from ((number, [_words(cell) for cell in row[:width]]) for number, row in chain([first], said))
            return


def _check(path: Path) -> None:
    """Before anything is unpacked: how much it would be, and that it declares no entities of its own."""
    try:
        with ZipFile(path) as parts:
            held = parts.infolist()
            if len(held) > MOST_PARTS or sum(part.file_size for part in held) > MOST_UNPACKED:
                raise Refused("This Excel file unpacks to more than 200 MB. Please split it.")
            for part in held:
                _check_part(parts, part.filename)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError):
        raise Refused(NOT_READ) from None


def _check_part(parts: ZipFile, name: str) -> None:
    """A workbook has no document type of its own; one that brings it may grow without end when read."""
    if name.endswith((".xml", ".rels")):
        with parts.open(name) as part:
            if b"<!DOCTYPE" in part.read(4096).replace(b"\x00", b"").upper():
                raise Refused(NOT_READ)


def _words(cell: object) -> str:
    """A cell as somebody would write it in a CSV file."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("_x000D_", "").strip()
