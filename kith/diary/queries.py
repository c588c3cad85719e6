"""What we ask about diaries: an individual's own entries, and whether there are diaries here at all."""

from django.db.models import QuerySet

from kith.access.one import the_one
from kith.people.models import Individual

from .models import Entry, Offer

A_PAGE = 20


def offer() -> Offer | None:
    """Since when diaries are offered here; None while they are not."""
    return Offer.objects.filter(off_since=None).select_related("switched_on_by").first()


def is_offered() -> bool:
    return Offer.objects.filter(off_since=None).exists()


def earlier_offers() -> QuerySet[Offer]:
    """Times when they were offered before."""
    offers = Offer.objects.filter(off_since__isnull=False).select_related("switched_on_by", "switched_off_by")
    return offers.order_by("-off_since")


def has_entries(individual: Individual) -> bool:
    return individual.diary.exists()


def entries_of(individual: Individual, page: int) -> tuple[list[Entry], bool]:
    """One page of them, the newest first; and whether there are older ones."""
    begins = (max(page, 1) - 1) * A_PAGE
    found = list(individual.diary.all()[begins : begins + A_PAGE + 1])
    return found[:A_PAGE], len(found) > A_PAGE


def entry_called(individual: Individual, public_id: str) -> Entry | None:
    return the_one(individual.diary.filter(public_id=public_id))
