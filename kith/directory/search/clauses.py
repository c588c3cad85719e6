"""One clause of what a listing writes, asked whether it says that there is something, that there is not, or neither.

A “not” may stand on either side: “no toilet”, “toilets are closed”. What is only so on some terms is neither."""

import re
from functools import lru_cache

from .vocabulary import Term
from .words import STOP, stem, tokens

CLAUSE = re.compile(r"[.;!\n]+|,(?![^.;!\n,]*\bn?or\b)|\bbut\b", re.IGNORECASE)  # “no ramp, lift or toilet” is one
DENIED = frozenset(
    ["no", "not", "isnt", "arent", "without", "never", "nor", "neither", "cannot", "cant", "lacks", "nowhere"]
) | frozenset(["inaccessible", "unsuitable", "unavailable", "unable", "impossible"])
DENIED_AFTER = frozenset(
    ["not", "isnt", "arent", "cannot", "cant", "dont", "wont", "never", "none", "broken", "closed", "shut"]
) | frozenset(["unavailable", "inaccessible", "impossible", "locked", "lacking", "missing"])
AT_THE_END = frozenset(["no", "none"])  # “Toilet: no”
BEFORE_IT, AFTER_IT = 3, 5  # telling words between a “not” and what it denies
BETWEEN = frozenset(["and", "if", "who", "so", "when", "where", "yes", "that", "because"])  # then it may deny another
ON_TERMS = frozenset(
    ["if", "unless", "except", "excluding", "only", "ask", "ring", "phone", "call", "contact", "arrange", "arranged"]
) | frozenset(["request", "requested", "some", "most", "mostly", "partly", "partial", "upstairs", "mile", "miles"])
ON_TERMS |= frozenset(["yet", "soon", "hope", "hopefully", "planned", "may", "might", "limited", "difficult", "mini"])
ON_TERMS |= frozenset(f"{day}{s}" for day in ("sunday", "saturday", "weekend", "evening") for s in ("", "s"))
KEPT = DENIED | DENIED_AFTER | BETWEEN | ON_TERMS
BARE = frozenset(["lift", "lifts", "loop", "loops", "chair", "bench", "stool"])  # a mood, a walk, who leads a meeting
LIFTED = frozenset(["lifting", "lifted"])  # no lift at all, though the stem is the same
BESIDE_BARE = frozenset(["available", "working", "site", "provided", "access"])
STEPS = frozenset(map(stem, ["steps", "stairs", "steep", "flight", "upstairs", "staircase", "stile"]))


def clauses_of(text: str) -> list[str]:
    """Its clauses, as they are written."""
    return [part.strip() for part in CLAUSE.split(text) if part.strip()]


def answers_in(clause: str, means: tuple[Term, ...], *, bare: bool) -> list[bool | None]:
    """For each time that the clause speaks of it: yes, no, or None for neither. `bare`: “lift”, which means many
    things, counts where nothing else is said."""
    words = [word for word in tokens(clause) if word in KEPT or word not in STOP]
    stems = tuple(map(stem, words))
    is_asked = "?" in clause and "yes" not in words
    answers = [
        _answer(words, at, at + len(term))
        for term in map(_telling, means)
        for at in range(len(stems))
        if stems[at : at + len(term)] == term and _counts(words, at, len(term), bare=bare)
    ]
    return [None if answer and is_asked else answer for answer in answers]


def tells_of_steps(text: str) -> bool:
    """Whether it speaks of steps or stairs without a “no”."""
    return any(
        _steps_in([word for word in tokens(each) if word in KEPT or word not in STOP]) for each in clauses_of(text)
    )


def _steps_in(words: list[str]) -> bool:
    free = [*(word == "free" for word in words[1:]), False]
    steps = [at for at, word in enumerate(words) if stem(word) in STEPS and not free[at]]
    return any(not DENIED & set(words[max(0, at - BEFORE_IT) : at]) for at in steps)


def _counts(words: list[str], at: int, length: int, *, bare: bool) -> bool:
    if length > 1 or words[at] not in BARE | LIFTED:
        return True
    beside = set(words[:at] + words[at + 1 :])
    return bare and words[at] in BARE and beside <= DENIED | DENIED_AFTER | BESIDE_BARE


def _answer(words: list[str], at: int, end: int) -> bool | None:
    for near, denials in (
        (words[max(0, at - BEFORE_IT) : at][::-1], DENIED),
        (words[end : end + AFTER_IT], DENIED_AFTER),
        (words[end:][-1:], AT_THE_END),
    ):
        place = next((number for number, word in enumerate(near) if word in denials), None)
        if place is not None:
            return None if BETWEEN & set(near[:place]) or ON_TERMS & set(words) else False
    return None if ON_TERMS & set(words) else True


@lru_cache(maxsize=500)
def _telling(term: Term) -> Term:
    return tuple(part for part in term if part not in STOP)
