"""Whatever is written, an email has one recipient and each of its lines is one line."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kith.outbox import deliverer, envelopes, rules
from kith.outbox.actions import NotPosted
from kith.outbox.gates import Go
from kith.outbox.models import Letter

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
NAMES = {"subject", "from", "to", "date", "message-id", "auto-submitted", "x-auto-response-suppress"}
NAMES |= {"mime-version", "content-type", "content-transfer-encoding"}
words = st.text(max_size=120)
quickly = hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def as_read(**letter):
    at = {"created_at": AT, "message_id": "<a0@goodcompany.example>"}
    return message_from_bytes(envelopes.written(Letter(channel="email", **at, **letter), letter["to"]), policy=default)


@pytest.mark.shows("Q-11")
@quickly
@given(subject=words, to_name=words, body=st.text(max_size=400))
@pytest.mark.attack("A-14")
def test_no_words_make_a_second_line_or_a_second_recipient(subject, to_name, body):
    to = "greg@kith.example"
    assume(rules.cannot_post(channel="email", to=to, subject=subject, to_name=to_name) is None)
    message = as_read(subject=subject, to_name=to_name, body=body, to=to)
    assert {name.lower() for name in message} == NAMES
    assert [address.addr_spec for address in message["To"].addresses] == [to]
    assert message.defects == []
    assert len(message.get_all("Subject")) == 1


@pytest.mark.shows("Q-11")
@quickly
@given(address=st.one_of(st.emails(), st.text(max_size=60), st.just("greg@kith.example\nBcc: all@kith.example")))
@pytest.mark.attack("A-26")
def test_an_address_is_one_recipient_or_is_turned_away(address):
    assume(rules.cannot_be_addressed("email", address) is None)
    try:
        message = as_read(subject="You have a message", to=address, body="Hello")
    except ValueError:
        return  # such a letter is given up; see ways.ByMail
    assert len(message["To"].addresses) == 1
    assert {name.lower() for name in message} == NAMES


@quickly
@given(body=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n.= "), max_size=400))
def test_the_words_arrive_as_they_were_written(body):
    message = as_read(subject="You have a message", to="greg@kith.example", body=body)
    written = body if body.endswith("\n") else f"{body}\n"
    assert message.get_content().replace("\r\n", "\n") == written
    assert max(map(len, message.as_bytes().splitlines())) <= 78


@pytest.mark.parametrize("to_name", ["", "Siân O’Brien-Łukasz", "x" * 200, "A, B", 'A "B"'])
@pytest.mark.parametrize("subject", ["You have a message", "", "Łódź " * 30, "y" * 200])
def test_short_ways_and_the_long_way_say_the_same(subject, to_name):
    message = as_read(subject=subject, to_name=to_name, to="greg@kith.example", body="Hello")
    assert message["Subject"] == subject
    assert message["To"].addresses[0].display_name == to_name
    assert message["Date"].datetime == AT
    assert message["Message-ID"] == "<a0@goodcompany.example>"


def test_a_domain_in_another_script_is_written_in_its_plain_form(mail, letter, now):
    letter(to="greg@bücher.example")
    deliverer.deliver_due(now)
    assert mail.given[0][0] == ["greg@xn--bcher-kva.example"]


@pytest.mark.shows("Q-66")
def test_news_can_be_stopped_by_one_press_and_other_letters_say_nothing_of_it(mail, letter, now):
    stop_url = "https://kith.example/stop/" + "abcdef0123" * 8 + "/"
    letter(is_news=True, stop_url=stop_url)
    letter(stop_url=stop_url)
    deliverer.deliver_due(now)
    news, other = mail.messages
    assert news["List-Unsubscribe"] == f"<{stop_url}>"
    assert news["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert other["List-Unsubscribe"] is None


@pytest.mark.shows("Q-66")
@pytest.mark.parametrize("stop_url", ["", "https://kith.example/\nBcc: a@b.example", "kith.example", "https://a b"])
def test_news_that_cannot_be_stopped_is_not_posted(letter, stop_url):
    with pytest.raises(NotPosted):
        letter(is_news=True, stop_url=stop_url)


def test_an_address_from_a_gate_is_looked_at_too(mail, letter, gate, now):
    gate("a kind", lambda letter: Go(to="greg@kith.example, tom@kith.example"))
    letter()
    assert deliverer.deliver_due(now)["held"] == 1
    assert mail.given == []


def test_a_gate_may_tell_the_name_and_the_sender(mail, letter, gate, now):
    gate("a kind", lambda letter: Go(to=letter.to, to_name="Greg", sender="other@goodcompany.example"))
    letter(kind="another kind")
    letter()
    letter(kind="another kind")
    deliverer.deliver_due(now)
    usual = "hello@goodcompany.example"
    assert [message["From"] for message in mail.messages] == [usual, "other@goodcompany.example", usual]
    assert mail.senders == [usual, "other@goodcompany.example", usual]
    assert mail.messages[1]["To"].addresses[0].display_name == "Greg"
    assert mail.connections == 1


def test_a_cause_posts_one_letter_and_none_is_no_cause(letter):
    assert letter(once="reminder 1") == letter(once="reminder 1")
    assert letter(once="") != letter(once="")
    assert Letter.objects.count() == 3
