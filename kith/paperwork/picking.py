"""Lines of theirs that the individual may put into a form: sentence by sentence, each of them chosen by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kith.about_me import queries as about_me
from kith.about_me.models import Line as AboutMe
from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.people.models import Individual

from .models import Picked
from .sentences import sentences
from .sources import as_remembered

LATEST = 3  # meetings whose words may be picked from


@dataclass(frozen=True)
class MayBePicked:
    """A sentence of theirs, by its public name."""

    name: str
    words: str
    came_from: str
    under: str  # the heading it stands under
    where: str = ""  # more about it, in words


def may_be_picked(individual: Individual) -> dict[str, MayBePicked]:
    """What the individual may put into a form line by line: the shared words of their latest meetings, and what they
    say about themselves. Nothing they told between meetings, and nothing about how it went."""
    found = [each for meeting in conversations.meetings_held(individual)[:LATEST] for each in _said(meeting)]
    lines = about_me.lines_of(individual)
    found += [each for kept in lines.values() for line in kept for each in _about_them(line)]
    return {each.name: each for each in found}


def _about_them(line: AboutMe) -> Iterator[MayBePicked]:
    came_from = Picked.From.ABOUT_ME
    for name, words in _parts(line.public_id, "-", line.words):
        yield MayBePicked(name, as_remembered(line, words), came_from, came_from.label, line.get_kind_display())


def _said(meeting: Meeting) -> Iterator[MayBePicked]:
    note = conversations.shown_note(meeting)
    for count, line in enumerate(note.words.splitlines() if note else [], 1):
        for name, words in _parts(f"{note.public_id}-{count}", ".", line):
            yield MayBePicked(name, words, Picked.From.SAID, f"What we said, {meeting.day:%-d %B %Y}")


def _parts(name: str, mark: str, words: str) -> list[tuple[str, str]]:
    """A passage of one sentence goes by its own name; of several, each by its number behind the `mark`."""
    found = sentences(words)
    if len(found) < 2:
        return [(name, part) for part in found]
    return [(f"{name}{mark}{count}", part) for count, part in enumerate(found, 1)]


def offered(individual: Individual, picked: Iterable[Picked]) -> list[tuple[str, list[MayBePicked]]]:
    """What may still be picked, under its headings. The same words are not offered twice."""
    there = {part for each in picked for part in sentences(each.words)}
    left = [each for each in may_be_picked(individual).values() if each.words not in there]
    return [(under, list(lines)) for under, lines in groupby(left, lambda each: each.under)]


def in_order(picked: Iterable[Picked]) -> list[Picked]:
    """What was picked first comes first; parts of one passage in the order in which they were said."""
    ordered = list(picked)
    first: dict[str, int] = {}
    for each in ordered:
        first.setdefault(_passage(each), len(first))
    return sorted(ordered, key=lambda each: (first[_passage(each)], _numbers(each)))


def _passage(picked: Picked) -> str:
    return picked.line.partition("-")[0]


def _numbers(picked: Picked) -> list[int]:
    return [int(part) for part in picked.line.partition("-")[2].split(".") if part.isdecimal()]
