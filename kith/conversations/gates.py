"""Asked at the last moment before words about a meeting leave: is it still then?"""

from kith.outbox import gates
from kith.people import gates as people

from .models import VisitMessage
from .queries.before import still_says_when


def before_a_meeting(letter) -> gates.Answer:
    """It stays here once the meeting moved or is off; then the individual's own gate answers."""
    message = VisitMessage.objects.filter(letter=letter.public_id).select_related("meeting").first()
    if message is None or not still_says_when(message):
        return gates.HoldBack("The meeting was moved or called off before this left.")
    return people.to_individual(letter)
