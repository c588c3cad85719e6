"""How well a listing fits what was asked: words first, then wishes, distance and freshness."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kith.directory import ages
from kith.directory.models import SearchDocument

from .asked import Asked
from .documents import Document
from .places import Point, miles_between
from .vocabulary import Concept, Heard, is_under
from .weights import Rarity
from .words import stem as stem_of

Term = tuple[str, ...]
NAME, TERMS, BODY = 3.0, 3.0, 1.0
LAST_MEANT = 0.3  # how much less the last word of a concept says than its first
BROAD = 0.3  # of an idea that says less than another one heard
SAME_WORDS = 0.6  # of a wider idea heard in the same words as a narrower one
TAKEN_WORD = 0.3  # a word that is part of a heard phrase says little by itself
CONCEPT = 4.5  # as telling as a fairly rare word
HURTS, NEVER = 0.15, 0.1
UNMET = 0.15  # what is left of a listing that meets none of the days, hours and prices asked for
OF_LOSSES = tuple(stem_of(word) for word in ("bereavement", "bereaved", "grief", "suicide"))
UNLIKE, REFUSED_IN_TEXT, NOT_FOR_CHILDREN, SPECIALIST, SUPPORT = 0.35, 0.5, 0.25, 0.9, 0.75
WORDS_SHARE, NEAR_SHARE, FRESH_SHARE = 0.74, 0.18, 0.08
MEANING_SHARE, FAR = 0.4, 0.18  # of what the words say; a cosine at which nothing is in common
USUAL_LENGTH = 120
CHILDREN = frozenset(
    [
        "toddler",
        "baby",
        "babi",
        "child",
        "youth",
        "teen",
        "tot",
        "junior",
        "bambino",
        "antenatal",
        "breastfeed",
        "mini",
        "pupil",
        "nursery",
    ]
)
OFTEN_CHILDREN = 3  # times in the text
A_CHILDS_WORD = re.compile(rf" (?:{'|'.join(sorted(CHILDREN))})(?= )")


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

    document: Document | SearchDocument
    words: float = 0.0
    hits: list[Hit] = field(default_factory=list)
    meaning: float = 0.0  # how close it lies to what was said, as a cosine
    fit: float = 1.0
    miles: float | None = None
    score: float = 0.0


class Text:
    """A document's words, ready to be asked."""

    def __init__(self, document: Document | SearchDocument):
        self.name = f" {document.name_words} "
        self.terms = f" {document.term_words} "
        self.body = f" {document.body_words} "
        self.facts = set(document.fact_words.split())
        self.length = self.body.count(" ")
        self.words = {*self.name.split(), *self.terms.split(), *self.body.split()}

    def where(self, term: Term) -> tuple[str, float]:
        """The best place a term stands, and the weight of that; ("", 0) if nowhere."""
        if term[0] not in self.words:
            return "", 0.0
        together, *stems = _spaced(term)
        if _holds(self.name, stems):
            return "name", NAME
        if _holds(self.terms, stems):
            return "terms", TERMS
        return ("body", BODY * self._often(together)) if together in self.body else ("", 0.0)

    def _often(self, together: str) -> float:
        """BM25's bend: twice says more than once, and a word in a long text says less."""
        times = self.body.count(together)
        return times * 2.2 / (times + 1.2 * (0.4 + 0.6 * self.length / USUAL_LENGTH)) / 1.5


def text_of(document: Document | SearchDocument) -> Text:
    """Made ready once, however often it is asked."""
    if getattr(document, "text", None) is None:
        document.text = Text(document)  # type: ignore[union-attr] - a row of the database takes it as well
    return document.text  # type: ignore[union-attr] - the same


@lru_cache(maxsize=20_000)
def _spaced(term: Term) -> list[str]:
    """The whole term, and then each of its stems, as they stand between spaces."""
    return [f" {each} " for each in (" ".join(term), *term)]


def _holds(words: str, stems: list[str]) -> bool:
    return all(stem in words for stem in stems) if len(stems) > 1 else stems[0] in words


def score_words(scored: Scored, asked: Asked, rarity: Rarity) -> None:
    """Adds up what each word and each heard concept finds in the listing."""
    text = text_of(scored.document)
    for _, stem in asked.words:
        where, weight = text.where((stem,))
        if where:
            share = TAKEN_WORD if stem in asked.taken else 1.0
            worth = share * weight * rarity.of(stem)
            scored.words += worth
            if share == 1.0 or where != "body":
                scored.hits.append(Hit((stem,), where, None, worth))
    for heard in asked.heard:
        _score_concept(scored, text, heard, rarity, _share_of(heard, asked))
    scored.fit = _fitting(text, scored, asked)
    scored.words *= scored.fit
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
    placed = [(*text.where(term), term, 1 - LAST_MEANT * number / len(means)) for number, term in enumerate(means)]
    found = sorted((hit for hit in placed if hit[0]), key=lambda hit: -hit[1] * hit[3] * len(hit[2]))
    if not found:
        return
    telling = CONCEPT * (1.0 if len(heard.taken) > 1 else 0.8)
    best = found[0][1] * found[0][3] * min(1.0, rarity.of_term(found[0][2]) / 2.5)
    more = 0.12 * sum(hit[1] for hit in found[1:4])
    damp = UNLIKE if _looks_alike_only(text, heard.concept) else 1.0
    worth = telling * (best + more) * damp * share
    scored.words += worth
    scored.hits.append(Hit(found[0][2], found[0][0], heard, worth))


def _looks_alike_only(text: Text, concept: Concept) -> bool:
    everything = text.name + text.terms + text.body
    return any(f" {word} " in everything for word in concept.unlike)


def _fitting(text: Text, scored: Scored, asked: Asked) -> float:
    """Less for what is refused in passing, for children's things nobody asked for, for specialist things."""
    activity = scored.document.activity
    away = asked.refused | asked.avoid.terms
    fit = REFUSED_IN_TEXT if any(text.where(term)[0] == "body" for term in away) else 1.0
    asked_for_children = "family" in asked.kinds
    if not asked_for_children and (activity.kind == "family" or _for_children(text)):
        fit *= NOT_FOR_CHILDREN
    if activity.kind == "support" and "support" not in asked.kinds:
        fit *= SUPPORT
    if _hurts(text, asked, for_children=activity.kind == "family" or _for_children(text)):
        fit *= HURTS
    if any(text.where(term)[0] for heard in asked.heard for term in heard.concept.never):
        fit *= NEVER
    return fit * (SPECIALIST if activity.audience == "specialist" else 1.0)


def _hurts(text: Text, asked: Asked, for_children: bool) -> bool:
    """Babies before somebody who grieves; a bereavement group before somebody who said nothing of a loss."""
    grieves = any(heard.concept.first for heard in asked.heard)
    of_a_loss = any(text.where((stem,))[0] in ("name", "terms") for stem in OF_LOSSES)
    return for_children and not of_a_loss if grieves else of_a_loss


def _for_children(text: Text) -> bool:
    if A_CHILDS_WORD.search(text.name) or A_CHILDS_WORD.search(text.terms):
        return True
    return len(A_CHILDS_WORD.findall(text.body)) >= OFTEN_CHILDREN


def is_refused(document: Document | SearchDocument, asked: Asked) -> bool:
    """What was refused stands in the name or the categories."""
    text = text_of(document)
    return any(text.where(term)[0] in ("name", "terms") for term in asked.refused)


def is_kept_away(document: Document | SearchDocument, asked: Asked) -> bool:
    """A line on what does not help speaks of it, of who runs it or of its place."""
    if not (asked.avoid.terms or asked.avoid.lines):
        return False
    activity, text = document.activity, text_of(document)
    named = (activity.name, *(each.name for each in (activity.organisation, activity.place) if each))
    if asked.avoid.keeps_away(named):
        return True
    return any(text.where(term)[0] in ("name", "terms") for term in asked.avoid.terms)


def wishes_met(facts: set[str], asked: Asked) -> float:
    """1 when every wish about day, hour and money is met, 0 when not; unknown is between."""
    parts = []
    if asked.wished_facts:
        parts.append(_met(facts, asked.wished_facts, "day" if asked.days else "part"))
    if asked.free:
        parts.append(_met(facts, ("free",), "cost"))
    if asked.at_most_pence is not None:
        parts.append(_price_met(facts, asked.at_most_pence))
    return sum(parts) / len(parts) if parts else 1.0


def _met(facts: set[str], wanted: tuple[str, ...], group: str) -> float:
    if any(f"x{word}" in facts for word in wanted):
        return 1.0
    if any(f"xmay{word}" in facts for word in wanted):
        return 0.8
    return 0.0 if f"xknown{group}" in facts else 0.3


def _price_met(facts: set[str], pence: int) -> float:
    prices = [int(fact.removeprefix("xpence")) for fact in facts if fact.startswith("xpence")]
    if prices:
        return 1.0 if min(prices) <= pence else 0.0
    maybe = [int(fact.removeprefix("xmaypence")) for fact in facts if fact.startswith("xmaypence")]
    if maybe:
        return 0.8 if min(maybe) <= pence else 0.1
    return 0.3


def settle(scored: list[Scored], asked: Asked, near: Point | None, today: date) -> list[Scored]:
    """Gives every candidate its score from 0 to 1, and puts the best first."""
    most = max((one.words for one in scored), default=0.0)
    closest = max((one.meaning for one in scored), default=0.0)
    for one in scored:
        one.miles = _miles(one.document, near)
        whole = WORDS_SHARE * _says_it(one, most, closest) + FRESH_SHARE * _fresh(one.document, today)
        whole += NEAR_SHARE * (_near(one.miles) if near else 1.0)
        if asked.wishes:
            whole *= UNMET + (1 - UNMET) * wishes_met(set(one.document.fact_words.split()), asked) ** 2
        one.score = round(min(1.0, whole * ages.share(one.document.activity.standing)), 4)
    return sorted(scored, key=lambda one: (-one.score, one.miles or 0.0, one.document.activity.name, one.document.pk))


def _says_it(one: Scored, most: float, closest: float) -> float:
    """1 for the best of these, by its words and, where meanings are compared, by how close it lies."""
    if closest <= FAR:
        return one.words / most if most else 1.0
    close = one.fit * max(0.0, one.meaning - FAR) / (closest - FAR)
    return (1 - MEANING_SHARE) * (one.words / most if most else 0.0) + MEANING_SHARE * close


def _miles(document: Document | SearchDocument, near: Point | None) -> float | None:
    if near is None or document.latitude is None or document.longitude is None:
        return None
    return miles_between(near, (document.latitude, document.longitude))


def _near(miles: float | None) -> float:
    return 0.2 if miles is None else 1 / (1 + miles / 3)


def _fresh(document: Document | SearchDocument, today: date) -> float:
    checked = document.activity.last_checked_on
    return 0.2 if checked is None else 1 / (1 + max(0, (today - checked).days) / 365)
