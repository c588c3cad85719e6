"""Leafing through a sort of thing without asking for it: whatever speaks of some ideas in its name or categories."""

from collections.abc import Iterable
from random import Random

from kith.access import clock

from .asked import Asked
from .avoiding import avoid_of
from .backends import Sought, Wanted, candidates_of_each
from .browse import one_of_a_kind
from .choosing import may_be_for
from .documents import Document, documents
from .found import Found
from .lookup import NEAR_MILES
from .map_order import WITHOUT_A_PLACE, Span, spans_near
from .ordinary import is_ordinary
from .own_words import bring_up_to_date
from .places import Point
from .scoring import Hit, Scored, is_kept_away, settle, text_of
from .telling import Chosen, tell
from .vocabulary import Term, concepts

Named = tuple[Term, str]  # a word of an idea, and where it stands
OF_EACH = 40
FEW = 4


def leaf(  # noqa: PLR0913 - keyword-only: what may be asked for
    ideas: Iterable[str],
    seed: str,
    *,
    near: Point | None = None,
    leave_out: Iterable[str] = (),
    avoid: Iterable[str] = (),
    sorts: frozenset[str] | None = None,
    limit: int = 12,
) -> list[Found]:
    """Things that are about any of these ideas (by name), varied; the same seed gives the same order.

    Near by first, nothing that is a health or support service. `avoid` and `sorts` are as in `look`.
    At most five looks."""
    bring_up_to_date()
    terms = {term for name in ideas if name in concepts() for term in concepts()[name].means}
    away, out = Asked(avoid=avoid_of(avoid)), frozenset(leave_out)
    pool = [
        Scored(each, hits=[Hit(*named)])
        for each, named in _about(terms, near)
        if each.activity.public_id not in out and may_be_for(each, sorts) and not is_kept_away(each, away)
    ]
    Random(seed).shuffle(pool)  # noqa: S311 - chance for fun, not for secrets
    order = {one.document.pk: place for place, one in enumerate(pool)}
    settled = settle(pool, Asked(), near, clock.today())
    settled.sort(key=lambda one: (one.miles is not None and one.miles > NEAR_MILES, order[one.document.pk]))
    drawn = one_of_a_kind([one for one in settled if is_ordinary(one.document.activity)], limit)
    return tell([Chosen(one, near_asked=near is not None) for one in drawn])


def _about(terms: set[Term], near: Point | None) -> list[tuple[Document, Named]]:
    """What is near or has no place; anywhere, where that is hardly anything or nobody knows from where."""
    if not terms:
        return []
    around = _naming(terms, (*spans_near(near, NEAR_MILES), WITHOUT_A_PLACE)) if near else []
    return around if len(around) >= FEW else _naming(terms, ())


def _naming(terms: set[Term], spans: tuple[Span, ...]) -> list[tuple[Document, Named]]:
    """Each with the word of it that its name or categories hold; a word in prose alone is not enough."""
    wanted = [Wanted((Sought((term,)),), (), spans) for term in sorted(terms)]
    keys = {key for found in candidates_of_each(wanted, [OF_EACH] * len(wanted)) for key in found}
    named = [(each, _named(each, terms)) for each in documents(sorted(keys)).values()]
    return sorted(((each, how) for each, how in named if how), key=lambda pair: pair[0].activity.public_id)


def _named(document: Document, terms: set[Term]) -> Named | None:
    text = text_of(document)
    found = ((term, text.where(term)[0]) for term in sorted(terms))
    return min((each for each in found if each[1] in ("name", "terms")), key=lambda each: each[1], default=None)
