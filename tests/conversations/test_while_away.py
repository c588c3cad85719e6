"""A meeting in days on which the worker is away: the worker sees it, and nothing is promised to the individual."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions
from kith.conversations.queries import before
from kith.conversations.queries.whom import meetings_while_away, reminding_words, sees_words
from kith.conversations.when import in_window, on_day
from kith.people import actions as people
from kith.people.models import Away
from tests.conversations.conftest import TUESDAY
from tests.conversations.test_pages import one_factor, signed_in  # noqa: F401 - a fixture for all

TODAY = TUESDAY.date()
THURSDAY = TODAY + timedelta(days=2)
AWAY_WORDS = "Anwen is away that day. Noor or Anwen will say what happens."


@pytest.fixture
def meeting(cast):
    people.join_team(user=cast.stranger, team=cast.team, by=Actor.command_line())
    when = on_day(THURSDAY, time(14))
    return actions.plan_next(individual=cast.individual, when=when, place="Corner Café", by=cast.as_worker)


def typed(cast, **other) -> dict:
    days = {"first_day": str(TODAY), "last_day": str(TODAY + timedelta(days=6))}
    return days | {"who": cast.stranger.public_id, "words": ""} | other


def goes_away(cast) -> Away:
    days = {"first_day": TODAY, "last_day": TODAY + timedelta(days=6)}
    return people.be_away(user=cast.worker, cover=cast.stranger, by=cast.as_worker, **days)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_before_the_days_are_kept_the_worker_sees_whom_they_would_have_met(cast, meeting):
    client, place = signed_in(cast.worker), reverse("people:away")
    asked = text_of(client.post(place, typed(cast)))
    assert not Away.objects.exists()
    assert "Tomos, Thursday 20 August, 2pm." in asked
    assert reverse("conversations:plan", args=[cast.individual.public_id]) in asked
    sure = f"{TODAY} {TODAY + timedelta(days=6)}"
    kept = text_of(client.post(place, typed(cast, sure=sure), follow=True))
    assert Away.objects.count() == 1
    assert "Tomos, Thursday 20 August, 2pm." in kept and "Move it or call it off" in kept


def test_other_days_than_those_that_were_shown_are_shown_first(cast, meeting):
    wrong = f"{TODAY} {TODAY + timedelta(days=5)}"
    assert signed_in(cast.worker).post(reverse("people:away"), typed(cast, sure=wrong)).status_code == 200
    assert not Away.objects.exists()


def test_days_without_a_meeting_are_kept_at_once(cast, meeting):
    days = {"first_day": str(THURSDAY + timedelta(days=1))}
    assert signed_in(cast.worker).post(reverse("people:away"), typed(cast, **days)).status_code == 302


def test_a_manager_is_told_how_many_and_not_whom(cast, meeting):
    goes_away(cast)
    place = reverse("people:member_away", args=[cast.team.public_id, cast.worker.public_id])
    page = text_of(signed_in(cast.manager).get(place))
    assert "Anwen has 1 meeting in these days. Anwen or Noor can move it." in page and "Tomos," not in page


def test_the_individual_is_not_promised_somebody_who_is_away(cast, meeting):
    client = signed_in(cast.user)
    assert "You see Anwen." in text_of(client.get("/"))
    goes_away(cast)
    plan = text_of(client.get("/"))
    assert AWAY_WORDS in plan and "You see Anwen" not in plan
    assert "Write to Noor" in plan and "Write to Anwen" not in plan
    page = text_of(client.get(reverse("conversations:before_page", args=[cast.individual.public_id])))
    assert AWAY_WORDS in page and "<dd>Anwen<" not in page
    paper = text_of(client.get(reverse("home:plan_on_paper", args=[cast.individual.public_id])))
    assert AWAY_WORDS in paper and "You see Anwen" not in paper


def test_nor_by_a_reminder_or_a_link(cast, meeting):
    assert reminding_words(meeting) == "You meet Anwen: Thursday 20 August, 2pm."
    link = link_before(meeting, cast)
    goes_away(cast)
    opened = text_of(Client().get(link))
    assert AWAY_WORDS in opened and "Meeting Anwen" not in opened
    assert reminding_words(meeting) == f"A meeting is planned: Thursday 20 August, 2pm. {AWAY_WORDS}"


def link_before(meeting, cast) -> str:
    words = before.message_composed(meeting, link="https://x.example/")
    said = {"channel": "said", "to": "", "words": words, "with_link": True}
    actions.tell_before(meeting=meeting, by=cast.as_worker, **said)
    address = before.address_for(meeting, "")
    return address[address.index("/v/") :]


def test_whoever_takes_it_over_is_met(cast, meeting):
    goes_away(cast)
    with clock.at(TUESDAY + timedelta(minutes=1)):
        by = cast.as_stranger
        moved = actions.plan_next(individual=cast.individual, when=on_day(THURSDAY, time(15)), by=by)
        assert sees_words(moved) == "You see Noor."
        assert meetings_while_away(cast.worker, TODAY, THURSDAY) == []


def test_back_sooner_the_name_stands_again_and_a_season_is_no_day(cast, meeting):
    away = goes_away(cast)
    people.come_back_early(away=away, by=cast.as_worker)
    assert sees_words(meeting) == "You see Anwen."
    goes_away(cast)
    season = actions.plan_next(individual=cast.individual, when=in_window("3", TODAY), by=cast.as_worker)
    assert before.before_we_meet(season).instead == "" and sees_words(season) == "You see Anwen."


def test_where_nobody_covers_the_team_says_what_happens(cast, meeting):
    goes_away(cast)
    cast.stranger.is_active = False
    cast.stranger.save()
    assert sees_words(meeting) == "Anwen is away that day. The team will say what happens."
