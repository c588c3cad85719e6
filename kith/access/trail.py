"""Writes the trail. Lines wait in a buffer and are written last in the outermost action.

A chain's head is held only for that last moment: held longer, two actions that
touch two chains in different orders would wait for each other for ever.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import groupby

from django.db import transaction

from . import chain, clock
from .actor import Actor
from .models import ChainHead, TrailEntry

INSTALL = "install"
_waiting: ContextVar[list[TrailEntry] | None] = ContextVar("trail_waiting", default=None)


def record(  # noqa: PLR0913 - a line of the trail says all of it
    what: str, *, by: Actor, about=None, individual=None, detail: str = "", reading: bool = False
) -> None:
    """Adds a line to the trail of this action. Call it inside an action or `recorded()` only."""
    lines = _waiting.get()
    if lines is None:
        raise RuntimeError("The trail is written inside an action.")
    lines.append(
        TrailEntry(
            chain=individual.public_id if individual else INSTALL,
            at=clock.now(),
            who=by.who,
            acting_as=by.foremost_role(individual).value,
            what=what,
            about=_name_of(about),
            is_reading=reading,
            detail=detail,
            digest=chain.digest_of(detail),
        )
    )


def _name_of(about) -> str:
    if about is None or isinstance(about, str):
        return about or ""
    return f"{about._meta.model_name} {about.public_id}"


@contextmanager
def recorded() -> Iterator[None]:
    """One transaction; its lines are written at the end of the outermost one, or not at all."""
    lines = _waiting.get()
    if lines is not None:
        with _undone_together(lines), transaction.atomic():
            yield
        return
    token = _waiting.set([])
    try:
        with transaction.atomic():
            yield
            _write(_waiting.get() or [])
    finally:
        _waiting.reset(token)


@contextmanager
def _undone_together(lines: list[TrailEntry]) -> Iterator[None]:
    """An inner action that fails takes its lines with it, even when the outer one goes on."""
    start = len(lines)
    try:
        yield
    except BaseException:
        del lines[start:]
        raise


def _write(lines: list[TrailEntry]) -> None:
    """Chains in one fixed order, each head held until the commit that follows at once."""
    lines = sorted(lines, key=lambda line: line.chain)
    heads = _heads([name for name, _ in groupby(lines, key=lambda line: line.chain)])
    for line in lines:
        _extend(heads[line.chain], line)
    TrailEntry.objects.bulk_create(lines)
    _move(list(heads.values()))


def _move(heads: list[ChainHead]) -> None:
    """Keeps how far each chain has come: many at once by one statement that names them all."""
    moved = ["sequence", "link"]
    ChainHead.objects.bulk_create(heads, update_conflicts=True, unique_fields=["pk"], update_fields=moved)


def _heads(names: list[str]) -> dict[str, ChainHead]:
    """The heads of these chains, held. New ones are made before any is held, so that nobody waits for ever."""
    rows = ChainHead.objects.filter(chain__in=names).order_by("chain")
    held = {head.chain: head for head in rows.select_for_update()} if len(names) == 1 else {}
    if len(held) < len(names):
        known = set(rows.values_list("chain", flat=True))
        new = [ChainHead(chain=name) for name in names if name not in known]
        ChainHead.objects.bulk_create(new, ignore_conflicts=True)
        held = {head.chain: head for head in rows.select_for_update()}
    return held


def _extend(head: ChainHead, entry: TrailEntry) -> None:
    head.sequence += 1
    entry.sequence = head.sequence
    head.link = entry.link = chain.link_of(entry, head.link)


def first_broken(entries: Iterable[TrailEntry]) -> TrailEntry | None:
    """The first line of one chain, in order, that was changed, or that follows a missing one."""
    previous = ""
    for number, entry in enumerate(entries, start=1):
        if entry.sequence != number or not chain.is_whole(entry, previous):
            return entry
        previous = entry.link
    return None


def verify() -> list[str]:
    """Reads every chain and says, one sentence each, where a line was changed or is missing."""
    headless = TrailEntry.objects.exclude(chain__in=ChainHead.objects.values("chain"))
    names = headless.order_by("chain").values_list("chain", flat=True).distinct()
    problems = [f"The trail “{name}” has lost its head." for name in names]
    suspects = [head.chain for head in ChainHead.objects.order_by("chain") if _problem_of(head)]
    return problems + list(filter(None, map(_problem_that_stays, suspects)))


def how_many_lines() -> int:
    """All lines of all chains."""
    return TrailEntry.objects.count()


def _problem_of(head: ChainHead) -> str | None:
    entries = list(TrailEntry.objects.filter(chain=head.chain).order_by("sequence"))
    if broken := first_broken(entries):
        return f"The trail “{head.chain}” does not hold at line {broken.sequence}."
    if len(entries) != head.sequence or (entries and entries[-1].link != head.link):
        return f"The trail “{head.chain}” has lost its last lines."
    return None


def _problem_that_stays(name: str) -> str | None:
    """Looks again with the head held: a line written between reading the head and its lines is no loss."""
    with transaction.atomic():
        return _problem_of(ChainHead.objects.select_for_update().get(chain=name))
