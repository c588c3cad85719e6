"""What stands beside a meeting: the forms that could be filled from it, and how much of each is there already."""

from kith.access.permissions import Permission
from kith.conversations.models import Meeting

from . import queries


def forms_of(request, meeting: Meeting) -> dict | None:
    """For whoever fills forms in; nothing while the screen shows this meeting to others."""
    if Permission.WRITE_FORMS not in request.may:
        return None
    return {"individual": meeting.individual, "begun": queries.begun_in(meeting)}
