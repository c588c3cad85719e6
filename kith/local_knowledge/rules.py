"""When something about a place cannot be kept, and why."""

from collections.abc import Iterable
from datetime import date, timedelta

from .models import Knowledge
from .of_the_place import parts_of, tells_of_somebody, written_as_names

LONGEST_WORDS, LONGEST_SAID = 500, 300
LONGEST_AGREED, LONGEST_NAME, LONGEST_FROM_PLACE = 200, 100, 700
NAMES_SOMEBODY = "This may name somebody the team supports. Please write of the place alone, such as “ring first”."
FURTHEST = timedelta(days=2 * 365)
WORDS_FOR = {  # what is nothing without words
    Knowledge.Kind.KNOWS_SOMEBODY: "Please write who it is. A first name is enough.",
    Knowledge.Kind.HELPED: "Please write what they did, such as “found a run to train for”.",
    Knowledge.Kind.WORRY: "Please write what to look into.",
}


def cannot_note(kind: str, words: str, team, *, hurdle: str = "") -> str | None:
    if team is None:
        return "You are in no team yet, so there is nobody to keep this for."
    if kind not in Knowledge.Kind.values:
        return "Please choose what kind of thing this is."
    if kind in WORDS_FOR and not words.strip() and not hurdle:
        return WORDS_FOR[Knowledge.Kind(kind)]
    if len(words) > LONGEST_WORDS:
        return f"This is longer than we can keep. Please use up to {LONGEST_WORDS} letters."
    return None


def cannot_note_asked(team, whom: str, words: str) -> str | None:
    """Why it cannot be kept that somebody was asked."""
    if team is None:
        return "You are in no team yet, so there is nobody to keep this for."
    if not whom.strip():
        return "Please write who was asked, such as “Calderford library”."
    is_long = len(whom) > LONGEST_NAME or len(words) > LONGEST_SAID
    return f"This is longer than we can keep. Please use up to {LONGEST_SAID} letters." if is_long else None


def cannot_rest_on(after: str, hurdle: str) -> str | None:
    """Why this is not how somebody knows it, or not what is hard there."""
    if after and after not in Knowledge.After.values:
        return "Please choose how you know."
    return "Please choose what is hard there." if hurdle and hurdle not in Knowledge.Hurdle.values else None


def cannot_tell_of(kind: str, words: str, names: Iterable[str]) -> str | None:
    """A place is written of without anybody who goes there. `names`: of the people the team supports. It does not tell
    which name: not everybody in the team knows that they support somebody of it."""
    if reason := cannot_name(words, names, may_be_anybodys=kind == Knowledge.Kind.KNOWS_SOMEBODY):
        return reason
    may_describe = kind != Knowledge.Kind.WORRY
    if word := "" if may_describe else tells_of_somebody(words):
        return f"“{word}” may tell of a person. Please write of the place alone, such as “ring first”."
    return None


def cannot_name(words: str, names: Iterable[str], *, may_be_anybodys: bool) -> str | None:
    """`may_be_anybodys`: it is of somebody at the place, where a first name may be anybody's; whole names count."""
    whole = [name for name in names if " " in name.strip()]
    found = written_as_names(words, whole if may_be_anybodys else parts_of(*names))
    return NAMES_SOMEBODY if found else None


def cannot_agree(known: Knowledge, agreed: str, agreed_with: str) -> str | None:
    """Why this is not what was agreed about a worry."""
    if known.kind != Knowledge.Kind.WORRY:
        return "There is nothing to agree about this."
    if not agreed.strip():
        return "Please write what was agreed, such as “there is a side room”."
    if len(agreed) > LONGEST_AGREED or len(agreed_with) > LONGEST_NAME:
        return f"This is longer than we can keep. Please use up to {LONGEST_AGREED} letters."
    return None


def cannot_be_named(known: Knowledge, user_id: int | None) -> str | None:
    """Whoever knows them asks them."""
    if not known.is_of_somebody:
        return "This names nobody."
    return None if known.noted_by_id == user_id else "Only whoever knows them can say that they were asked."


def cannot_take_back(known: Knowledge, user_id: int | None, *, is_author_here: bool) -> str | None:
    """What nobody signed, and what somebody wrote who is in the team no longer, is anybody's in the team."""
    if known.noted_by_id == user_id or not is_author_here:
        return None
    return "Only whoever wrote this can take it back."


def cannot_find_welcoming(team, *, may_note: bool) -> str | None:
    """Why this visitor's word that they were welcoming is not kept without a name. `may_note`: what the team knows."""
    if team is None:
        return "You are in no team yet, so there is nobody to tell."
    return "You can note this on the page of the place, with your name." if may_note else None


def cannot_confirm(how: str) -> str | None:
    return None if how.strip() else "Please say how you know, such as “rang them”."


def cannot_hear_from_place(words: str) -> str | None:
    """Why this is more than a place can say of what to expect."""
    longest = LONGEST_FROM_PLACE
    return f"This is longer than we can keep. Please use up to {longest} letters." if len(words) > longest else None


def cannot_be_full(opens_on: date | None, today: date) -> str | None:
    """Why a place cannot be full until this day."""
    if opens_on and opens_on <= today:
        return "That day has come already. Please choose one that is still to come, or leave it out."
    if opens_on and opens_on - today > FURTHEST:
        return "That day is more than two years away. Please choose one that is nearer."
    return None
