"""Whoever writes from an address that is nobody's here: the team has it, and one line says so where that is safe."""

import pytest

from kith.messaging.models import Message
from kith.outbox.models import Letter

from .conftest import about_the_run, answer_to, comes_in, email

SENDER = "gwen@elsewhere.example"
VOUCHED = {"sender": SENDER, "Authentication_Results": "mx.goodcompany.example; dkim=pass header.d=elsewhere.example"}


def lines() -> list[Letter]:
    return list(Letter.objects.filter(kind="to a sender: it arrived"))


@pytest.mark.shows("S101", "Q-51")
def test_a_sender_who_is_vouched_for_hears_that_it_arrived_and_nothing_else(cast):
    comes_in(email("Is this the gardening?", **VOUCHED))
    [line] = lines()
    assert (line.to, line.individual_ref) == (SENDER, "")
    assert line.body == "Your message has arrived. Somebody will read it by Tuesday 15 September."


def test_once_a_day_however_often_they_write(cast):
    for number in range(4):
        comes_in(email(f"Hello {number}", **VOUCHED))
    assert (len(lines()), Message.objects.count()) == (1, 4)


def test_an_answer_from_another_address_hears_the_same_line(cast, run):
    message = comes_in(answer_to(about_the_run(cast, run), "He ran.", **VOUCHED)).message
    assert (message.owner, message.typed_by_individual) == (cast.worker, False)
    assert [each.to for each in lines()] == [SENDER]


@pytest.mark.parametrize(
    "headers",
    [
        {"Authentication_Results": "mx.goodcompany.example; dkim=fail header.d=elsewhere.example"},
        {"Authentication_Results": "mx.elsewhere.example; dkim=pass header.d=elsewhere.example"},
        {"Authentication_Results": ""},
        {"Auto_Submitted": "auto-replied"},
    ],
)
def test_an_address_that_proves_nothing_hears_nothing(cast, headers):
    comes_in(email("Hello", **{**VOUCHED, **headers}))
    assert lines() == []


def test_what_they_answer_to_the_line_is_the_team_s_too(cast):
    comes_in(email("Is this the gardening?", **VOUCHED))
    message = comes_in(answer_to(lines()[0], "Thank you.", **VOUCHED)).message
    assert (message.said_by, message.team, len(lines())) == ("unknown", cast.team, 1)
