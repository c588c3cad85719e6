"""Whether a listing suits who asks, whatever its words: what is refused in passing, whom it is for, what would hurt."""

import re

from kith.directory.models import Activity

from .asked import Asked
from .documents import Document, Said
from .for_whom import named_by, naming_stems
from .listing_text import Text, text_of
from .ordinary import is_ordinary
from .words import stem

HURTS, NEVER = 0.15, 0.1
REFUSED_IN_TEXT, NOT_FOR_CHILDREN, SPECIALIST = 0.5, 0.25, 0.9
SUPPORT, SUPPORT_BEFORE_ANYTHING = 0.7, 0.4  # of a service before whoever asked for none
FOR_OTHERS = 0.5  # of a group for a sort of people that nobody spoke of
OF_THE_YOUNG, FOR_THE_YOUNG = "young people", 0.15  # a youth group before somebody who may be any age
OF_LOSSES = tuple(stem(word) for word in ("bereavement", "bereaved", "grief", "suicide"))
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
YOUNG_WORDS = frozenset(map(stem, ["youth", "teen", "teens", "teenager", "teenagers", "young", "students"]))
OFTEN_CHILDREN = 3  # times in the text
A_CHILDS_WORD = re.compile(rf" (?:{'|'.join(sorted(CHILDREN))})(?= )")


def fit_of(document: Document, asked: Asked) -> float:
    """From 1, for what suits whoever asks, down to nearly nothing for what would be wrong or unkind to show."""
    text, activity = text_of(document), document.activity
    fit = REFUSED_IN_TEXT if any(text.where(term)[0] == "body" for term in asked.unwanted) else 1.0
    for_children = activity.kind == "family" or _for_children(text)
    if for_children and "family" not in asked.kinds and not _grieves(asked):
        fit *= NOT_FOR_CHILDREN
    if _is_help_unasked(activity, asked):
        fit *= SUPPORT if asked.says else SUPPORT_BEFORE_ANYTHING
    if _hurts(text, asked, for_children=for_children):
        fit *= HURTS
    if any(text.where(term)[0] for term in asked.never):
        fit *= NEVER
    others = _for_others(activity, asked)
    fit *= FOR_THE_YOUNG if OF_THE_YOUNG in others else FOR_OTHERS if others else 1.0
    return fit * (SPECIALIST if activity.audience == "specialist" else 1.0)


def _is_help_unasked(activity: Activity | Said, asked: Asked) -> bool:
    """A health or support service, before somebody who wants something to do."""
    return "support" not in asked.kinds and not is_ordinary(activity)


def _for_others(activity: Activity | Said, asked: Asked) -> frozenset[str]:
    """The sorts of people it is for, where nobody spoke of them, in words or by an idea that was heard."""
    unasked = named_by(activity) - asked.speaks_of
    if not unasked:
        return frozenset()
    said = asked.stems_of_it_all
    if OF_THE_YOUNG in unasked and not said & YOUNG_WORDS:
        return frozenset({OF_THE_YOUNG})
    return frozenset() if any(naming_stems(sort) & said for sort in unasked) else unasked


def _hurts(text: Text, asked: Asked, for_children: bool) -> bool:
    """Babies before somebody who grieves; a bereavement group before somebody who said nothing of a loss."""
    of_a_loss = any(text.is_named((stem,)) for stem in OF_LOSSES)
    return for_children and not of_a_loss if _grieves(asked) else of_a_loss


def _grieves(asked: Asked) -> bool:
    return any(heard.concept.first for heard in asked.heard)


def _for_children(text: Text) -> bool:
    if CHILDREN.isdisjoint(text.words):
        return False
    if A_CHILDS_WORD.search(text.name) or A_CHILDS_WORD.search(text.terms):
        return True
    return len(A_CHILDS_WORD.findall(text.body)) >= OFTEN_CHILDREN
