"""What a meeting is for: theirs to read in full; behind a link, in no words that tell of a service."""

import pytest
from django.test import Client

from kith.conversations import actions, queries
from tests.conversations.pages import address, signed_in
from tests.conversations.test_pages import one_factor  # noqa: F401 - a fixture for all
from tests.conversations.test_visit import link, path  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    ("why", "is_told"),
    [("To plan the first run.", True), ("The yearly review.", False), ("Your council worker comes along.", False)],
)
def test_behind_a_link_it_tells_of_no_service(cast, link, why, is_told):  # noqa: F811
    meeting = queries.next_meeting(cast.individual)
    actions.say_how_long_and_why(meeting=meeting, minutes=60, why=why, by=cast.as_worker)
    assert (why in Client().get(path(link)).content.decode()) is is_told
    assert why in signed_in(cast.user).get(address(cast, "before_page")).content.decode()
