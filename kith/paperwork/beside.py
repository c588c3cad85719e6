"""What stands beside a meeting: the forms that could be filled from it. How much of each is there already comes a
moment later, so that the page itself need not wait."""

from kith.access.permissions import Permission
from kith.conversations.models import Meeting


def forms_of(request, meeting: Meeting) -> dict | None:
    """For whoever fills forms in; nothing while the screen shows this meeting to others."""
    if Permission.WRITE_FORMS not in request.may or not meeting.is_held:
        return None
    return {"individual": meeting.individual, "meeting": meeting}
