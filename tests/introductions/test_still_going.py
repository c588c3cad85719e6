"""Went once and not again, and belongs: a fine end, one gentle question later, and a word that is theirs alone."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.refusal import Refused
from kith.introductions import actions, queries
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from tests.page_words import words_of

from .conftest import TODAY
from .test_actions import agreed

LATER = datetime(2026, 12, 21, 11, tzinfo=UTC)  # four weeks after the Monday on which they went
STILL_GOING = "to individual: still going"
HARSH = re.compile(r"\b(fail\w*|drop\w* out|gave up|missed|unsuccessful|did not manage|overdue)\b", re.IGNORECASE)


@pytest.fixture
def went(cast):
    introduction = agreed(cast, first_visit_on=TODAY)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    return queries.introduction(cast.individual, introduction.public_id)


def place_of(cast, introduction) -> str:
    return cast.at(f"introductions/{introduction.public_id}/")


def asked(at=LATER) -> dict:
    with clock.at(at):
        return dict(actions.ask_who_still_goes(by=Actor.system()))


def path(settings) -> str:
    letter = Letter.objects.get(kind=STILL_GOING)
    return next(each for each in letter.body.split() if "/c/" in each).removeprefix(
        settings.INTRODUCTION_URL.rstrip("/")
    )


def test_nobody_is_asked_who_did_not_choose_it(went):
    assert asked() == {}


def test_they_choose_it_in_one_tap_and_are_asked_once(cast, went):
    browser, place = cast.browsing("olwen"), place_of(cast, went)
    assert "Yes, ask me again" in words_of(browser.get(place))
    page = words_of(browser.post(f"{place}that-day/", {"do": "ask again"}, follow=True))
    assert "You are asked once more, in December." in page and "Yes, ask me again" not in page
    assert asked(LATER - timedelta(days=1)) == {}
    assert asked() == {"asked": 1}
    assert asked(LATER + timedelta(weeks=9)) == {}
    assert Letter.objects.filter(kind=STILL_GOING).count() == 1


def test_nobody_chooses_it_for_them(cast, went):
    assert "ask me again" not in words_of(cast.browsing("idris").get(place_of(cast, went)))
    with pytest.raises(Refused, match="Only Olwen can choose that"):
        actions.choose_to_be_asked(introduction=went, by=cast.worker)


def test_before_somebody_went_there_is_nothing_to_ask_later(cast):
    with pytest.raises(Refused, match="nothing to ask about later"):
        actions.choose_to_be_asked(introduction=agreed(cast), by=cast.olwen)


def test_by_a_link_it_is_chosen_too(cast, went):
    actions.choose_to_be_asked(introduction=went, by=Actor.with_link(Role.VISITOR, cast.individual.pk))
    assert asked() == {"asked": 1}


@pytest.mark.parametrize(
    ("pressed", "kind", "says"), [("went again", "went again", "Good to hear."), ("ended", "ended", "That is fine")]
)
def test_the_link_asks_only_that_and_either_answer_is_fine(cast, went, settings, *, pressed, kind, says):
    actions.choose_to_be_asked(introduction=went, by=cast.olwen)
    asked()
    browser = Client()
    with clock.at(LATER):
        page = words_of(browser.get(path(settings)))
        assert "Still going?" in page and "Yes, I go" in page and "Not any more" in page
        assert browser.post(path(settings), {"do": "went"}).status_code == 422
        for _ in range(2):
            page = words_of(browser.post(path(settings), {"do": pressed}, follow=True))
        assert says in page and HARSH.search(page) is None
    assert went.reports.filter(kind=kind).count() == 1


def test_what_ended_meanwhile_is_not_asked_about(cast, went, settings):
    actions.choose_to_be_asked(introduction=went, by=cast.olwen)
    asked()
    settings.KITH_DEMO = True
    with clock.at(LATER):
        actions.end(introduction=went, by=cast.olwen)
        deliver_due(clock.now())
    assert Letter.objects.get(kind=STILL_GOING).state == "held"


def test_once_and_not_again_is_a_fine_end_on_everybodys_page(cast, went):
    place = place_of(cast, went)
    cast.browsing("olwen").post(f"{place}report/", {"kind": "ended"})
    assert went.reports.get(kind="ended").how == "tried"
    for who, name in (("olwen", "You"), ("idris", "Olwen")):
        page = words_of(cast.browsing(who).get(place))
        assert f"{name} tried it, and that counts. Not everything is for everybody." in page
        assert HARSH.search(re.sub(r"<[^>]+>", " ", page)) is None


def test_belonging_is_theirs_alone_to_say_and_nothing_is_asked_later(cast, went):
    place = place_of(cast, went)
    assert "I belong here now" not in words_of(cast.browsing("idris").get(place))
    assert "belongs here" not in words_of(cast.browsing("idris").get(place))
    with pytest.raises(Refused, match="Only Olwen can say that"):
        actions.report(introduction=went, kind="belongs", by=cast.worker)
    page = words_of(cast.browsing("olwen").post(f"{place}report/", {"kind": "belongs"}, follow=True))
    assert "You belong here" in page and "ask me again" not in page
