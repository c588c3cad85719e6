"""What was begun to be written and left: until when it is kept, and what is to go."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.conversations.models import Draft
from kith.rights.models import LegalHold, Request

from .ending import periods

OF_DRAFTS = "drafts"
A_MONTH = timedelta(days=30)


def kept_for() -> timedelta:
    """How long this organisation keeps what nobody went on with."""
    return A_MONTH * next(each.months for each in periods() if each.record_class.name == OF_DRAFTS)


def kept_until(draft: Draft) -> datetime:
    """Counted from when it was last saved."""
    return (draft.saved_at or draft.opened_at) + kept_for()


def drafts_to_go() -> QuerySet[Draft]:
    """Their time is over, nothing holds them, and nobody has asked about what is kept of that individual."""
    before = clock.now() - kept_for()
    old = Q(saved_at__lte=before) | Q(saved_at=None, opened_at__lte=before)
    held = LegalHold.objects.filter(ended_at=None).values("individual")
    asked = Request.objects.filter(ended_at=None).values("individual")
    found = Draft.objects.filter(old).exclude(individual__in=held).exclude(individual__in=asked)
    return found.select_related("individual").order_by("pk")
