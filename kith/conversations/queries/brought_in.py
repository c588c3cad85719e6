"""What we ask about old notes that a worker brought in."""

from django.db.models import QuerySet

from kith.conversations.models import BroughtIn
from kith.people.models import Individual


def brought_in_by(individual: Individual, user_id: int | None) -> QuerySet[BroughtIn]:
    """What this user brought in about this individual, newest first; nobody else's."""
    return individual.brought_in.filter(author_id=user_id, put_away_at__isnull=True)


def brought_in_called(individual: Individual, public_id: str) -> BroughtIn | None:
    """Of this individual, whoever brought it in: what may be done with it, its author says."""
    return individual.brought_in.filter(public_id=public_id).first()
