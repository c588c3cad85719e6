"""Asked at the last moment before the question about a visit leaves: is there still something to ask?"""

from kith.outbox import gates
from kith.people import gates as people

from . import queries
from .models import Introduction


def gate(letter) -> gates.Answer:
    """It stays here once the visit was told of or the introduction ended; then the individual's own gate answers."""
    public_id = letter.cause.removeprefix("introduction ")
    found = Introduction.objects.filter(public_id=public_id).first()
    if found is None or not queries.is_unanswered(found):
        return gates.HoldBack("There was nothing left to ask.")
    return people.to_individual(letter)
