"""Looking without asking: surprises of many kinds, and leafing through one kind."""

from collections.abc import Iterable
from random import Random

from django.db.models import QuerySet

from kith.access import clock
from kith.access.kept import kept
from kith.access.public_ids import ALPHABET
from kith.directory import ages
from kith.directory.models import Kind, SearchDocument

from .asked import Asked
from .avoiding import avoid_of
from .choosing import may_be_for
from .documents import Document, columns, document, going_on
from .found import Found
from .places import Point
from .scoring import Scored, is_kept_away, miles_to, settle
from .telling import Chosen, tell

NO_SURPRISE = (Kind.SUPPORT, Kind.FAMILY)
POOL = 200
FAR = 15  # miles: what lies farther off comes after the rest


def surprise(seed: str | int, *, near: Point | None = None, **wishes) -> list[Found]:
    """Varied things, one of a kind before a second of any. The same seed gives the same answer. As in `draw`."""
    return tell(draw(seed, near=near, **wishes))


def draw(  # noqa: PLR0913 - keyword-only: what may be asked for
    seed: str | int,
    *,
    near: Point | None = None,
    limit: int = 5,
    leave_out: Iterable[str] = (),
    avoid: Iterable[str] = (),
    sorts: frozenset[str] | None = None,
) -> list[Chosen]:
    """The same before it is told, for whoever shows only some of it. `avoid` and `sorts` are as in `look`."""
    chance = Random(str(seed))  # noqa: S311 - chance for fun, not for secrets
    away = Asked(avoid=avoid_of(avoid))
    pool = [one for one in _pool(chance, frozenset(leave_out)) if may_be_for(one, sorts)]
    pool = [one for one in pool if not is_kept_away(one, away)]
    chance.shuffle(pool)
    scored = [Scored(each, miles=miles_to(each, near)) for each in pool]
    scored.sort(key=lambda one: one.miles is not None and one.miles > FAR)
    drawn = one_of_a_kind(scored, limit)
    settle(drawn, Asked(), near, clock.today())
    return [Chosen(one, near_asked=near is not None, by_chance=True) for one in drawn]


def browse(*, kind: str | None = None, near: Point | None = None, limit: int = 20) -> list[Found]:
    """Live listings, of one kind if named: the nearest and freshest first."""
    rows = going_on() if kind is None else going_on().filter(activity__kind=kind)
    scored = [Scored(each) for each in map(document, columns(rows.order_by("-activity_id")[: max(POOL, limit)]))]
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
    since = ages.new_since(clock.today())
    last = map(document, columns(going_on().order_by("-activity_id")[:POOL]))
    pool = [one for one in last if one.activity.listed_on >= since and one.activity.public_id not in out]
    kept = [Scored(one) for one in pool if may_be_for(one, sorts) and not is_kept_away(one, away)][:limit]
    settle(kept, Asked(), near, clock.today())
    return _given(kept, near)


def _pool(chance: Random, leave_out: frozenset[str]) -> list[Document]:
    """Some listings from a chance place in the order of their random ids, round the end if need be."""
    pivot = "".join(chance.choices(ALPHABET, k=4))
    rows = _from(pivot)
    if len(rows) < POOL:
        rows += _before(pivot)[: POOL - len(rows)]
    return [each for each in map(document, rows) if each.activity.public_id not in leave_out]


@kept
def _from(public_id: str) -> QuerySet:
    return columns(_surprising().filter(activity__public_id__gte=public_id)[:POOL])


@kept
def _before(public_id: str) -> QuerySet:
    return columns(_surprising().filter(activity__public_id__lt=public_id)[:POOL])


def _surprising() -> QuerySet[SearchDocument]:
    return going_on().exclude(activity__kind__in=NO_SURPRISE).order_by("activity__public_id")


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
    return tell([Chosen(one, near_asked=near is not None) for one in scored])
