"""Websites that listings give: looked at politely, told of after three days of silence, and nothing is removed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kith.access import clock
from kith.directory import actions, ages
from kith.directory.actions import websites
from kith.directory.models import Activity, Website
from kith.directory.waiting import silent_words, waiting

from .served import Served

ROBOTS = b"User-agent: *\nDisallow: /private"


@pytest.fixture
def served(monkeypatch):
    monkeypatch.setattr(websites, "PAUSE", 0)
    here = Served()
    here.says["/choir"] = lambda query: (200, b"We sing.", {})
    yield here
    here.stop()


@pytest.fixture
def choir(db, worker, served) -> Activity:
    return actions.add_activity(name="Calder choir", url=f"{served.address}/choir", by=worker)


def look(days: int = 0, inside: bool = True) -> int:
    """So many days later, at this hour, also where the clocks have changed by then."""
    with clock.at(timezone.localtime(clock.now()) + timedelta(days=days)):
        return actions.look_at_websites(lambda: True, inside=inside)


def breaks(served, status: int = 404) -> None:
    served.says["/choir"] = lambda query: (status, b"", {})


def another_answers(days: int = 0) -> None:
    """Somebody else's website answers that day, so our own line is up."""
    day = clock.today() + timedelta(days=days)
    Website.objects.update_or_create(address="https://up.example/", defaults={"looked_on": day})


def test_one_that_answers_is_looked_at_once_a_month(choir, served):
    assert [look(day) for day in (0, 0, 1, ages.WEBSITE_EVERY)] == [1, 0, 0, 1]
    assert served.asked == ["/robots.txt", "/choir"] * 2
    assert silent_words(choir) == ""


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_after_three_different_days_of_silence_the_keeper_is_told_and_nothing_is_removed(choir, served, status):
    breaks(served, status)
    for day in range(ages.SILENT_DAYS):
        assert silent_words(choir) == "" and waiting() == []
        another_answers(day)
        look(day)
        look(day)
    assert silent_words(choir).startswith("Their website did not answer on ")
    assert [(each.activity, each.is_said) for each in waiting()] == [(choir, True)]
    choir.refresh_from_db()
    assert (choir.status, choir.standing) == ("live", "")


def test_once_it_answers_again_it_is_forgotten(choir, served):
    breaks(served)
    for day in range(ages.SILENT_DAYS):
        another_answers(day)
        look(day)
    served.says["/choir"] = lambda query: (200, b"We sing again.", {})
    look(ages.SILENT_DAYS)
    assert silent_words(choir) == "" and waiting() == []


def test_a_page_that_turns_programs_away_is_there(choir, served):
    breaks(served, 403)
    look()
    assert Website.objects.get().silent_days == 0


def test_where_nothing_answers_it_is_our_own_line(choir, served):
    served.stop()
    look()
    assert Website.objects.get().looked_on is None


def test_it_stays_away_where_it_is_asked_to(db, worker, served):
    served.says["/robots.txt"] = lambda query: (200, ROBOTS, {})
    actions.add_activity(name="Hidden", url=f"{served.address}/private/choir", by=worker)
    assert look() == 1
    assert served.asked == ["/robots.txt"]
    assert Website.objects.get().silent_days == 0


def test_one_look_a_host_a_day_and_so_many_a_day(db, worker, served, monkeypatch):
    for number in range(3):
        served.says[f"/{number}"] = served.says["/choir"]
        actions.add_activity(name=f"Choir {number}", url=f"{served.address}/{number}", by=worker)
    assert look() == 1
    monkeypatch.setattr(ages, "WEBSITES_A_DAY", 1)
    actions.add_activity(name="Elsewhere", url="http://localhost:1/", by=worker)
    assert look() == 0


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[nowhere", "https://", "http://user:pw@choir.example/"])
def test_an_address_that_we_do_not_ask_is_not_said_to_be_silent(db, worker, url):
    made = actions.add_activity(name="Wrong", url=url, by=worker)
    for day in range(ages.SILENT_DAYS):
        another_answers(day)
        look(day, inside=False)
    site = Website.objects.get(address=url)
    assert site.silent_days == 0 and site.looked_on
    assert silent_words(made) == "" and waiting() == []


def test_an_address_that_we_do_not_ask_is_no_sign_that_our_line_is_up(db, worker, served):
    actions.add_activity(name="Wrong", url="http://user:pw@choir.example/", by=worker)
    actions.add_activity(name="Gone", url="http://localhost:1/", by=worker)
    for _ in range(2):
        look()
    assert Website.objects.get(address="http://localhost:1/").looked_on is None


def silent_hosts(worker, number: int) -> None:
    """Listings whose hosts do not answer, which were silent before."""
    for each in range(2, number + 2):
        url = f"http://127.0.0.{each}:1/"
        actions.add_activity(name=f"Gone {each}", url=url, by=worker)
        day = clock.today() - timedelta(days=2)
        Website.objects.create(address=url, looked_on=day, silent_days=1, silent_on=day)


def test_silent_ones_do_not_keep_the_others_from_being_looked_at(choir, served, worker):
    silent_hosts(worker, 4)
    Website.objects.create(address=choir.url, looked_on=clock.today() - timedelta(days=ages.WEBSITE_EVERY))
    assert look() == 5
    assert Website.objects.filter(silent_days=2, looked_on=clock.today()).count() == 4


def test_where_only_silent_ones_are_due_one_that_answered_tells_whether_our_line_is_up(choir, served, worker):
    silent_hosts(worker, 4)
    Website.objects.create(address=choir.url, looked_on=clock.today() - timedelta(days=3))
    assert look() == 5
    assert served.asked == ["/robots.txt", "/choir"]
    assert Website.objects.filter(silent_days=2, looked_on=clock.today()).count() == 4


def test_one_host_does_not_keep_others_from_being_looked_at(choir, served, worker, monkeypatch):
    monkeypatch.setattr(websites, "A_FEW", 3)
    council = [f"http://localhost:1/{number}" for number in range(5)]
    for url in council:
        actions.add_activity(name=url, url=url, by=worker)
    Website.objects.bulk_create([Website(address=each) for each in [*council, choir.url]])
    assert look() == 2
    assert Website.objects.get(address=choir.url).looked_on == clock.today()


def test_one_never_seen_comes_before_those_seen_long_ago(choir, served, worker, monkeypatch):
    monkeypatch.setattr(ages, "WEBSITES_A_DAY", 1)
    actions.add_activity(name="Elsewhere", url="http://localhost:1/", by=worker)
    Website.objects.create(address="http://localhost:1/", looked_on=clock.today() - timedelta(days=400))
    look()
    assert Website.objects.get(address=choir.url).looked_on == clock.today()


def test_an_address_that_no_live_listing_gives_is_not_looked_at_and_hides_no_other(choir, served, worker):
    retired = actions.add_activity(name="Retired", url="http://localhost:1/", by=worker)
    actions.retire(activity=retired, by=worker)
    day = clock.today() - timedelta(days=2)
    Website.objects.create(address=retired.url, looked_on=day, silent_days=9, silent_on=day)
    Website.objects.create(address=choir.url, looked_on=day, silent_days=ages.SILENT_DAYS, silent_on=day)
    assert [each.activity for each in waiting(limit=1)] == [choir]
    assert look() == 1
    assert Website.objects.get(address=retired.url).looked_on == day


def test_a_demo_asks_nobody(choir, served, settings):
    settings.KITH_DEMO = True
    assert look(inside=False) == 0 and served.asked == []


def test_it_stops_when_told_and_says_who_it_is(choir, served, settings):
    assert actions.look_at_websites(lambda: False, inside=True) == 0
    assert not served.asked
