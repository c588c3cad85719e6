"""What is being typed is kept on the server, so that nothing is lost when a page is closed."""

import json

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.conversations import queries
from kith.conversations.models import Draft
from kith.people.models import Individual


@action
def open_draft(*, individual: Individual, by: Actor) -> Draft:
    """The writer's draft on this individual: the one they left, or a new one. Trailed once, here."""
    permit(by, Permission.WRITE_DRAFT, individual)
    draft, is_new = Draft.objects.get_or_create(
        individual=individual, author_id=by.user_id, defaults={"opened_at": clock.now()}
    )
    if is_new:
        trail.record("draft opened", by=by, about=draft, individual=individual)
    return draft


@action
def save_draft(*, individual: Individual, typed: dict[str, str], by: Actor) -> Draft | None:
    """Keeps the form as it stands. Called while somebody types, so it adds no line to the trail.

    A page that was saved already and arrives late is let go: it would come back as something unsaved."""
    permit(by, Permission.WRITE_DRAFT, individual)
    if queries.meeting_written_from(individual, typed.get("written_from", "")):
        return None
    draft = open_draft(individual=individual, by=by)
    draft.typed, draft.saved_at = json.dumps(typed), clock.now()
    draft.save(update_fields=["typed", "saved_at"])
    return draft


@action
def discard_draft(*, individual: Individual, by: Actor) -> None:
    """Puts away what was being typed, at the writer's own wish."""
    permit(by, Permission.WRITE_DRAFT, individual)
    Draft.objects.filter(individual=individual, author_id=by.user_id).delete()
    trail.record("draft put away", by=by, individual=individual)
