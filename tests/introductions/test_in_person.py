"""Whom no letter reaches is asked by their worker: it stands on Today and in the Brief until it was told."""

from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.home.queries import today_for
from kith.introductions import actions, in_person, queries
from kith.outbox.models import Letter
from kith.people.models import Individual
from tests.page_words import words_of

from .conftest import TODAY, VISIT
from .test_actions import agreed

THE_DAY_AFTER = datetime(2026, 12, 2, 11, tzinfo=UTC)
WEEKS_LATER = datetime(2026, 12, 21, 11, tzinfo=UTC)
PLEASE_ASK = "No letter reaches them: please ask."


def is_reached(cast, how: str) -> None:
    """`how`: by email, or only when they are met."""
    Individual.objects.filter(pk=cast.individual.pk).update(reached_by=how)
    cast.individual.refresh_from_db()


def brief(cast) -> str:
    return words_of(cast.browsing("idris").get(cast.at("brief/")))


def today(cast) -> str:
    return words_of(cast.browsing("idris").get("/"))


@pytest.mark.parametrize("how", ["in person", "email"])
def test_after_a_first_visit_the_worker_reads_whether_anybody_asked(cast, how):
    is_reached(cast, how)
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(THE_DAY_AFTER):
        assert actions.ask_about_visits(by=Actor.system()) == (how == "email")
        assert (PLEASE_ASK in today(cast), "No word yet." in today(cast)) == (how != "email", how == "email")
        assert f"Did Olwen go to {cast.harriers.name}?" in brief(cast)
        actions.report(introduction=introduction, kind="went", by=cast.worker)
        assert PLEASE_ASK not in today(cast) and "Did Olwen go to" not in brief(cast)


@pytest.mark.parametrize("told", ["went again", "ended"])
def test_still_going_is_asked_by_their_worker_where_they_chose_it_and_no_letter_goes(cast, told):
    is_reached(cast, "in person")
    introduction = agreed(cast, first_visit_on=TODAY)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    actions.choose_to_be_asked(introduction=introduction, by=cast.olwen)
    assert today_for(cast.users["idris"]).still_going == []
    with clock.at(WEEKS_LATER):
        assert dict(actions.ask_who_still_goes(by=Actor.system())) == {"no way": 1}
        assert not Letter.objects.filter(kind="to individual: still going").exists()
        assert today_for(cast.users["idris"]).still_going == [introduction]
        assert PLEASE_ASK in today(cast)
        assert f"Does Olwen still go to {cast.harriers.name}?" in brief(cast)
        actions.report(introduction=introduction, kind=told, by=cast.worker)
        assert today_for(cast.users["idris"]).still_going == []
        assert "still go to" not in brief(cast)


def test_whoever_was_written_to_is_not_asked_twice(cast):
    introduction = agreed(cast, first_visit_on=TODAY)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    actions.choose_to_be_asked(introduction=introduction, by=cast.olwen)
    with clock.at(WEEKS_LATER):
        assert dict(actions.ask_who_still_goes(by=Actor.system())) == {"asked": 1}
        assert today_for(cast.users["idris"]).still_going == []
        found = queries.introductions_of(cast.individual)
        assert in_person.questions_for(cast.individual, found) == []


def test_it_is_nobody_elses_to_ask(cast):
    is_reached(cast, "in person")
    agreed(cast, first_visit_on=VISIT)
    with clock.at(THE_DAY_AFTER):
        assert today_for(cast.users["noor"]).unanswered == []
        assert PLEASE_ASK not in words_of(cast.browsing("noor").get("/"))
