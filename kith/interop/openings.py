"""Live calendars, on the page of everything that somebody may see: an individual’s own, and those of who meets them."""

from collections.abc import Iterable

from django.urls import reverse

from kith.people.models import Individual
from kith.people.openings import CALENDARS, Opening
from kith.people.queries import working_with

from .models import Feed

OWN = "Whoever has the address of the calendar"
WHEN = "When we meet, and first visits."


def calendars(individual: Individual) -> Iterable[Opening]:
    """Each with who can stop it: its owner."""
    theirs = [each.user_id for each in working_with(individual)] + [individual.user_id]
    for feed in Feed.objects.filter(user__in=theirs, stopped_at=None, user__is_active=True).select_related("user"):
        is_own = feed.user_id == individual.user_id
        yield Opening(
            CALENDARS,
            OWN if is_own else f"The calendar of {feed.user.first_name}",
            WHEN if is_own else f"When we meet. {feed.user.first_name} can stop it.",
            since=feed.made_at,
            looked=feed.last_fetched_on,
            page=reverse("interop:my_calendar") if is_own else "",
            opened_by=feed.public_id,
        )
