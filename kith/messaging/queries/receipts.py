"""How often somebody was written to lately by Kith itself: whatever a machine of theirs answers, it ends here."""

from collections.abc import Collection
from datetime import timedelta

from kith.access import clock
from kith.outbox import queries as outbox
from kith.people.models import Individual, User

MOST = 5
HOUR = timedelta(hours=1)


def had_enough(person: Individual | User, kinds: Collection[str]) -> bool:
    """Whether this person had as many lines of these kinds in the last hour as anybody gets."""
    letters = outbox.about if isinstance(person, Individual) else outbox.to_account
    lately = letters(person.public_id).filter(kind__in=kinds, created_at__gt=clock.now() - HOUR)
    return lately.count() >= MOST
