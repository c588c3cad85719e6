"""Anybody may complain about how information is used; and whoever had a copy hears what was put right."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.interop import actions as interop
from kith.outbox.models import Letter
from kith.rights import actions, queries
from kith.rights.models import Complaint

from .conftest import TUESDAY


@pytest.mark.shows("Q-24")
def test_without_signing_in_and_with_words_alone(rights, client):
    page = reverse("rights:complain")
    assert page in client.get("/account/login/").content.decode()
    assert client.post(page, {"words": " "}).status_code == 422
    assert client.post(page, {"words": "My letter went next door."}).status_code == 302
    complaint = Complaint.objects.get()
    assert queries.say_by(complaint) == date(2026, 4, 30)
    assert complaint.individual is None
    told = Letter.objects.filter(cause__startswith="complaint ")
    assert sorted(each.to for each in told) == ["ines@calderford.example", "ola@calderford.example"]
    assert not [each for each in told if "next door" in each.body]


@pytest.mark.shows("Q-24")
def test_whoever_is_signed_in_is_known_and_it_is_answered(rights, signed_in):
    signed_in(rights.cast.user).post(
        reverse("rights:complain"), {"words": "I was not asked.", "reached_at": "tomos@calderford.example"}
    )
    complaint = Complaint.objects.get()
    assert complaint.individual == rights.individual
    client, where = signed_in(rights.ines), [complaint.public_id]
    assert "I was not asked." in client.get(reverse("rights:complaint_page", args=where)).content.decode()
    client.post(reverse("rights:came_in", args=where))
    client.post(reverse("rights:complaint_page", args=where), {"words": "You were right, and we ask first now."})
    complaint.refresh_from_db()
    assert complaint.said_at
    assert complaint.ended_by == rights.ines
    letters = Letter.objects.filter(kind="to somebody who complained")
    assert {each.to for each in letters} == {"tomos@calderford.example"}
    assert len(letters) == 2


def test_nobody_else_reads_it_and_it_does_not_end_without_an_answer(rights, signed_in):
    complaint = actions.complain(words="No.", by=Actor.nobody())
    where = reverse("rights:complaint_page", args=[complaint.public_id])
    assert signed_in(rights.cast.worker).get(where).status_code == 404
    with pytest.raises(NotPermitted):
        actions.answer_complaint(complaint=complaint, words="Yes.", by=rights.cast.as_worker)
    with pytest.raises(Refused, match="answer"):
        actions.answer_complaint(complaint=complaint, words="", by=rights.as_ines)
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(ended_at=clock.now())


def test_a_flood_is_told_to_ring(rights, monkeypatch):
    monkeypatch.setattr("kith.rights.rules.MOST_AN_HOUR", 2)
    for words in ("No.", "No.", "Not at all."):  # pressed twice, it is one
        actions.complain(words=words, by=Actor.nobody())
    with pytest.raises(Refused, match="ring"):
        actions.complain(words="Still no.", by=Actor.nobody())
    with clock.at(TUESDAY + timedelta(hours=2)):
        assert actions.complain(words="No.", by=Actor.nobody())


@pytest.mark.shows("Q-27")
def test_whoever_had_a_copy_is_told_before_a_correction_is_done(rights):
    interop.take_plan(individual=rights.individual, shape="prsb", for_whom="the surgery", by=rights.cast.as_worker)
    wanted = actions.ask(
        individual=rights.individual, kind="correct", words="Not a Friday", by=rights.cast.as_individual
    )
    (had,) = queries.who_had_copies(wanted)
    assert "the surgery" in had.who
    said = {"wanted": wanted, "outcome": "done", "words": "It was a Thursday.", "by": rights.as_ines}
    with pytest.raises(Refused, match="the surgery"):
        actions.answer(**said)
    actions.tell_of_change(wanted=wanted, copy=had.copy, how="Rang Dr Rowe.", by=rights.as_ines)
    assert actions.answer(**said).outcome == "done"
