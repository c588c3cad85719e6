"""The search of the table and of the command line: words in, listings with reasons out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kith.access import clock
from kith.directory.models import Activity, SearchDocument

from .asked import Asked, understand
from .backends import Wanted, candidates_of_each
from .close import SURE, close_to
from .documents import Document, documents
from .fitting import fit_of
from .for_whom import meant_for, named_by
from .found import Found, Looked, Reason
from .help_first import without_harm, without_what_is_pointless
from .likely import with_likely
from .listing_text import text_of
from .map_order import WITHOUT_A_PLACE, spans_near
from .named import how_named, is_set_aside
from .needs import is_denied
from .ordinary import is_ordinary
from .own_words import bring_up_to_date, heard_whole
from .places import Point
from .reasons import reasons_for
from .scoring import Scored, is_kept_away, is_refused, score_words, settle, without_tail
from .sought import most_telling, named_in, sought_in, stems_of, weighed
from .understood import facts_of, reach_in, with_heard, without
from .weights import Rarity, rarity_of, spelt_among
from .wishes import wishes_met

__all__ = ["Found", "Looked", "Reason", "Wishes", "find", "found_of", "look", "look_for_each"]

DOCUMENT = ("name_words", "term_words", "body_words", "fact_words", "latitude", "longitude")
ACTIVITY = tuple(  # what scoring looks at
    f"activity__{name}"
    for name in (
        *("public_id", "name", "kind", "audience", "categories", "last_checked_on", "standing"),
        *("organisation__name", "place__name"),
    )
)
NAMED = ("activity__organisation", "activity__place")
CANDIDATES = 120  # of each look; the index puts them in nearly the order that they end in
NEAR_MILES = 12  # with a point and no limit, what is this near is always looked at
FEW = 5
WEAKEST = 0.15  # of the best; less is noise
LEAST_FIT = 0.2  # what suits less would hurt, or be wrong, and is shown only to whoever names it


@dataclass(frozen=True)
class Wishes:
    """What is asked for beside the words. `sorts`: only what is for everybody, or for these sorts of people.
    `tasters`: only what can be tried once; `ordinary`: nothing that is a health or support service.
    `taken_off`: what was understood of the words and is not meant, by the keys of those facts."""

    near: Point | None = None
    within_miles: float | None = None
    free: bool = False
    days: frozenset[int] = frozenset()
    limit: int = 20
    leave_out: frozenset[str] = frozenset()
    sorts: frozenset[str] | None = None
    tasters: bool = False
    ordinary: bool = False
    taken_off: frozenset[str] = frozenset()


def find(  # noqa: PLR0913 - keyword-only: what may be asked for
    words: str,
    *,
    near: Point | None = None,
    within_miles: float | None = None,
    free: bool = False,
    days: Iterable[int] = (),
    limit: int = 20,
    avoid: Iterable[str] = (),
    leave_out: Iterable[str] = (),
) -> list[Found]:
    """Live listings that fit, the best first, each with at least one reason.

    `free` and `days` (0 is Monday) filter: what is known or may be so stays, what is not known goes.
    Days, hours and prices in the words only put the fitting ones first; refusals take away.
    `avoid` are lines on what does not help; `leave_out` are public ids. Listings without a place stay,
    also with `within_miles`, and have no miles.
    """
    wishes = Wishes(near, within_miles, free, frozenset(days), limit, frozenset(leave_out))
    return look(words, wishes, avoid).found


def look(words: str, wishes: Wishes, avoid: Iterable[str] = ()) -> Looked:
    """The same, with what was kept away because of `avoid` beside it."""
    return look_for_each([(words, wishes)], avoid)[0]


def look_for_each(
    asks: Sequence[tuple[str, Wishes]], avoid: Iterable[str] = (), beside: Sequence[Scored] = ()
) -> list[Looked]:
    """Many at once. However many there are, it takes as many looks as one. `beside`: what is loaded with them.
    No listing is ranked by words about harm: where nothing else was said, nothing is found."""
    bring_up_to_date()
    kept = [without_what_is_pointless(without_harm(words)) for words, _ in asks]
    whole = [heard_whole(reach_in(words)[0]) for words in kept]
    said = [words for words, _ in whole]
    how_spelt, away = spelt_among(said), tuple(avoid)
    heard = [with_likely(with_heard(understand(words, away, how_spelt), own)) for words, own in whole]
    asked = [without(each, wishes.taken_off) for each, (_, wishes) in zip(heard, asks, strict=True)]
    looked = _look([(each, wishes) for each, (_, wishes) in zip(asked, asks, strict=True)], beside)
    return [
        replace(each, facts=facts_of(words, how)) if rest or not typed.strip() else Looked([], [])
        for each, words, how, rest, (typed, _) in zip(looked, said, heard, kept, asks, strict=True)
    ]


def _look(asks: Sequence[tuple[Asked, Wishes]], beside: Sequence[Scored] = ()) -> list[Looked]:
    rarity = rarity_of({stem for asked, _ in asks for stem in stems_of(sought_in(asked))})
    keys = _keys(asks, rarity)
    close = close_to([(asked, wishes.near, wishes.within_miles or NEAR_MILES) for asked, wishes in asks], keys)
    keys = [mine | set(closest) for mine, closest in zip(keys, close, strict=True)]
    found = documents({key for each in keys for key in each})
    parted = [
        _parted([Scored(found[key], meaning=closest.get(key, 0.0)) for key in mine if key in found], ask, rarity)
        for ask, mine, closest in zip(asks, keys, close, strict=True)
    ]
    in_full([*(one for parts in parted for part in parts for one in part), *beside])
    return [_told(parts, asked, wishes) for parts, (asked, wishes) in zip(parted, asks, strict=True)]


def _parted(candidates: list[Scored], ask: tuple[Asked, Wishes], rarity: Rarity) -> list[list[Scored]]:
    """The best of what is found, and of what is kept away."""
    asked, wishes = ask
    for one in candidates:
        one.named = how_named(one.document, asked.name)
    shown = [one for one in candidates if _may_be_shown(one.document, wishes) and (one.named or _is_for(one, asked))]
    asked = _with_wishes(asked, wishes)
    scored = _scored(shown, asked, rarity)
    away = {one.document.pk for one in scored if is_kept_away(one.document, asked)}
    parts = [[one for one in scored if (one.document.pk in away) is is_away] for is_away in (False, True)]
    weakest = WEAKEST * max((one.words for one in scored if asked.says), default=0.0)
    return [_best(part, asked, wishes, least) for part, least in zip(parts, (None, weakest), strict=True)]


def _with_wishes(asked: Asked, wishes: Wishes) -> Asked:
    return replace(asked, free=asked.free or wishes.free, days=asked.days | wishes.days)


def _told(parts: list[list[Scored]], asked: Asked, wishes: Wishes) -> Looked:
    """What says that a need is not met comes last."""
    told = partial(found_of, asked=_with_wishes(asked, wishes), near_asked=wishes.near is not None)
    last = partial(is_denied, asked=asked)
    return Looked(*([told(one) for one in sorted(part, key=lambda one: last(one.document.activity))] for part in parts))


def _best(scored: list[Scored], asked: Asked, wishes: Wishes, least: float | None) -> list[Scored]:
    """The best of these, in order. What says less than `least`, or than a share of the best, is noise."""
    named, scored = [one for one in scored if one.named], [one for one in scored if not one.named]
    settled = settle([*named, *_fitting(scored, asked, least)], asked, wishes.near, clock.today())
    return [one for one in without_tail(settled, asked) if _inside(one, wishes.within_miles)][: wishes.limit]


def _fitting(scored: list[Scored], asked: Asked, least: float | None) -> list[Scored]:
    """What says enough of what was asked."""
    scored = [one for one in scored if one.fit >= LEAST_FIT or _is_in_its_name(one, asked)]
    most = max((one.words for one in scored), default=0.0)
    if asked.says and not most:  # no word fits anything: the wished day or price is all there is to go by
        return scored if _wished(asked) else [one for one in scored if one.meaning >= SURE]
    if asked.says:
        weakest = WEAKEST * most if least is None else least
        is_a_thing = any(one.wish for one in scored)  # how it should be is no answer to what it should be
        fitting = [
            one for one in scored if one.meaning >= SURE or (one.words > weakest and (one.wish or not is_a_thing))
        ]
        return _with_wished(fitting, scored, asked) if least is None else fitting
    return [one for one in scored if _met(one, asked) > 0.5] or scored if asked.wishes else scored


def _is_in_its_name(one: Scored, asked: Asked) -> bool:
    """Every word that was said stands in its name."""
    named = {part for hit in one.hits if hit.heard is None and hit.where == "name" for part in hit.term}
    return bool(asked.words) and named >= {stem for _, stem in asked.words}


def _with_wished(fitting: list[Scored], scored: list[Scored], asked: Asked) -> list[Scored]:
    """Where hardly anything fits the words, what meets every wish about day, hour and price comes after it."""
    if not asked.wishes or sum(_met(one, asked) > 0 for one in fitting) >= FEW:
        return fitting
    others = [one for one in scored if one not in fitting]
    return [*fitting, *(one for one in others if _met(one, asked) == 1)]


def _met(one: Scored, asked: Asked) -> float:
    return wishes_met(text_of(one.document).facts, asked)


def _may_be_shown(document: Document, wishes: Wishes) -> bool:
    if document.activity.public_id in wishes.leave_out:
        return False
    return may_be_for(document, wishes.sorts) and (not wishes.ordinary or is_ordinary(document.activity))


def _is_for(one: Scored, asked: Asked) -> bool:
    """Not only for people whom these words do not speak of."""
    return not asked.not_for or not named_by(one.document.activity) & asked.not_for


def may_be_for(document: Document | SearchDocument, sorts: frozenset[str] | None) -> bool:
    """Whether it is for everybody, or only for these sorts of people."""
    return sorts is None or meant_for(document.activity) <= sorts


def _facts(wishes: Wishes) -> list[tuple[str, ...]]:
    groups: list[tuple[str, ...]] = [("xfree", "xmayfree")] if wishes.free else []
    if wishes.tasters:
        groups.append(("xtaster", "xmaytaster"))
    if wishes.days:
        groups.append(tuple(f"x{may}day{day}" for day in sorted(wishes.days) for may in ("", "may")))
    return groups


def _keys(asks: Sequence[tuple[Asked, Wishes]], rarity: Rarity) -> list[set[int]]:
    """The candidates of each: those near by, and (without a limit in miles) those of the whole directory."""
    wanted = [(number, one) for number, (asked, wishes) in enumerate(asks) for one in _wanted(asked, wishes, rarity)]
    keys: list[set[int]] = [set() for _ in asks]
    for (number, _), found in zip(wanted, candidates_of_each([one for _, one in wanted], CANDIDATES), strict=True):
        keys[number].update(found)
    return keys


def _wanted(asked: Asked, wishes: Wishes, rarity: Rarity) -> list[Wanted]:
    """Near by all that is sought; in the whole directory what tells most. Wished facts have a look of their own."""
    near = weighed(sought_in(asked), rarity)
    spans = tuple(spans_near(wishes.near, wishes.within_miles or NEAR_MILES)) if wishes.near else ()
    looks = [(near, (*spans, WITHOUT_A_PLACE) if wishes.within_miles else spans)] if spans else []
    if not (spans and wishes.within_miles):
        looks.append((most_telling(near, rarity), ()))
    facts, wished = _facts(wishes), _wished(asked)
    groups = [tuple(facts), (*facts, *wished)] if wished else [tuple(facts)]
    wanted = [Wanted(sought, group, where) for sought, where in looks for group in groups]
    if asked.name.stems and not asked.says:
        wanted += [Wanted(named_in(asked), tuple(facts), spans)]
    if wished:  # what meets the wishes without the words too
        wanted.append(Wanted((), (*facts, *wished), spans))
    return wanted


def _wished(asked: Asked) -> list[tuple[str, ...]]:
    """Facts that the words wish for: what meets them is always among the candidates."""
    groups = (
        [tuple(f"x{may}{fact}" for fact in asked.wished_facts for may in ("", "may"))] if asked.wished_facts else []
    )
    return [*groups, ("xfree", "xmayfree")] if asked.free else groups


def _scored(candidates: list[Scored], asked: Asked, rarity: Rarity) -> list[Scored]:
    scored = [one for one in candidates if one.named or not _is_turned_down(one.document, asked)]
    for one in scored:
        one.fit = 1.0 if one.named else fit_of(one.document, asked)
        if asked.says:
            score_words(one, asked, rarity)
    return scored


def _is_turned_down(document: Document | SearchDocument, asked: Asked) -> bool:
    return is_refused(document, asked) or is_set_aside(document, asked.name)


def in_full(best: list[Scored]) -> None:
    """Loads the few that are given out with all they say: three looks, however many."""
    full = Activity.objects.filter(pk__in=[one.document.pk for one in best]).select_related(
        "organisation", "place", "source"
    )
    by_key = {activity.pk: activity for activity in full.prefetch_related("times", "suggestions")}
    for one in best:
        one.document.activity = by_key[one.document.pk]


def _inside(scored: Scored, within_miles: float | None) -> bool:
    return within_miles is None or scored.miles is None or scored.miles <= within_miles


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
