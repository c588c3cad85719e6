"""What somebody does and did, drawn along the years as SVG: a bar each, in words beside it. No amount, no count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH, LEFT, RIGHT, ROW, FOOT = 440, 8, 432, 58, 34
MOST = 10  # bars; the list has all of them
LEAST = 8  # across: a short time is still seen


@dataclass(frozen=True)
class Span:
    """One thing: its words, what kind of thing it is, from when until when, and how people say that."""

    words: str
    kind: str  # paid, service, ordinary
    since: date
    until: date | None
    when: str

    @property
    def kind_words(self) -> str:
        return KINDS[self.kind]


KINDS = {
    "paid": "Paid for by the Personal Budget",
    "service": "A service",
    "ordinary": "A place for everybody",
}


@dataclass(frozen=True)
class Bar:
    """Where a span stands in the drawing."""

    span: Span
    x: float
    width: float
    y: int

    @property
    def words_y(self) -> int:
        return self.y - 8


@dataclass(frozen=True)
class Drawing:
    """What the template draws."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    says: str
    width: int = WIDTH

    @property
    def height(self) -> int:
        return len(self.bars) * ROW + FOOT

    @property
    def base(self) -> int:
        return len(self.bars) * ROW + 4

    @property
    def foot(self) -> int:
        return self.height - 6


def drawing_of(spans: Iterable[Span], today: date) -> Drawing | None:
    """The latest few, the oldest on top; None when there is nothing to draw."""
    latest = sorted(spans, key=lambda span: (span.until or today, span.since))[-MOST:]
    drawn = sorted(latest, key=lambda span: (span.since, span.words))
    if not drawn:
        return None
    start, end = min(span.since for span in drawn), max([today, *(span.until for span in drawn if span.until)])
    bars = tuple(_bar(span, place, start, end) for place, span in enumerate(drawn))
    says = "; ".join(f"{span.words}, {span.kind_words.lower()}, {span.when}" for span in drawn)
    return Drawing(bars, f"{start:%B %Y}", "Now" if end == today else f"{end:%B %Y}", says)


def _bar(span: Span, place: int, start: date, end: date) -> Bar:
    days = max((end - start).days, 1)
    x = LEFT + (span.since - start).days / days * (RIGHT - LEFT)
    to = LEFT + ((span.until or end) - start).days / days * (RIGHT - LEFT)
    x = min(x, RIGHT - LEAST)
    return Bar(span, round(x, 1), round(max(to - x, LEAST), 1), place * ROW + 30)
