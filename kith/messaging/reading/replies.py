"""What somebody wrote now, without the old messages and signatures that mail programs put below and between.

Better too much than too little: a line goes only for a reason, and where nothing would be left, all of it stays.
"""

import re
from collections.abc import Iterator

from .quotes import LOOKED_AT, RULE, attributions_in, first_old, is_quoted
from .signatures import without
from .text import LONGEST_TEXT, cleaned, tidied

MOST_OF_OURS = 20_000
MOST_LINES = 2_000  # compared with ours
KNOWN_BY = 8  # words at the start of ours
LINK = re.compile(r"[<(\[]?https?://\S+")
WORD = re.compile(r"\w+")


class _Ours:
    """The letter that is answered, as words: spaces, signs, line breaks and links change on the way."""

    def __init__(self, letter: str) -> None:
        lines = [_words(line) for line in letter[:MOST_OF_OURS].split("\n")]
        self.lines = {" ".join(line) for line in lines}
        self.words = [word for line in lines for word in line]
        self.text = f" {' '.join(self.words)} "

    def begins(self, lines: list[str]) -> int | None:
        """The line in which it appears again, unmarked."""
        start = self.words[:KNOWN_BY]
        if len(start) < 4:
            return None
        for at, line in enumerate(lines[:MOST_LINES]):
            if _words(line)[:1] == start[:1] and _words(" ".join(lines[at : at + 5]))[: len(start)] == start:
                return at
        return None

    def holds(self, line: str, before: str) -> bool:
        """Whether this line is one of ours. A short one is so only as a whole: “Yes” may be an answer."""
        words = " ".join(_words(line))
        if words.count(" ") < 2:
            return words in self.lines or self.goes_on(before, line) or not line.strip()
        return f" {words} " in self.text

    def goes_on(self, before: str, line: str) -> bool:
        """Whether a mail program broke this line off the end of the one before."""
        end, words = _words(before)[-3:], _words(line)
        return bool(end and words) and f" {' '.join(end + words)} " in self.text


def _words(line: str) -> list[str]:
    return WORD.findall(LINK.sub(" ", line[:1_000]).lower())


def new_words(text: str, ours: str = "") -> str:
    """Only what the person wrote now. `ours` is the letter they answer, where it is known."""
    lines = [line.replace("\xa0", " ") for line in cleaned(text[:LONGEST_TEXT]).split("\n")]
    old = _old_lines(lines, _Ours(ours))
    kept = tidied("\n\n".join("\n".join(run) for run in _runs(lines, old)))
    if not kept.strip():
        kept = _above_quotes(lines, old) or tidied("\n".join(lines))
    return kept.strip()


def _old_lines(lines: list[str], ours: "_Ours") -> set[int]:
    """The numbers of all lines that are old."""
    above_quotes, bare = attributions_in(lines)
    old = {at for at, line in enumerate(lines) if is_quoted(line)}
    old |= {at for each in above_quotes for at in each}
    old |= {at + 1 for at in set(old) if at + 1 < len(lines) and ours.goes_on(lines[at], lines[at + 1])}
    begins = ours.begins(lines)
    cut = min((at for at in (first_old(lines), *(each.start for each in bare)) if at is not None), default=None)
    if cut is not None and (begins is None or cut < begins):
        old |= set(range(cut, begins if begins is not None else len(lines)))
    if begins is not None:
        old |= _from_ours(lines, begins, ours, bare)
    return old


def _from_ours(lines: list[str], begins: int, ours: "_Ours", bare: list[range]) -> set[int]:
    """Our own letter below an answer, even unmarked; what is written between its lines is an answer and stays."""
    later = [at for at in (first_old(lines, begins), *(each.start for each in bare)) if at is not None and at >= begins]
    ends = min(later, default=len(lines))
    old = set(range(ends, len(lines)))
    above = begins - 1
    while above >= 0 and (not lines[above].strip() or RULE.fullmatch(lines[above][:LOOKED_AT])):
        above -= 1
    old |= {above} if above >= 0 and lines[above].rstrip().endswith(":") else set()
    return old | {at for at in range(begins, ends) if ours.holds(lines[at], lines[at - 1] if at > begins else "")}


def _runs(lines: list[str], old: set[int]) -> Iterator[list[str]]:
    """The new lines, as they stand together, each run without its signature."""
    run: list[str] = []
    for at, line in enumerate(lines):
        if at not in old:
            run.append(line)
        elif run:
            yield without(run)
            run = []
    yield without(run)


def _above_quotes(lines: list[str], old: set[int]) -> str:
    """Where nothing else is left: what stands above the first quoted line."""
    first = next((at for at, line in enumerate(lines) if is_quoted(line)), 0)
    return tidied("\n".join(line for at, line in enumerate(lines[:first]) if at not in old))
