"""Nothing finds a name that somebody wrote down of another: no search, no list, no feed, whoever asks."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access.actor import Actor
from kith.directory.publishing.addresses import ADDRESSES
from kith.people import actions as people
from kith.people.models import User

from .conftest import add

NAME = "Zephyrine"
ASKED = {"q": NAME, "words": NAME, "said": NAME}


@pytest.fixture
def staff(cast) -> dict[str, User]:
    """Somebody in every role that a member of staff may have."""
    office = Actor.command_line()
    offices = {"rights lead": {"is_rights_lead": True}, "administrator": {"is_administrator": True}}
    found = {"worker": cast.worker, "manager": cast.manager, "stranger": cast.stranger}
    for role, given in offices.items():
        found[role] = people.add_account(email=f"{role[:4]}@calderford.example", name="Noor Field", by=office, **given)
    found["team"] = people.add_account(email="team@calderford.example", name="Ines Stone", by=office)
    people.join_team(user=found["team"], team=cast.team, by=office)
    keeper = people.name_keeper(team=cast.team, name="Col Marsh", email="col@calderford.example", by=_manager(cast))
    return found | {"keeper": keeper.user}


def _manager(cast) -> Actor:
    from kith.access import clock
    from kith.people.actors import actor_for

    return actor_for(cast.manager, clock.now())


def searches() -> list[str]:
    """Where something can be looked for, and what is given out to everybody."""
    feeds = [reverse(f"open:{each.name}") for each in ADDRESSES if "<" not in each.path]
    return ["/", reverse("home:people"), reverse("ideas:community"), reverse("ideas:open_table"), *feeds]


@pytest.mark.shows("Q-26")
def test_no_search_list_or_feed_reads_a_mapped_name_in_any_role(cast, staff):
    add(cast, NAME)
    for role, user in staff.items():
        client = Client()
        client.force_login(user)
        with CaptureQueriesContext(connection) as captured:
            answers = [client.get(place, ASKED) for place in searches()]
        assert any(answer.status_code == 200 for answer in answers), role
        assert [query["sql"] for query in captured if '"network_map_' in query["sql"]] == [], role


@pytest.mark.shows("Q-26")
def test_whoever_is_written_down_is_not_told_and_no_letter_waits(cast):
    from kith.outbox.models import Letter

    before = Letter.objects.count()
    add(cast, cast.stranger.first_name, NAME)
    assert Letter.objects.count() == before
