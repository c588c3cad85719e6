"""The few that are given out: loaded with all they say, and told with their reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from kith.access import clock
from kith.access.kept import kept
from kith.directory.models import Activity, Kind

from .asked import Asked
from .documents import Said
from .found import Found, Looked, Reason
from .needs import is_denied, needs_of
from .ordinary import is_ordinary
from .reasons import reasons_for
from .scoring import Scored
from .wanting import Wishes, with_wishes


@dataclass(frozen=True)
class Chosen:
    """One that may be shown, before it is loaded with all it says: enough of it to be put in order.
    `by_chance`: nobody asked for it."""

    scored: Scored
    asked: Asked = field(default_factory=Asked)
    near_asked: bool = False
    by_chance: bool = False

    @property
    def activity(self) -> Any:
        """The listing, as far as it is at hand."""
        return self.scored.document.activity

    @property
    def activity_id(self) -> int:
        return self.scored.document.pk

    @property
    def public_id(self) -> str:
        return self.activity.public_id

    @property
    def name(self) -> str:
        return self.activity.name

    @property
    def categories(self) -> tuple[str, ...]:
        return tuple(self.activity.categories)

    @property
    def ordinary(self) -> bool:
        return is_ordinary(self.activity)

    @property
    def named(self) -> bool:
        return bool(self.scored.named)

    @property
    def score(self) -> float:
        return self.scored.score

    @property
    def miles(self) -> float | None:
        return None if self.scored.miles is None else round(self.scored.miles, 1)


def chosen_of_each(
    parts: list[tuple[list[list[Scored]], Asked, Wishes]], beside: Iterable[Chosen]
) -> list[Looked[Chosen]]:
    """What was found and what is kept away of each ask. What says that a need is not met comes last: to know that,
    all of them are loaded, and what lies `beside` them as well."""
    looked = [_looked(both, with_wishes(asked, wishes), wishes.near is not None) for both, asked, wishes in parts]
    if any(needs_of(asked) for _, asked, _ in parts):
        _in_full([*(one for each in looked for part in (each.found, each.kept_away) for one in part), *beside])
        looked = [
            replace(each, found=_denied_last(each.found), kept_away=_denied_last(each.kept_away)) for each in looked
        ]
    return looked


def _looked(both: list[list[Scored]], asked: Asked, near_asked: bool) -> Looked[Chosen]:
    return Looked(*([Chosen(one, asked, near_asked) for one in part] for part in both))


def _denied_last(part: list[Chosen]) -> list[Chosen]:
    return sorted(part, key=lambda one: is_denied(one.activity, one.asked))


def tell(chosen: Iterable[Chosen]) -> list[Found]:
    """The records that are given out, in this order: at most three looks, however many."""
    chosen = list(chosen)
    _in_full(chosen)
    return [_as_surprise(_told(one)) if one.by_chance else _told(one) for one in chosen]


def _in_full(chosen: Iterable[Chosen]) -> None:
    """Loads those that are not loaded yet with all they say."""
    documents = [one.scored.document for one in chosen if isinstance(one.activity, Said)]
    if not documents:
        return
    by_key = {activity.pk: activity for activity in _with_all_they_say(list({each.pk for each in documents}))}
    for each in documents:
        each.activity = by_key[each.pk]


@kept
def _with_all_they_say(keys: list[int]) -> QuerySet[Activity]:
    full = Activity.objects.filter(pk__in=keys).select_related("organisation", "place", "source")
    return full.prefetch_related("times", "suggestions")


def _told(one: Chosen) -> Found:
    activity = one.activity
    return Found(
        activity_id=activity.pk,
        public_id=activity.public_id,
        external_id=activity.external_id,
        name=activity.name,
        organisation=activity.organisation.name if activity.organisation else "",
        summary=activity.summary,
        kind=activity.kind,
        miles=one.miles,
        score=one.score,
        why=reasons_for(one.scored, one.asked, one.near_asked, clock.today()),
        categories=one.categories,
        ordinary=one.ordinary,
        named=one.named,
        activity=activity,
    )


def _as_surprise(found: Found) -> Found:
    label = Kind(found.kind).label.lower()
    words = "A surprise" if found.kind == Kind.OTHER else f"A surprise: {label}"
    why = (Reason("surprise", words), *(reason for reason in found.why if reason.kind != "surprise"))
    return replace(found, why=why)
