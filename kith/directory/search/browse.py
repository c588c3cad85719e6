"""Looking without asking: surprises of many kinds, and leafing through one kind."""

from collections.abc import Iterable
from random import Random

from django.db.models import QuerySet

from kith.access import clock
from kith.access.public_ids import ALPHABET
from kith.directory import ages
from kith.directory.going_on import not_over
from kith.directory.models import Kind, SearchDocument, Status

from .asked import Asked
from .avoiding import avoid_of
from .choosing import may_be_for
from .found import Found, Reason
from .places import Point
from .scoring import Scored, is_kept_away, settle
from .telling import found_of, in_full

DOCUMENT = ("name_words", "term_words", "body_words", "fact_words", "latitude", "longitude")
ACTIVITY = tuple(  # what scoring looks at
    f"activity__{name}"
    for name in (
        *("public_id", "name", "kind", "audience", "categories", "last_checked_on", "standing"),
        *("organisation__name", "place__name"),
    )
)
NAMED = ("activity__organisation", "activity__place")
NO_SURPRISE = (Kind.SUPPORT, Kind.FAMILY)
POOL = 200


def surprise(seed: str | int, *, near: Point | None = None, **wishes) -> list[Found]:
    """Varied things, one of a kind before a second of any. The same seed gives the same answer. As in `draw`."""
    drawn = draw(seed, near=near, **wishes)
    in_full(drawn)
    return as_surprises(drawn, near)


def as_surprises(drawn: list[Scored], near: Point | None) -> list[Found]:
    """What was drawn, once it is loaded with all it says."""
    return [_as_surprise(found_of(one, Asked(), near is not None)) for one in drawn]


def draw(  # noqa: PLR0913 - keyword-only: what may be asked for
    seed: str | int,
    *,
    near: Point | None = None,
    within_miles: float | None = None,
    limit: int = 5,
    leave_out: Iterable[str] = (),
    avoid: Iterable[str] = (),
    sorts: frozenset[str] | None = None,
) -> list[Scored]:
    """The same, not loaded yet, so that one look can load it beside what was looked for.

    `avoid` and `sorts` are as in `look`."""
    chance = Random(str(seed))  # noqa: S311 - chance for fun, not for secrets
    away = Asked(avoid=avoid_of(avoid))
    pool = [one for one in _pool(chance, frozenset(leave_out)) if may_be_for(one, sorts)]
    pool = [one for one in pool if not is_kept_away(one, away)]
    chance.shuffle(pool)
    scored = settle([Scored(document) for document in pool], Asked(), near, clock.today())
    near_enough = [one for one in scored if within_miles is None or one.miles is None or one.miles <= within_miles]
    order = {document.pk: place for place, document in enumerate(pool)}
    near_enough.sort(key=lambda one: (one.miles is not None and one.miles > 15, order[one.document.pk]))
    return one_of_a_kind(near_enough, limit)


def browse(*, kind: str | None = None, near: Point | None = None, limit: int = 20) -> list[Found]:
    """Live listings, of one kind if named: the nearest and freshest first."""
    documents = _live() if kind is None else _live().filter(activity__kind=kind)
    scored = [Scored(document) for document in documents.order_by("-activity_id")[: max(POOL, limit)]]
    return _given(settle(scored, Asked(), near, clock.today())[:limit], near)


def newest_found(
    *,
    near: Point | None = None,
    leave_out: Iterable[str] = (),
    avoid: Iterable[str] = (),
    sorts: frozenset[str] | None = None,
    limit: int = 12,
) -> list[Found]:
    """What came to the table last and is still new, the newest first. `avoid` and `sorts` are as in `look`."""
    away, out = Asked(avoid=avoid_of(avoid)), frozenset(leave_out)
    last = _live().only(*DOCUMENT, *ACTIVITY, "activity__listed_on").order_by("-activity_id")[:POOL]
    since = ages.new_since(clock.today())
    pool = [one for one in last if one.activity.listed_on >= since and one.activity.public_id not in out]
    kept = [Scored(one) for one in pool if may_be_for(one, sorts) and not is_kept_away(one, away)][:limit]
    settle(kept, Asked(), near, clock.today())
    return _given(kept, near)


def _live() -> QuerySet[SearchDocument]:
    documents = SearchDocument.objects.filter(not_over("activity__"), activity__status=Status.LIVE)
    return documents.select_related("activity", *NAMED).only(*DOCUMENT, *ACTIVITY)


def _pool(chance: Random, leave_out: frozenset[str]) -> list[SearchDocument]:
    """Some listings from a chance place in the order of their random ids, round the end if need be."""
    pivot = "".join(chance.choices(ALPHABET, k=4))
    ordered = _live().exclude(activity__kind__in=NO_SURPRISE).order_by("activity__public_id")
    pool = list(ordered.filter(activity__public_id__gte=pivot)[:POOL])
    if len(pool) < POOL:
        pool += ordered.filter(activity__public_id__lt=pivot)[: POOL - len(pool)]
    return [document for document in pool if document.activity.public_id not in leave_out]


def one_of_a_kind(scored: list[Scored], limit: int) -> list[Scored]:
    """The first of every kind before a second of any."""
    rounds: dict[str, int] = {}
    turns: list[tuple[int, int, Scored]] = []
    for one in scored:
        kind = one.document.activity.kind
        rounds[kind] = rounds.get(kind, 0) + 1
        turns.append((rounds[kind], len(turns), one))
    return [one for _, _, one in sorted(turns, key=lambda turn: turn[:2])[:limit]]


def _given(scored: list[Scored], near: Point | None) -> list[Found]:
    in_full(scored)
    return [found_of(one, Asked(), near is not None) for one in scored]


def _as_surprise(found: Found) -> Found:
    label = Kind(found.kind).label.lower()
    words = "A surprise" if found.kind == Kind.OTHER else f"A surprise: {label}"
    why = (Reason("surprise", words), *(reason for reason in found.why if reason.kind != "surprise"))
    return Found(**{**found.__dict__, "why": why})
