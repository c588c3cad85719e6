"""A closed notebook sends nothing: whatever waited when it closed stays here, of every kind there is."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.outbox import gates
from kith.outbox.actions import post
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people.models import Individual

WAYS = (("email", "cai@calderford.example"), ("text", "07700 900412"), ("print", ""))


def waiting_letters(individual: Individual) -> int:
    """One of each kind that has a gate, and one that nobody knows yet, by each way."""
    kinds = [f"{kind} something new" if kind.endswith(":") else kind for kind in gates._gates]
    for kind in kinds:
        for channel, to in WAYS:
            kept = {"individual_ref": individual.public_id, "cause": "introduction none"}
            post(kind=kind, channel=channel, to=to, body="Hello.", now=clock.now(), **kept)
    return len(kinds) * len(WAYS)


@pytest.mark.django_db
@pytest.mark.fault("F-32")
def test_all_that_waited_is_held_when_it_closes(team, settings):
    settings.KITH_DEMO = True  # every way is a way out
    count = waiting_letters(team.cai)
    assert count >= 12
    team.cai.closed_at = clock.now()
    team.cai.save()
    told = deliver_due(now=clock.now() + timedelta(minutes=1))
    assert (told["sent"], told["held"]) == (0, count)
    assert not Letter.objects.filter(state="held", last_problem="").exists()


@pytest.mark.django_db
def test_while_it_is_open_a_letter_leaves(team, settings):
    settings.KITH_DEMO = True
    kept = {"individual_ref": team.cai.public_id, "now": clock.now()}
    post(kind="to individual: new worker", channel="email", to="cai@calderford.example", body="Hello.", **kept)
    assert deliver_due(now=clock.now() + timedelta(minutes=1))["sent"] == 1
