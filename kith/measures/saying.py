"""The row of numbers, and the words and choices beside it, for whoever stands before it."""

from django.http import HttpRequest

from kith.people.models import Individual
from kith.people.queries import worker_of
from kith.people.writer import is_the_individual

from .forms import SayForm

NUMBERS = range(11)


def worker_name(individual: Individual) -> str:
    """By which the individual knows who reads along; "" where nobody works with them."""
    worker = worker_of(individual)
    return worker.first_name if worker else ""


def say_form(
    request: HttpRequest, individual: Individual, data=None, *, names_worker: bool = True, auto_id: str = "say_%s"
) -> SayForm:
    """The individual says who sees it; others say how they were told. Without `names_worker` it takes no look.
    `auto_id`: where two stand on one page."""
    is_own = is_the_individual(request.actor, individual)
    worker = worker_name(individual) if is_own and names_worker else ""
    return SayForm(data, is_own=is_own, worker=worker, called=individual.called, auto_id=auto_id)
