"""What is pressed many times at the very same moment, where the database lets many write: kept once."""

import pytest
from django.db import connection

from kith.conversations import actions
from kith.conversations.models import Reflection
from kith.conversations.when import on_day
from tests.goals.cast import gather
from tests.introductions.test_many_at_once import all_at_once

from .conftest import TUESDAY

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs a database with many writers"),
]


def test_of_one_writer_there_is_one_reflection():
    cast = gather()
    meeting = actions.plan_next(individual=cast.individual, when=on_day(TUESDAY.date()), by=cast.as_worker)
    written = all_at_once(lambda turn: actions.write_reflection(meeting=meeting, words=f"{turn}.", by=cast.as_worker))
    kept = Reflection.objects.get()
    assert {each.pk for each in written} == {kept.pk} and kept.words in {each.words for each in written}
