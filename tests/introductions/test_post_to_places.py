"""The way of a letter to a place: what arrives is what was shown, once; and where it cannot arrive, somebody rings."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

import kith
from kith.access import clock
from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.home.queries import today_for
from kith.introductions import actions, letters, queries, rules, wording
from kith.introductions.kinds_of_letter import IN_WRITING, STILL_ON, TO_PLACE
from kith.introductions.models import Report
from kith.messaging.queries.letters import of_people
from kith.outbox import actions as outbox
from kith.outbox.deliverer import deliver_due
from kith.outbox.gates import Go
from kith.outbox.models import Letter
from kith.people import actions as people
from tests.outbox.conftest import mail
from tests.page_words import words_of

from .conftest import TODAY, VISIT
from .test_actions import agreed, mark, prepared
from .test_to_a_place import OURS, WRITES, address, as_host, cast, everything_told, neutral, told_by_page, written

__all__ = ["cast", "mail", "neutral"]
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
HEADERS = {
    "Subject",
    "From",
    "To",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}


@pytest.fixture(autouse=True)
def answers_come_back(settings):
    settings.REPLY_ADDRESS = "hello@goodcompany.example"


def page_of(introduction, cast, who="idris") -> str:
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(cast.users[who])
    return words_of(browser.get(cast.at(f"introductions/{introduction.public_id}/")))


def today_of(cast) -> str:
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(cast.users["idris"])
    return words_of(browser.get("/"))


def the_letter() -> Letter:
    return Letter.objects.get(kind=TO_PLACE)


@pytest.mark.shows("S90")
def test_a_real_mail_server_gets_the_message_that_was_shown_and_nothing_else(cast, mail):
    introduction = prepared(cast, **WRITES, first_visit_on=VISIT)
    shown = letters.as_shown(introduction, queries.LINK_TO_COME)
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    actions.send_message(introduction=introduction, by=cast.worker)
    deliver_due(clock.now())
    [(recipients, message)] = mail.given
    assert recipients == ["dawn@harriers.example"]
    link = address(introduction)
    assert message.get_content().replace("\r\n", "\n") == f"{shown.replace(queries.LINK_TO_COME, link)}\n"
    assert set(message.keys()) == HEADERS and message.get_content_type() == "text/plain"
    assert "Idris" in shown and "ring me: 01632 960123" in shown and "just answer this email" in shown
    told = f"{mail.senders[0]}\n{message.as_string()}\n{message.get_content()}"
    assert wording.service_words(told, apart_from=(cast.harriers.name,)) == [] and OURS.search(told) is None


def test_without_a_number_to_ring_nothing_is_written(cast):
    cast.team.reached_at = "The care team"
    cast.team.save()
    cast.individual.refresh_from_db()
    with pytest.raises(Refused, match="names a number to ring"):
        prepared(cast, **WRITES)


def test_where_answers_would_go_to_a_service_nothing_is_sent(cast, settings):
    introduction = agreed(cast, **WRITES)
    settings.REPLY_ADDRESS = "answers@nhs.example"
    with pytest.raises(Refused, match="names a service"):
        actions.send_message(introduction=introduction, by=cast.worker)
    assert not Letter.objects.exists()


def test_after_a_call_nothing_is_sent_unless_they_ask_and_then_two_lines_once(cast):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="follows a call"):
        actions.put_in_writing(introduction=introduction, by=cast.worker)
    actions.note_call(introduction=introduction, words="Fine", by=cast.worker)
    assert not Letter.objects.exists()
    assert "Send these two lines" in page_of(introduction, cast)
    assert "Send these two lines" not in page_of(introduction, cast, who="olwen")
    for _ in range(2):
        actions.put_in_writing(introduction=introduction, by=cast.worker)
    letter = Letter.objects.get(kind=IN_WRITING)
    assert letter.body == f"{introduction.words_to_say}\nIdris, 01632 960123"
    assert "Send these two lines" not in page_of(introduction, cast)
    assert introduction.reports.get(kind="in writing").share == introduction.share


@pytest.mark.parametrize("in_the_way", ["revoked", "no address", "no number"])
def test_two_lines_stay_here_where_they_may_not_go(cast, in_the_way):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="Fine", by=cast.worker)
    if in_the_way == "revoked":
        people.revoke(share=introduction.share, by=cast.olwen)
    elif in_the_way == "no address":
        Activity.objects.update(email="")
    else:
        type(cast.team).objects.update(reached_at="")
    introduction = queries.introduction(cast.individual, introduction.public_id)
    with pytest.raises(Refused):
        actions.put_in_writing(introduction=introduction, by=cast.worker)
    assert not Letter.objects.exists()


def about_somebody(cast):
    """Letters of every kind that is written to a place about somebody, each by the way it comes about."""
    asks = written(cast, says="what helps", what_helps="A quiet corner", first_visit_on=VISIT)
    called = agreed(cast, says="first name and number")
    actions.note_call(introduction=called, words="Fine", by=cast.worker)
    actions.put_in_writing(introduction=called, by=cast.worker)
    that_morning = agreed(cast, still_on="write", first_visit_on=TODAY, first_visit_time="10am at the gate")
    actions.ask_whether_still_on(by=Actor.system())
    return {TO_PLACE: asks, IN_WRITING: called, STILL_ON: that_morning}


def kinds_in_the_code() -> set[str]:
    found = (re.findall(r'"(to place: [^"]+)"', each.read_text()) for each in Path(kith.__file__).parent.rglob("*.py"))
    return {kind for kinds in found for kind in kinds}


@pytest.mark.shows("S90", "Q-10")
def test_no_kind_of_message_to_a_place_tells_of_a_service(cast):
    made = about_somebody(cast)
    assert kinds_in_the_code() == {*made, "to place: still right"}  # that one asks of a listing, about nobody
    for kind, introduction in made.items():
        told = everything_told(Letter.objects.get(kind=kind))
        assert wording.service_words(told, apart_from=(cast.harriers.name,)) == [], kind
        assert OURS.search(told) is None and "Hart" not in told and "Vale" not in told, kind
        body = Letter.objects.get(kind=kind).body
        assert kind == STILL_ON or introduction.words_to_say.split(". ")[-1] in body
        assert "01632 960123" in body and "Idris" in body, kind
    page = told_by_page(as_host(made[TO_PLACE]))
    assert wording.service_words(page, apart_from=(cast.harriers.name, "Referrer-Policy", "color-scheme")) == []


@pytest.mark.shows("Q-15")
@pytest.mark.attack("A-18")
def test_a_scanner_that_opens_every_link_twice_changes_nothing(cast):
    introduction = written(cast)
    before = (Report.objects.count(), queries.host_answer(introduction))
    browser = Client(headers={"Host": "goodcompany.example", "User-Agent": "LinkScanner/1.0"})
    for link in re.findall(r"https://goodcompany\.example(\S+)", the_letter().body) * 2:
        for look in (browser.head, browser.get):
            assert look(link).status_code == 200
    introduction = queries.introduction(cast.individual, introduction.public_id)
    assert (Report.objects.count(), queries.host_answer(introduction)) == before
    assert as_host(introduction, "host yes").status_code == 302  # and the place can still answer


def test_six_hours_without_a_mail_server_are_told_and_end_in_one_letter(cast, mail, settings):
    here, settings.MAIL_URL = settings.MAIL_URL, "smtp://127.0.0.1:1"
    introduction = written(cast)
    assert "The letter has not left yet" in page_of(introduction, cast)
    begun = clock.now()
    for hours in range(7):
        deliver_due(begun + hours * HOUR)
    with clock.at(begun + 6 * HOUR):
        page = page_of(introduction, cast)
        assert "If it cannot wait, ring them" in page and "01632 960412" in page and "The letter left" not in page
        assert "Some letters have not left yet" in today_of(cast) and cast.harriers.name in today_of(cast)
    settings.MAIL_URL = here
    for minutes in range(0, 60, 5):
        deliver_due(begun + 6 * HOUR + minutes * MINUTE)
    assert len(mail.given) == 1 and the_letter().state == "sent"
    assert "The letter left on" in page_of(introduction, cast)


def refused_at_once(mail):
    mail.refuse = "550 No such person"
    deliver_due(clock.now())


def bounced_later(mail):
    deliver_due(clock.now())
    outbox.came_back(letter=the_letter(), why="Their mail system does not know this address.", now=clock.now())


@pytest.mark.parametrize("happens", [refused_at_once, bounced_later])
def test_what_does_not_arrive_ends_in_ring_them_and_a_call_ends_that(cast, mail, happens):
    introduction = written(cast)
    happens(mail)
    for page in (today_of(cast), page_of(introduction, cast)):
        assert "did not get th" in page and "ring" in page.lower() and "01632 960412" in page
    assert "Dawn did not get this" in today_of(cast)
    assert page_of(introduction, cast).count('id="call_words"') == 1  # one form to tell of the call
    assert "They did not get the letter" in page_of(introduction, cast, who="olwen")
    with clock.at(clock.now() + MINUTE):
        actions.note_call(introduction=introduction, words="Welcome", by=cast.worker)
    assert today_for(cast.users["idris"]).not_arrived == []
    assert "They did not get the letter" not in page_of(introduction, cast)


def test_a_letter_held_back_without_an_address_is_told_too(cast, mail):
    written(cast)
    Activity.objects.update(email="")
    deliver_due(clock.now())
    assert mail.given == []
    assert "did not leave: There is no email address for this place any more." in today_of(cast)


def test_killed_after_the_commit_it_leaves_once(cast, mail):
    written(cast)  # and then the process ended: the letter waits
    for minutes in range(3):
        deliver_due(clock.now() + minutes * MINUTE)
    assert len(mail.given) == 1 and not the_letter().perhaps_twice


def killed_while_it_left(mail):
    """The server has it, and nobody wrote that down."""
    [taken] = outbox.claim(now=clock.now(), channel="email")
    assert outbox.leaves(letter=taken, go=Go(to=taken.to), now=clock.now())


def test_killed_after_the_server_took_it_it_goes_again_under_its_own_name_and_says_so(cast, mail):
    introduction = written(cast)
    named = the_letter().message_id
    killed_while_it_left(mail)
    for minutes in (3, 4, 10):
        deliver_due(clock.now() + minutes * MINUTE)
    assert [message["Message-ID"] for message in mail.messages] == [named]
    assert the_letter().perhaps_twice
    assert "It may have been sent twice." in page_of(introduction, cast)


def test_killed_after_the_server_took_it_it_does_not_go_again_once_they_answered(cast, mail):
    introduction = written(cast)
    killed_while_it_left(mail)
    with clock.at(clock.now() + MINUTE):
        as_host(introduction, "host yes")
    deliver_due(clock.now() + 5 * MINUTE)
    assert mail.given == [] and the_letter().state == "held"
    assert of_people([cast.individual]).to_see_to == []  # whoever reads the answer knows


def test_a_letter_that_waited_is_not_sent_after_somebody_rang(cast, mail, settings):
    here, settings.MAIL_URL = settings.MAIL_URL, "smtp://127.0.0.1:1"
    introduction = written(cast)
    deliver_due(clock.now())
    with clock.at(clock.now() + 5 * HOUR):
        actions.note_call(introduction=introduction, words="Welcome", by=cast.worker)
    settings.MAIL_URL = here
    deliver_due(clock.now() + 6 * HOUR)
    assert mail.given == [] and the_letter().state == "held"


@pytest.mark.parametrize("how", ["on the page", "in the call"])
def test_just_turn_up_is_a_whole_answer_and_a_day_is_chosen_next(cast, how):
    introduction = written(cast) if how == "on the page" else agreed(cast)
    if how == "on the page":
        assert "Just turn up" in told_by_page(as_host(introduction))
        as_host(introduction, "host turn up")
    else:
        browser = Client(headers={"Host": "kith.calderford.example"})
        browser.force_login(cast.users["idris"])
        place = cast.at(f"introductions/{introduction.public_id}/call/")
        assert browser.post(place, {"answer": "host turn up"}).status_code == 302
    page = page_of(introduction, cast)
    assert "Choose the day of the first visit" in page and "What to say" not in page
    assert "just turn up" in page
    assert rules.holds(queries.introduction(cast.individual, introduction.public_id).share, clock.now())
