"""The letter that tells of a decision, in plain words and in the way the individual likes to be written to.

It is made once, for the page that shows it and for what leaves.
"""

from django.conf import settings
from django.urls import reverse

from kith.people.queries import worker_of
from kith.people.reaching import Written, can_read_here, written_to

from .models import Decision

KIND = "to individual: what was decided"


def letter_about(decision: Decision) -> Written | None:
    """As it would leave now: by which channel, to where, and every word. None where no letter can reach them."""
    individual = decision.individual
    page = reverse("budget:decision_page", args=[individual.public_id, decision.public_id])
    read_at = f"{settings.PUBLIC_URL.rstrip('/')}{page}" if can_read_here(individual) else ""
    return written_to(individual, words_of(decision), read_at=read_at)


def words_of(decision: Decision) -> str:
    """What was decided, in short sentences; where it is less, that they may ask why and say no."""
    _, own, theirs = decision.amounts
    worker = worker_of(decision.individual)
    often, starts = decision.get_period_display(), decision.starts_on
    told = [
        f"{decision.decided_by} wrote about your Personal Budget.",
        f"From {starts.day} {starts:%B %Y} it is {decision.amounts[0][1]} {often}.",
        f"You pay {own[1]} of it. They pay {theirs[1]}.",
        "This is less than before. You can ask why, and you can say no." if decision.is_lower else "",
        f"You can ask {worker.first_name} about it." if worker else "",
    ]
    return " ".join(filter(None, told))
