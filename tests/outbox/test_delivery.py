"""Letters leave by a real mail server, once, to one person each, and are tried again when it refuses."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.outbox import deliverer
from kith.outbox.actions import claim, leaves
from kith.outbox.gates import Go
from kith.outbox.models import Letter
from kith.outbox.reply_addresses import letter_of_message_id

MINUTE = timedelta(minutes=1)
COUNTS = dict.fromkeys(deliverer.ENDS, 0)


def test_a_letter_is_sent_as_plain_text_that_follows_nobody(mail, letter, now):
    letter(body="Hello Greg – see you on Tuesday.\nVish")
    assert deliverer.deliver_due(now)["sent"] == 1
    [(recipients, message)] = mail.given
    assert recipients == ["greg@kith.example"]
    assert message["Subject"] == "You have a message"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().splitlines()[:2] == ["Hello Greg – see you on Tuesday.", "Vish"]
    assert not {"Disposition-Notification-To", "List-Unsubscribe", "X-Mailer"} & set(message.keys())
    assert Letter.objects.get().state == "sent"


def test_a_second_run_sends_nothing_again(mail, letter, now):
    letter()
    deliverer.deliver_due(now)
    deliverer.deliver_due(now + timedelta(days=1))
    assert len(mail.given) == 1


@pytest.mark.shows("Q-11")
def test_each_letter_has_one_recipient(mail, letter, now):
    for name in ("greg", "maya", "tom"):
        letter(to=f"{name}@kith.example")
    deliverer.deliver_due(now)
    assert [recipients for recipients, _ in mail.given] == [
        ["greg@kith.example"],
        ["maya@kith.example"],
        ["tom@kith.example"],
    ]
    assert all(
        len(message["To"].addresses) == 1 and not message["Cc"] and not message["Bcc"] for message in mail.messages
    )


def test_names_of_every_kind_reach_the_top_of_the_letter(mail, letter, now):
    for name in ("Siân O’Brien-Łukasz", "Nguyễn, Thị “Mai”", "محمد", 'A "B" <c@d.example>'):
        letter(to_name=name)
    deliverer.deliver_due(now)
    assert [message["To"].addresses[0].display_name for message in mail.messages] == [
        "Siân O’Brien-Łukasz",
        "Nguyễn, Thị “Mai”",
        "محمد",
        'A "B" <c@d.example>',
    ]
    assert {message["To"].addresses[0].addr_spec for message in mail.messages} == {"greg@kith.example"}


def test_it_is_tried_again_under_the_same_message_id(mail, letter, now):
    posted = letter()
    mail.refuse = "451 Try later"
    assert deliverer.deliver_due(now)["again"] == 1
    posted.refresh_from_db()
    assert posted.next_try_at == now + MINUTE
    assert "451 Try later" in posted.last_problem
    mail.refuse = ""
    assert deliverer.deliver_due(now + 30 * timedelta(seconds=1))["sent"] == 0
    assert deliverer.deliver_due(now + MINUTE)["sent"] == 1
    assert mail.messages[0]["Message-ID"] == posted.message_id


def test_it_is_given_up_after_the_last_try_with_words_for_staff(mail, letter, now):
    letter()
    mail.refuse = "450 Not today"
    waits = []
    for _ in range(8):
        deliverer.deliver_due(now)
        next_try = Letter.objects.get().next_try_at
        waits.append((next_try - now) // MINUTE)
        now = next_try
    assert waits == [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60, 24 * 60]
    assert deliverer.deliver_due(now)["gave_up"] == 1
    given_up = Letter.objects.get()
    assert given_up.last_problem == "The mail server did not take this address (450 Not today)."


def test_an_address_that_will_never_be_taken_is_given_up_at_once(mail, letter, now):
    letter()
    mail.refuse = "550 No such person"
    assert deliverer.deliver_due(now)["gave_up"] == 1
    given_up = Letter.objects.get()
    assert given_up.last_problem == "The mail server did not take this address (550 No such person)."
    assert deliverer.deliver_due(now + timedelta(days=1))["gave_up"] == 0


def test_one_address_that_is_turned_away_does_not_keep_the_others(mail, letter, now):
    letter(to="nobody@kith.example")
    letter()
    mail.turn_away = {"nobody@kith.example": "550 No such person"}
    assert deliverer.deliver_due(now) == COUNTS | {"sent": 1, "gave_up": 1}
    assert mail.connections == 1


def test_what_is_not_committed_does_not_leave(mail, letter, now):
    with transaction.atomic():
        letter()
        transaction.set_rollback(True)
    assert deliverer.deliver_due(now)["sent"] == 0
    assert mail.given == []


def test_a_deliverer_that_ended_with_a_letter_in_hand_is_followed_by_another(mail, letter, now):
    letter()
    claim(now=now, channel="email")  # and then the power went
    assert deliverer.deliver_due(now + timedelta(seconds=10))["sent"] == 0
    assert deliverer.deliver_due(now + 2 * MINUTE)["sent"] == 1
    assert deliverer.deliver_due(now + 4 * MINUTE)["sent"] == 0
    assert len(mail.given) == 1


def test_two_deliverers_never_take_the_same_letter(letter, now):
    for _ in range(4):
        letter()
    taken = [each.pk for _ in range(2) for each in claim(now=now, channel="email", many=2)]
    assert len(set(taken)) == 4
    assert claim(now=now, channel="email") == []


def test_a_letter_that_somebody_else_took_meanwhile_is_left_to_them(letter, now):
    letter()
    [slow] = claim(now=now, channel="email")
    [quick] = claim(now=now + 2 * MINUTE, channel="email")
    assert leaves(letter=quick, go=Go(to=quick.to), now=now)
    assert not leaves(letter=slow, go=Go(to=slow.to), now=now)


def test_nothing_leaves_before_its_time_or_when_it_is_stale(mail, letter, now):
    letter(not_before=now + timedelta(days=1))
    late = letter(goes_stale_at=now + MINUTE, wipe_after_sending=True)
    assert deliverer.deliver_due(now + 2 * MINUTE) == COUNTS | {"held": 1}
    late.refresh_from_db()
    assert (late.state, late.body) == ("held", "")
    assert deliverer.deliver_due(now + timedelta(days=1))["sent"] == 1


def test_without_a_mail_server_letters_wait(letter, settings, now):
    settings.KITH_DEMO, settings.MAIL_URL = False, ""
    letter()
    assert deliverer.deliver_due(now) == COUNTS
    assert Letter.objects.get().state == "waiting"


def test_words_are_wiped_at_once_when_asked_and_after_a_week_otherwise(mail, letter, now):
    code, other = letter(wipe_after_sending=True), letter()
    deliverer.deliver_due(now)
    code.refresh_from_db()
    other.refresh_from_db()
    assert (code.body, other.body) == ("", "It is waiting for you.")
    deliverer.deliver_due(now + timedelta(days=7))
    other.refresh_from_db()
    assert other.body == ""


def test_the_row_of_a_wiped_letter_stays_so_that_an_answer_finds_its_cause(mail, letter, now):
    posted = letter(cause="message abc")
    deliverer.deliver_due(now)
    deliverer.deliver_due(now + timedelta(days=8))
    found = letter_of_message_id(f"In-Reply-To: {posted.message_id}")
    assert (found.body, found.cause) == ("", "message abc")


def test_in_the_demo_nothing_leaves(mail, letter, settings, now):
    settings.KITH_DEMO = True
    code = letter(wipe_after_sending=True)
    deliverer.deliver_due(now)
    code.refresh_from_db()
    assert (mail.given, code.state, code.body) == ([], "in the tray", "It is waiting for you.")
    deliverer.deliver_due(now + 15 * MINUTE)
    code.refresh_from_db()
    assert code.body == ""


def test_an_idle_run_asks_the_database_little(letter, settings, now):
    settings.KITH_DEMO = True
    with CaptureQueriesContext(connection) as asked:
        deliverer.deliver_due(now)
    assert len(asked) <= 2
    assert all(query["sql"].startswith("SELECT") for query in asked)


def test_a_run_ends_when_its_time_is_over_and_the_next_goes_on(mail, letter, now):
    for _ in range(3):
        letter()
    assert deliverer.deliver_due(now, budget=0)["sent"] == 0
    told = iter([False, False, False, True])
    assert deliverer.deliver_due(now, stop=lambda: next(told, True))["sent"] == 2
    assert deliverer.deliver_due(now)["sent"] == 1


def test_a_run_takes_everything_that_is_due(mail, letter, now):
    for _ in range(250):
        letter()
    assert deliverer.deliver_due(now)["sent"] == len(mail.given) == 250
    assert mail.connections == 1


def test_no_address_is_written_into_the_log(mail, letter, now, caplog):
    letter()
    mail.refuse = "550 No"
    deliverer.deliver_due(now)
    [ours] = [record.getMessage() for record in caplog.records if record.name == "kith.outbox"]
    assert not re.search("greg|example", ours)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs a database with many writers")
def test_many_deliverers_at_once_send_each_letter_once(mail, letter, now):
    def in_a_thread(_):
        try:
            return deliverer.deliver_due(now)["sent"]
        finally:
            connection.close()

    for _ in range(20):
        letter()
    with ThreadPoolExecutor(4) as deliverers:
        sent = sum(deliverers.map(in_a_thread, range(4)))
    assert sent == len(mail.given) == 20
    assert len({message["Message-ID"] for message in mail.messages}) == 20
