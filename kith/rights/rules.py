"""The reasons against, as sentences a person can read."""

from datetime import date

from .models import Death, Delivery, LegalHold, Pause, Removal, Request
from .register import classes

MOST_LETTERS = 4_000
ENDED = "This was answered already."


def cannot_ask(kind: str, words: str, received_on: date, today: date) -> str | None:
    if kind not in Request.Kind.values:
        return "Please choose one of these."
    if kind == Request.Kind.CORRECT and not words.strip():
        return "Write what is not right. One line is enough."
    if received_on > today:
        return "That day has not come yet. Please look at it once more."
    return _too_long(words)


def cannot_go_on(request: Request) -> str | None:
    return None if request.is_open else ENDED


def cannot_pause(request: Request, kind: str, words: str) -> str | None:
    if not request.is_open:
        return ENDED
    if kind not in Pause.Kind.values:
        return "Please choose what it waits for."
    if request.open_pause:
        return "The clock stands still already."
    return _without_words(words, "Write what you ask them for. They read it.")


def cannot_go_on_counting(request: Request) -> str | None:
    return None if request.open_pause else "The clock is going already."


def cannot_take_longer(request: Request, because: str, today: date, month_ends: date) -> str | None:
    """Said within the first month, with the reason, or not at all."""
    if not request.is_open:
        return ENDED
    if request.is_longer:
        return "It has two months more already."
    if today > month_ends:
        return "Two months more can only be said within the first month."
    return _without_words(because, "Write why it is a lot of work. They read it.")


def cannot_answer(request: Request, outcome: str, words: str) -> str | None:
    if not request.is_open:
        return ENDED
    if outcome not in (Request.Outcome.DONE, Request.Outcome.PART, Request.Outcome.NOT):
        return "Please choose what became of it."
    if outcome != Request.Outcome.DONE and not words.strip():
        return "Write why, and what they can do. They read it."
    return _too_long(words)


MOST_MONTHS = 1_200
HELD = "A legal hold lasts, so nothing of this record goes."
MOST_AN_HOUR = 60


def cannot_keep_for(record_class: str, months: int) -> str | None:
    kind = classes().get(record_class)
    if kind is None or not kind.months:
        return "This kind of record does not go by time."
    return None if 1 <= months <= MOST_MONTHS else f"Please write a number of months up to {MOST_MONTHS}."


def cannot_hold(is_held: bool, why: str) -> str | None:
    return "A hold lasts already." if is_held else _without_words(why, "Write why nothing may go.")


def cannot_remove(held: LegalHold | None, what: str, reason: str, *, is_asked: bool, is_due: bool) -> str | None:
    if held:
        return HELD
    if what not in Removal.What.values:
        return "Please choose what goes."
    if not (is_asked or is_due):
        return "It goes when they ask for it, or when its time is over. Neither is so."
    return _without_words(reason, "Write the reason, without a name.")


def cannot_confirm_removal(removal: Removal, held: LegalHold | None, user_id: int) -> str | None:
    if held:
        return HELD
    if removal.confirmed_at or removal.taken_back_at:
        return "This was settled already."
    return "Somebody else confirms it." if removal.said_by_id == user_id else None


def cannot_take_back_removal(removal: Removal) -> str | None:
    return "It is gone already." if removal.confirmed_at else None


def cannot_say_they_died(death: Death | None, died_on: date | None, today: date) -> str | None:
    if death:
        return "It is written down already."
    return "That day has not come yet. Please look at it once more." if died_on and died_on > today else None


def cannot_confirm_death(death: Death, user_id: int) -> str | None:
    if death.confirmed_at:
        return "It was confirmed already."
    return "Somebody else confirms it." if death.said_by_id == user_id else None


def cannot_open_again(death: Death | None) -> str | None:
    """Whatever else opens a notebook asks this first."""
    return "It is written down that they have died. Whoever looks after rights can take that back." if death else None


def cannot_take_back_death(death: Death) -> str | None:
    return "It was confirmed already." if death.confirmed_at else None


def cannot_complain(words: str, came_lately: int) -> str | None:
    if came_lately >= MOST_AN_HOUR:
        return "Very many came just now. Please ring us, or try again in an hour. Your words are still here."
    return _without_words(words, "Write what happened. One line is enough.")


def cannot_answer_complaint(is_open: bool, words: str) -> str | None:
    return _without_words(words, "Write the answer.") if is_open else ENDED


def cannot_tell_of_change(is_one: bool, how: str) -> str | None:
    if not is_one:
        return "This copy is not among them."
    return _without_words(how, "Write how they were told, or why there was no need.")


def cannot_leave_untold(untold: list[str]) -> str | None:
    return f"Please tell first who had a copy: {'; '.join(untold)}." if untold else None


def cannot_be_unknown(words: list[str]) -> str | None:
    return None if words else "This is not in the record any more."


def cannot_cover(words: list[str], passage: str, reason: str) -> str | None:
    if not passage.strip():
        return "Copy the words that are to be covered."
    if not any(passage.strip() in each for each in words):
        return "These words are not in it. Please copy them as they stand."
    return _without_words(reason, "Write why. The individual reads it.")


def cannot_hold_back(reason: str, harm: str, evidence: str, review_on: date | None, today: date) -> str | None:
    """The test is serious harm to somebody's health, and nothing less."""
    for words, otherwise in (
        (harm, "Write which serious harm, and to whom."),
        (evidence, "Write what shows it, and whose opinion that is."),
        (reason, "Write what the individual is told."),
    ):
        if missing := _without_words(words, otherwise):
            return missing
    return None if review_on and review_on > today else "Give a day to come on which it is looked at again."


def cannot_have_looked(digest: str, now: str) -> str | None:
    return None if digest == now else "Something was written meanwhile. Please look once more."


def cannot_be_ready(to_look_through: list[str]) -> str | None:
    """The page lists them, each with a link."""
    if not to_look_through:
        return None
    how_many = "One kind of record is" if len(to_look_through) == 1 else f"{len(to_look_through)} kinds of record are"
    return f"{how_many} still to look through. Please open what stands under “To look through” first."


def cannot_fetch(is_there: bool) -> str | None:
    return None if is_there else "It is not there any more. You can ask for it once more."


def cannot_hand_over(how: str) -> str | None:
    return None if how in (Delivery.How.HANDED, Delivery.How.POSTED) else "Please choose how it went."


def _without_words(words: str, otherwise: str) -> str | None:
    return _too_long(words) if words.strip() else otherwise


def _too_long(words: str) -> str | None:
    return f"This is {len(words):,} letters, and {MOST_LETTERS:,} fit here." if len(words) > MOST_LETTERS else None
