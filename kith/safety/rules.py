"""The reasons against, as sentences a person can read."""

from datetime import date, datetime, timedelta

from .models import Breach, Concern

MOST_LETTERS = 4_000
ENDED = "This is closed already."
LOOKED_AGAIN_WITHIN = timedelta(days=90)
LONGEST = timedelta(days=366)
MOST_FROM_PLACES = 20  # for one team within a day: the page needs no account, and is open to machines


def cannot_raise(saw: str, whom: str, *, is_named: bool) -> str | None:
    if not (is_named or whom.strip()):
        return "Please write whom it is about, as well as you know."
    return _without_words(saw, "Please write what you saw or heard. One line is enough.")


def cannot_come_from_place(came_today: int) -> str | None:
    if came_today >= MOST_FROM_PLACES:
        return "Very many came today, so this was not sent. Please ring. Your words are still here."
    return None


def cannot_take_on(concern: Concern) -> str | None:
    return ENDED if concern.closed_at else None


def cannot_add(is_open: bool, words: str) -> str | None:
    return _without_words(words, "Please write what was done.") if is_open else ENDED


def cannot_put_on(concern: Concern, *, may_be: bool) -> str | None:
    if concern.closed_at:
        return ENDED
    return None if may_be else "Please choose somebody who works here and is not on it yet."


def cannot_pass_on(concern: Concern, told: dict, today: date) -> str | None:
    """To whom, what, when; without agreement the reason; and whether the person knows."""
    if concern.closed_at:
        return ENDED
    if told["on"] > today:
        return "That day has not come yet. Please look at it once more."
    if not told["agreed"] and not told["because"].strip():
        return "Please write why it was passed on without their agreement."
    if not told["knows"] and not told["unknown_because"].strip():
        return "Please write why they do not know."
    return _without_words(told["to_whom"], "Please write to whom.") or _without_words(
        told["what"], "Please write what."
    )


def cannot_tell(concern: Concern, told_on: date, words: str, today: date) -> str | None:
    if concern.individual_id is None:
        return "They have no notebook here, so there is no page on which they read it."
    if concern.told_on:
        return "It is written already that they were told."
    if told_on > today:
        return "That day has not come yet. Please look at it once more."
    return _without_words(words, "Please write what they read about it.")


def cannot_wait_to_tell(concern: Concern, because: str, look_again_on: date, today: date) -> str | None:
    """Not for ever: a day is named on which it is looked at again."""
    if concern.told_on or concern.individual_id is None:
        return cannot_tell(concern, today, because, today)
    if not today < look_again_on <= today + LOOKED_AGAIN_WITHIN:
        return f"Please choose a day within the next {LOOKED_AGAIN_WITHIN.days} days."
    return _without_words(because, "Please write why it is not safe to tell them.")


def cannot_close(concern: Concern, decided: str) -> str | None:
    if concern.closed_at:
        return ENDED
    if concern.taken_at is None:
        return "Please press “I see to it” first, so that everybody knows who did."
    if not concern.is_settled:
        return "Please write first when they were told, or why they were not."
    return _without_words(decided, "Please write what was decided.")


def cannot_say_went_wrong(happened: str, noticed_at: datetime, now: datetime) -> str | None:
    if noticed_at > now:
        return "That moment has not come yet. Please look at it once more."
    return _without_words(happened, "Please write what happened. One line is enough.")


def cannot_look_for(since: datetime, until: datetime, *, asks: bool) -> str | None:
    if not asks:
        return "Please choose who it was, or write the address that it went to."
    if since > until:
        return "The first moment comes before the last one. Please look at both."
    return "Please choose a shorter time: a year at most." if until - since > LONGEST else None


def cannot_decide(breach: Breach, words: str) -> str | None:
    return ENDED if breach.closed_at else _without_words(words, "Please write how, or why not.")


def cannot_describe(breach: Breach, could_come: str) -> str | None:
    return ENDED if breach.closed_at else _too_long(could_come)


def cannot_close_breach(breach: Breach, learnt: str) -> str | None:
    if breach.closed_at:
        return ENDED
    if breach.commissioner_at is None:
        return "Please write first whether the Commissioner is told, and why."
    if breach.people_at is None:
        return "Please write first whether the people are told, and why."
    return _without_words(learnt, "Please write what was learnt.")


def _without_words(words: str, otherwise: str) -> str | None:
    return _too_long(words) if words.strip() else otherwise


def _too_long(words: str) -> str | None:
    return f"This is {len(words):,} letters, and {MOST_LETTERS:,} fit here." if len(words) > MOST_LETTERS else None
