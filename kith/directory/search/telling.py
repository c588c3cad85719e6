"""The few that are given out: loaded with all they say, and told with their reasons."""

from functools import partial

from kith.access import clock
from kith.directory.models import Activity

from .asked import Asked
from .found import Found, Looked
from .needs import is_denied
from .ordinary import is_ordinary
from .reasons import reasons_for
from .scoring import Scored
from .wanting import Wishes, with_wishes


def in_full(best: list[Scored]) -> None:
    """Loads the few that are given out with all they say: three looks, however many."""
    full = Activity.objects.filter(pk__in=[one.document.pk for one in best]).select_related(
        "organisation", "place", "source"
    )
    by_key = {activity.pk: activity for activity in full.prefetch_related("times", "suggestions")}
    for one in best:
        one.document.activity = by_key[one.document.pk]


def told(parts: list[list[Scored]], asked: Asked, wishes: Wishes) -> Looked:
    """What says that a need is not met comes last."""
    as_found = partial(found_of, asked=with_wishes(asked, wishes), near_asked=wishes.near is not None)
    last = partial(is_denied, asked=asked)
    return Looked(
        *([as_found(one) for one in sorted(part, key=lambda one: last(one.document.activity))] for part in parts)
    )


def found_of(scored: Scored, asked: Asked, near_asked: bool) -> Found:
    """The record that is given out."""
    activity = scored.document.activity
    return Found(
        activity_id=activity.pk,
        public_id=activity.public_id,
        external_id=activity.external_id,
        name=activity.name,
        organisation=activity.organisation.name if activity.organisation else "",
        summary=activity.summary,
        kind=activity.kind,
        miles=None if scored.miles is None else round(scored.miles, 1),
        score=scored.score,
        why=reasons_for(scored, asked, near_asked, clock.today()),
        categories=tuple(activity.categories),
        ordinary=is_ordinary(activity),
        named=bool(scored.named),
        activity=activity,
    )
