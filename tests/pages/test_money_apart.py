"""No page asks the database for money and for how somebody is in one question."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.pages.addresses import of_individual

OF_A_LIFE = ("about_me", "goals", "measures", "ideas", "introductions", "conversations", "messaging", "network_map")
TABLES_OF_A_LIFE = re.compile(rf'"({"|".join(OF_A_LIFE)})_\w+"')


@pytest.mark.shows("Q-37")
def test_no_page_or_feed_asks_for_both_in_one_query(world):
    greg = world.individual("greg")
    places = [*of_individual(greg).values(), reverse("home:brief", args=[greg.public_id]), "/"]
    asked = []
    for who in ("greg", "vish", "morgan"):
        client = world.client(who)
        with CaptureQueriesContext(connection) as captured:
            for place in places:
                client.get(place)
        asked += [query["sql"] for query in captured.captured_queries]
    of_money = [sql for sql in asked if '"budget_' in sql]
    assert of_money
    assert [sql for sql in of_money if TABLES_OF_A_LIFE.search(sql)] == []
