"""Asked at the last moment: is there still a visit to ask about, and does the yes to a letter still hold?"""

from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people

from . import queries, still_going, still_on
from .going import StillOn
from .models import Introduction

SPOKEN_WITH = "They were spoken with meanwhile, so it was not sent."
IS_OVER = "This came to an end, so nothing is sent."
NO_YES = "The yes to these words has come to an end, so nothing is sent."
NO_ADDRESS = "There is no email address for this place any more."
OTHER_DAY = "That day is not to be any more, so nothing is asked."
KNOWN_OR_MOVED = "They know already, or there is another day."
NOTHING_TO_TELL = (SPOKEN_WITH, IS_OVER, OTHER_DAY)  # whoever did it knows


def to_place(letter) -> gates.Answer:
    """It leaves only while the individual's yes holds, nobody has answered meanwhile, and to the place's own public
    address alone."""
    found = _introduction(letter)
    if found is not None and queries.was_reached_since(found, letter.created_at):
        return gates.HoldBack(SPOKEN_WITH)
    return _while_the_yes_holds(found)


def in_writing(letter) -> gates.Answer:
    """The same for what they asked for on the telephone."""
    return _while_the_yes_holds(_introduction(letter))


def _while_the_yes_holds(found: Introduction | None) -> gates.Answer:
    if found is not None and queries.is_over(found):
        return gates.HoldBack(IS_OVER)
    if found is None or found.individual.closed_at or not queries.is_open_to_host(found):
        return gates.HoldBack(NO_YES)
    if not found.activity.email:
        return gates.HoldBack(NO_ADDRESS)
    return gates.Go(to=found.activity.email)


def still_on_today(letter) -> gates.Answer:
    """The question of the morning: only on the day on which it is asked, while it is on and the yes holds."""
    found = _introduction(letter)
    is_written = found is not None and found.says != Introduction.Says.NOTHING and found.still_on == StillOn.WRITE
    if found is None or not is_written or not still_on.is_asked_today(found):
        return gates.HoldBack(OTHER_DAY)
    return to_place(letter)


def not_on_today(letters: list[Letter]) -> list[gates.Answer]:
    """They leave while it is off and the individual is not known to know. A few letters in one look."""
    off = still_on.days_still_off({_named_in(letter) for letter in letters})
    standing = {letter.public_id for letter in letters if _named_in(letter) in off}
    return people.where_it_stands(letters, standing, KNOWN_OR_MOVED)


def to_be_rung(letters: list[Letter]) -> list[gates.Answer]:
    """“Please ring” waits for no hour of a worker's once the day has come, and stays here when nobody need ring any
    more. A few letters in two looks."""
    off = still_on.days_still_off({_named_in(letter) for letter in letters})
    before = {each.public_id: still_on.day_begins(off[_named_in(each)]) for each in letters if _named_in(each) in off}
    answers = people.to_workers(letters, before)
    known = gates.HoldBack(KNOWN_OR_MOVED)
    return [answer if each.public_id in before else known for each, answer in zip(letters, answers, strict=True)]


def still_going_on(letters: list[Letter]) -> list[gates.Answer]:
    """Whether they still go is asked while it has not ended. A few letters in one look."""
    open_ones = still_going.that_go_on({_named_in(letter) for letter in letters})
    standing = {letter.public_id for letter in letters if _named_in(letter) in open_ones}
    return people.where_it_stands(letters, standing, "There was nothing left to ask.")


def _introduction(letter) -> Introduction | None:
    found = Introduction.objects.select_related("individual", "activity", "share")
    return found.filter(public_id=_named_in(letter)).first()


def _named_in(letter: Letter) -> str:
    return letter.cause.removeprefix("introduction ")


def visit_questions(letters: list[Letter]) -> list[gates.Answer]:
    """They stay here once the visit was told of or the introduction ended; then the individual's own gate answers.
    A few letters in one look."""
    visits = {letter.public_id: _named_in(letter) for letter in letters}
    unanswered = queries.still_unanswered(visits.values())
    standing = {public_id for public_id, visit in visits.items() if visit in unanswered}
    return people.where_it_stands(letters, standing, "There was nothing left to ask.")
