"""“Still on?” that morning: asked once and only where it was agreed."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.home.queries import today_for
from kith.introductions import actions, queries, wording
from kith.introductions.models import Report
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import links
from kith.people.models import Link
from tests.outbox.conftest import envelope
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, prepared
from .test_pages import choosing
from .test_to_a_place import COMES, OURS, SAYS, WEB, neutral, told_by_page  # noqa: F401 - `neutral` is a fixture

ASKED, NOT_ON, RING = "to place: still on", "to individual: not on today", "to worker: ring before a visit"
SYSTEM = Actor.system()


def on_the_day(hour: int, minute: int = 0) -> datetime:
    """In December clocks here are those of UTC."""
    return datetime(2026, 12, 1, hour, minute, tzinfo=UTC)


def with_email(cast, settings):
    """The cast, with a place that can be written to, and pages of both hosts."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    Activity.objects.filter(pk=cast.harriers.pk).update(email="dawn@harriers.example")
    cast.harriers.refresh_from_db()
    return cast


@pytest.fixture
def cast(cast, settings):
    return with_email(cast, settings)


def planned(cast, time="6:50pm at the gate", **chosen):
    return agreed(cast, **{"still_on": "write", "first_visit_on": VISIT, "first_visit_time": time, **chosen})


def sweep(at: datetime) -> dict:
    with clock.at(at):
        return dict(actions.ask_whether_still_on(by=SYSTEM))


def letters(kind: str) -> list[Letter]:
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


def as_host(introduction, answer="", words="", host="goodcompany.example"):
    link = Link.objects.filter(about=introduction.public_id, purpose="host").latest("pk")
    path = links.address(link).removeprefix("https://goodcompany.example")
    browser = Client(headers={"Host": host}, enforce_csrf_checks=True)
    return browser.post(path, {"answer": answer, "words": words}) if answer else browser.get(path)


def again(introduction):
    return queries.introduction(introduction.individual, introduction.public_id)


def deliver(settings) -> None:
    settings.KITH_DEMO = True
    deliver_due(clock.now())


# Asking.


@pytest.mark.parametrize(
    ("time", "not_yet", "then"),
    [
        ("6:50pm at the gate", (8, 59), (9, 0)),
        ("10.30am", (8, 29), (8, 30)),
        ("9am", (7, 59), (8, 0)),
        ("by the bandstand", (8, 59), (9, 0)),
    ],
)
def test_it_is_asked_at_nine_or_earlier_where_the_visit_is_early(cast, time, not_yet, then):
    introduction = planned(cast, time)
    assert sweep(on_the_day(*not_yet)) == {"nothing": 1}
    assert sweep(on_the_day(*then)) == {"asked": 1}
    assert sweep(on_the_day(*then)) == {}
    assert [each.to for each in letters(ASKED)] == ["dawn@harriers.example"]
    assert again(introduction).still_on_asked_on == VISIT


@pytest.mark.parametrize(("time", "late"), [("10.30am", (10, 30)), ("by the bandstand", (12, 0)), ("7am", (8, 0))])
def test_nothing_is_asked_once_it_has_begun(cast, time, late):
    planned(cast, time)
    assert sweep(on_the_day(*late)) == {"nothing": 1}
    assert letters(ASKED) == []


@pytest.mark.parametrize("day", [-1, 1])
def test_it_is_asked_on_that_day_alone(cast, day):
    planned(cast)
    assert sweep(on_the_day(10) + timedelta(days=day)) == {}


@pytest.mark.parametrize("chosen", [{"still_on": ""}, {"still_on": "ring"}])
def test_nobody_is_written_to_who_did_not_agree_to_it(cast, chosen):
    planned(cast, **chosen)
    assert sweep(on_the_day(10)) == {}


@pytest.mark.parametrize("what", ["revoked", "ended", "moved"])
def test_what_changed_meanwhile_asks_nothing_and_holds_a_letter_back(cast, settings, what):
    introduction, other = planned(cast), planned(cast, says="no name")
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 5)):
        for each in (introduction, other):
            if what == "revoked":
                people.revoke(share=each.share, by=cast.olwen)
            elif what == "ended":
                actions.end(introduction=each, by=cast.olwen)
            else:
                actions.plan_visit(introduction=each, on=VISIT + timedelta(days=1), by=cast.olwen)
        deliver(settings)
    assert {each.state for each in letters(ASKED)} == {"held"}


@pytest.mark.parametrize("what", ["revoked", "ended"])
def test_a_yes_that_has_ended_asks_nothing(cast, what):
    introduction = planned(cast)
    if what == "revoked":
        people.revoke(share=introduction.share, by=cast.olwen)
    else:
        actions.end(introduction=introduction, by=cast.olwen)
    assert sweep(on_the_day(9)) == {}


def test_where_there_is_no_email_it_cannot_be_chosen(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(email="")
    cast.harriers.refresh_from_db()
    with pytest.raises(Refused, match="no email address for this place"):
        prepared(cast, still_on="write")
    page = words_of(choosing(cast, "idris", do="show"))
    assert "By a short email" not in page and "Idris rings" in page


@pytest.mark.parametrize("how", ["ring", "write"])
def test_where_it_is_rung_or_the_address_has_gone_it_stands_on_today_that_morning(cast, how):
    introduction = planned(cast, still_on=how)
    Activity.objects.filter(pk=cast.harriers.pk).update(email="")
    assert today_for(cast.users["idris"]).visits.to_ask == []
    with clock.at(on_the_day(9)):
        assert today_for(cast.users["idris"]).visits.to_ask == [introduction]
        assert "Ring Dawn: still on?" in words_of(cast.browsing("idris").get("/"))
        place = cast.at(f"introductions/{introduction.public_id}/")
        browser = cast.browsing("idris")
        assert "Still on today?" in words_of(browser.get(place))
        browser.post(f"{place}that-day/", {"do": "still on"})
        assert today_for(cast.users["idris"]).visits.to_ask == []
        assert "Dawn answered: yes, still on" in words_of(browser.get(place))


def test_it_is_part_of_the_words_that_are_agreed(cast):
    plain, asked = prepared(cast), prepared(cast, still_on="write")
    assert asked.words_to_say == f"{plain.words_to_say} I may write that morning, to ask whether it is still on."
    own = prepared(cast, still_on="ring", gets_in_touch="individual")
    assert own.words_to_say.endswith("Somebody I know may ring that morning, to ask whether it is still on.")
    page = words_of(choosing(cast, "olwen", do="show", still_on="ring"))
    assert "may ring that morning" in page
    assert "that morning, to ask" not in words_of(choosing(cast, "olwen", do="show", still_on=""))


@pytest.mark.shows("S90", "Q-10")
@pytest.mark.parametrize(("says", "comes"), list(product(SAYS, COMES)))
def test_the_question_and_its_page_tell_of_no_service(cast, says, comes):
    introduction = planned(cast, says=says, goes_along=comes)
    sweep(on_the_day(9))
    post = envelope(letters(ASKED)[0])
    post = f"{post.as_string()}\n{post.get_content()}"
    with clock.at(on_the_day(9, 30)):
        page, answered = as_host(introduction), as_host(introduction, "not today", "Dawn is ill")
        after = as_host(introduction)
    for told in (post, told_by_page(page), told_by_page(answered), told_by_page(after)):
        assert wording.service_words(told, apart_from=(cast.harriers.name, *WEB)) == []
        assert OURS.search(told) is None
        assert "Hart" not in told and "Vale" not in told
        assert ("Olwen" in told) <= (says != wording.NO_NAME)
    assert not any(answer.cookies for answer in (page, answered, after))
    assert page["X-Robots-Tag"] == "noindex, nofollow"


def test_a_way_out_that_names_a_service_leaves_it_to_ringing(cast, settings):
    introduction = planned(cast)
    settings.INTRODUCTION_SENDER = "hello@kith.example"
    assert sweep(on_the_day(9)) == {"no way": 1}
    assert letters(ASKED) == []
    with clock.at(on_the_day(9)):
        assert today_for(cast.users["idris"]).visits.to_ask == [introduction]


# Answering.


def test_looking_twice_changes_nothing_and_two_answers_are_offered(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    before = Report.objects.count()
    with clock.at(on_the_day(9, 10)):
        for _ in range(2):
            page = words_of(as_host(introduction))
            assert "Yes, still on" in page and "Not today" in page and "Not this time" not in page
    assert Report.objects.count() == before


def test_yes_is_kept_once_and_may_still_become_no(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 10)):
        assert as_host(introduction, "still on").status_code == 302
        assert "You said: Yes, still on." in words_of(as_host(introduction))
        as_host(introduction, "not today")
        assert again(introduction).called_off_on == VISIT
        late = as_host(introduction, "still on")
        assert late.status_code == 409 and "If it is on after all, please ring." in words_of(late)
        as_host(introduction, "not today")
    assert [each.kind for each in introduction.reports.filter(by_role="host")] == ["still on", "not today"]
    assert len(letters(NOT_ON)) == 1


def test_no_button_keeps_what_was_typed(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 10)):
        page = as_host(introduction, "nothing", "Dawn has a cold")
    assert page.status_code == 409
    assert "press one of the two" in words_of(page) and "Dawn has a cold" in words_of(page)


def test_the_day_after_the_link_asks_nothing_of_that_day(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9) + timedelta(days=1)):
        assert as_host(introduction).status_code == 404
