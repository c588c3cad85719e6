"""Places are asked whether their listings are right: at set ages, once a day at most, and never against their wish."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions, ages, aging, asking_links
from kith.directory.gates import still_to_be_asked
from kith.directory.models import Activity, Asked, Contact, Doubt
from kith.outbox import gates
from kith.outbox.models import Letter

HELLO = "hello@calderchoir.example"


@pytest.fixture(autouse=True)
def mail_leaves(settings):
    settings.MAIL_URL = "smtp://mail.example"


@pytest.fixture
def listing(db, worker):
    """A listing that was checked so many days ago."""

    def listed(name="Calder choir", days=ages.ASKED[0], **fields) -> Activity:
        day = clock.today() - timedelta(days=days)
        made = actions.add_activity(name=name, by=worker, **{"email": HELLO, "last_checked_on": day} | fields)
        Activity.objects.filter(pk=made.pk).update(listed_on=day)
        return made

    return listed


def sweep(days: int = 0) -> int:
    with clock.at(timezone.localtime(clock.now()) + timedelta(days=days)):  # at this hour, whatever the clocks did
        return actions.ask_places(by=Actor.system(), goes_on=lambda: True)


def link(answer: str, letter: Letter | None = None) -> str:
    letter = letter or Letter.objects.latest("pk")
    return re.search(rf"\S+?(/k/\S+/{answer}/)", letter.body).group(1)


def press(answer: str, **typed):
    return Client(enforce_csrf_checks=True).post(link(answer), {"pressed": "1"} | typed)


def test_the_letter_says_what_the_listing_says_and_holds_the_answers(listing):
    made = listing(phone="01632 960123", is_free=True)
    assert sweep() == 1
    letter = Letter.objects.get()
    assert (letter.to, letter.subject, letter.sender) == (HELLO, "Is this still right?", "")
    assert "Calder choir\nCost: Free\nTelephone: 01632 960123" in letter.body
    assert all(link(answer) for answer in asking_links.ANSWERS)
    assert letter.is_news and letter.stop_url.endswith("/stop/")
    assert made.public_id not in letter.body and "kith" not in letter.body.lower()


@pytest.mark.parametrize("days", [0, ages.RING_FIRST, ages.ASKED[0] - 1])
def test_what_was_checked_lately_is_not_asked_about(listing, days):
    listing(days=days)
    assert sweep() == 0


def test_three_letters_with_growing_gaps_and_no_more(listing):
    listing()
    first, second, third = ages.ASKED
    assert [day for day in range(400) if sweep(day)] == [0, second - first, third - first]


def test_a_check_begins_it_all_again(listing, worker):
    made = listing()
    sweep()
    actions.confirm(activity=made, how="rang them", by=worker)
    assert sweep(30) == 0
    assert sweep(ages.ASKED[0]) == 1
    assert Asked.objects.count() == 2


def test_one_letter_for_all_of_an_address_whatever_its_capitals(listing):
    for number in range(10):
        listing(name=f"Choir {number}", email=HELLO.upper() if number % 2 else HELLO)
    listing(name="Soon", days=ages.ASKED[0] - ages.TOGETHER)
    listing(name="Lately", days=10)
    assert sweep() == 1
    body = Letter.objects.get().body
    assert all(f"Choir {number}" in body for number in range(10))
    assert "Soon" in body and "Lately" not in body
    assert sweep() == 0 and sweep(1) == 0


def test_killed_between_posting_and_the_end_nothing_is_sent_twice(listing, monkeypatch):
    listing()

    def stumbles(*args, **kwargs):
        raise RuntimeError("killed")

    with monkeypatch.context() as killed:
        killed.setattr("kith.directory.actions.asking.trail.record", stumbles)
        assert sweep() == 0
    assert not Letter.objects.exists() and not Asked.objects.exists()
    assert sweep() == 1 and sweep() == 0
    assert Letter.objects.count() == 1


def test_not_without_a_way_out_for_email(listing, settings):
    settings.MAIL_URL, settings.KITH_DEMO = "", False
    listing()
    assert sweep() == 0 and not Contact.objects.exists()


def test_what_happens_once_or_has_closed_or_gives_no_address_is_not_asked_about(listing, worker):
    listing(on_date=clock.today() + timedelta(days=3))
    listing(email="")
    actions.close(activity=listing(), by=worker)
    assert sweep() == 0


def test_an_address_that_is_none_gets_no_letter_and_is_not_tried_every_half_hour(listing):
    listing(email="ring us")
    assert sweep() == 0 and sweep() == 0
    assert Asked.objects.count() == 1 and not Letter.objects.exists()


def test_looking_at_a_link_changes_nothing(listing):
    made = listing()
    sweep()
    before = Activity.objects.get(pk=made.pk).last_checked_on
    for answer in asking_links.ANSWERS:
        page = Client().get(link(answer))
        assert page.status_code == 200 and "Calder choir" in page.content.decode() or answer == "stop"
        assert not page.cookies and page["Cache-Control"] == "no-store"
    made.refresh_from_db()
    assert made.last_checked_on == before and made.status == "live"
    assert Contact.objects.get().stopped_on is None and not Doubt.objects.exists()


def test_still_right_is_one_press(listing):
    made = listing()
    sweep()
    assert "Our list says so today." in press("right").content.decode()
    made.refresh_from_db()
    assert (made.last_checked_on, made.last_checked_how) == (clock.today(), "they said so")
    assert made.checked_by == "contact"


def test_changed_asks_what_and_keeps_what_was_typed(listing):
    listing()
    sweep()
    assert "Please write what has changed" in press("changed", words=" ").content.decode()
    press("changed", words="Now on Fridays")
    assert Doubt.objects.get().words == "Now on Fridays"


def test_gone_leaves_the_table_and_right_brings_it_back_by_the_same_letter(listing):
    made = listing()
    sweep()
    press("gone")
    made.refresh_from_db()
    assert made.status == "closed"
    press("right")
    made.refresh_from_db()
    assert made.status == "live" and made.last_checked_on == clock.today()


def test_of_several_only_those_that_were_chosen(listing):
    one, other = listing(), listing(name="Calder band")
    sweep()
    assert "Please choose at least one." in press("gone").content.decode()
    press("gone", listings=one.public_id)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, other.status) == ("closed", "live")


def test_a_link_speaks_only_for_what_still_gives_its_address_and_for_a_while(listing, worker):
    made = listing()
    sweep()
    with clock.at(timezone.localtime(clock.now()) + timedelta(days=ages.LINK_HOLDS + 1)):
        assert Client().get(link("right")).status_code == 404
        assert Client().get(link("stop")).status_code == 200
    actions.correct(activity=made, field="email", value="new@calderchoir.example", by=worker)
    assert Client().get(link("right")).status_code == 404
    with pytest.raises(Refused):
        actions.answer_as_place(contact=Contact.objects.get(), activity=made, answer="right", by=Actor.at_own_address())


@pytest.mark.parametrize("held", ["x", "x.y", "made-up-20260101.sig", "-.x"])
def test_a_made_up_link_is_one_that_has_ended(db, held):
    assert Client().get(f"/k/{held}/right/").status_code == 404
    assert Client().post(f"/k/{held}/stop/").status_code == 404


def test_an_answer_of_another_kind_is_none(listing):
    listing()
    sweep()
    assert Client().get(link("right").replace("/right/", "/perhaps/")).status_code == 404


@pytest.mark.shows("Q-66")
def test_stop_is_one_press_also_from_a_mail_program_and_is_kept(listing):
    listing()
    sweep()
    mail_program = Client(enforce_csrf_checks=True).post(link("stop"), {"List-Unsubscribe": "One-Click"})
    assert "We do not write to this address again." in mail_program.content.decode()
    assert sweep(ages.ASKED[1] - ages.ASKED[0]) == 0
    assert isinstance(still_to_be_asked(Letter.objects.get()), gates.HoldBack)


def test_an_address_rests_after_a_letter_came_back(listing):
    listing()
    sweep()
    assert isinstance(still_to_be_asked(Letter.objects.get()), gates.Go)
    Letter.objects.update(state="came_back")
    assert sweep(ages.ASKED[1] - ages.ASKED[0]) == 0
    contact = Contact.objects.get()
    assert contact.rests_since is not None
    assert isinstance(still_to_be_asked(Letter.objects.get()), gates.HoldBack)


def test_a_letter_about_nothing_any_more_does_not_leave(listing, worker):
    made = listing()
    sweep()
    actions.close(activity=made, by=worker)
    assert isinstance(still_to_be_asked(Letter.objects.get()), gates.HoldBack)


def test_nobody_but_kith_itself_and_who_sets_the_table_asks(listing):
    listing()
    sweep()
    with pytest.raises(NotPermitted):
        actions.ask_place(contact=Contact.objects.get(), today=clock.today(), by=Actor.nobody())


def test_the_questions_do_not_grow_with_the_listings_of_an_address(listing, django_assert_max_num_queries):
    for number in range(12):
        listing(name=f"Choir {number}")
    with django_assert_max_num_queries(30):
        sweep()


def test_what_is_kept_to_ourselves_is_in_no_letter_and_on_no_page_of_a_link(listing):
    listing(phone="07700 900123", host_name="Zebedee")
    listing("Calder fish", keep_to_ourselves=True, email="fish@calder.example")
    assert sweep() == 1
    letter = Letter.objects.get()
    page = Client().get(link("right")).content.decode()
    assert letter.to == HELLO and "Calder choir" in page
    for told in (letter.body, page):
        assert "900123" not in told.replace("&nbsp;", " ") and "Zebedee" not in told


def test_what_a_worker_closed_is_not_put_back_by_an_old_letter_and_the_keeper_hears_of_it(listing, worker):
    made = listing()
    sweep()
    actions.say_gone(activity=made, by=worker)
    press("right")
    made.refresh_from_db()
    assert made.status == "closed"
    assert Doubt.objects.get(seen_to_on=None).words == "They say that it goes on after all."


def test_their_yes_settles_that_it_had_stopped_and_not_what_has_changed(listing, worker):
    made = listing()
    sweep()
    actions.say_changed(activity=made, words="Now on Fridays", by=worker)
    press("right")
    assert Doubt.objects.get(seen_to_on=None).words == "Now on Fridays"


def test_what_gives_an_address_is_found_by_its_index_however_it_is_written(listing):
    made = listing(email="Hello@CalderChoir.example")
    contact = Contact.objects.create(email=HELLO)
    assert list(aging.giving(contact)) == list(aging.of_contact(contact)) == [made]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # so few rows are quicker read through
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "directory_by_address" in aging.giving(contact).explain()


def test_what_came_back_long_ago_is_not_written_again_and_a_stopped_clock_stops(listing):
    listing()
    sweep()
    Letter.objects.update(state="came_back")
    sweep()
    with CaptureQueriesContext(connection) as asked:
        sweep()
    assert not [each["sql"] for each in asked if each["sql"].startswith("UPDATE")]
    Contact.objects.all().delete()
    assert actions.ask_places(by=Actor.system(), goes_on=lambda: False) == 0
    assert not Contact.objects.exists()
