"""What is being typed is kept on the server, so that nothing is lost when a page is closed."""

import json

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.conversations import queries, two_places
from kith.conversations.models import Draft
from kith.conversations.two_places import Typed
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
def save_draft(*, individual: Individual, typed: Typed, by: Actor) -> Draft | None:
    """Keeps the form as it stands. Called while somebody types, so it adds no line to the trail.

    What another page saved in the meantime is never written over: the later one is kept beside it.
    A page that was saved already and arrives late is let go: it would come back as something unsaved."""
    permit(by, Permission.WRITE_DRAFT, individual)
    if queries.meeting_written_from(individual, str(typed.get("written_from", ""))):
        return None
    draft = open_draft(individual=individual, by=by)
    hold(draft)
    if two_places.is_from_elsewhere(draft, typed):
        others = two_places.beside(draft) | {str(typed.get(two_places.PAGE, "")) or "other": typed}
        draft.beside = json.dumps(others)
    else:
        draft.typed, draft.version = json.dumps(typed), draft.version + 1
    draft.saved_at = clock.now()
    draft.save(update_fields=["typed", "beside", "version", "saved_at"])
    return draft


@action
def settle_draft(*, individual: Individual, keep: str, by: Actor) -> Draft | None:
    """Of what was written in two places the writer picks one, or keeps both in one. The version goes on,
    so that a page still open elsewhere is noticed again."""
    permit(by, Permission.WRITE_DRAFT, individual)
    draft = queries.draft_of(individual, by.user_id)
    if draft is None or not draft.beside:
        return draft
    hold(draft)
    draft.typed = json.dumps(two_places.settled(draft, keep) | {two_places.PAGE: ""})
    draft.beside, draft.version, draft.saved_at = "", draft.version + 1, clock.now()
    draft.save(update_fields=["typed", "beside", "version", "saved_at"])
    return draft


@action
def discard_draft(*, individual: Individual, by: Actor) -> None:
    """Puts away what was being typed, at the writer's own wish. Nothing of it stays."""
    permit(by, Permission.WRITE_DRAFT, individual)
    Draft.objects.filter(individual=individual, author_id=by.user_id).delete()
    trail.record("draft put away", by=by, individual=individual)
