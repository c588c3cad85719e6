"""How email leaves from here, in words; and one email sent at once, so that whoever sets Kith up sees that it does."""

from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from django.conf import settings
from django.utils import timezone

from .envelopes import plain_address
from .mail_server import MailServer, Van

WORDS = "This is a test. It shows that email leaves from here. There is nothing to do."


def how_email_leaves() -> str:
    """One sentence: under which domain, and by which server. It never holds a password."""
    if settings.KITH_DEMO:
        return "This is the demo: its letters stay in the post tray, and nobody is written to."
    if not settings.MAIL_URL:
        return "No mail server is set, so letters wait here."
    try:
        server = MailServer.at(settings.MAIL_URL)
    except ValueError as problem:
        return str(problem)
    return f"Letters leave as {' and '.join(domains())} through {server.host}."


def domains() -> list[str]:
    """What whoever gets a letter sees after the “@”: of our letters, and of those to places."""
    senders = (settings.MAIL_SENDER, settings.INTRODUCTION_SENDER)
    return list(dict.fromkeys(sender.rpartition("@")[2] for sender in senders))


def where_answers_go() -> str:
    """One sentence."""
    if not settings.REPLY_ADDRESS:
        return "Answers go nowhere: KITH_REPLY_ADDRESS is not set."
    return f"Answers go to {settings.REPLY_ADDRESS}."


def send_a_test(to: str) -> str:
    """Sends it now, past the outbox, and gives what the server answered. Raises ValueError or a trouble of ours."""
    to, sender = plain_address(to), plain_address(settings.MAIL_SENDER)
    with Van(MailServer.at(settings.MAIL_URL)) as van:
        van.take(sender, to, _test(sender, to).as_bytes())
        return van.answer


def _test(sender: str, to: str) -> EmailMessage:
    """Neutral words: they tell nothing of a service or of anybody."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "A test", sender, to
    message["Date"] = format_datetime(timezone.localtime())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    if settings.REPLY_ADDRESS:
        message["Reply-To"] = plain_address(settings.REPLY_ADDRESS)
    message.set_content(WORDS)
    return message
