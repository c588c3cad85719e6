"""Of the candidates, those that are shown, and those that are kept away: scored, put in order, cut off."""

from kith.access import clock

from .asked import Asked
from .close import SURE
from .documents import Document
from .fitting import fit_of
from .for_whom import meant_for, named_by
from .listing_text import text_of
from .named import how_named, is_set_aside
from .ordinary import is_ordinary
from .scoring import Scored, Worth, is_kept_away, is_refused, score_words, settle, without_tail
from .wanting import Wishes, facts_wished, with_wishes
from .weights import Rarity
from .wishes import wishes_met

FEW = 5
WEAKEST = 0.15  # of the best; less is noise
LEAST_FIT = 0.2  # what suits less would hurt, or be wrong, and is shown only to whoever names it


def parted(candidates: list[Scored], ask: tuple[Asked, Wishes], rarity: Rarity) -> list[list[Scored]]:
    """The best of what is found, and of what is kept away."""
    asked, wishes = ask
    for one in candidates:
        one.named = how_named(one.document, asked.name)
    shown = [one for one in candidates if _may_be_shown(one.document, wishes) and (one.named or _is_for(one, asked))]
    asked = with_wishes(asked, wishes)
    scored = _scored(shown, asked, rarity)
    away = {one.document.pk for one in scored if is_kept_away(one.document, asked)}
    parts = [[one for one in scored if (one.document.pk in away) is is_away] for is_away in (False, True)]
    weakest = WEAKEST * max((one.words for one in scored if asked.says), default=0.0)
    return [_best(part, asked, wishes, least) for part, least in zip(parts, (None, weakest), strict=True)]


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
        return scored if facts_wished(asked) else [one for one in scored if one.meaning >= SURE]
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


def may_be_for(document: Document, sorts: frozenset[str] | None) -> bool:
    """Whether it is for everybody, or only for these sorts of people."""
    return sorts is None or meant_for(document.activity) <= sorts


def _scored(candidates: list[Scored], asked: Asked, rarity: Rarity) -> list[Scored]:
    scored = [one for one in candidates if one.named or not _is_turned_down(one.document, asked)]
    worth = Worth(asked, rarity)
    for one in scored:
        one.fit = 1.0 if one.named else fit_of(one.document, asked)
        if asked.says:
            score_words(one, worth)
    return scored


def _is_turned_down(document: Document, asked: Asked) -> bool:
    return is_refused(document, asked) or is_set_aside(document, asked.name)


def _inside(scored: Scored, within_miles: float | None) -> bool:
    return within_miles is None or scored.miles is None or scored.miles <= within_miles
