"""What is kept is sent to the individual as it stood on the page: in their way, by whoever may, and to nobody else."""

import re
from datetime import date

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.directory.models import Activity, Status
from kith.ideas import actions, shortlist
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual
from tests.page_words import words_of


@pytest.fixture
def kept(cast):
    """The choir and the run are kept."""
    for activity in (cast.choir, cast.harriers):
        actions.keep(individual=cast.individual, activity=activity, reasons=[], by=cast.olwen)
    people.keep_wishes(individual=cast.individual, says_words=True, by=cast.olwen)
    return cast


def page_of(cast, who) -> str:
    return cast.browsing(who).get(cast.at("table/send/")).content.decode()


def mark_on(page: str) -> str:
    return re.search(r'name="shown" value="(\w+)"', page)[1]


def send(cast, who, shown=None):
    shown = mark_on(page_of(cast, who)) if shown is None else shown
    return cast.browsing(who).post(cast.at("table/send/"), {"shown": shown})


def reached(cast, **wishes):
    Individual.objects.filter(pk=cast.individual.pk).update(**wishes)
    cast.individual.refresh_from_db()


@pytest.mark.shows("S32", "S34")
@pytest.mark.parametrize(("who", "press"), [("idris", "Send it to Olwen"), ("olwen", "Send it to me")])
def test_what_stood_on_the_page_is_what_goes(kept, who, press):
    page = page_of(kept, who)
    assert press in page
    assert send(kept, who).status_code == 302
    letter = Letter.objects.get()
    assert (letter.kind, letter.channel, letter.individual_ref) == (
        shortlist.SHORTLIST,
        "email",
        kept.individual.public_id,
    )
    for line in (kept.choir.name, kept.harriers.name, "Thursdays 6:30pm", "01632 960412"):
        assert line in letter.body and line in page, line
    assert letter.subject and kept.choir.name not in letter.subject


def test_pressed_twice_one_letter_goes(kept):
    shown = mark_on(page_of(kept, "idris"))
    for _ in range(2):
        assert send(kept, "idris", shown).status_code == 302
    assert Letter.objects.count() == 1


def test_nothing_goes_that_was_not_shown(kept):
    shown = mark_on(page_of(kept, "idris"))
    actions.keep(individual=kept.individual, activity=kept.repair, reasons=[], by=kept.olwen)
    answer = send(kept, "idris", shown)
    assert answer.status_code == 409 and "Something has changed." in words_of(answer)
    assert not Letter.objects.exists()
    assert kept.repair.name in words_of(answer)


def test_doubts_go_along_and_what_is_over_does_not(kept):
    directory.say_gone(activity=kept.choir, by=kept.acting("olwen"))
    Activity.objects.filter(pk=kept.harriers.pk).update(on_date=date(2026, 11, 1))
    send(kept, "olwen")
    body = Letter.objects.get().body
    assert "Somebody said it may have stopped: ring before you go." in body and kept.harriers.name not in body


@pytest.mark.parametrize("status", [Status.CLOSED, Status.OFF, Status.RETIRED])
def test_what_has_stopped_is_neither_sent_nor_printed_nor_introduced(kept, status):
    Activity.objects.filter(pk=kept.choir.pk).update(status=status)
    assert [each.name for each in shortlist.kept_and_going_on(kept.individual)] == [kept.harriers.name]
    for path in ("table/send/", "table/on-paper/", "table/"):
        page = words_of(kept.browsing("idris").get(kept.at(path)))
        assert kept.choir.name not in page and kept.harriers.name in page, path
    assert "Kept (1)" in words_of(kept.browsing("idris").get(kept.at("table/?q=running")))


def leaves(kept, settings) -> Letter:
    settings.KITH_DEMO = True
    deliver_due(clock.now())
    return Letter.objects.get()


def test_what_stops_while_the_letter_waits_does_not_leave_and_nothing_is_added(kept, settings):
    send(kept, "olwen")
    directory.close(activity=kept.choir, by=kept.worker)
    directory.say_changed(activity=kept.harriers, words="Now at 7pm", by=kept.acting("olwen"))
    actions.keep(individual=kept.individual, activity=kept.repair, reasons=[], by=kept.olwen)
    letter = leaves(kept, settings)
    assert letter.state == Letter.State.IN_TRAY
    assert kept.choir.name not in letter.body and kept.repair.name not in letter.body
    assert kept.harriers.name in letter.body and "something has changed: ring before you go." in letter.body


def test_what_is_as_it_was_leaves_as_it_was_shown(kept, settings):
    settings.KITH_DEMO = True
    send(kept, "olwen")
    body = Letter.objects.get().body
    assert leaves(kept, settings).body == body


def test_a_letter_with_nothing_left_on_it_stays_here(kept, settings):
    send(kept, "olwen")
    directory.close(activity=kept.choir, by=kept.worker)
    actions.set_aside(individual=kept.individual, activity=kept.harriers, by=kept.olwen)
    letter = leaves(kept, settings)
    assert letter.state == Letter.State.HELD
    assert letter.last_problem == "Nothing on this list is still to come, so it was not sent."


def test_a_text_says_as_well_what_to_know_before_setting_out(kept):
    directory.say_gone(activity=kept.choir, by=kept.acting("olwen"))
    lines = shortlist.words_of(shortlist.kept_and_going_on(kept.individual), "text").splitlines()
    [choir] = [each for each in lines if each.startswith(kept.choir.name)]
    assert choir.endswith(". Somebody said it may have stopped: ring before you go")
    assert sum("ring before you go" in each for each in lines) == 1


def test_by_text_it_is_short(kept, settings):
    settings.KITH_DEMO = True
    for number in range(5):
        made = directory.add_activity(name=f"Chess {number}", by=kept.worker)
        actions.keep(individual=kept.individual, activity=made, reasons=[], by=kept.olwen)
    reached(kept, reached_by="text", phone="+447700900123")
    send(kept, "idris")
    letter = Letter.objects.get()
    assert (letter.channel, letter.to) == ("text", "+447700900123")
    assert "And 3 more." in letter.body and letter.body.count("Chess") == 4


def test_whoever_is_not_reached_from_here_can_print_it(kept):
    reached(kept, reached_by="text")
    page = words_of(kept.browsing("idris").get(kept.at("table/send/")))
    assert "Texts cannot be sent from here yet. It can be printed." in page and "Send it to" not in page
    with pytest.raises(Refused):
        actions.send_shortlist(individual=kept.individual, shown="", by=kept.worker)


def test_with_nothing_kept_there_is_nothing_to_send(cast):
    assert "Send it to" not in page_of(cast, "idris")
    answer = cast.browsing("idris").post(cast.at("table/send/"), {"shown": ""})
    assert answer.status_code == 409 and "Nothing is kept that is still to come." in words_of(answer)


@pytest.mark.parametrize(("who", "status"), [("mair", 404), ("noor", 404)])
def test_nobody_else_sends_it(kept, who, status):
    assert kept.browsing(who).post(kept.at("table/send/"), {"shown": "x"}).status_code == status
    with pytest.raises(NotPermitted):
        actions.send_shortlist(individual=kept.individual, shown="x", by=kept.acting("noor"))
    assert not Letter.objects.exists()


def test_what_they_sent_themself_may_leave_in_the_evening_and_a_workers_by_day(kept):
    late = clock.now().replace(hour=21, minute=30)
    with clock.at(late):
        send(kept, "idris")
        by_day = Letter.objects.get().next_try_at
        Letter.objects.all().delete()
        send(kept, "olwen")
        assert by_day > late and Letter.objects.get().next_try_at <= late


def test_where_letters_are_not_to_say_what_they_are_about_it_is_one_neutral_line(kept):
    people.keep_wishes(individual=kept.individual, says_words=False, by=kept.olwen)
    page = words_of(kept.browsing("idris").get(kept.at("table/send/")))
    assert "as Olwen wishes letters to be. The list is read on their own page" in page
    send(kept, "idris")
    body = Letter.objects.get().body
    assert kept.choir.name not in body and kept.harriers.name not in body and "table/on-paper/" in body


def test_the_ways_to_it_are_on_the_table_when_stuck_and_beside_the_paper(kept):
    for path in ("table/", "table/stuck/", "table/on-paper/"):
        assert kept.at("table/send/") in kept.browsing("olwen").get(kept.at(path)).content.decode(), path
