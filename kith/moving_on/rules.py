"""When something about moving on cannot be done, and why. A closing conversation is never a condition of anything."""

from datetime import date

from kith.access.actor import Actor
from kith.people.models import Individual, Relation, User
from kith.people.writer import is_the_individual

from .models import AboutTalk, LooseEnd, PageWish, Part, Talk
from .models.talk import WORDS_LIMIT

MOST_MONTHS = 120
NO_LIMIT = 1_000
ASK_AFTER = (1, 3, 6, 12)
CHANGED = "These words were changed since you opened this page. Both stand here. Save once more to keep yours."
CHANGED_SINCE = "Something was written since you opened this page. Please look at it, then press once more."


def cannot_begin(partnership: Relation | None) -> str | None:
    return None if partnership else "Nobody works together here just now."


def cannot_write(talk: Talk, kind: str, words: str, by: Actor) -> str | None:
    """A last word is the word of whoever says it. Without an account of theirs, a worker writes as told."""
    if kind not in Part.Kind.values:
        return "Please choose one of these parts."
    if len(words) > WORDS_LIMIT:
        return f"This is {len(words):,} letters, and {WORDS_LIMIT:,} fit here."
    is_own = is_the_individual(by, talk.individual)
    if kind == Part.Kind.OUR_WORD and is_own:
        return "This last word is for your worker to write."
    if kind == Part.Kind.THEIR_WORD and not is_own and talk.individual.user_id:
        return f"This last word is for {talk.individual.called} to write."
    return None


def cannot_write_over(latest: Part | None, seen: str) -> str | None:
    """`seen` is the version that stood on the page."""
    return CHANGED if latest and seen != latest.version else None


def cannot_answer(answer: str, words: str, has_words: bool) -> str | None:
    if not has_words:
        return "There is nothing to answer here yet."
    if answer not in AboutTalk.Answer.values:
        return "Please press one of the buttons."
    if answer == AboutTalk.Answer.DIFFERS and not words.strip():
        return "Write how you see it. One line is enough."
    return "Please use fewer words here." if len(words) > WORDS_LIMIT else None


def cannot_answer_unseen(seen: str, newest: str) -> str | None:
    """`seen`: as `newest_of_others` was on the page; "" where no page was."""
    return CHANGED_SINCE if seen and seen != newest else None


def cannot_be_asked_in(months: int) -> str | None:
    return None if months == 0 or months in ASK_AFTER else "Please choose one of these."


def cannot_be_ready(has_words: bool) -> str | None:
    return None if has_words else "There is nothing written to read yet."


def cannot_settle(talk: Talk) -> str | None:
    return "You have stopped working together already." if talk.ended_at else None


def cannot_become(becomes: str, to_whom: str) -> str | None:
    if becomes not in LooseEnd.Becomes.values:
        return "Please choose what becomes of it."
    if becomes == LooseEnd.Becomes.SOMEBODY and not to_whom.strip():
        return "Please write who takes it on."
    return "Please use fewer words here." if len(to_whom) > 120 else None


def cannot_stop(partnership: Relation | None, may_call_off: bool, is_planned: bool) -> str | None:
    if partnership is None:
        return "Nobody works together here any more."
    if is_planned and not may_call_off:
        return f"A meeting is planned still. {partnership.user.first_name} can call it off first."
    return None


def cannot_keep_for(months: int | None) -> str | None:
    if months is not None and not 1 <= months <= MOST_MONTHS:
        return f"Please write a number of months up to {MOST_MONTHS}, or choose as long as they like."
    return None


def cannot_wish(individual: Individual, kind: str) -> str | None:
    if individual.moved_on_at is None:
        return "Somebody works with you now. You can ask them."
    if kind == PageWish.Kind.LONGER and individual.page_ends_on is None:
        return "Your page stays for as long as you like already."
    return None


def cannot_say_no(wish: PageWish, not_here: str, who_helps: str) -> str | None:
    """Nobody is sent away without a reason, and without somebody who can help."""
    if wish.settled_at:
        return "This was answered already."
    if wish.kind != PageWish.Kind.BACK:
        return "This is no wish to come back."
    if not not_here.strip():
        return f"Please write why it cannot be here. {wish.individual.called} reads it."
    if not who_helps.strip():
        return "Please write who can help, and how to reach them."
    return "Please use fewer words here." if max(len(not_here), len(who_helps)) > NO_LIMIT else None


def cannot_give_longer(individual: Individual) -> str | None:
    if individual.moved_on_at is None:
        return f"Somebody works with {individual.called} now, so the page stays."
    return "This page stays for as long as they like already." if individual.page_ends_on is None else None


def cannot_come_back(individual: Individual, worker: User, is_in_team: bool) -> str | None:
    if individual.moved_on_at is None:
        return f"{individual.called} has not moved on, or is back already."
    if not is_in_team:
        return f"{worker.first_name} does not work in this team."
    return "Nobody can be their own worker." if individual.user_id == worker.pk else None


def has_ended(individual: Individual, today: date) -> bool:
    """Whether the last day of their page has passed."""
    return individual.page_ends_on is not None and individual.page_ends_on < today
