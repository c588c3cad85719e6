"""What we ask about letters."""

from django.conf import settings
from django.db.models import QuerySet

from .models import Letter


def tray() -> QuerySet[Letter]:
    """Everything that was posted, newest first: what the demo would have sent."""
    return Letter.objects.order_by("-created_at", "-pk")


def given_up() -> QuerySet[Letter]:
    """Letters that could not be sent, for somebody to see to; newest first."""
    return Letter.objects.filter(state=Letter.State.GAVE_UP).order_by("-created_at", "-pk")


def about(individual_ref: str) -> QuerySet[Letter]:
    """Letters in an individual's record, newest first."""
    return Letter.objects.filter(individual_ref=individual_ref).order_by("-created_at", "-pk")


def posted_once(once: str) -> Letter | None:
    """The letter that was posted for this cause already, if one was."""
    return Letter.objects.filter(once=once).first() if once else None


def has_way_out(channel: str) -> bool:
    """Whether letters by this channel can leave from here. What is printed always can."""
    if settings.KITH_DEMO or channel == Letter.Channel.PRINT:
        return True
    return channel == Letter.Channel.EMAIL and bool(settings.MAIL_URL)
