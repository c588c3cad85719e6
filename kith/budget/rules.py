"""When something about a Personal Budget cannot be written down, and why."""

from datetime import date, timedelta

from kith.access import clock
from kith.access.actor import Actor
from kith.people.models import Individual

from . import plain
from .amounts import MOST
from .days import EACH, STILL_TO_COME, later, wrong_day
from .models import Answer, Assurance, Decision, Proposal, Spending, SupportChange
from .slips import cannot_put_right, waits_for_them
from .terms import LETTER, REQUEST, SLIP, TIMES_A_YEAR, Terms

WORDS_LIMIT, THEN_LIMIT, NAME_LIMIT, MOST_NOTICE = 10_000, 500, 200, 365
NAMES = ("decided_by", "written_by", "total_from", "own_part_from", "their_part_from", "noticed_by")
YES_OR_NO = (Answer.Kind.SO, Answer.Kind.NOT_SO)
A_NO = (Answer.Kind.OBJECTION, Answer.Kind.NOT_SO)
TWO_PEOPLE = "A lower amount needs two people. Please ask somebody else to confirm it."
TWO_FOR_A_SLIP = "A copy is put right by two people. Please ask somebody else to look at the letter too."
TWO_FOR_WHO_DECIDES = "That somebody else decides needs two people. Please ask somebody else to confirm it."
WAITS_ALREADY = "Something is waiting already. Please confirm it or take it back first."
MOVED_ON = "Something newer was written down meanwhile. Please look at that first."
NOT_IN_ONE = "A lower amount cannot be written down in one go. One person writes it, and somebody else confirms it."
NOT_ALONE = "That somebody else decides takes two people. One person writes it, and somebody else confirms it."


def cannot_write(terms: Terms) -> str | None:
    """Whether it is no whole copy of what somebody decided."""
    amounts = (terms.total, terms.own_part, terms.their_part)
    if terms.period not in TIMES_A_YEAR or any(not 0 <= pence <= MOST for pence in amounts):
        return "Please look at the amounts again."
    if not all(each.strip() for each in (terms.decided_by, terms.written_by, terms.words, terms.pays_for)):
        return "Please write who decides, who wrote it, what they wrote and what it pays for."
    if max(len(value) for value in terms.kept().values() if isinstance(value, str)) > WORDS_LIMIT:
        return "That is more than fits. Please write the parts that say the amount and why."
    if any(len(getattr(terms, name)) > NAME_LIMIT for name in NAMES):
        return "Please write names in fewer words."
    if terms.told_on < terms.written_on:
        return "They cannot have told us before they wrote it."
    wrong = [wrong_day(name, getattr(terms, name), clock.today()) for name in EACH]
    return next(filter(None, wrong), None)


def cannot_record(terms: Terms, before: Decision | None, holds: Decision | None) -> str | None:
    """One person alone writes down anything that is not less than before."""
    if reason := cannot_write(terms):
        return reason
    if terms.needs_two_people(before):
        return NOT_IN_ONE if terms.is_lower_than(before) else NOT_ALONE
    return _comes_too_early(terms, before, holds)


def _comes_too_early(terms: Terms, before: Decision | None, holds: Decision | None) -> str | None:
    """A lower amount that is still to come is not brought forward by writing down a little more than that."""
    if before is None or terms.starts_on >= before.starts_on or not terms.is_lower_than(holds):
        return None
    return f"That is less than now, and less starts on {before.starts_on.day} {before.starts_on:%B %Y}, not sooner."


def cannot_propose(terms: Terms, before: Decision | None, notice_days: int) -> str | None:
    """What a lower amount waits for."""
    if reason := cannot_write(terms):
        return reason
    if before is None or not terms.needs_two_people(before):
        return "This is not lower than before. It can be written down as it is."
    if terms.decided_here != before.decided_here and terms.is_lower_than(before):
        return "Who decides cannot change in the same entry as a lower amount."
    if terms.basis == SLIP:
        return cannot_put_right(terms, before)
    return _lacks_a_reason(terms) or (_lacks_of_our_own(terms, notice_days) if terms.decided_here else None)


def _lacks_a_reason(terms: Terms) -> str | None:
    if terms.basis == LETTER:
        return None
    if terms.basis != REQUEST:
        return "A lower amount needs the letter of whoever decides, or the person’s own request in writing."
    has_request = terms.request_words.strip() and terms.request_on
    return None if has_request else "Please copy what they asked for, with the day they wrote it."


def _lacks_of_our_own(terms: Terms, notice_days: int) -> str | None:
    """Where the organisation decides, everything that the person is owed stands there first."""
    texts = (terms.need_changed, terms.how_met, terms.who_involved, terms.how_to_challenge)
    if not all(each.strip() for each in texts) or terms.advocate_offered is None:
        return "As we decide this ourselves, every one of these has to be answered first."
    if not terms.looked_again_on or not terms.notice_on:
        return "Please give the day needs were looked at again, and the day notice was given."
    return starts_too_soon(terms.starts_on, terms.notice_on, notice_days)


def starts_too_soon(starts_on: date, notice_on: date, notice_days: int) -> str | None:
    earliest = later(notice_on, timedelta(days=notice_days))
    if starts_on >= earliest:
        return None
    return f"Notice here is {notice_days} days, so it starts on {earliest.day} {earliest:%B %Y} at the earliest."


def cannot_confirm(proposal: Proposal, by: Actor, notice_days: int) -> str | None:
    if proposal.proposed_by_id == by.user_id:
        return TWO_FOR_A_SLIP if proposal.is_slip else TWO_PEOPLE if proposal.is_lower else TWO_FOR_WHO_DECIDES
    over = cannot_take_back(proposal) or _notice_became_longer(proposal, notice_days)
    return over or (waits_for_them(proposal, clock.now()) if proposal.is_slip else None)


def _notice_became_longer(proposal: Proposal, notice_days: int) -> str | None:
    """The organisation set more days of notice while it waited."""
    if not proposal.decided_here or proposal.notice_days is None or proposal.notice_days >= notice_days:
        return None
    return f"Notice here is {notice_days} days now. Please take this back, and write it down again with a later day."


def cannot_take_back(proposal: Proposal) -> str | None:
    if hasattr(proposal, "withdrawal"):
        return "This was taken back already."
    return MOVED_ON if Decision.objects.filter(previous=proposal.previous_id).exists() else None


def cannot_promise(words: str, said_by: str, said_on: date, today: date) -> str | None:
    if not words.strip() or not said_by.strip():
        return "Please write what was said, and who said it."
    if len(words) > WORDS_LIMIT or len(said_by) > NAME_LIMIT:
        return "That is more than fits. Please write the words that matter."
    return wrong_day("told_on", said_on, today)


def cannot_have_been(day: date, today: date) -> str | None:
    return STILL_TO_COME if day > today else None


def cannot_have_been_held(day: date, today: date) -> str | None:
    return wrong_day("told_on", day, today)


def cannot_tell_how_much(used: str, since_words: str, in_the_way: str) -> str | None:
    if used not in Spending.Used.values:
        return "Please say about how much was used."
    is_long = len(since_words) > NAME_LIMIT or len(in_the_way) > WORDS_LIMIT
    return "That is more than fits. Please write it in fewer words." if is_long else None


def cannot_note_support(kind: str, who: str, then_words: str, day: date, today: date) -> str | None:
    if kind not in SupportChange.Kind.values or not who.strip():
        return "Please write who or what it was, and whether it began or ended."
    if len(who) > NAME_LIMIT or len(then_words) > THEN_LIMIT:
        return "That is more than fits. Please write it in fewer words."
    return cannot_have_been(day, today)


def cannot_keep_answer(question: str, words: str, owner: str) -> str | None:
    if question not in plain.QUESTIONS or not words.strip() or not owner.strip():
        return "Please write the answer, and whose it is."
    is_long = len(words) > WORDS_LIMIT or len(owner) > NAME_LIMIT
    return "That is more than fits. Please write it in fewer words." if is_long else None


def cannot_set_house(name: str, notice_days: int, advocate: str, advocate_reached: str) -> str | None:
    texts = (name, advocate, advocate_reached)
    if not all(each.strip() for each in texts) or any(len(each) > NAME_LIMIT for each in texts):
        return "Please write each of these in a few words."
    return None if MOST_NOTICE >= notice_days >= 1 else "Notice is between one day and a year."


def cannot_end(assurance: Assurance) -> str | None:
    return "This has been answered already." if assurance.answers.exists() else None


def cannot_answer_now(about: Decision | Proposal, kind: str) -> str | None:
    """What was taken back stands for nothing that could be answered; yes or no is said to a copy that is put right, and
    before it is."""
    if kind in YES_OR_NO:
        if isinstance(about, Proposal) and about.is_slip:
            return cannot_take_back(about)
        return "Nobody asks that here."
    return "This was taken back. There is nothing to answer." if hasattr(about, "withdrawal") else None


def cannot_answer(kind: str, words: str, *, is_own: bool, called: str) -> str | None:
    """What the individual says to a decision is written by them alone."""
    if not is_own:
        return f"Only {called} can write this."
    if kind not in Answer.Kind.values or (kind not in YES_OR_NO and not words.strip()):
        return "Please write a few words first."
    return _too_long(words)


def cannot_be_told(kind: str, words: str, individual: Individual) -> str | None:
    """Who has an account says it themselves. For who has none a no is written down, with their words; never a yes,
    which would end the days they have to say no."""
    if individual.user_id is not None:
        return f"{individual.called} can say this here. Please look at the letter together."
    if kind not in A_NO:
        return f"Only {individual.called} can say that."
    return _too_long(words) if words.strip() else "Please write a few words first."


def _too_long(words: str) -> str | None:
    return "That is more than fits. Please write it in two." if len(words) > WORDS_LIMIT else None
