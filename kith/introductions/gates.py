"""Asked at the last moment: is there still a visit to ask about, and does the yes to a letter still hold?"""

from kith.outbox import gates
from kith.people import gates as people

from . import queries
from .models import Introduction


def to_place(letter) -> gates.Answer:
    """It leaves only while the individual's yes holds, and to the place's own public address alone."""
    found = _introduction(letter)
    if found is None or found.individual.closed_at or not queries.is_open_to_host(found):
        return gates.HoldBack("The yes to these words has come to an end, so nothing is sent.")
    if not found.activity.email:
        return gates.HoldBack("There is no email address for this place any more.")
    return gates.Go(to=found.activity.email)


def _introduction(letter) -> Introduction | None:
    public_id = letter.cause.removeprefix("introduction ")
    return Introduction.objects.select_related("individual", "activity", "share").filter(public_id=public_id).first()


def gate(letter) -> gates.Answer:
    """It stays here once the visit was told of or the introduction ended; then the individual's own gate answers."""
    found = _introduction(letter)
    if found is None or not queries.is_unanswered(found):
        return gates.HoldBack("There was nothing left to ask.")
    return people.to_individual(letter)
