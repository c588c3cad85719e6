"""Days of the told story, reckoned from the day it is built; and the telling itself, in order of time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kith.access import clock

MONDAY, WEEK = 0, 7


@dataclass(frozen=True)
class Days:
    """The story ends in the week before a Monday: the day of the second review, one to seven days ahead."""

    today: date

    @property
    def review(self) -> date:
        in_a_week = self.today + timedelta(days=WEEK)
        return in_a_week - timedelta(days=(in_a_week.weekday() - MONDAY) % WEEK)

    @property
    def monday(self) -> date:
        """The Monday a week before the review: what repeats every week keeps its weekdays counted from here."""
        return self.review - timedelta(days=WEEK)

    def before_review(self, days: int) -> date:
        return self.review - timedelta(days=days)

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)


def moment(day: date, at: str) -> datetime:
    """This day, at a local time such as “20:40”."""
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(at)), timezone.get_default_timezone())


@dataclass
class Chronicle:
    """Happenings written down in any order and told in order of time, each at its own moment."""

    happenings: list[tuple[datetime, Callable[[], object]]] = field(default_factory=list)

    def tell(self, day: date, at: str, happening: Callable[[], object]) -> None:
        """On this day, at this local time, this happens. At one moment: in the order written."""
        self.happenings.append((moment(day, at), happening))

    def play(self) -> None:
        """Everything, in order."""
        for when, happening in sorted(self.happenings, key=lambda each: each[0]):
            with clock.at(when):
                happening()
