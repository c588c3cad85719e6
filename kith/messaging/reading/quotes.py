"""Which lines of an email are old: quoted ones, and all below the mark that mail programs set above an old message."""

import re

from .attributions import MARKS, Attributions
from .languages import HEADINGS, OLD_MESSAGE, words

LOOKED_AT = 300  # letters of a line
LONGEST_HEAD = 10  # lines above an old message
QUOTED = re.compile(r"\s{0,3}>(?!\d)")
RULE = re.compile(r"\s*[-_=*~]{5,}\s*")
OLD = re.compile(rf"[-_=*\s>]*(?:{'|'.join(words(OLD_MESSAGE))})\s*(?:[-_=*]{{2,}}\s*|:\s*)", re.IGNORECASE)
HEADING = re.compile(r"[*_>\s]{0,10}([^:：*]{1,20}?)[*_\s]{0,5}[:：](.*)", re.DOTALL)
KINDS = {word: kind for kind, table in HEADINGS.items() for word in words(table)}


def is_quoted(line: str) -> bool:
    return bool(QUOTED.match(line[:10]))


def attributions_in(lines: list[str]) -> tuple[list[range], list[range]]:
    """The lines that say who wrote what follows: those right above quoted lines, and those above bare ones."""
    known = Attributions()
    above_quotes: list[range] = []
    bare: list[range] = []
    for last, line in enumerate(lines):
        if is_quoted(line) or not line.rstrip(" \t\xa0*\u200f\u200e").endswith((":", "：")):
            continue
        below = next((each for each in lines[last + 1 : last + 4] if each.strip()), "")
        first = known.ending_at(lines, last, quoted_below=is_quoted(below))
        if first is not None:
            (above_quotes if is_quoted(below) else bare).append(range(first, last + 1))
    return above_quotes, bare


def first_old(lines: list[str], start: int = 0) -> int | None:
    """The line from which on everything is an old message, by what mail programs write above it."""
    for at in range(start, len(lines)):
        line = lines[at][:LOOKED_AT]
        if is_quoted(line) or not line.strip():
            continue
        if _is_separator(line) or _is_head(lines, at):
            return at - 1 if at > start and RULE.fullmatch(lines[at - 1][:LOOKED_AT]) else at
    return None


def _is_separator(line: str) -> bool:
    """Words for an old message between dashes, or before a colon; the words alone may be anybody's."""
    return bool(OLD.fullmatch(line)) and (line.strip().startswith(("-", "_", "=", "*")) or line.rstrip().endswith(":"))


def _heading(line: str) -> tuple[str, str]:
    found = HEADING.fullmatch(MARKS.sub("", line[:LOOKED_AT]))
    return (KINDS.get(" ".join(found[1].lower().split()), ""), found[2]) if found else ("", "")


def _is_head(lines: list[str], at: int) -> bool:
    """Lines such as “From:”, “Sent:”, “Subject:” close together. Two that anybody may write are not enough."""
    kind, value = _heading(lines[at])
    if kind not in ("from", "sent"):
        return False
    found, with_address, others = {kind}, "@" in value, 0
    for line in lines[at + 1 : at + LONGEST_HEAD]:
        kind, value = _heading(line)
        others = 0 if kind else others + bool(line.strip())
        if others > 1:
            break
        found |= {kind} - {""}
        with_address |= "@" in value
    if "from" not in found:
        return False
    return (len(found) >= 3 and ("subject" in found or with_address)) or (with_address and "sent" in found)
