"""What a person wrote is told from what a machine sent, and from a letter of ours that came back."""

import pytest

from kith.messaging.reading import Kind, read_mail
from tests.messaging.reading.post import GREG, pieces, raw, written


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: bulk",
        "Precedence: JUNK",
        "Precedence: list",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Auto-Response-Suppress: All",
        "List-Id: <news.example>",
        "Return-Path: <>",
    ],
)
def test_an_automatic_answer_says_so_itself(header):
    assert read_mail(raw(b"I am away", f"From: {GREG}", header)).kind == Kind.AUTOMATIC


@pytest.mark.parametrize("name", ["no-reply", "noreply", "do_not_reply", "donotreply", "MAILER-DAEMON", "postmaster"])
def test_an_address_that_takes_no_answers_is_a_machine(name):
    assert read_mail(raw(b"Hello", f"From: {name}@post.example")).kind == Kind.AUTOMATIC


@pytest.mark.parametrize(
    "headers",
    [
        [],
        ["Auto-Submitted: no"],
        ["Precedence: first-class"],
        [f"Return-Path: <{GREG}>"],
        ["Subject: Out of office"],
        ["Subject: Re: Undeliverable: Swimming"],
        ["Subject: Automatic reply: Swimming"],
        ["Subject: failure notice"],
    ],
)
def test_a_person_may_write_about_anything(headers):
    assert read_mail(raw(b"Mail delivery failed, said my computer", f"From: {GREG}", *headers)).kind == Kind.WRITTEN


def test_a_subject_and_another_sign_are_an_automatic_answer():
    signs = ["Subject: Automatic reply: Swimming", "X-MS-Exchange-Inbox-Rules-Loop: greg@post.example"]
    assert read_mail(raw(b"I am away", f"From: {GREG}", *signs)).kind == Kind.AUTOMATIC


def report(action: str = "failed", status: str = "5.1.1", more: str = "") -> bytes:
    words = "Content-Type: text/plain\n\nYour message could not be delivered."
    for_machines = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; Sam@gym.example\nAction: {action}\nStatus: {status}\n{more}"
    )
    ours = "Content-Type: message/rfc822\n\nMessage-ID: <ours@kith.example>\nSubject: Hello\n\nHello Sam"
    return pieces(words, for_machines, ours, kind="report", more="; report-type=delivery-status")


def test_a_report_says_which_letter_came_back_and_why():
    mail = read_mail(report())
    assert mail.kind == Kind.CAME_BACK
    assert (mail.came_back_why, mail.came_back_for_good) == ("there is no such address", True)
    assert mail.answers[0] == "<ours@kith.example>"
    assert mail.left_out == ()


@pytest.mark.parametrize(
    ("status", "more", "why", "for_good"),
    [
        ("5.2.2", "", "the mailbox is full", True),
        ("4.2.2", "", "the mailbox is full", False),
        ("5.0.0", "Diagnostic-Code: smtp; 550 No such user here", "there is no such address", True),
        ("5.7.1", "", "their mail server did not take it", True),
        ("4.4.1", "", "their mail server did not answer", False),
        ("5.3.4", "", "the email is too large for it", True),
        ("", "", "their mail server did not say why", True),
    ],
)
def test_the_reason_is_said_in_plain_words(status, more, why, for_good):
    mail = read_mail(report(status=status, more=more))
    assert (mail.came_back_why, mail.came_back_for_good) == (why, for_good)


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", ""])
def test_a_report_of_anything_else_is_only_automatic(action):
    assert read_mail(report(action, "4.4.1")).kind == Kind.AUTOMATIC


def test_a_receipt_for_reading_is_only_automatic():
    receipt = pieces(
        "Content-Type: text/plain\n\nIt was read.", kind="report", more="; report-type=disposition-notification"
    )
    assert read_mail(receipt).kind == Kind.AUTOMATIC


NOTICES = {
    "Exim": (
        ["From: Mail Delivery System <Mailer-Daemon@mx.example>", "X-Failed-Recipients: sam@gym.example",
         "Subject: Mail delivery failed: returning message to sender"],
        "A message that you sent could not be delivered:\n\n  sam@gym.example\n    550 5.1.1 Unknown user",
    ),
    "Postfix": (
        ["From: MAILER-DAEMON@mx.example", "Subject: Undelivered Mail Returned to Sender"],
        "This is the mail system.\n\n<sam@gym.example>: host gym.example said: 550 5.1.1 no such user",
    ),
    "qmail": (
        ["From: MAILER-DAEMON@mx.example", "Subject: failure notice"],
        "Hi. This is the qmail-send program at mx.example.\n\n<sam@gym.example>:\nSorry, no mailbox here by that name.",
    ),
    "Gmail": (
        ["From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>", "X-Failed-Recipients: sam@gym.example",
         "Subject: Delivery Status Notification (Failure)"],
        "Address not found\n\nYour message wasn't delivered to sam@gym.example",
    ),
    "Exchange": (
        ["From: postmaster@outlook.example", "Subject: Undeliverable: Swimming"],
        "Your message to sam@gym.example couldn't be delivered.\n550 5.1.10 Recipient not found",
    ),
}  # a table, a row a line # fmt: skip


@pytest.mark.parametrize(("headers", "words"), NOTICES.values(), ids=NOTICES.keys())
def test_a_notice_of_each_usual_mail_server_is_known(headers, words):
    mail = read_mail(raw(words, *headers))
    assert mail.kind == Kind.CAME_BACK
    assert (mail.came_back_why, mail.came_back_for_good) == ("there is no such address", True)


def test_a_notice_that_it_is_tried_again_did_not_come_back():
    late = raw(b"Will keep trying", "From: MAILER-DAEMON@mx.example", "Subject: Mail delivery failed: will be retried")
    assert read_mail(late).kind == Kind.AUTOMATIC


def test_an_ordinary_email_came_back_to_nobody():
    mail = read_mail(written().as_bytes())
    assert (mail.came_back_why, mail.came_back_for_good) == ("", False)
