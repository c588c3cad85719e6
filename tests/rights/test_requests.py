"""Somebody asks about what is kept of them: by when it is answered, and what they read meanwhile."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.people.models import User
from kith.rights import actions, queries
from kith.rights.counting import last_day
from kith.rights.models import Pause, Request

from .conftest import TUESDAY


@pytest.mark.parametrize(
    ("received", "is_longer", "until"),
    [
        (date(2026, 3, 31), False, date(2026, 4, 30)),  # April has no 31st
        (date(2026, 1, 30), False, date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2024, 1, 31), False, date(2024, 2, 29)),
        (date(2026, 11, 25), False, date(2026, 12, 29)),  # Christmas, Boxing Day made up on the Monday
        (date(2026, 11, 30), True, date(2027, 3, 1)),  # February has no 30th, and the 28th is a Sunday
    ],
)
def test_a_month_is_a_calendar_month_that_ends_on_a_working_day(received, is_longer, until):
    assert last_day(received, is_longer, [], received) == until


@pytest.mark.shows("Q-23")
def test_the_individual_asks_in_one_press_and_sees_by_when(rights, signed_in):
    client = signed_in(rights.cast.user)
    page = reverse("rights:information", args=[rights.individual.public_id])
    client.post(reverse("rights:ask", args=[rights.individual.public_id]), {"kind": "copy"})
    words = client.get(page).content.decode()
    assert "An answer comes by" in words
    assert "Thursday 30 April" in words
    assert "Ask for a copy" not in words
    request = Request.objects.get()
    assert (request.came, request.lead) == ("here", rights.ines)


@pytest.mark.shows("Q-41")
def test_who_answers_for_what_is_told_to_others_is_named_to_both_where_the_settings_name_them(
    rights, signed_in, settings
):
    page = reverse("rights:information", args=[rights.individual.public_id])
    assert "Caldicott" not in signed_in(rights.cast.user).get(page).content.decode()
    settings.CALDICOTT_LEAD = "Judith Marsh"
    for who in (rights.cast.user, rights.cast.worker):
        words = signed_in(who).get(page).content.decode()
        assert "Judith Marsh answers for what is told to others, as Caldicott lead." in words


def test_pressed_twice_it_is_one_and_both_leads_hear_without_a_name(rights, wanted):
    again = actions.ask(individual=rights.individual, kind="copy", by=rights.cast.as_individual)
    assert again == wanted
    letters = Letter.objects.filter(kind="to worker: somebody asks about their information")
    assert sorted(each.to for each in letters) == ["ines@calderford.example", "ola@calderford.example"]
    assert not [each for each in letters if "Tomos" in each.body + each.subject]


def test_a_worker_writes_down_what_they_were_told_and_sees_no_more(rights, signed_in):
    client = signed_in(rights.cast.worker)
    where = [rights.individual.public_id]
    typed = {"kind": "correct", "came": "letter", "received_on": "20 March 2026", "words": "It was a Friday."}
    for _ in range(2):  # pressed twice
        client.post(reverse("rights:as_told", args=where), typed)
    request = Request.objects.get()
    assert (request.came, request.received_on) == ("letter", date(2026, 3, 20))
    assert "It was a Friday." not in client.get(reverse("rights:information", args=where)).content.decode()
    assert client.get(reverse("rights:request_page", args=[*where, request.public_id])).status_code == 404


def test_the_clock_stands_still_and_goes_on(rights, wanted):
    actions.pause(wanted=wanted, kind="clarify", words="Which years?", by=rights.as_ines)
    with clock.at(TUESDAY + timedelta(days=40)):
        (standing,) = queries.asked_by(rights.individual)
        assert standing.pause.words == "Which years?"
        assert not standing.is_late
        actions.go_on_counting(wanted=wanted, by=rights.as_ines)
        (standing,) = queries.asked_by(rights.individual)
        assert (standing.pause, standing.due_on) == (None, date(2026, 6, 9))  # forty days on
    assert Letter.objects.filter(kind="to individual: about your information").count() == 1


def test_two_months_more_with_a_reason_within_the_first(rights, wanted):
    with pytest.raises(Refused, match="why"):
        actions.take_longer(wanted=wanted, because=" ", by=rights.as_ines)
    with clock.at(TUESDAY + timedelta(days=31)), pytest.raises(Refused, match="first month"):
        actions.take_longer(wanted=wanted, because="Ten years of notes.", by=rights.as_ines)
    actions.take_longer(wanted=wanted, because="Ten years of notes.", by=rights.as_ines)
    (standing,) = queries.asked_by(rights.individual)
    assert standing.due_on == date(2026, 6, 30)


def test_an_answer_says_why_where_not_all_is_done(rights, wanted, signed_in):
    with pytest.raises(Refused, match="why"):
        actions.answer(wanted=wanted, outcome="part", words="", by=rights.as_ines)
    actions.answer(wanted=wanted, outcome="part", words="Mum’s part is hers.", by=rights.as_ines)
    page = signed_in(rights.cast.user).get(reverse("rights:information", args=[rights.individual.public_id]))
    assert "Mum’s part is hers." in page.content.decode()
    with pytest.raises(Refused, match="already"):
        actions.answer(wanted=wanted, outcome="done", words="", by=rights.as_ines)


def test_nobody_but_a_lead_sees_to_it(rights, wanted):
    for by in (rights.cast.as_worker, rights.cast.as_individual, rights.cast.as_stranger):
        with pytest.raises(NotPermitted):
            actions.answer(wanted=wanted, outcome="done", words="", by=by)
    actions.take_on(wanted=wanted, by=rights.as_ola)
    wanted.refresh_from_db()
    assert wanted.lead == rights.ola


def test_the_individual_may_take_it_back_and_ask_again(rights, wanted):
    actions.take_back(wanted=wanted, by=rights.cast.as_individual)
    again = actions.ask(individual=rights.individual, kind="copy", by=rights.cast.as_individual)
    assert again != wanted
    assert [each.request for each in queries.open_requests()] == [again]


def test_the_database_itself_wants_a_reason(rights, wanted):
    user = User.objects.first()
    for write in (
        lambda: Request.objects.filter(pk=wanted.pk).update(longer_said_on=clock.today()),
        lambda: Request.objects.filter(pk=wanted.pk).update(ended_at=clock.now()),
        lambda: Pause.objects.create(request=wanted, kind="clarify", words="", begins_on=clock.today(), begun_by=user),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def test_the_leads_pages_work(rights, wanted, signed_in):
    client = signed_in(rights.ines)
    where = [rights.individual.public_id, wanted.public_id]
    assert "Tomos" in client.get("/").content.decode()
    assert client.post(reverse("rights:pause", args=where), {"kind": "clarify", "words": ""}).status_code == 422
    assert (
        client.post(reverse("rights:pause", args=where), {"kind": "identity", "words": "Who asks?"}).status_code == 302
    )
    assert "Who asks?" in client.get(reverse("rights:request_page", args=where)).content.decode()
    client.post(reverse("rights:go_on", args=where))
    client.post(reverse("rights:longer", args=where), {"words": "Much."})
    client.post(reverse("rights:answer", args=where), {"outcome": "done", "words": "Here it is."})
    wanted.refresh_from_db()
    assert (wanted.outcome, wanted.longer_because) == ("done", "Much.")
