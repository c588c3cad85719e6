"""What the page of an introduction puts before each of the two: nothing too early, and nothing twice."""

from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.home.queries import today_for
from kith.introductions import actions
from kith.introductions.models import Introduction
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed

THAT_DAY = datetime(2026, 12, 1, 10, tzinfo=UTC)
DAY_FORM = "Choose the day of the first visit"


def page_of(cast, introduction, who: str) -> str:
    return words_of(cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/")))


def test_nobody_is_asked_for_a_day_while_somebody_else_is_still_to_ring(cast):
    introduction = agreed(cast)
    theirs = page_of(cast, introduction, "olwen")
    assert "Idris rings Dawn" in theirs and "Nothing for you to do now. What they answer comes here" in theirs
    assert DAY_FORM not in theirs and "Choose a day for the first visit" in theirs  # folded away, for whoever knows one
    actions.note_call(introduction=introduction, words="", they_said="host yes", by=cast.worker)
    assert DAY_FORM in page_of(cast, introduction, "olwen")


def test_a_worker_waits_while_the_individual_rings(cast):
    introduction = agreed(cast, gets_in_touch="individual")
    page = page_of(cast, introduction, "idris")
    assert "Olwen rings Dawn" in page and "Nothing for you to do now. Ask how it went" in page


def test_whoever_rings_for_themselves_is_told_what_they_need_not_say(cast):
    theirs = page_of(cast, agreed(cast, gets_in_touch="individual"), "olwen")
    assert "What you need not say" in theirs and "Your surname" in theirs and "Who you work for" not in theirs
    mine = page_of(cast, agreed(cast), "idris")
    assert "What not to say" in mine and "Who you work for" in mine


@pytest.mark.parametrize("who", ["olwen", "idris"])
def test_on_the_day_itself_where_to_meet_stands_before_the_question(cast, who):
    introduction = agreed(cast, first_visit_on=VISIT, first_visit_time="6:50 at the gate", meet_at="The bench")
    with clock.at(THAT_DAY):
        before_the_call = page_of(cast, introduction, who)
        actions.note_call(introduction=introduction, words="", they_said="host turn up", by=cast.worker)
        page = page_of(cast, introduction, who)
    assert "First visit today</h2>" in before_the_call and "The bench" in before_the_call
    assert page.index("First visit today</h2>") < page.index("The bench") < page.index("Afterwards: did")


def test_whoever_went_after_all_waits_for_no_other_day(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(THAT_DAY):
        actions.wish_for(introduction=introduction, kind="try again", by=cast.olwen)
        assert today_for(cast.users["idris"]).visits.wishes == [introduction]
        actions.report(introduction=introduction, kind="not this time", by=cast.olwen)
        assert today_for(cast.users["idris"]).visits.wishes == [introduction]
        actions.report(introduction=introduction, kind="went", by=cast.olwen)
        assert today_for(cast.users["idris"]).visits.wishes == []
        assert "Olwen would like another day" not in page_of(cast, introduction, "idris")


def test_a_worker_reads_which_words_the_other_page_leaves_out(cast):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="Not that sort here", by=cast.worker)
    kept_back = "Olwen’s own page does not show these words:"
    assert kept_back in page_of(cast, introduction, "idris")
    theirs = page_of(cast, introduction, "olwen")
    assert kept_back not in theirs and "that sort" not in theirs
    together = agreed(cast, gets_in_touch="together")
    actions.note_call(introduction=together, words="Come by the gate", by=cast.worker)
    assert kept_back not in page_of(cast, together, "idris")


def test_not_this_time_is_put_before_them_once(cast):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="", they_said="host not now", by=cast.worker)
    theirs = page_of(cast, introduction, "olwen")
    assert "It does not suit them just now. That says nothing about you." in theirs
    assert theirs.count("Dawn answered: not this time") == 1  # where all that was said stands
    actions.note_call(introduction=introduction, words="", they_said="host yes", by=cast.worker)
    assert page_of(cast, introduction, "olwen").count("Dawn answered: yes, you are welcome") == 2


def test_a_page_that_was_open_too_long_says_where_to_look(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(THAT_DAY):
        actions.report(introduction=introduction, kind="went", by=cast.olwen)
        typed = {"kind": "not this time", "words": "Rain, all day"}
        answer = cast.browsing("idris").post(cast.at(f"introductions/{introduction.public_id}/report/"), typed)
    assert answer.status_code == 409
    assert "This has gone further already. The page shows where it stands now." in words_of(answer)
    assert "Rain, all day" in words_of(answer)


def test_what_has_ended_offers_no_card_and_takes_no_room_on_their_plan(cast):
    ended = agreed(cast)
    actions.end(introduction=ended, by=cast.olwen)
    assert "Pocket card" not in page_of(cast, ended, "olwen")
    going_on = agreed(cast)
    Introduction.objects.filter(pk=going_on.pk).update(opened_at=ended.opened_at.replace(year=2025))
    plan = words_of(cast.browsing("olwen").get("/"))
    assert plan.index(going_on.public_id) < plan.index(ended.public_id)


def test_a_day_that_was_chosen_is_nobodys_memory(cast):
    page = page_of(cast, agreed(cast, by=cast.worker, first_visit_on=VISIT), "olwen")
    assert "chose a day for the first visit" in page and "as Idris remembers" not in page
