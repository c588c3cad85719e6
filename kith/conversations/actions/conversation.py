"""In a conversation nothing is required: what was marked waits for the write-up, and a meeting needs only its date."""

import json
from collections.abc import Sequence

from kith.access import clock
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.public_ids import new_public_id
from kith.access.refusal import refuse_if
from kith.conversations import queries, two_places
from kith.conversations.models import Draft, Meeting
from kith.people.models import Individual

from .drafts import open_draft
from .write_up import WriteUp, write_up

MARKED = ("topics", "arrived")


@action
def keep_marks(*, individual: Individual, topics: Sequence[str], by: Actor, arrived: str = "") -> Draft:
    """What was talked about, marked by a tap: it stands in the write-up when that is opened. A write-up that is
    open already notices that it was marked elsewhere."""
    permit(by, Permission.WRITE_DRAFT, individual)
    draft = open_draft(individual=individual, by=by)
    hold(draft)
    typed = two_places.typed_in(draft) or _empty_page()
    marked = {"topics": ", ".join(topics)} | ({"arrived": arrived.strip()} if arrived.strip() else {})
    elsewhere = {two_places.PAGE: ""}
    draft.typed, draft.version, draft.saved_at = json.dumps(typed | marked | elsewhere), draft.version + 1, clock.now()
    draft.save(update_fields=["typed", "version", "saved_at"])
    return draft


@action
def met_today(  # noqa: PLR0913 - a date, and what was marked
    *,
    individual: Individual,
    by: Actor,
    topics: Sequence[str] = (),
    arrived: str = "",
    met_early: bool = False,
    written_from: str = "",
) -> Meeting:
    """One press: a meeting with its date, and what was marked. Words already begun are not passed over."""
    permit(by, Permission.WRITE_SHARED_NOTE, individual)
    refuse_if(_has_begun(queries.draft_of(individual, by.user_id)))
    planned = queries.next_meeting(individual)
    is_it = planned is not None and (met_early or queries.was_this_meeting(planned, clock.today()))
    wrote = WriteUp(
        held_on=clock.today(),
        place=planned.place if planned and is_it else "",
        topics=tuple(topics),
        arrived=arrived.strip(),
        met_early=met_early,
        written_from=written_from,
    )
    return write_up(individual=individual, wrote=wrote, by=by)


def _has_begun(draft: Draft | None) -> str | None:
    typed = {name: value for name, value in two_places.typed_in(draft).items() if name not in MARKED}
    has_more = two_places.has_words(typed) or bool(two_places.beside(draft))
    return "You have begun to write this up. Go on there, so that nothing is lost." if has_more else None


def _empty_page() -> two_places.Typed:
    """A write-up with nothing on it but the day."""
    return {
        "held_on": clock.today().isoformat(),
        "met_early": "no",
        "show": "now",
        "written_from": new_public_id(),
    }
