"""A copy that was written down wrongly, and is put right: no letter came, and nobody decided anything.

This is no way to pay less. The letter stays the same word for word, and so do its days and what it pays for. An amount
has to stand in the words that were copied then, and is never below what stood before that letter. One letter is put
right once. Two people hold it beside the letter, and the individual has a week to say that it is not so, which holds it
back until they say otherwise. The database holds all of that too (the eighth migration); of the words of the letter it
reads whole pounds alone.
"""

import re
from datetime import datetime, timedelta

from .amounts import read_pounds
from .models import Answer, Decision, Proposal
from .terms import ONCE, SLIP, Terms

DAYS_TO_ANSWER = timedelta(days=7)
AMOUNT = re.compile(r"\d[\d,]*(?:\.\d{1,2})?")
LIKE_A_LOWER_ONE = "Please write down the letter as one about less: that takes two people too."
SAME = ("decided_by", "written_by", "words", "written_on", "told_on", "starts_on", "pays_for", "status", "paid_as")
SAME += ("decided_here", "why", "review_on", "total_from", "own_part_from", "their_part_from")


def put_right(before: Decision, **typed) -> Terms:
    """The same letter with other amounts. `typed` are the amounts in pence, how often, who noticed, what was wrong."""
    return Terms(**{name: getattr(before, name) for name in SAME}, basis=SLIP, **typed)


def cannot_begin(before: Decision) -> str | None:
    """Which copies are not put right at all, and what to do instead."""
    if before.decided_here:
        return f"We decide this ourselves, so what was written down is what we said. {LIKE_A_LOWER_ONE}"
    if before.is_slip:
        return f"This letter was put right once already. {LIKE_A_LOWER_ONE}"
    return None


def cannot_put_right(terms: Terms, before: Decision) -> str | None:
    """Whether it says more than that the copy was wrong."""
    if any(getattr(terms, name) != getattr(before, name) for name in SAME) or terms.period == ONCE != before.period:
        return "Only the amounts of the same letter can be put right."
    if not (terms.noticed_by.strip() and terms.what_was_wrong.strip()):
        return "Please write what was wrong, and who noticed."
    return cannot_begin(before) or _not_in_the_letter(terms, before) or _below_what_was(terms, before)


def _not_in_the_letter(terms: Terms, before: Decision) -> str | None:
    """Each amount stands in the words that were copied, stays as it was, or follows from the two others."""
    there = amounts_in(before.words)
    own_is_right = terms.own_part <= before.own_part or terms.own_part in there
    theirs_is_right = terms.their_part == terms.total - terms.own_part or terms.their_part in there
    if terms.total in there | {before.total} and own_is_right and theirs_is_right:
        return None
    return f"That amount does not stand in the words that were copied. {LIKE_A_LOWER_ONE}"


def _below_what_was(terms: Terms, before: Decision) -> str | None:
    sums = ("total_a_year", "their_part_a_year", "left_a_year")
    if before.previous_id is None or all(getattr(terms, each) >= getattr(before, f"was_{each}") for each in sums):
        return None
    return f"That is less than before that letter came. {LIKE_A_LOWER_ONE}"


def amounts_in(words: str) -> set[int]:
    """Every amount that stands in these words, in pence."""
    found = (read_pounds(each.rstrip(",")) for each in AMOUNT.findall(words))
    return {pence for pence in found if pence is not None}


def said_last(proposal: Proposal) -> Answer | None:
    """What the individual said last: that it is so, or that it is not; None while they said neither."""
    said = proposal.answers.filter(kind__in=[Answer.Kind.SO, Answer.Kind.NOT_SO])
    return said.select_related("recorded_by").order_by("-pk").first()


def waits_for_them(proposal: Proposal, now: datetime) -> str | None:
    """Nobody confirms it while the individual says that it is not so, nor before they had a week to say."""
    called, until = proposal.individual.called, proposal.proposed_at + DAYS_TO_ANSWER
    last = said_last(proposal)
    said = last.kind if last else ""
    if said == Answer.Kind.NOT_SO:
        return f"{called} says that it is not so. Please look at the letter together, or take this back."
    if said == Answer.Kind.SO or now >= until:
        return None
    return f"{called} has until {until.day} {until:%B} to say whether it is so."
