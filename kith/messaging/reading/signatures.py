"""Signatures below what was written: after “-- ”, and what telephones add of their own accord."""

import re

from .languages import DEVICES, SENT_FROM, words

MOST_LINES = 12
LONGEST = 160
SENT = re.compile(rf"[*_\s>]*(?:{'|'.join(words(SENT_FROM))})(?!\w)(.*)", re.IGNORECASE)
DEVICE = re.compile(rf"(?<!\w)(?:{'|'.join(words(DEVICES))})(?!\w)", re.IGNORECASE)
LINK = re.compile(r"[<(\[]?https?://\S+")
A_NAME = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
HOW_TO_REACH = re.compile(r"\d{5}|@|www\.|https?://|\d{3} \d")


def without(lines: list[str]) -> list[str]:
    """The same lines without what only signs them. Where it may be words, it stays."""
    lines = lines[: next((at for at, line in enumerate(lines) if _is_mark(lines, at, line)), len(lines))]
    last = len(lines)
    while last and (not lines[last - 1].strip() or is_from_a_phone(lines[last - 1])):
        last -= 1
    return lines[:last]


def is_from_a_phone(line: str) -> bool:
    """“Sent from my iPhone” and its like: such words, a telephone's name, and little else."""
    line = LINK.sub("", line[: LONGEST + 1]).strip(" .*_<>[]()")
    found = SENT.fullmatch(line) if len(line) <= LONGEST else None
    return found is not None and len(found[1].split()) <= 6 and bool(DEVICE.search(line))


def _is_mark(lines: list[str], at: int, line: str) -> bool:
    """Dashes as mail programs write them; without the space behind, only above a name and how to reach it."""
    if line.strip() != "--" or len(lines) - at > MOST_LINES * 2:
        return False
    below = [each.strip() for each in lines[at + 1 :] if each.strip()]
    if line == "-- ":
        return len(below) <= MOST_LINES
    return bool(below) and bool(A_NAME.fullmatch(below[0])) and all(HOW_TO_REACH.search(each) for each in below[1:])
