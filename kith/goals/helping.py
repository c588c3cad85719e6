"""What stands on a helper's page, before the yes and after it: one and the same words, and nothing of the notebook."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from kith.access import clock
from kith.design import phones

from .models import HelperPage


@dataclass(frozen=True)
class ForHelper:
    """Everything the page shows."""

    helper: str
    individual: str
    words: str
    ring: str
    number: str
    until: date
    takes_words: bool

    @property
    def heading(self) -> str:
        return f"Hello {self.helper}"

    @property
    def asks(self) -> str:
        return f"{self.individual} would like your help with one thing."

    @property
    def to_ring(self) -> str:
        """The sentence before the number; "" where nobody is rung."""
        return f"You can give {self.ring} a ring:" if self.ring else ""

    @property
    def text(self) -> str:
        """The same as plain words: what is kept with the individual's yes."""
        ring = f"{self.to_ring} {phones.as_people_write(self.number)}" if self.ring else ""
        return "\n".join(filter(None, [self.heading, self.asks, self.words, ring]))


def for_helper(page: HelperPage) -> ForHelper:
    """As it stands, or would stand from today on. Words come to whoever has an account to read them with."""
    individual = page.individual
    until = timezone.localdate(page.share.ends_at) if page.share else clock.today() + timedelta(days=page.days)
    return ForHelper(
        helper=page.helper.name,
        individual=individual.called,
        words=page.words,
        ring=page.reach_name,
        number=page.number,
        until=until,
        takes_words=individual.user_id is not None,
    )
