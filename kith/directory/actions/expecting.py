"""What a place itself says of what to expect: a paragraph of the listing's own, marked as from the place, and dated."""

from django.utils.formats import date_format

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import rules
from kith.directory.from_place import FIELD, FROM_THE_PLACE, without_place
from kith.directory.models import Activity

from .index import index_again
from .listings import lay_over


@action
def add_from_place(*, activity: Activity, words: str, by: Actor) -> Activity:
    """Said again, it takes the place of what they said before; what others wrote of it stays."""
    permit(by, Permission.SET_ON_TABLE)
    hold(activity)
    refuse_if(rules.cannot_add_from_place(words))
    told = with_paragraph(activity.what_to_expect, words)
    refuse_if(rules.cannot_keep(FIELD, told))
    lay_over(activity, FIELD, told)
    index_again([activity.pk])
    trail.record("what to expect, from the place", by=by, about=activity)
    return activity


def with_paragraph(before: str, words: str) -> str:
    """All that was written, with these words as the one paragraph from the place."""
    lines = "\n".join(filter(None, map(str.strip, words.splitlines())))
    return "\n\n".join([*without_place(before), f"{FROM_THE_PLACE}{date_format(clock.today(), 'j F Y')}:\n{lines}"])
