"""What we ask about old notes that a worker brought in."""

from django.db.models import QuerySet

from kith.conversations.models import BroughtIn
from kith.people.models import Individual


def brought_in_by(individual: Individual, user_id: int | None) -> QuerySet[BroughtIn]:
    """What this user brought in about this individual, newest first; nobody else's."""
    return individual.brought_in.filter(author_id=user_id, put_away_at__isnull=True)


def brought_in_called(individual: Individual, user_id: int | None, public_id: str) -> BroughtIn | None:
    """One of this user's own."""
    return brought_in_by(individual, user_id).filter(public_id=public_id).first()
