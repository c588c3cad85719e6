"""Who is in many lives, for whoever counts them.

What somebody keeps to themself is counted for nobody, and whoever shows a total hides small ones.
"""

from datetime import date

from django.db.models import Q, QuerySet

from ..models import Connection, Kind


def people_in_lives(*, before: date) -> QuerySet[Connection]:
    """Everybody who was in somebody's life on the day before this one, as is written now: a row each, for counting."""
    there = Connection.objects.filter(kind=Kind.PERSON, put_away_on__isnull=True, is_mine_alone=False)
    still = Q(ended_on__isnull=True) | Q(ended_on__gte=before)
    return there.filter(still, added_on__lt=before).order_by()
