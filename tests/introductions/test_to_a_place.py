"""A letter to a place, the page behind its link, and that neither tells of a service: envelope, words and page."""

import re
from datetime import timedelta
from itertools import product

import pytest
from django.test import Client

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.introductions import actions, queries, wording
from kith.introductions.models import Report
from kith.outbox.deliverer import deliver_due
from kith.outbox.envelopes import comes_back_to
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import links
from kith.people.models import Link, Team
from tests.outbox.conftest import envelope

from .conftest import TODAY, VISIT
from .test_actions import agreed, prepared

WRITES = {"gets_in_touch": "worker writes"}
SAYS = (wording.NO_NAME, wording.FIRST_NAME, wording.AND_NUMBER)
COMES = (wording.NOBODY, wording.HOST, wording.WORKER, wording.FRIEND, wording.ALSO)
WEB = ("Referrer-Policy", "color-scheme")  # the web uses these words for something else
OURS = re.compile(r"\bkith|brightwater|calderford\.example", re.IGNORECASE)


@pytest.fixture(autouse=True)
def neutral(settings):
    """As `kith check` asks of an install: a second host, and a sender that names nobody."""
    settings.PUBLIC_URL = "https://kith.calderford.example"
    settings.INTRODUCTION_URL = "https://goodcompany.example"
    settings.INTRODUCTION_SENDER = "hello@goodcompany.example"
    settings.ALLOWED_HOSTS = ["goodcompany.example", "kith.calderford.example"]


@pytest.fixture
def cast(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(email="dawn@harriers.example")
    cast.harriers.refresh_from_db()
    Team.objects.update(name="Brightwater")
    return cast


def written(cast, **chosen):
    introduction = agreed(cast, **{**WRITES, **chosen})
    actions.send_message(introduction=introduction, by=cast.worker)
    return introduction


def address(introduction) -> str:
    return links.address(Link.objects.get(about=introduction.public_id))


def as_host(introduction, answer="", words="", host="goodcompany.example"):
    path = address(introduction).removeprefix("https://goodcompany.example")
    browser = Client(headers={"Host": host}, enforce_csrf_checks=True)
    return browser.post(path, {"answer": answer, "words": words}) if answer else browser.get(path)


def told_by_page(response) -> str:
    """Everything a host's browser is sent: the page with its source, and its headers. The address of the page
    and the place's own name are known to them already."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{headers}\n{response.content.decode()}"


def everything_told(letter: Letter) -> str:
    """The email as it travels, its words as they are read, and where it comes back to."""
    post = envelope(letter)
    return f"{post.as_string()}\n{post.get_content()}\n{comes_back_to(letter)}"


@pytest.mark.shows("S90", "Q-10")
@pytest.mark.parametrize(("says", "comes", "works_with"), list(product(SAYS, COMES, (False, True))))
@pytest.mark.attack("A-27")
def test_nothing_a_place_is_sent_tells_of_a_service(cast, says, comes, works_with):
    introduction = written(cast, says=says, goes_along=comes, says_we_work_together=works_with, first_visit_on=VISIT)
    letter = Letter.objects.get(kind="to place: introduction")
    post = everything_told(letter)
    page = as_host(introduction)
    answered = as_host(introduction, "host yes")
    again = as_host(introduction)
    for told in (post, told_by_page(page), told_by_page(answered), told_by_page(again), address(introduction)):
        assert wording.service_words(told, apart_from=(cast.harriers.name, *WEB)) == []
        assert OURS.search(told) is None
        assert "Hart" not in told and "Vale" not in told
        assert ("Olwen" in told) <= (says != wording.NO_NAME)
    assert not any(answer.cookies for answer in (page, answered, again))
    assert page["X-Robots-Tag"] == "noindex, nofollow" and '<meta name="robots" content="noindex">' in told_by_page(
        page
    )


@pytest.mark.shows("Q-41", "Q-72")
def test_the_letter_is_what_was_shown_before_the_yes(cast):
    introduction = prepared(cast, **WRITES, first_visit_on=VISIT)
    place = cast.at(f"introductions/{introduction.public_id}/")
    shown = Client(headers={"Host": "kith.calderford.example"})
    shown.force_login(cast.users["olwen"])
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown.get(place).content.decode()))
    mark = wording.digest(introduction.words_to_say, introduction.true_answer)
    actions.agree(introduction=introduction, shown=mark, by=cast.olwen)
    actions.send_message(introduction=introduction, by=cast.worker)
    letter = Letter.objects.get(kind="to place: introduction")
    assert letter.to == "dawn@harriers.example" and letter.sender == "hello@goodcompany.example"
    without_link = letter.body.replace(address(introduction), queries.LINK_TO_COME)
    for line in (*without_link.split("\n"), letter.to, letter.sender, letter.subject):
        assert line in page
    assert "Tuesday 1 December" in letter.body


@pytest.mark.shows("Q-42")
def test_nothing_is_sent_without_the_yes_of_the_individual(cast):
    introduction = prepared(cast, **WRITES)
    with pytest.raises(Refused, match="Nothing is sent until Olwen has said yes"):
        actions.send_message(introduction=introduction, by=cast.worker)
    assert not Letter.objects.exists() and not Link.objects.exists()


def test_words_for_saying_are_not_sent(cast):
    with pytest.raises(Refused, match="These words are for saying"):
        actions.send_message(introduction=agreed(cast), by=cast.worker)


def test_writing_needs_an_address_of_the_place(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(email="")
    cast.harriers.refresh_from_db()
    with pytest.raises(Refused, match="no email address for this place"):
        prepared(cast, **WRITES)


@pytest.mark.parametrize("name", ["INTRODUCTION_SENDER", "INTRODUCTION_URL"])
def test_a_way_out_that_names_a_service_sends_nothing(cast, settings, name):
    introduction = agreed(cast, **WRITES)
    setattr(settings, name, "hello@kith.example" if name.endswith("SENDER") else "https://links.nhs.example")
    with pytest.raises(Refused, match="names a service"):
        actions.send_message(introduction=introduction, by=cast.worker)
    assert not Letter.objects.exists()


def test_pressed_twice_it_leaves_once(cast):
    introduction = written(cast)
    actions.send_message(introduction=introduction, by=cast.worker)
    assert Letter.objects.count() == 1 and Link.objects.count() == 1


def delivered(settings) -> Letter:
    settings.KITH_DEMO = True
    deliver_due(clock.now())
    return Letter.objects.get(kind="to place: introduction")


@pytest.mark.parametrize("what", ["revoked", "ended", "closed"])
def test_a_yes_taken_back_before_it_leaves_holds_the_letter_back(cast, settings, what):
    introduction = written(cast)
    if what == "revoked":
        people.revoke(share=introduction.share, by=cast.olwen)
    elif what == "ended":
        actions.end(introduction=introduction, by=cast.olwen)
    else:
        type(cast.individual).objects.filter(pk=cast.individual.pk).update(closed_at=clock.now())
    assert delivered(settings).state == "held"


def test_it_leaves_for_the_address_the_place_has_now(cast, settings):
    written(cast)
    Activity.objects.filter(pk=cast.harriers.pk).update(email="new@harriers.example")
    letter = delivered(settings)
    assert (letter.state, letter.to) == ("in the tray", "new@harriers.example")


def test_looking_changes_nothing(cast):
    introduction = written(cast)
    before = (Report.objects.count(), TrailEntry.objects.count())
    page = as_host(introduction)
    assert page.status_code == 200 and "Olwen would like to come along" in page.content.decode()
    assert (Report.objects.count(), TrailEntry.objects.count()) == before


def test_a_press_answers_once_and_may_change_until_the_visit(cast):
    introduction = written(cast, first_visit_on=VISIT)
    for answer in ("host asks", "host yes", "host yes"):
        assert as_host(introduction, answer, "By the gate").status_code == 302
    said = introduction.reports.filter(by_role="host")
    assert [report.kind for report in said] == ["host asks", "host yes"]
    assert not any(report.typed_by_individual or report.by_user_id for report in said)
    assert "You said: Yes, they are welcome" in as_host(introduction).content.decode()
    with clock.at(clock.now() + timedelta(days=9)):
        late = as_host(introduction, "host not now")
        assert late.status_code == 409
        assert "stays as it is" in late.content.decode() and "Yes, they are welcome" in late.content.decode()
    assert said.count() == 2


def test_what_was_typed_stays_when_no_answer_was_pressed(cast):
    introduction = written(cast)
    page = as_host(introduction, "nothing", "We meet by the gate")
    assert page.status_code == 409
    assert "press one of the answers" in page.content.decode() and "We meet by the gate" in page.content.decode()
    page = as_host(introduction, "host yes", "x" * 501)
    assert page.status_code == 422 and "x" * 501 in page.content.decode()


def test_expired_stopped_ended_and_made_up_all_look_the_same(cast):
    pages = set()
    for what in ("expired", "revoked", "ended", "stopped"):
        introduction = written(cast)
        if what == "revoked":
            people.revoke(share=introduction.share, by=cast.olwen)
        if what == "ended":
            actions.end(introduction=introduction, by=cast.olwen)
        if what == "stopped":
            about = {"individual": cast.individual, "purpose": "host", "about": introduction.public_id}
            people.stop_links(**about, by=cast.worker)
        with clock.at(clock.now() + timedelta(days=31 if what == "expired" else 0)):
            answer = as_host(introduction)
            assert answer.status_code == 404
            pages.add(answer.content)
            assert as_host(introduction, "host yes").content == answer.content
    browser = Client(headers={"Host": "goodcompany.example"})
    for made_up in ("/h/zzzz/", "/h/", "/h/a/b/c"):
        answer = browser.get(made_up)
        assert answer.status_code == 404
        pages.add(answer.content)
    assert len(pages) == 1
    assert OURS.search(pages.pop().decode()) is None


def test_a_link_opens_a_week_after_a_visit_that_is_far_away(cast):
    introduction = written(cast, first_visit_on=TODAY + timedelta(days=60))
    with clock.at(clock.now() + timedelta(days=66)):
        assert as_host(introduction).status_code == 200
    with clock.at(clock.now() + timedelta(days=68)):
        assert as_host(introduction).status_code == 404


def test_the_answer_reaches_both_and_waits_for_the_worker(cast):
    introduction = written(cast)
    assert not queries.news_from_places([cast.individual]).exists()
    as_host(introduction, "host yes", "Come in by the side door")
    assert list(queries.news_from_places([cast.individual])) == [introduction]
    for who in ("idris", "olwen"):
        browser = Client(headers={"Host": "kith.calderford.example"})
        browser.force_login(cast.users[who])
        page = browser.get(cast.at(f"introductions/{introduction.public_id}/")).content.decode()
        assert "They said: you are welcome" in page and "Come in by the side door" in page
        assert ("I have read this" in page) == (who == "idris")
    actions.see_answer(introduction=introduction, by=cast.worker)
    assert not queries.news_from_places([cast.individual]).exists()
    as_host(introduction, "host asks", "Which day?")
    assert list(queries.news_from_places([cast.individual])) == [introduction]


def test_silence_is_told_after_a_week_and_rests_after_two(cast):
    introduction = written(cast)
    told = {
        days: list(queries.without_a_host_answer([cast.individual], TODAY + timedelta(days=days)))
        for days in (6, 7, 13, 14)
    }
    assert told == {6: [], 7: [introduction], 13: [introduction], 14: []}
    as_host(introduction, "host not now")
    assert not queries.without_a_host_answer([cast.individual], TODAY + timedelta(days=8)).exists()


@pytest.mark.shows("Q-68")
def test_a_host_can_do_nothing_else(cast):
    from kith.access.actor import Actor, Role

    introduction = written(cast)
    by = Actor.with_link(Role.HOST, cast.individual.pk)
    with pytest.raises(NotPermitted):
        actions.report(introduction=introduction, kind="went", by=by)
    with pytest.raises(NotPermitted):
        actions.see_answer(introduction=introduction, by=by)
    for who in ("idris", "olwen", "noor"):
        with pytest.raises(NotPermitted):
            actions.answer_as_host(introduction=introduction, kind="host yes", by=cast.acting(who))
    with pytest.raises(Refused, match="kept when it happens"):
        actions.report(introduction=introduction, kind="host yes", by=cast.worker)
