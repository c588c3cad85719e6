"""What somebody needs of a place, such as no steps, a toilet or a bus: what each listing says of it, or that one has to
ask. Only what is written about access is taken for an answer, and of buses how to get there; other prose is quoted.
“Not step-free” is no yes, and neither is “a lift home”."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from kith.directory.models import Activity

from .asked import Asked
from .clauses import answers_in, clauses_of, tells_of_steps
from .found import Reason
from .vocabulary import Concept

UNKNOWN = "{}: not known, please ask"
MOST_QUOTED = 90  # letters
BY_BUS, WITHOUT_STEPS = "by tram or bus", "without steps"  # ideas of the vocabulary


@dataclass(frozen=True)
class Says:
    """What a listing says of a need. `quoted`: what it says in words that are no clear answer."""

    answer: bool | None = None
    quoted: str = ""


def needs_of(asked: Asked) -> list[Concept]:
    """The needs that were heard, each once."""
    return [heard.concept for heard in asked.heard if heard.concept.tells]


def reasons_of_needs(activity: Activity, asked: Asked) -> list[Reason]:
    """One line for each need."""
    return [_told(need, said_of(need, activity)) for need in needs_of(asked)]


def is_denied(activity: Activity, asked: Asked) -> bool:
    """Whether it says in so many words that a need is not met."""
    return any(said_of(need, activity).answer is False for need in needs_of(asked))


def _told(need: Concept, said: Says) -> Reason:
    if said.quoted:
        return Reason("need", f"{need.tells}: its text says “{said.quoted}”", sure=False)
    if said.answer is None:
        return Reason("need", UNKNOWN.format(need.tells), sure=False)
    return Reason("need", need.tells if said.answer else f"{need.tells}: it says no", sure=said.answer)


def said_of(need: Concept, activity: Activity) -> Says:
    """A yes or a no where its words on access give a clear one; else what it says of it anywhere."""
    of_access = [activity.access_words, *([activity.getting_there] if need.name == BY_BUS else [])]
    answers = [answer for _, answer in _answers(need, of_access, bare=True)]
    if not answers:
        return _in_prose(need, activity)
    is_clear = len(set(answers)) == 1 and answers[0] is not None
    if is_clear and not (answers[0] and need.name == WITHOUT_STEPS and tells_of_steps(activity.access_words)):
        return Says(answers[0])
    return Says(quoted=_short(" ".join(text for text in of_access if text)))


def _in_prose(need: Concept, activity: Activity) -> Says:
    """What is no plain yes is told first."""
    prose = (activity.getting_there, activity.what_to_expect, activity.summary, activity.long_text)
    told = sorted(_answers(need, prose, bare=False), key=lambda each: each[1] is not False)
    if not told:
        return Says()
    return Says(False if all(answer is False for _, answer in told) else None, _short(told[0][0]))


def _answers(need: Concept, texts: Iterable[str], *, bare: bool) -> list[tuple[str, bool | None]]:
    """Each clause that speaks of it, with what it answers."""
    return [
        (clause, answer)
        for text in texts
        for clause in clauses_of(text)
        for answer in answers_in(clause, need.means, bare=bare)
    ]


def _short(text: str) -> str:
    return shorten(text.strip(" ."), MOST_QUOTED, placeholder=" …")
