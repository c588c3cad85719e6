"""Words, sentence by sentence, so that somebody can take one and leave the next. No letter is lost or changed."""

import re
from collections.abc import Iterator

STOP = re.compile(r"[.!?…]+[”’\"')\]]*\s+")
OPENS = "“‘\"'(["
SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|approx|e\.g|i\.e)|\b[A-Z])\.$")  # “Dr. Pugh”, “J. Marsh”


def sentences(words: str) -> list[str]:
    """The sentences of each line, in order. Words without a stop are one."""
    return [part for line in words.splitlines() for part in _of_line(line.strip()) if part]


def _of_line(line: str) -> Iterator[str]:
    begins = 0
    for stop in STOP.finditer(line):
        if _ends_here(line, stop):
            yield line[begins : stop.end()].strip()
            begins = stop.end()
    yield line[begins:].strip()


def _ends_here(line: str, stop: re.Match[str]) -> bool:
    """“At 3 p.m. or later” goes on, and so does “Dr. Pugh”."""
    after = line[stop.end() :].lstrip(OPENS)[:1]
    return bool(after) and not after.islower() and not SHORT.search(line[: stop.start() + 1])
