"""Kith's own door for mail takes what is addressed to it, keeps it before it says so, and relays nothing."""

import smtplib

import pytest

from kith.config import mail_door as door
from kith.messaging.models import Arrival, Message
from kith.outbox import reply_addresses
from tests.outbox.conftest import free_port

from .conftest import about_the_run, answer_to, comes_in

SENDER = "tomos@calderford.example"


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """A test's own transaction is no connection that has grown old."""
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)


@pytest.fixture
def opened(monkeypatch):
    """The door on a port of this machine, and what it keeps: another thread has another database here."""
    kept = []
    monkeypatch.setattr(door, "keep", kept.append)
    monkeypatch.setattr(door, "is_for_us", lambda address: address.startswith("answers") and "goodcompany" in address)
    controller = door.controller("127.0.0.1", free_port())
    controller.start()
    yield controller.port, kept
    controller.stop()


def hands_in(port: int, to, raw: bytes):
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as server:
        return server.sendmail(SENDER, to, raw)


def test_an_answer_is_let_in_with_its_address_on_top(opened, cast, run):
    port, kept = opened
    letter = about_the_run(cast, run)
    address = reply_addresses.address_for(letter)
    raw = answer_to(letter, "27:40!").replace(address.encode(), b"undisclosed-recipients:;")
    assert hands_in(port, [address], raw) == {}
    assert comes_in(kept[0]).message.goal == run


@pytest.mark.parametrize("address", ["somebody@elsewhere.example", "root@localhost", "answers@elsewhere.example"])
def test_it_carries_nothing_for_anybody_else(opened, cast, address):
    port, kept = opened
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        hands_in(port, [address], b"Subject: x\r\n\r\nx")
    assert kept == []


def test_too_large_is_said_before_it_is_sent(opened, cast, monkeypatch):
    port, kept = opened
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as server:
        server.ehlo()
        assert int(server.esmtp_features["size"]) == door.MOST_BYTES
        code, _ = server.mail(SENDER, [f"SIZE={door.MOST_BYTES + 1}"])
    assert code == 552
    assert kept == []


@pytest.mark.shows("Q-16")
def test_what_could_not_be_kept_is_not_said_to_be_and_none_of_it_is_logged(cast, run, monkeypatch, caplog):
    monkeypatch.setattr(door, "keep", int)
    monkeypatch.setattr(door, "is_for_us", lambda address: True)
    controller = door.controller("127.0.0.1", free_port())
    controller.start()
    try:
        letter = about_the_run(cast, run)
        with pytest.raises(smtplib.SMTPDataError) as told:
            hands_in(controller.port, [reply_addresses.address_for(letter)], answer_to(letter, "Hello"))
    finally:
        controller.stop()
    assert told.value.smtp_code == 451
    assert "could not be kept (ValueError)" in caplog.text and "Hello" not in caplog.text


def test_only_addresses_that_we_made_are_ours(cast, run):
    made = reply_addresses.address_for(about_the_run(cast, run))
    assert door.is_for_us(made) and door.is_for_us("Answers@GoodCompany.example")
    assert not door.is_for_us(made.replace("@", "x@")) and not door.is_for_us("somebody@elsewhere.example")


def test_kept_twice_it_is_one(cast, run):
    raw = answer_to(about_the_run(cast, run), "27:40!")
    door.keep(raw)
    door.keep(raw)
    assert (Arrival.objects.count(), Message.objects.count()) == (1, 0)
