"""Names that are much like one another, and what a town has nothing of."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db.models import Q

from kith.directory.models import Activity, SearchDocument, Status

from .backends import Sought, Wanted, candidates
from .map_order import spans_near
from .places import Point
from .sought import most_telling, weighed
from .vocabulary import Concept
from .weights import rarity_of
from .words import plain, telling_stems

LIKE_IT = 0.8
SHARED = 0.5  # of all the words of both names
LOOKED_AT = 60
REST_ALIKE = 0.6
OFFERED = 3
AT_ONE_PLACE = 40


def alike(name: str, limit: int = 5) -> list[Activity]:
    """Live listings whose name is much like this one, the likest first. Three looks."""
    stems = set(telling_stems(name))
    if not stems:
        return []
    rarity = rarity_of(stems)
    sought = weighed(tuple(Sought(((stem,),)) for stem in sorted(stems)), rarity)
    keys = candidates(Wanted(most_telling(sought, rarity)), LOOKED_AT)
    live = Activity.objects.filter(pk__in=keys, status=Status.LIVE).select_related("organisation", "place")
    likeness = {activity: _likeness(name, stems, activity.name) for activity in live.prefetch_related("times")}
    close = [activity for activity, like in likeness.items() if like >= SHARED]
    return sorted(close, key=lambda activity: (-likeness[activity], activity.name))[:limit]


def found_again(
    name: str, *, postcode: str = "", phone: str = "", email: str = "", slots: Iterable = ()
) -> list[Activity]:
    """Live listings that may be the same under another spelling: rung or written to at the same number or address, or
    at the same postcode, on the same day, beginning at the same time; then those much alike by name."""
    slots, same = tuple(slots), Q(pk__in=[])
    same |= Q(phone=phone) if phone else Q()
    same |= Q(email__iexact=email) if email else Q()
    for slot in slots:
        if postcode and slot.starts:
            same |= Q(place__postcode=postcode, times__weekday=slot.weekday, times__starts=slot.starts)
    live = Activity.objects.filter(same, status=Status.LIVE).select_related("organisation", "place").distinct()
    others = live.prefetch_related("times").order_by("name")[:LOOKED_AT]
    may_be = [each for each in others if _may_be(each, name, slots)]
    return list({each.pk: each for each in (*may_be, *alike(name, limit=OFFERED))}.values())[:OFFERED]


def _may_be(there: Activity, name: str, slots: tuple) -> bool:
    """One telephone serves many clubs: under another name, and at other times, it is another thing to do."""
    times = {(each.weekday, each.starts) for each in there.times.all() if each.starts}
    read = {(each.weekday, each.starts) for each in slots if each.starts}
    shares_a_word = not set(telling_stems(name)).isdisjoint(telling_stems(there.name))
    return shares_a_word or not (times and read) or not times.isdisjoint(read)


def _likeness(name: str, stems: set[str], other: str) -> float:
    """1 for the same name; a slip of the keyboard, or words in another order, still count."""
    others = set(telling_stems(other))
    letters = _alike_in_letters(plain(name), plain(other)) if _rest_is_alike(stems, others) else 0.0
    shared = len(stems & others) / len(stems | others) if others else 0.0
    inside = SHARED if others and (stems <= others or others <= stems) else 0.0
    return max(shared, inside, letters if letters >= LIKE_IT else 0.0)


def _rest_is_alike(stems: set[str], others: set[str]) -> bool:
    """Without the words of both: “Ukulele for beginners” is much like “Bees for beginners” only by its second half."""
    one, other = (" ".join(sorted(each)) for each in (stems - others, others - stems))
    return not (one and other) or _alike_in_letters(one, other) >= REST_ALIKE


def _alike_in_letters(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def not_near(concepts: Iterable[Concept], points: Iterable[Point], miles: float) -> set[str]:
    """Which of these ideas no live listing around these points is about, by name. One look each, and one more."""
    spans = tuple(dict.fromkeys(span for point in points for span in spans_near(point, miles)))
    found = {each: candidates(Wanted((Sought(each.means),), (), spans), AT_ONE_PLACE) for each in concepts}
    keys = {key for each in found.values() for key in each}
    said = {
        document.pk: f" {document.name_words} {document.term_words} "
        for document in SearchDocument.objects.filter(pk__in=keys, activity__status=Status.LIVE)
    }
    return {each.name for each, keys in found.items() if not any(_is_about(said.get(key, ""), each) for key in keys)}


def _is_about(words: str, concept: Concept) -> bool:
    return any(all(f" {stem} " in words for stem in term) for term in concept.means)
