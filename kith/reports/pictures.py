"""The calm pictures of a report: bars and one line, each beside a table that says the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.design.charts import LineChart, Point, line_chart

from .figures import INTRODUCTIONS
from .queries import Report
from .safe import Told

WIDTH, ROW, BAR, FOOT = 440, 60, 18, 2
LEFT, LONGEST = 8, 340  # what is left of the width is for the number


@dataclass(frozen=True)
class Bar:
    """One figure: its name above, the bar, and what is told behind it. Where no number is told there is no bar."""

    label: str
    words: str
    length: float
    top: int

    @property
    def words_x(self) -> float:
        return LEFT + self.length + (8 if self.length else 0)

    @property
    def bar_top(self) -> int:
        return self.top + 10

    @property
    def words_y(self) -> int:
        return self.top + 26


@dataclass(frozen=True)
class Bars:
    """What the template draws."""

    title: str
    bars: tuple[Bar, ...]
    columns: tuple[str, str]
    width: int = WIDTH
    left: int = LEFT
    thick: int = BAR

    @property
    def height(self) -> int:
        return ROW * len(self.bars) + FOOT

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        return tuple((bar.label, bar.words) for bar in self.bars)

    @property
    def says(self) -> str:
        """The whole picture in one sentence."""
        return f"{self.title}: " + ", ".join(f"{label}, {words}" for label, words in self.rows)


def bars_of(title: str, told: Iterable[tuple[str, Told]], columns: tuple[str, str]) -> Bars:
    """The longest is as long as there is room; each other as long as its number is to that one."""
    listed = list(told)
    most = max((_size(each) for _, each in listed), default=0) or 1
    bars = (
        Bar(label, str(each), round(LONGEST * _size(each) / most, 1), ROW * place + 22)
        for place, (label, each) in enumerate(listed)
    )
    return Bars(title, tuple(bars), columns)


def _size(told: Told) -> int:
    """“at least 40” is drawn as 40."""
    words = str(told).removeprefix("at least ")
    return int(words) if words.isdecimal() else 0


def introductions(report: Report) -> Bars:
    """From an introduction to belonging."""
    told = [(report.rows[key].figure.title, report.rows[key].latest) for key in INTRODUCTIONS]
    return bars_of("Introductions", told, ("What happened", "How many"))


def meetings(report: Report) -> Bars:
    """Of each quarter, up to this one."""
    return bars_of(
        "Meetings held", [(each.quarter, each.meetings) for each in report.over_time], ("Quarter", "How many")
    )


def unpaid_share(report: Report) -> LineChart | None:
    """In a hundred people, over time; None before there are two to join."""
    told = [each for each in report.over_time if each.share is not None]
    points = [Point(each.ended_on, each.share or 0, f"{each.share}%") for each in told]
    columns = ("At the end of", "There without being paid")
    title = "People there without being paid"
    return line_chart(title=title, points=points, columns=columns, ends=(0, 100)) if len(points) > 1 else None
