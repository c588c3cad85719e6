"""The day after a first visit: one tap, with or without an account, and what is offered after “not yet”."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals.models import Step
from kith.home.queries import today_for
from kith.introductions import actions, not_yet, queries
from kith.introductions.life import state_of
from kith.introductions.models import Report
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual, Link
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed

THE_DAY_AFTER = datetime(2026, 12, 2, 11, tzinfo=UTC)
NEXT_WEEK = date(2026, 12, 8)


@pytest.fixture
def visited(cast):
    """A first visit that was yesterday, asked about; the clock stands at the day after."""
    introduction = agreed(cast, goes_along="nobody", first_visit_on=VISIT)
    with clock.at(THE_DAY_AFTER):
        actions.ask_about_visits(by=Actor.system())
        yield queries.introduction(cast.individual, introduction.public_id)


def path_in(letter: Letter, settings) -> str:
    return next(each for each in letter.body.split() if "/c/" in each).removeprefix(
        settings.INTRODUCTION_URL.rstrip("/")
    )


def path_of(settings) -> str:
    return path_in(Letter.objects.get(kind="to individual: visit question"), settings)


def kinds(introduction) -> list[str]:
    return [each.kind for each in introduction.reports.order_by("pk") if each.kind not in ("agreed", "planned")]


def by_link(cast) -> Actor:
    return Actor.with_link(Role.VISITOR, cast.individual.pk)


def test_the_letter_opens_a_page_with_two_buttons_and_opening_it_twice_changes_nothing(cast, visited, settings):
    before = Report.objects.count()
    for _ in range(2):
        page = words_of(Client().get(path_of(settings)))
        assert "I went" in page and "Not this time" in page and "Either is fine." in page
        assert cast.harriers.name not in page  # no words may go along in a message, so none stand here
    assert Report.objects.count() == before


def test_one_tap_tells_it_in_their_own_word_and_twice_is_once(cast, visited, settings):
    browser = Client()
    for _ in range(2):
        assert browser.post(path_of(settings), {"do": "went"}).status_code == 302
    said = visited.reports.get(kind="went")
    assert (said.by_role, said.typed_by_individual, said.by_user) == ("visitor", True, None)
    page = words_of(browser.get(path_of(settings)))
    assert "You said: I went." in page and "Not this time" not in page
    assert "You: went" in words_of(cast.browsing("olwen").get(cast.at(f"introductions/{visited.public_id}/")))


def test_the_place_is_named_only_where_words_may_go_along(cast, visited, settings):
    people.keep_wishes(individual=cast.individual, says_words=True, by=cast.worker)
    assert cast.harriers.name in words_of(Client().get(path_of(settings)))


def test_somebody_without_an_account_is_asked_too(cast, settings):
    settings.KITH_DEMO = True  # texts have a way out
    agreed(cast, by=cast.worker, first_visit_on=VISIT)
    Individual.objects.filter(pk=cast.individual.pk).update(user=None, reached_by="text")
    cast.individual.refresh_from_db()
    people.keep_wishes(individual=cast.individual, links_in_texts=True, by=cast.worker)
    with clock.at(THE_DAY_AFTER):
        assert actions.ask_about_visits(by=Actor.system()) == 1
        letter = Letter.objects.get(kind="to individual: visit question")
        assert letter.channel == "text"
        assert Client().post(path_in(letter, settings), {"do": "not this time"}).status_code == 302
    assert Report.objects.filter(kind="not this time").count() == 1


def test_not_yet_offers_four_things_of_one_size(cast, visited, settings):
    browser = Client()
    browser.post(path_of(settings), {"do": "not this time"})
    page = words_of(browser.get(path_of(settings)))
    for words in ("Try again", "Go with someone", "Something smaller", "Not for me"):
        assert words in page
    assert "Each is fine, and so is none." in page


@pytest.mark.parametrize("wish", ["try again", "with someone", "smaller"])
@pytest.mark.parametrize("through", ["link", "own page"])
def test_each_wish_is_kept_once_told_to_the_worker_and_read_by_them(cast, visited, settings, wish, through):
    actions.report(introduction=visited, kind="not this time", by=cast.olwen)
    if through == "link":
        browser, path = Client(), path_of(settings)
    else:
        browser, path = cast.browsing("olwen"), cast.at(f"introductions/{visited.public_id}/not-yet/")
    for _ in range(2):
        assert browser.post(path, {"do": wish}).status_code == 302
    assert kinds(visited) == ["not this time", wish]
    assert Letter.objects.filter(kind="to worker: about a first visit").count() == 1
    assert today_for(cast.users["idris"]).visits.wishes == [visited]
    place = cast.at(f"introductions/{visited.public_id}/")
    assert f"Olwen {not_yet.TO_WORKER[wish]}" in words_of(cast.browsing("idris").get(place))
    actions.see_answer(introduction=visited, by=cast.worker)
    assert today_for(cast.users["idris"]).visits.wishes == []
    assert str(state_of(visited)) == "not gone"


def test_the_notice_names_nobody(cast, visited):
    actions.report(introduction=visited, kind="not this time", by=cast.olwen)
    actions.wish_for(introduction=visited, kind="try again", by=cast.olwen)
    letter = Letter.objects.get(kind="to worker: about a first visit")
    assert letter.to == "idris@calderford.example"
    assert not any(name in f"{letter.subject} {letter.body}" for name in ("Olwen", "Harriers", "Dawn"))


def test_whoever_would_go_with_someone_waits_for_nobody_who_has_not_heard_of_it(cast, visited):
    actions.report(introduction=visited, kind="not this time", by=cast.olwen)
    actions.wish_for(introduction=visited, kind="with someone", by=cast.olwen)
    visited.refresh_from_db()
    assert (visited.goes_along, visited.asks_for) == ("nobody", "with someone")
    assert Letter.objects.filter(kind="to worker: about a first visit").count() == 1


def test_a_friend_who_was_to_come_stays(cast):
    introduction = agreed(cast, goes_along="friend", first_visit_on=VISIT)
    with clock.at(THE_DAY_AFTER):
        actions.wish_for(introduction=introduction, kind="with someone", by=cast.olwen)
    introduction.refresh_from_db()
    assert introduction.goes_along == "friend"


def test_something_smaller_is_a_small_step_at_once_on_their_own_page(cast, visited):
    browser, place = cast.browsing("olwen"), cast.at(f"introductions/{visited.public_id}/not-yet/")
    actions.report(introduction=visited, kind="not this time", by=cast.olwen)
    assert "A small step is written down" in words_of(browser.post(place, {"do": "smaller"}, follow=True))
    step = Step.objects.get(individual=cast.individual)
    assert step.words == f"Have a look at {cast.harriers.name} from outside, and go home again"
    assert (step.owner, step.activity) == ("individual", cast.harriers)


def test_whoever_holds_the_link_writes_no_step(cast, visited):
    actions.wish_for(introduction=visited, kind="smaller", by=by_link(cast))
    assert not Step.objects.exists()


@pytest.mark.parametrize("through", ["link", "own page"])
def test_the_same_day_next_week_is_one_tap(cast, visited, settings, through):
    actions.report(introduction=visited, kind="not this time", by=cast.olwen)
    actions.wish_for(introduction=visited, kind="try again", by=cast.olwen)
    place = cast.at(f"introductions/{visited.public_id}/")
    browser, path = (Client(), path_of(settings)) if through == "link" else (cast.browsing("olwen"), place)
    assert "Keep Tuesday 8 December" in words_of(browser.get(path))
    browser.post(path if through == "link" else f"{place}not-yet/", {"do": "same day"})
    visited.refresh_from_db()
    assert (visited.first_visit_on, visited.asked_on) == (NEXT_WEEK, None)
    assert "Tuesday 8 December" in words_of(browser.get(path))
    assert today_for(cast.users["idris"]).visits.wishes == [visited]  # the place is to hear of the new day
    with clock.at(THE_DAY_AFTER + timedelta(days=7)):
        assert actions.ask_about_visits(by=Actor.system()) == 1


def test_a_day_chosen_by_the_worker_answers_the_wish(cast, visited):
    actions.wish_for(introduction=visited, kind="try again", by=cast.olwen)
    actions.plan_visit(introduction=visited, on=NEXT_WEEK, by=cast.worker)
    assert today_for(cast.users["idris"]).visits.wishes == []


@pytest.mark.parametrize("through", ["link", "own page"])
def test_not_for_me_is_a_kind_end(cast, visited, settings, through):
    place = cast.at(f"introductions/{visited.public_id}/")
    if through == "link":
        browser, path = Client(), path_of(settings)
        browser.post(path, {"do": "not this time"})
        page = words_of(browser.post(path, {"do": "ended"}, follow=True))
    else:
        browser = cast.browsing("olwen")
        browser.post(f"{place}report/", {"kind": "not this time"})
        page = words_of(browser.post(f"{place}not-yet/", {"do": "ended"}, follow=True))
    assert "That is fine" in page and "Not everything is for everybody" in page
    visited.share.refresh_from_db()
    assert visited.share.revoked_at
    assert kinds(visited) == ["not this time", "ended"]


def test_what_was_told_to_the_worker_is_kept_as_told_and_waits_for_nobody(cast, visited):
    place = cast.at(f"introductions/{visited.public_id}/")
    browser = cast.browsing("idris")
    browser.post(f"{place}report/", {"kind": "not this time"})
    assert "What would be good now?" in words_of(browser.get(place))
    browser.post(f"{place}not-yet/", {"do": "with someone"})
    assert "Olwen: would like to go with someone, as told to Idris" in words_of(browser.get(place))
    assert today_for(cast.users["idris"]).visits.wishes == []
    assert not Letter.objects.filter(kind="to worker: about a first visit").exists()


@pytest.mark.parametrize("kind", ["went again", "belongs", "agreed", "prepared", "host yes", "nothing", ""])
def test_a_link_tells_nothing_else(cast, visited, settings, kind):
    before = Report.objects.count()
    page = Client().post(path_of(settings), {"do": kind})
    assert page.status_code == 422 and "Please press one of the buttons." in words_of(page)
    assert Report.objects.count() == before


def test_whoever_holds_a_link_opens_no_other_door(cast, visited):
    with pytest.raises(NotPermitted):
        actions.report(introduction=visited, kind="went", by=by_link(cast))
    with pytest.raises(NotPermitted):
        actions.plan_visit(introduction=visited, on=NEXT_WEEK, by=by_link(cast))
    for kind in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            actions.answer_about_visit(introduction=visited, kind="went", by=cast.acting(kind))


def test_nothing_is_told_of_a_visit_before_its_day(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with pytest.raises(Refused, match="That day has not come yet"):
        actions.answer_about_visit(introduction=introduction, kind="went", by=by_link(cast))
    with pytest.raises(Refused, match="no day yet"):
        actions.try_the_same_day(introduction=introduction, by=cast.olwen)


def test_somebody_else_who_is_signed_in_does_not_press_for_them(cast, visited, settings):
    assert cast.browsing("idris").get(path_of(settings)).status_code == 403


def test_the_link_ends_after_two_weeks(cast, visited, settings):
    link = Link.objects.get(about=visited.public_id, purpose="check_in")
    with clock.at(link.ends_at + timedelta(minutes=1)):
        assert Client().get(path_of(settings)).status_code == 404


def test_what_was_told_meanwhile_holds_the_letter_back(cast, visited, settings):
    settings.KITH_DEMO = True
    actions.answer_about_visit(introduction=visited, kind="went", by=by_link(cast))
    deliver_due(clock.now())
    assert Letter.objects.get(kind="to individual: visit question").state == "held"
