"""Who is in many lives, for whoever counts them.

What somebody keeps to themself is counted for nobody, and whoever shows a total hides small ones.
"""

from datetime import date

from django.db.models import Q, QuerySet

from ..models import Connection, Kind


def people_in_lives(*, before: date) -> QuerySet[Connection]:
    """Everybody who was in somebody's life on the day before this one, as is written now: a row each, for counting."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gte=before)
    return people_added().filter(still, added_on__lt=before)


def people_added() -> QuerySet[Connection]:
    """Everybody who was ever put on a map, without whom somebody keeps to themself."""
    there = Connection.objects.filter(kind=Kind.PERSON, put_away_on__isnull=True, is_mine_alone=False)
    return there.order_by()
