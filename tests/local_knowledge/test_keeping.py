"""Whoever keeps the table: a short list, two taps each, and nobody's record."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.directory import actions as directory
from kith.directory import ages
from kith.directory.models import Activity, Asked, Contact, Doubt, Website
from kith.local_knowledge import actions
from kith.local_knowledge.keeping.keeper import to_look_at
from kith.local_knowledge.models import AskedAround, FromPlace
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import away, queries
from kith.people.actors import actor_for
from kith.people.models import Team

KEEPING = "/community/keeping/"


@pytest.fixture
def keeper(cast):
    named = people.name_keeper(
        team=cast.team, name="Bethan Rees", email="bethan@calderford.example", by=cast.acting("mair")
    )
    return named.user


def browse(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def words(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_manager_names_a_keeper_who_sees_leaflets_alone(cast, keeper):
    assert actor_for(keeper, clock.now()).roles == {Role.KEEPER}
    assert Letter.objects.filter(to="bethan@calderford.example").count() == 1
    client = browse(keeper)
    assert client.get("/")["Location"] == KEEPING
    assert client.get(KEEPING).status_code == 200
    for path in ("/people/", f"/people/{cast.individual.public_id}/", f"/teams/{cast.team.public_id}/"):
        assert "Olwen" not in words(client.get(path)), path
    known = actions.note(activity=cast.harriers, team=cast.team, kind="worry", words="Steep stairs", by=cast.worker)
    assert known.words not in words(client.get(f"/community/{cast.harriers.public_id}/"))
    assert client.post(f"/community/{cast.harriers.public_id}/note/", {}).status_code == 404


def test_a_keeper_is_not_in_the_team(cast, keeper):
    assert keeper not in [each.user for each in queries.people_in(cast.team)]
    assert not queries.teams_of(keeper).exists()
    assert [each.user for each in queries.keepers(cast.team)] == [keeper]


def test_named_and_ended_on_the_page_of_the_team(cast):
    client, team = cast.browsing("mair"), f"/teams/{cast.team.public_id}/"
    assert "Nobody yet." in words(client.get(team))
    typed = {"name": "Bethan Rees", "email": "bethan@calderford.example", "role": "keeps"}
    assert "Bethan Rees keeps the table." in words(client.post(f"{team}invite/", typed, follow=True))
    keeper = queries.keepers(cast.team).get().user
    for told in ("Bethan keeps the table no more.", "Nobody yet."):
        assert told in words(client.post(f"{team}table/{keeper.public_id}/end/", follow=True))
    assert browse(keeper).get(KEEPING).status_code == 404


def test_a_manager_is_told_that_nobody_is_named(cast):
    assert "nobody yet" in words(cast.browsing("mair").get("/"))
    assert "Nobody is named yet." in words(cast.browsing("mair").get(KEEPING))
    people.name_keeper(team=cast.team, name="Bethan Rees", email="b@calderford.example", by=cast.acting("mair"))
    assert "Bethan" in words(cast.browsing("mair").get("/"))


@pytest.mark.parametrize(("who", "status"), [("idris", 404), ("mair", 200), ("olwen", 404), ("noor", 404)])
def test_it_is_no_duty_of_a_workers(cast, who, status):
    assert cast.browsing(who).get(KEEPING).status_code == status
    assert "Keeping the table" not in words(cast.browsing("idris").get("/"))


def test_the_most_useful_comes_first_and_each_place_once(cast):
    Doubt.objects.create(activity=cast.choir, kind="changed", words="On Fridays", said_on=clock.today())
    Doubt.objects.create(activity=cast.repair, kind="changed", words="Late", said_on=clock.today())
    Doubt.objects.create(activity=cast.repair, kind="gone", said_on=clock.today(), said_by="individual")
    directory.correct(activity=cast.harriers, field="url", value="https://harriers.example/", by=cast.worker)
    Website.objects.create(address="https://harriers.example/", silent_days=3, silent_on=date(2026, 3, 3))
    found = [(each.activity, each.why) for each in to_look_at()]
    assert [activity for activity, _ in found] == [cast.repair, cast.choir, cast.harriers]
    assert found[0][1] == "Somebody who uses it said that it has stopped, 23 November"
    assert found[2][1] == "Their website did not answer on 3 March"


def test_three_letters_without_an_answer_and_the_most_used_of_the_old(cast):
    contact = Contact.objects.create(email="dawn@harriers.example")
    long_ago = date(2026, 3, 1)
    Activity.objects.update(last_checked_on=long_ago, listed_on=long_ago)
    for month in (8, 9, 10):
        Asked.objects.create(contact=contact, activity=cast.harriers, on=date(2026, month, 1))
    for place, times in ((cast.choir, 4), (cast.repair, 5)):
        for _ in range(times):
            actions.count_one_who_stayed(activity=place, team=cast.team, by=Actor.system())
    found = [(each.activity, each.why) for each in to_look_at()]
    assert found == [
        (cast.harriers, "They did not answer three letters"),
        (cast.repair, "Not checked since March"),
        (cast.choir, "Not checked since March"),
    ]


def test_what_leaves_soon_is_told_before_it_does(cast):
    since = clock.today() - timedelta(days=ages.OFF - 10)
    Activity.objects.filter(pk=cast.choir.pk).update(last_checked_on=since, listed_on=since)
    found = [(each.activity, each.why) for each in to_look_at()]
    assert found == [(cast.choir, "It leaves the table on 3 December unless somebody checks it")]


def test_each_is_done_in_a_tap_and_goes(cast, keeper):
    client = browse(keeper)
    for answer, typed in (("still-true", {"how": "rang them"}), ("seen-to", {}), ("gone", {})):
        directory.say_gone(activity=cast.repair, by=cast.olwen)
        assert cast.repair.name in words(client.get(KEEPING))
        path = f"/community/{cast.repair.public_id}/{answer}/"
        assert cast.repair.name not in _list(client.post(path, typed | {"next": KEEPING}, follow=True))
    cast.repair.refresh_from_db()
    assert cast.repair.status == "closed"


def _list(response) -> str:
    """The page without what was said of the press before."""
    return words(response).partition("page-body")[2]


def test_at_most_twenty_in_few_looks(cast, django_assert_max_num_queries):
    for number in range(30):
        made = directory.add_activity(name=f"Choir {number}", by=cast.worker)
        Doubt.objects.create(activity=made, kind="gone", said_on=clock.today())
    with django_assert_max_num_queries(25):
        page = words(cast.browsing("mair").get(KEEPING))
    assert len(re.findall(r"Rang: still right", page)) == 20


def test_what_a_place_wrote_comes_first_however_much_waits_and_though_it_is_on_once(cast):
    for number in range(20):
        made = directory.add_activity(name=f"Choir {number}", by=cast.worker)
        Doubt.objects.create(activity=made, kind="gone", said_on=clock.today())
    told = {"activity": cast.choir, "said_on": clock.today()}
    Activity.objects.filter(pk=cast.choir.pk).update(on_date=clock.today())
    FromPlace.objects.create(words="The side door.", **told)
    Doubt.objects.create(kind="changed", words="On Fridays", **told)
    first, *others = to_look_at()
    assert first.activity == cast.choir and first.words == "The side door." and first.is_said
    assert "“On Fridays”. The place wrote what to expect, 23 November." in f"{first.why}." and len(others) == 19


def test_through_whom_another_team_heard_of_it_is_not_told(cast):
    made = directory.add_activity(name="Chess", last_checked_on=None, by=cast.worker)
    whom = "Mrs Lloyd’s sister"
    asked = AskedAround.objects.create(team=cast.team, whom=whom, activity=made, asked_on=clock.today())
    assert whom in words(cast.browsing("mair").get(KEEPING)).replace("&#x27;", "’")
    AskedAround.objects.filter(pk=asked.pk).update(team=Team.objects.create(name="Another"))
    page = words(cast.browsing("mair").get(KEEPING))
    assert whom not in page and "Heard of through somebody, not checked yet" in page


def test_what_is_off_the_table_is_listed_found_and_brought_back(cast):
    client = cast.browsing("idris")
    assert "Nothing is off the table" in words(client.get("/community/off/"))
    directory.close(activity=cast.repair, by=cast.worker)
    Activity.objects.filter(pk=cast.choir.pk).update(status="off")
    page = words(client.get("/community/off/"))
    assert "Somebody said that it has stopped." in page and "Nobody checked it for two years." in page
    assert cast.choir.name not in words(client.get("/community/off/", {"name": "repair"}))
    assert client.get("/community/off/", {"name": "\x00"}).status_code == 200
    path = f"/community/{cast.choir.public_id}/bring-back/"
    assert cast.choir.name not in _list(client.post(path, {"next": "/community/off/"}, follow=True))
    assert cast.browsing("olwen").get("/community/off/").status_code == 404


def test_what_a_place_says_of_what_somebody_closed_is_on_the_list_and_can_be_brought_back(cast, keeper):
    Activity.objects.filter(pk=cast.choir.pk).update(status="closed")
    Doubt.objects.create(
        activity=cast.choir, kind="changed", words="It goes on.", said_on=clock.today(), said_by="contact"
    )
    page = words(browse(keeper).get(KEEPING))
    assert "It goes on." in page and "Bring it back" in page and "Rang: still right" not in page


def test_nobody_gives_a_keeper_anybodys_record_to_look_after(cast, keeper):
    theirs = queries.colleagues(cast.individual), queries.may_join(cast.individual)
    for offered in (*theirs, away.colleagues_of(cast.users["idris"])):
        assert keeper not in offered


def test_what_nobody_has_checked_yet_comes_last_and_all_is_not_well_before(cast):
    assert "All is well" in words(cast.browsing("mair").get(KEEPING))
    made = [directory.add_activity(name=name, last_checked_on=None, by=cast.worker) for name in ("Chess", "Bingo")]
    directory.say_gone(activity=cast.repair, by=cast.olwen)
    told = [(each.activity, each.why) for each in to_look_at()]
    assert [activity for activity, _ in told] == [cast.repair, *reversed(made)]
    assert told[-1][1] == "Nobody has checked it yet"
    page = words(cast.browsing("mair").get(KEEPING))
    assert "Nobody has checked it yet." in page and "All is well" not in page


def test_whoever_is_to_keep_it_reads_what_they_are_invited_to(cast, keeper):
    body = Letter.objects.get(to=keeper.email).body
    told = "to help keep a list of things to do nearby up to date. You see that list, and nothing about any person."
    assert told in body and cast.team.name not in body and "Olwen" not in body
    assert told in words(cast.browsing("mair").get(f"/teams/{cast.team.public_id}/invite/"))
