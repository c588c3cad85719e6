"""What somebody outside may see stands on one page, and ends there without a word to anybody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kith.access import clock
from kith.access.permissions import NEEDS
from kith.access.permit import all_that_may
from kith.outbox.models import Letter
from kith.people import actions
from kith.people.within import rows_about_them
from tests.letting_in import let_see

from .conftest import NAMES

BESIDE_GOALS = (
    "goals:goals_page",
    "home:plan",
    "people:shares",
    "people:who",
    "people:reach",
    "home:person",
    "home:looked",
    "messaging:messages_page",
    "network_map:map_page",
    "conversations:meetings_page",
    "budget:budget_page",
)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def share(cast):
    return let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))


def looks(cast, share) -> int:
    """What Tom is answered."""
    client = Client()
    client.force_login(cast.tom)
    return client.get(reverse("home:let_see", args=[share.public_id])).status_code


def asks(user, name: str, individual):
    client = Client()
    client.force_login(user)
    return client.get(reverse(name, args=[individual.public_id]))


def stands_there(cast) -> bool:
    page = asks(cast.greg, "people:shares", cast.record).content.decode()
    return "Tom" in page and "To cheer me on" in page


@pytest.mark.shows("Q-09")
def test_each_stands_on_one_page_with_its_purpose_and_its_end(cast, share):
    page, ends = asks(cast.greg, "people:shares", cast.record).content.decode(), timezone.localtime(share.ends_at)
    for words in ("Tom", "To cheer me on", "A friend", f"until {ends.day} {ends:%B %Y}"):
        assert words in page, words
    with clock.at(share.ends_at + timedelta(minutes=1)):
        assert not stands_there(cast)
        assert looks(cast, share) == 404


@pytest.mark.shows("Q-09", "Q-12", "Q-48")
def test_one_press_stops_it_and_nobody_is_written_to(cast, share):
    assert looks(cast, share) == 200
    own = Client()
    own.force_login(cast.greg)
    own.post(reverse("people:stop_share", args=[cast.record.public_id, share.public_id]))
    assert not stands_there(cast)
    assert looks(cast, share) == 404
    actions.end(relation=cast.support, by=cast.acts("greg"))
    assert set(Letter.objects.values_list("kind", flat=True)) == {"to supporter: invitation"}


@pytest.mark.shows("Q-12")
def test_whoever_is_let_in_to_goals_sees_nobody_else_and_nothing_beside_them(cast, share):
    answers = {name: asks(cast.tom, name, cast.record).status_code for name in BESIDE_GOALS}
    assert answers == dict.fromkeys(BESIDE_GOALS, 404)


def test_everybody_who_can_read_anything_of_theirs_is_named_on_it(cast, share):
    page = asks(cast.greg, "people:shares", cast.record).content.decode()
    about = {each for each, need in NEEDS.items() if need.code == "R" and need.row in rows_about_them()}
    can_read = {name for name in NAMES if about & all_that_may(cast.acts(name), cast.record)} - {"greg"}
    assert can_read == {"vish", "priya", "morgan", "ines"}
    named = {name for name in NAMES if getattr(cast, name).name in page}
    assert can_read <= named and not {"deb", "maya", "alex"} & named
    assert "Goals and steps" in page and "what worries you" in page  # what the manager reads at any time
