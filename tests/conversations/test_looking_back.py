"""A worker looks back with eleven sentences for themself alone; a team switches them on, and is told totals."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.models import LookBack, Picture
from kith.conversations.queries.looking_back import told_of_sentences
from kith.people import actions as people
from kith.people.actors import actor_for

from .conftest import TUESDAY

OFFICE, SYSTEM = Actor.command_line(), Actor.system()
OWN, PAGE, SUMMER = "/how-i-work/", "/how-i-work/sentences/", date(2026, 7, 1)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def colleague(cast):
    user = people.add_account(email="idris@calderford.example", name="Idris Vale", by=OFFICE)
    people.join_team(user=user, team=cast.team, by=OFFICE)
    return user


def team_page(cast) -> str:
    return f"/teams/{cast.team.public_id}/how-we-work/"


def switch(client, cast, user, how: str) -> int:
    client.force_login(user)
    return client.post(f"{team_page(cast)}sentences/", {"switch": how}).status_code


def test_they_are_off_until_a_manager_switches_them_on(client, cast, colleague):
    client.force_login(colleague)
    assert PAGE not in client.get(OWN).content.decode()
    assert client.get(PAGE)["Location"] == OWN
    assert [switch(client, cast, user, "on") for user in (colleague, cast.user, cast.manager)] == [404, 404, 302]
    client.force_login(colleague)
    assert PAGE in client.get(OWN).content.decode()
    assert "I see what somebody can do" in client.get(PAGE).content.decode()
    switch(client, cast, cast.manager, "off")
    client.force_login(colleague)
    assert client.post(PAGE, {"equal": "7"})["Location"] == OWN
    assert not LookBack.objects.exists()


def test_what_a_worker_gives_is_for_their_eyes_alone(client, cast, colleague):
    switch(client, cast, cast.manager, "on")
    client.force_login(colleague)
    assert client.post(PAGE, {"equal": "12"}).status_code == 422
    client.post(PAGE, {"equal": "7", "equal-example": "We wrote it together."})
    client.post(PAGE, {"equal": "8", "equal-example": "We wrote it together."})  # changed their mind
    assert LookBack.objects.get(sentence="equal").number == 8
    assert LookBack.objects.filter(number__isnull=True).count() == 10
    assert "We wrote it together." in client.get(PAGE).content.decode()
    people.join_team(user=cast.stranger, team=cast.team, by=OFFICE)
    for user in (cast.stranger, cast.manager, cast.user):
        client.force_login(user)
        pages = [client.get(place, {"user": colleague.public_id}) for place in (PAGE, OWN, team_page(cast))]
        assert not any("We wrote it" in each.content.decode() for each in pages)
    assert not any("equal" in str(vars(line)) for line in TrailEntry.objects.filter(what="looked back"))


def test_only_what_is_asked_is_kept_and_only_of_whoever_is_offered_it(cast, colleague):
    acting = actor_for(colleague, clock.now())
    with pytest.raises(Refused, match="has not switched"):
        actions.look_back(given={"equal": (7, "")}, by=acting)
    actions.switch_sentences(team=cast.team, is_on=True, by=OFFICE)
    for given, why in (({"rank": (7, "")}, "not one of"), ({"equal": (10, "")}, "from 1 to 9")):
        with pytest.raises(Refused, match=why):
            actions.look_back(given=given, by=acting)
    with pytest.raises(NotPermitted):
        actions.look_back(given={"equal": (7, "")}, by=cast.as_individual)


def give(cast, numbers: list[int]) -> None:
    """So many more workers of the team, each with a number for one sentence in the summer."""
    for number in numbers:
        user = people.add_account(email=f"w{LookBack.objects.count()}@calderford.example", name="W", by=OFFICE)
        people.join_team(user=user, team=cast.team, by=OFFICE)
        said = {"begins_on": SUMMER, "sentence": "equal", "number": number, "said_at": clock.now()}
        LookBack.objects.create(user=user, **said)


def test_a_team_is_told_totals_and_nothing_of_fewer_than_ten_left(client, cast):
    give(cast, [8] * 12 + [2] * 9)
    assert told_of_sentences(cast.team, SUMMER) == {}  # off
    actions.switch_sentences(team=cast.team, is_on=True, by=OFFICE)
    told = told_of_sentences(cast.team, SUMMER)
    assert told["sentence equal"] == "All of about 20, or all but fewer than 10"
    assert told["sentence goals"] == "Too few to tell"
    give(cast, [3, 4])
    with clock.at(TUESDAY + timedelta(days=90)):
        picture = actions.make_picture(team=cast.team, by=SYSTEM)
        assert picture.told["sentence equal"] == "about 10 of about 25"
        client.force_login(cast.manager)
        page = client.get(team_page(cast)).content.decode()
    assert "about 10 of about 25" in page and "We decide together" in page
    assert page.count("<dt>") == 1  # of the other ten there is nothing to tell
    give(cast, [9])  # whoever comes later changes nothing
    assert Picture.objects.get(team=cast.team).told == picture.told
