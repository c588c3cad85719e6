"""What a machine sent is answered by none, what people wrote through one is read, and every line of ours has an end."""

import pytest

from kith.messaging import actions
from kith.messaging.models import Arrival, Message
from kith.outbox.models import Letter

from .conftest import about_the_run, answer_to, comes_in, email


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"X_Autoreply": "yes"},
        {"X_Auto_Response_Suppress": "All", "Auto_Submitted": "auto-generated"},
    ],
)
def test_an_automatic_answer_is_no_message_and_gets_no_answer(cast, run, headers):
    letter = about_the_run(cast, run)
    before = Letter.objects.count()
    assert comes_in(answer_to(letter, "I am away.", **headers)).state == Arrival.State.AUTOMATIC
    assert (Message.objects.count(), Letter.objects.count()) == (0, before)


THROUGH = {
    "an office": {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"},
    "a list": {"List_Id": "<friends.example>"},
    "a list of another kind": {"Precedence": "list"},
}


@pytest.mark.parametrize("headers", THROUGH.values(), ids=THROUGH.keys())
def test_what_people_write_through_an_office_or_a_group_waits_for_somebody(cast, run, headers):
    known = comes_in(answer_to(about_the_run(cast, run), "I need help.", sender="tomos@library.example", **headers))
    assert (known.message.individual, known.message.owner) == (cast.individual, cast.worker)
    unknown = comes_in(email("Hello, I would like support.", sender="new@council.example", **headers))
    assert (unknown.message.team, unknown.message.said_by) == (cast.team, "unknown")
    assert not Letter.objects.filter(kind="to individual: it arrived").exists()


def test_what_came_through_a_list_from_their_own_address_is_read_by_a_person_and_answered_by_no_machine(cast, run):
    letter = about_the_run(cast, run)
    message = comes_in(answer_to(letter, "I am not well, can you ring?", List_Id="<a.list.example>")).message
    assert message.owner == cast.worker
    assert not Letter.objects.filter(kind="to individual: it arrived").exists()


def test_two_machines_do_not_write_to_each_other_for_ever(cast, run):
    letter = about_the_run(cast, run)
    for number in range(20):
        comes_in(answer_to(letter, f"Thank you for your message {number}"))
    assert Letter.objects.filter(kind="to individual: it arrived").count() == 5


def test_a_worker_who_answers_a_notice_by_email_is_told_where_to_answer(cast):
    actions.write(individual=cast.individual, words="Hello", by=cast.as_individual)
    notice = Letter.objects.get(kind="to worker: a message")
    arrival = comes_in(answer_to(notice, "On my way", sender=cast.worker.email))
    assert arrival.state == Arrival.State.NOBODY_READS
    [told] = Letter.objects.filter(kind="to worker: not read here")
    assert told.to == cast.worker.email


def test_a_worker_whose_machine_answers_every_line_is_told_once(cast):
    actions.write(individual=cast.individual, words="Hello", by=cast.as_individual)
    letter = Letter.objects.get(kind="to worker: a message")
    for _ in range(10):
        comes_in(answer_to(letter, "I am on leave", sender=cast.worker.email))
        letter = Letter.objects.order_by("-pk")[0]
    assert Letter.objects.filter(kind="to worker: not read here").count() == 1


def test_a_worker_who_answers_one_notice_after_the_other_is_told_five_times_an_hour(cast):
    for number in range(7):
        actions.write(individual=cast.individual, words=f"Hello {number}", by=cast.as_individual)
        Letter.objects.filter(state="waiting").update(state="sent")  # one that has left: the next is a new one
    for notice in Letter.objects.filter(kind="to worker: a message"):
        comes_in(answer_to(notice, "On my way", sender=cast.worker.email))
    assert Letter.objects.filter(kind="to worker: a message").count() == 7
    assert Letter.objects.filter(kind="to worker: not read here").count() == 5
