"""How well a listing fits what was asked: words first, then wishes, distance and freshness."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kith.directory import ages

from .asked import Asked
from .documents import Document
from .listing_text import Text, text_of
from .named import turn_of
from .places import Point, miles_between
from .vocabulary import Concept, Heard, is_under
from .weights import Rarity
from .wishes import wishes_met
from .words import MANY_MEANINGS

Term = tuple[str, ...]
LAST_MEANT = 0.3  # how much less the last word of a concept says than its first
BROAD = 0.3  # of an idea that says less than another one heard
SAME_WORDS = 0.6  # of a wider idea heard in the same words as a narrower one
TAKEN_WORD = 0.3  # a word that is part of a heard phrase says little by itself
CONCEPT = 6.0  # as telling as a rare word
UNMET = 0.15  # what is left of a listing of which nothing is known that was asked for
BROKEN = 0.2  # the scores of what is known to break a wish end here
TAIL = 0.2  # of the best score; what is less is not shown beside it
UNMET_NEED = 0.6  # of what says nothing of steps, before somebody who cannot climb them
HARDLY = 0.3  # of what says nothing of coming to you, before somebody who cannot go out
UNLIKE, ALSO_SAID = 0.35, 0.08
WORDS_SHARE, NEAR_SHARE, FRESH_SHARE = 0.8, 0.13, 0.07
FRESH_UNKNOWN = 0.2  # the freshness of what nobody knows
NEAR_UNKNOWN, HALF_NEAR_MILES = 0.2, 3  # the nearness of what has no place; so far it is half
REACH_MILES, HALF_AS_GOOD_MILES = 12, 25  # so far is near enough; so much farther a listing is worth half
BY_MEANING_ALONE, MEANING_SHARE, BESIDE_A_PHRASE = 0.5, 0.4, 0.25  # how much meaning says beside the words
FAR = 0.18  # of what the words say; a cosine at which nothing is in common


@dataclass(frozen=True)
class Hit:
    """What matched, and where: "name", "terms" or "body"."""

    term: Term
    where: str
    heard: Heard | None = None
    worth: float = 0.0


@dataclass
class Scored:
    """A candidate with what spoke for it."""

    document: Document
    words: float = 0.0
    wish: float = 0.0  # of that what speaks of the thing itself, not only of how it should be
    hits: list[Hit] = field(default_factory=list)
    meaning: float = 0.0  # how close it lies to what was said, as a cosine
    fit: float = 1.0
    named: str = ""  # how the words name it, where they do
    miles: float | None = None
    score: float = 0.0


@dataclass(frozen=True)
class Worth:
    """How much each word and each idea says that was asked for: worked out once, however many listings are scored."""

    asked: Asked
    rarity: Rarity

    @cached_property
    def words(self) -> list[tuple[Term, float, float]]:
        """Each with its share, and how rare it is."""
        told = [stem for _, stem in self.asked.words if stem not in self.asked.silent]
        return [((one,), TAKEN_WORD if one in self.asked.taken else 1.0, self.rarity.of(one)) for one in told]

    @cached_property
    def ideas(self) -> list[tuple[Heard, float]]:
        """Each with its share."""
        return [(heard, _share_of(heard, self.asked)) for heard in self.asked.heard]


def score_words(scored: Scored, worth: Worth) -> None:
    """Adds up what each word and each heard concept finds in the listing; `fit` is known by now."""
    asked, text = worth.asked, text_of(scored.document)
    for term, share, rare in worth.words:
        where, weight = text.where(term)
        if where:
            says = share * weight * rare
            scored.words += says
            scored.wish += says
            if share == 1.0 or where != "body":
                scored.hits.append(Hit(term, where, None, says))
    for heard, share in worth.ideas:
        _score_concept(scored, text, heard, worth.rarity, share)
    met = {hit.heard.concept.name for hit in scored.hits if hit.heard is not None}
    for unmet in (heard.concept for heard in asked.heard if heard.concept.name not in met):
        scored.words *= UNMET_NEED if unmet.tells else HARDLY if unmet.must else 1.0
    scored.words *= scored.fit
    scored.wish *= scored.fit
    if any(text.where(term)[0] for term in asked.refused):
        scored.meaning = 0.0  # what was refused is never brought back by a likeness


def _share_of(heard: Heard, asked: Asked) -> float:
    """Less for a broad idea beside a narrow one, and for a part of a longer phrase that was heard."""
    is_part = any(heard.taken < other.taken for other in asked.heard)
    beside_narrow = heard.concept.broad and any(not other.concept.broad for other in asked.heard)
    if is_part or beside_narrow:
        return BROAD
    return SAME_WORDS if any(_says_less(heard, other) for other in asked.heard) else 1.0


def _says_less(heard: Heard, other: Heard) -> bool:
    """The same words, heard as a part of this idea too."""
    return heard.taken == other.taken and is_under(other.concept, heard.concept)


def _score_concept(scored: Scored, text: Text, heard: Heard, rarity: Rarity, share: float) -> None:
    """The best word of the concept counts in full, the next a little; a phrase says more than one word."""
    means = heard.concept.means
    placed = [
        (*_where_meant(text, term), term, 1 - LAST_MEANT * number / len(means))
        for number, term in enumerate(means)
        if term[0] in text.words
    ]
    found = sorted((hit for hit in placed if hit[0]), key=lambda hit: -hit[1] * hit[3] * len(hit[2]))
    if not found:
        return
    telling = CONCEPT * (1.0 if len(heard.taken) > 1 else 0.8)
    best = found[0][1] * found[0][3] * min(1.0, rarity.of_term(found[0][2]) / 2.5)
    more = ALSO_SAID * sum(hit[1] for hit in found[1:4])
    damp = UNLIKE if _looks_alike_only(text, heard.concept) else 1.0
    worth = CONCEPT * share if heard.concept.tells else telling * (best + more) * damp * share
    scored.words += worth
    scored.wish += 0.0 if heard.concept.broad else worth
    scored.hits.append(Hit(found[0][2], found[0][0], heard, worth))


def _where_meant(text: Text, term: Term) -> tuple[str, float]:
    """“Nobody minds” is not about the mind: in prose such a word means too many things to tell anything alone."""
    where, weight = text.where(term)
    return ("", 0.0) if where == "body" and len(term) == 1 and term[0] in MANY_MEANINGS else (where, weight)


def _looks_alike_only(text: Text, concept: Concept) -> bool:
    return not concept.unlike.isdisjoint(text.words)


def is_refused(document: Document, asked: Asked) -> bool:
    """What was refused stands in the name or the categories."""
    text = text_of(document)
    return any(text.is_named(term) for term in asked.refused)


def is_kept_away(document: Document, asked: Asked) -> bool:
    """A line on what does not help speaks of it, of who runs it or of its place."""
    if not (asked.avoid.terms or asked.avoid.lines):
        return False
    activity, text = document.activity, text_of(document)
    named = (activity.name, *(each.name for each in (activity.organisation, activity.place) if each))
    if asked.avoid.keeps_away(named):
        return True
    return any(text.is_named(term) for term in asked.avoid.terms)


def settle(scored: list[Scored], asked: Asked, near: Point | None, today: date) -> list[Scored]:
    """Gives every candidate its score from 0 to 1, and puts the best first."""
    most = max((one.words for one in scored), default=0.0)
    closest = max((one.meaning for one in scored), default=0.0)
    for one in scored:
        one.miles = miles_to(one.document, near)
        if asked.name.is_a_wish and (one.miles or 0.0) > REACH_MILES:
            one.named = ""  # “book club” is far more often a wish than the name of one a long way off
        around = FRESH_SHARE * _fresh(one.document, today) + NEAR_SHARE * (_near(one.miles) if near else 1.0)
        whole = WORDS_SHARE * _says_it(one, most, closest, _share_of_meaning(asked)) + one.fit * around
        whole *= _within_reach(one.miles) * ages.share(one.document.activity.standing)
        one.score = round(min(1.0, _by_wishes(whole, one, asked) if asked.wishes else whole), 4)
    return sorted(
        scored,
        key=lambda one: (turn_of(one.named), -one.score, one.miles or 0.0, one.document.activity.name, one.document.pk),
    )


def without_tail(settled: list[Scored], asked: Asked) -> list[Scored]:
    """Fewer, rather than what hardly fits beside the best. How far away it is does not count: that is told."""
    if not settled or not asked.says or asked.wishes:
        return settled
    fits = {one.document.pk: one.score / _within_reach(one.miles) for one in settled}
    least = TAIL * max(fits.values())
    return [one for one in settled if one.named or fits[one.document.pk] >= least]


def _by_wishes(whole: float, one: Scored, asked: Asked) -> float:
    """What is known to break a wish comes after all that does not, however well its words fit."""
    met = 1.0 if one.named else wishes_met(text_of(one.document).facts, asked)
    if not met:
        return BROKEN * whole
    return BROKEN + (1 - BROKEN) * whole * (UNMET + (1 - UNMET) * met**2)


def _share_of_meaning(asked: Asked) -> float:
    """The more clearly words were heard, the less a likeness adds."""
    clear = [heard for heard in asked.heard if not heard.concept.broad]
    if any(len(heard.taken) > 1 for heard in clear):
        return BESIDE_A_PHRASE
    return MEANING_SHARE if clear else BY_MEANING_ALONE


def _says_it(one: Scored, most: float, closest: float, share: float) -> float:
    """1 for the best of these, by its words and, where meanings are compared, by how close it lies."""
    if one.named:
        return 1.0
    if closest <= FAR:
        return one.words / most if most else one.fit
    close = one.fit * max(0.0, one.meaning - FAR) / (closest - FAR)
    return (1 - share) * (one.words / most if most else 0.0) + share * close


def miles_to(document: Document, near: Point | None) -> float | None:
    """How far off it is; None where it has no place, or nobody says from where."""
    if near is None or document.latitude is None or document.longitude is None:
        return None
    return miles_between(near, (document.latitude, document.longitude))


def _near(miles: float | None) -> float:
    return NEAR_UNKNOWN if miles is None else 1 / (1 + miles / HALF_NEAR_MILES)


def _within_reach(miles: float | None) -> float:
    return 1 / (1 + max(0.0, (miles or 0.0) - REACH_MILES) / HALF_AS_GOOD_MILES)


def _fresh(document: Document, today: date) -> float:
    checked = document.activity.last_checked_on
    return FRESH_UNKNOWN if checked is None else 1 / (1 + max(0, (today - checked).days) / 365)
