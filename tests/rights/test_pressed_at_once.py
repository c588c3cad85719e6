"""What is pressed many times at the very same moment, where the database lets many write: kept once."""

import pytest
from django.db import connection

from kith.access.actor import Actor
from kith.rights import actions
from kith.rights.models import Complaint, Copy, Request
from kith.safety import actions as safety
from kith.safety.models import Breach
from tests.introductions.test_many_at_once import all_at_once

from .conftest import TUESDAY, gather_with_leads

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a database with many writers"),
]


def test_a_complaint_and_information_astray():
    rights = gather_with_leads()
    went = {"kind": "sent", "happened": "It went next door.", "noticed_at": TUESDAY.replace(year=2025)}
    all_at_once(lambda _: actions.complain(words="No.", by=Actor.nobody()))
    all_at_once(lambda _: actions.complain(words="No.", by=rights.cast.as_individual, individual=rights.individual))
    assert [each.individual for each in Complaint.objects.order_by("pk")] == [None, rights.individual]
    all_at_once(lambda _: safety.say_went_wrong(by=rights.cast.as_worker, individual=rights.individual, **went))
    assert Breach.objects.count() == 1


def test_a_copy_asked_for_once_more_and_anew():
    rights = gather_with_leads()
    about = {"individual": rights.individual, "kind": "copy", "by": rights.cast.as_individual}
    wanted = actions.ask(**about)
    ended = {"made_by": rights.ines, "made_at": TUESDAY, "ends_at": TUESDAY, "removed_at": TUESDAY}
    copy = wanted.copies.create(**ended)
    Request.objects.update(outcome="done", ended_at=TUESDAY)
    ways = (lambda: actions.ask_once_more(copy=Copy.objects.get(), by=about["by"]), lambda: actions.ask(**about))
    all_at_once(lambda turn: ways[turn % 2]())
    copy.refresh_from_db()
    assert copy.asked_again_at and Request.objects.filter(ended_at=None).count() == 1
