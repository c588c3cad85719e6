"""What the clock looks for every few minutes is found by an index, however many introductions there are."""

import pytest
from django.db import connection

from kith.access.sweeping import A_FEW
from kith.introductions import still_going, still_on

from .conftest import TODAY


@pytest.mark.parametrize(
    ("looked_for", "index"),
    [
        (still_on.to_ring_about, "introduction_day_called_off"),
        (still_going.to_be_asked, "introduction_to_ask_again"),
    ],
)
def test_what_is_due_is_found_by_an_index(cast, looked_for, index):
    if connection.vendor == "postgresql":  # with a few rows it would read them all, or what hangs from a few people
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    a_few = looked_for(TODAY).filter(pk__gt=0).order_by("pk")[:A_FEW]  # as they are gone through
    assert index in a_few.explain()
