"""Answers and bounces find their letter by an address that only this install can make."""

import re
from datetime import timedelta

import pytest
from django.core.management.utils import get_random_secret_key

from kith.outbox import checks, deliverer
from kith.outbox.reply_addresses import address_for, letter_of, letter_of_message_id


@pytest.fixture
def answers(settings):
    settings.REPLY_ADDRESS = "Replies@GoodCompany.example"


def test_an_address_is_short_lower_case_and_tells_nothing(answers, letter):
    address = address_for(letter(individual_ref="greg"))
    name, _, domain = address.rpartition("@")
    assert domain == "goodcompany.example"
    assert re.fullmatch(r"replies\+[a-z0-9]{36}", name) and len(name) <= 64
    assert "greg" not in address


def test_it_finds_its_letter_in_any_case_and_with_a_name_around_it(answers, letter):
    posted = letter()
    address = address_for(posted)
    for seen in (address, address.upper(), f"Good Company <{address}>", f'"A, B" <{address.upper()}>', f"<{address}>"):
        assert letter_of(seen) == posted


def test_an_address_that_was_changed_finds_nothing(answers, letter):
    posted, other = letter(), letter()
    address = address_for(posted)
    changed = [
        address.replace(posted.public_id, other.public_id),
        address.replace(posted.public_id, "0" * 20),
        address[: address.index("@") - 1] + ("a" if address[address.index("@") - 1] != "a" else "b") + "@x.example",
        f"replies+{posted.public_id}@goodcompany.example",
        "replies@goodcompany.example",
        "",
        "no address",
    ]
    assert [letter_of(each) for each in changed] == [None] * len(changed)


def test_another_install_cannot_make_one_and_an_older_secret_still_counts(answers, letter, settings):
    address, posted = address_for(letter()), letter()
    settings.SECRET_KEY, old = get_random_secret_key(), settings.SECRET_KEY
    assert letter_of(address) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert letter_of(address) is not None
    assert letter_of(address_for(posted)) == posted


def test_a_letter_that_takes_answers_says_where_and_every_email_comes_back_to_its_own_address(
    answers, mail, letter, now
):
    talk, code = letter(takes_replies=True), letter(wipe_after_sending=True)
    deliverer.deliver_due(now)
    assert mail.senders == [address_for(talk), address_for(code)]
    assert mail.messages[0]["Reply-To"] == address_for(talk)
    assert mail.messages[1]["Reply-To"] is None
    assert {message["From"] for message in mail.messages} == {"hello@goodcompany.example"}


def test_without_an_address_for_answers_there_is_none(mail, letter, settings, now):
    settings.REPLY_ADDRESS = ""
    posted = letter(takes_replies=True)
    deliverer.deliver_due(now)
    assert address_for(posted) == ""
    assert mail.messages[0]["Reply-To"] is None
    assert mail.senders == ["hello@goodcompany.example"]


def test_a_letter_is_found_by_the_message_ids_that_an_answer_names(letter, now):
    first, second = letter(), letter(now=now + timedelta(minutes=1))
    assert letter_of_message_id(first.message_id) == first
    assert letter_of_message_id(f"<other@x.example>\r\n {first.message_id} {second.message_id}") == second
    assert letter_of_message_id("<other@x.example> nothing") is None
    assert letter_of_message_id("") is None


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("replies@goodcompany.example", []),
        ("", []),
        ("not an address", ["outbox.E003"]),
        ("a-name-that-is-far-longer-than-any@goodcompany.example", ["outbox.E004"]),
        ("a+b@goodcompany.example", ["outbox.E004"]),
        ("replies@elsewhere.example", ["outbox.W002"]),
    ],
)
def test_the_check_looks_at_the_address_for_answers(settings, address, found):
    settings.KITH_DEMO, settings.REPLY_ADDRESS = False, address
    assert [problem.id for problem in checks.answers_can_come_back(None)] == found
