"""A working day at once: workers and individuals who read and write every few seconds, and nothing that was called
kept may be lost. Says what is used up first."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from random import Random

from benchmarks.apart import DATABASES, by_itself, install, tell
from benchmarks.rows import Row
from benchmarks.visiting import Answer, Asked, Visitor

WORKERS, INDIVIDUALS, PAUSE = 50, 200, 4.0  # seconds between two pages of one person
SECONDS = {"small": 10, "usual": 300, "large": 300}
TOWN = (1_250, 1_000)  # 25 individuals with one worker
HOW = "python -m benchmarks load"
READS, WRITES = 4, 1  # a worker or an individual reads so many pages for each that they save
SIZES = f"{WORKERS} workers and {INDIVIDUALS} individuals, a page every {PAUSE:g} s each, one in five saves"
FULL = 0.9  # of all processors: there is no more of them


@dataclass(frozen=True)
class Person(Visitor):
    """One of them, with all words that a page said were kept."""

    kept: list[str] = field(default_factory=list)

    def ask(self, asked: Asked) -> Answer:
        """Status 0 where nothing came back."""
        try:
            answer = super().ask(asked)
        except (OSError, HTTPException):
            return Answer(0, 0.0, 0)
        if asked.form and answer.status == 302:
            self.kept.append(asked.form.get("shared") or asked.form["words"])
        return answer


def measured(size: str) -> Iterator[Row]:
    """Both databases, one after the other."""
    for database in DATABASES:
        told = by_itself("benchmarks.parts.load", size, on=database)
        sizes = f"{SIZES}, for {SECONDS[size]} s"
        beside = f"{told['answers']:,} answers; {told['took']}; statuses {told['statuses']}"
        yield Row(f"a full house, {database}: not answered well", told["wrong"], "answers", HOW, sizes, beside, most=0)
        beside = f"{told['kept']:,} were called kept"
        yield Row(f"a full house, {database}: called kept, and lost", told["lost"], "saves", HOW, sizes, beside, most=0)
        beside = f"{told['machine']:.2f} with the database and the visitors themselves; used up first: {told['first']}"
        yield Row(
            f"a full house, {database}: used by pages", told["processor"], "of all processors", HOW, sizes, beside
        )


def inside(size: str) -> dict:
    """In a process of its own."""
    with install():
        from benchmarks.answering import answering

        come_in = settled()
        with answering() as server:
            return live(come_in(server.port), server, SECONDS[size])


def settled() -> Callable[[int], list]:
    """The town, and who comes in from it by which port: their notebook, themselves, and whether they are a worker."""
    from benchmarks.town import grow
    from benchmarks.watched import notebooks

    list(grow(*TOWN))
    whose = notebooks(TOWN[0])
    apart = list({str(each.worker): each for each in whose}.values())[:WORKERS]

    def come_in(port: int) -> list:
        workers = [(each, Person(port, each.worker), True) for each in apart]
        return workers + [(each, Person(port, each.own), False) for each in whose[:INDIVIDUALS]]

    return come_in


def live(crowd: list, server, seconds: float) -> dict:
    """All of them for so long; then everything that was called kept is looked for."""
    from collections import Counter

    from benchmarks.visiting import milliseconds, visit

    used, idle = server.processor_seconds(), idle_seconds()
    began, people = time.monotonic(), [person for _, person, _ in crowd]
    answers = visit(people, lambda number, times: next_page(crowd, number, times), seconds, PAUSE)
    there_was = (time.monotonic() - began) * (os.cpu_count() or 1)
    share, busy = (server.processor_seconds() - used) / there_was, 1 - (idle_seconds() - idle) / there_was
    statuses = Counter(answer.status for answer in answers)
    kept = [words for person in people for words in person.kept]
    return {
        "answers": len(answers),
        "wrong": sum(many for status, many in statuses.items() if status not in (200, 302)),
        "statuses": ", ".join(f"{many:,} × {status}" for status, many in sorted(statuses.items())),
        "took": milliseconds(answers),
        "kept": len(kept),
        "lost": len(set(kept) - there()),
        "processor": share,
        "machine": busy,
        "first": "the processors" if busy > FULL else "something else: the processors had room",
    }


def idle_seconds() -> float:
    """Of all processors of this machine, since it began."""
    told = Path("/proc/stat").read_text().splitlines()[0].split()
    return (int(told[4]) + int(told[5])) / os.sysconf("SC_CLK_TCK")


def next_page(crowd: list, number: int, times: int) -> Asked:
    """What a person does next: most of all they read."""
    from benchmarks.watched import WATCHED, a_write_up

    whose, _, is_worker = crowd[number]
    if Random(number * 100_000 + times).randrange(READS + WRITES) < WRITES:  # noqa: S311 - no secret
        unlike = number * 100_000 + times
        words = f"I went by myself and stayed, {unlike}."
        return a_write_up(whose, unlike) if is_worker else Asked(whose.address("messages/"), {"words": words})
    pages = [page for page in WATCHED if page.is_worker is is_worker and not page.asked(whose, 0).form]
    return pages[times % len(pages)].asked(whose, times)


def there() -> set[str]:
    """Every word of a note or a message that is in the database now."""
    from kith.conversations.models import Note
    from kith.messaging.models import Message

    return {*Note.objects.values_list("words", flat=True), *Message.objects.values_list("words", flat=True)}


if __name__ == "__main__":
    import sys

    tell(inside(sys.argv[1]))
