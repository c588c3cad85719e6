"""What came in, before it is a message."""

from django.db.models import QuerySet

from kith.messaging.models import Arrival


def not_read() -> QuerySet[Arrival]:
    """What could not be read after all its tries, kept as it came."""
    return Arrival.objects.filter(state=Arrival.State.NOT_READ, raw__isnull=False).order_by("came_at")
