"""Asked at the last moment before the question about a visit leaves: is there still something to ask?"""

from kith.outbox import gates

from . import queries
from .models import Introduction


def gate(letter) -> gates.Answer:
    """It stays here once the visit was told of, the introduction ended, or the notebook was closed."""
    public_id = letter.cause.removeprefix("introduction ")
    found = Introduction.objects.filter(public_id=public_id).select_related("individual__user").first()
    if found is None or found.individual.closed_at or not queries.is_unanswered(found):
        return gates.HoldBack("There was nothing left to ask.")
    channel, to = queries.reached_at(found.individual)
    if channel != letter.channel or not to:
        return gates.HoldBack("They are reached in another way now.")
    return gates.Go(to=to)
