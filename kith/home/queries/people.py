"""The people a worker works with, found by name or by what was talked about."""

from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.conversations.queries import Ahead
from kith.people import queries as people
from kith.people.models import Individual


def people_found(user, words: str) -> list[Ahead]:
    """Everybody by next meeting; with words, whoever has them in their name or in a topic of a meeting. Three looks."""
    everybody = list(people.caseload(user))
    return conversations.ahead(_with(everybody, words) if words else everybody)


def _with(everybody: list[Individual], words: str) -> list[Individual]:
    about = Meeting.objects.filter(individual__in=everybody, topics__icontains=words)
    talked = set(about.values_list("individual_id", flat=True))
    return [each for each in everybody if words.casefold() in each.called.casefold() or each.pk in talked]
