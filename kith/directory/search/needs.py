"""What somebody needs of a place, such as no steps, a toilet or a bus: what each listing says of it, or that one has to
ask. “Not step-free” is no yes."""

import re
from functools import lru_cache

from kith.directory.models import Activity

from .asked import Asked
from .found import Reason
from .vocabulary import Concept, Term
from .words import STOP, stem, tokens

DENIED = frozenset({"no", "not", "isnt", "arent", "without", "never", "nor", "cannot", "cant"})
BEFORE_IT = 3  # words between a “not” and what it denies
CLAUSE = re.compile(r"[.;:!?\n]+|,| but | and ")
UNKNOWN = "{}: not known, please ask"


def needs_of(asked: Asked) -> list[Concept]:
    """The needs that were heard, each once."""
    return [heard.concept for heard in asked.heard if heard.concept.tells]


def reasons_of_needs(activity: Activity, asked: Asked) -> list[Reason]:
    """One line for each need."""
    return [_told(need, activity) for need in needs_of(asked)]


def is_denied(activity: Activity, asked: Asked) -> bool:
    """Whether it says in so many words that a need is not met."""
    return any(_said(need, activity) is False for need in needs_of(asked))


def _told(need: Concept, activity: Activity) -> Reason:
    said = _said(need, activity)
    if said is None:
        return Reason("need", UNKNOWN.format(need.tells), sure=False)
    return Reason("need", need.tells if said else f"{need.tells}: it says no", sure=said)


def _said(need: Concept, activity: Activity) -> bool | None:
    """True where its words say so, False where they deny it and never say it; None where they are silent."""
    text = " . ".join(
        (activity.access_words, activity.getting_there, activity.what_to_expect, activity.summary, activity.long_text)
    )
    answers = {answer for clause in CLAUSE.split(text) for answer in _in_clause(need.means, clause)}
    return None if not answers else True in answers


def _in_clause(means: tuple[Term, ...], clause: str) -> list[bool]:
    words = [(word in DENIED, stem(word)) for word in tokens(clause) if word in DENIED or word not in STOP]
    stems = tuple(each for _, each in words)
    places = [at for term in map(_telling, means) for at in range(len(stems)) if stems[at : at + len(term)] == term]
    return [not any(denied for denied, _ in words[max(0, at - BEFORE_IT) : at]) for at in places]


@lru_cache(maxsize=500)
def _telling(term: Term) -> Term:
    return tuple(part for part in term if part not in STOP)
