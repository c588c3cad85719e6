"""Tables for other programs (CSV). Whatever words a cell holds, a spreadsheet shows them and runs nothing."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

RUNS = ("=", "+", "-", "@", "%", "|")  # what some spreadsheet takes for the beginning of a formula or of a command
SHOWN_AS_WORDS = "'"  # before a cell it says to every spreadsheet: these are words
BEGINS_UNSEEN = ("\t", "\r", "\n", SHOWN_AS_WORDS)
MARK = "\ufeff"  # says to a spreadsheet that this is UTF-8


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The whole file. Each cell is in quotation marks, lines end as RFC 4180 says."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (MARK + file.getvalue()).encode("utf-8", "replace")


def harmless(words: str) -> str:
    """The same words; where they would be run, with a sign before them that they are words. Signs that are not seen
    are passed over by some programs, and full-width ones read like their plain likenesses: so are they here."""
    seen = unicodedata.normalize("NFKC", "".join(each for each in words if not _is_unseen(each)))
    is_run = words.startswith(BEGINS_UNSEEN) or seen.lstrip("\"'`").startswith(RUNS)
    return f"{SHOWN_AS_WORDS}{words}" if is_run else words


def as_it_was(cell: str) -> str:
    """The words of a cell that `harmless` wrote."""
    is_marked = cell[:1] == SHOWN_AS_WORDS and harmless(cell[1:]) == cell
    return cell[1:] if is_marked else cell


def _is_unseen(sign: str) -> bool:
    """Spaces and breaks of every kind, control signs, and those that have no width."""
    return sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")
