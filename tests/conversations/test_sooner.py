"""The individual asks to meet sooner; the worker answers with words, or by moving the meeting."""

from datetime import timedelta

import pytest

from kith.access.permit import NotPermitted
from kith.conversations import actions
from kith.conversations.models import Asked
from kith.conversations.queries import before as queries
from kith.conversations.when import in_window, on_day
from kith.outbox.models import Letter
from tests.conversations.test_before import page, signed_in
from tests.conversations.test_pages import TODAY, one_factor  # noqa: F401 - a fixture for all


@pytest.fixture
def asked(cast):
    actions.plan_next(individual=cast.individual, when=in_window("3", TODAY), by=cast.as_worker)
    signed_in(cast.user).post(page(cast, "sooner"), {"reason": "It has been a long week."})
    return Asked.objects.get()


@pytest.mark.shows("S96")
def test_they_see_when_it_is_and_can_ask_for_it_sooner(cast, asked):
    assert (asked.kind, asked.typed_by_individual) == ("sooner", True)
    assert list(queries.open_questions([cast.individual])) == [asked]
    read = signed_in(cast.user).get(page(cast, "sooner")).content.decode()
    assert "It has been asked." in read
    assert "In about 3 months" in read
    signed_in(cast.user).post(page(cast, "sooner"), {"reason": "Again"})
    assert Asked.objects.count() == 1


def test_words_are_not_needed(cast):
    assert signed_in(cast.user).post(page(cast, "sooner"), {}).status_code == 302
    assert Asked.objects.get().words == ""


@pytest.mark.shows("S96")
def test_moving_the_meeting_nearer_answers_it_and_they_are_told(cast, asked):
    actions.plan_next(individual=cast.individual, when=on_day(TODAY + timedelta(days=9)), by=cast.as_worker)
    asked.refresh_from_db()
    assert (asked.answered_by, asked.answer) == (cast.worker, "")
    assert Letter.objects.get().kind == "to individual: an answer"
    assert queries.wish_to_meet_sooner(cast.individual) is None


def test_moving_it_further_away_does_not(cast, asked):
    actions.plan_next(individual=cast.individual, when=in_window("6", TODAY), by=cast.as_worker)
    asked.refresh_from_db()
    assert asked.answered_at is None
    assert not Letter.objects.exists()


def test_words_answer_it_too_and_only_the_worker_answers(cast, asked):
    address = page(cast, "answer_asked", asked=asked.public_id)
    assert signed_in(cast.user).get(address).status_code == 404
    with pytest.raises(NotPermitted):
        actions.answer_asked(asked=asked, words="Myself", by=cast.as_individual)
    empty = signed_in(cast.worker).post(address, {"reply": ""})
    assert empty.status_code == 422
    signed_in(cast.worker).post(address, {"reply": "Can I ring you on Friday?"})
    asked.refresh_from_db()
    assert asked.answer == "Can I ring you on Friday?"
    again = signed_in(cast.worker).post(address, {"reply": "Twice"})
    assert again.status_code == 422
    assert queries.asked_lately(cast.individual)[0].answer == "Can I ring you on Friday?"
