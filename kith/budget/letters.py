"""The letter that tells of a decision, in plain words and in the way the individual likes to be written to.

It is made once, for the page that shows it and for what leaves. Its link leads to the front page: an address that names
money would tell on a locked screen what no words may tell. What they have to read stands on their plan.
"""

from kith.outbox.models import Letter
from kith.outbox.queries import posted_once
from kith.people.queries import worker_of
from kith.people.reaching import Written, written_to

from .models import Decision

KIND = "to individual: what was decided"


def letter_about(decision: Decision) -> Written | None:
    """As it would leave now: by which channel, to where, and every word. None where no letter can reach them."""
    return written_to(decision.individual, words_of(decision))


def sent_about(decision: Decision) -> Letter | None:
    """The letter about it that was sent already. One is sent, ever."""
    return posted_once(cause_of(decision))


def cause_of(decision: Decision) -> str:
    """What the letter is about, as the outbox keeps it."""
    return f"decision {decision.public_id}"


def words_of(decision: Decision) -> str:
    """What was decided, in short sentences; where it is less, that they may ask why and say no."""
    _, own, theirs = decision.amounts
    worker = worker_of(decision.individual)
    often, starts = decision.get_period_display(), decision.starts_on
    told = [
        f"{decision.decided_by} wrote about your Personal Budget.",
        f"From {starts.day} {starts:%B %Y} it is {decision.amounts[0][1]} {often}.",
        f"You pay {own[1]} of it. They pay {theirs[1]}.",
        "The copy before was written down wrongly. You can say if this one is." if decision.is_slip else "",
        "This is less than before. You can ask why, and you can say no." if _is_less(decision) else "",
        f"You can ask {worker.first_name} about it." if worker else "",
    ]
    return " ".join(filter(None, told))


def _is_less(decision: Decision) -> bool:
    return decision.is_lower and not decision.is_slip
