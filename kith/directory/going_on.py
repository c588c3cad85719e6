"""What is over: a one-off whose day has gone, or what nobody can apply for any more. The day itself counts."""

from datetime import date

from django.db.models import Q

from kith.access import clock


def not_over(through: str = "") -> Q:
    """Rows that somebody can still begin with. `through`: the way to the listing, such as `activity__`."""
    today = clock.today()
    return _from(today, f"{through}on_date") & _from(today, f"{through}apply_by")


def _from(today: date, day: str) -> Q:
    return Q(**{f"{day}__isnull": True}) | Q(**{f"{day}__gte": today})
