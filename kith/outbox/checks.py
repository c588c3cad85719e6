"""What `kith check` says about letters."""

from django.conf import settings
from django.core import checks
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from . import providers
from .mail_server import MailServer
from .reply_addresses import LONGEST_NAME

OUT = {"email": "by email", "text": "by text message", "print": "by post, printed by a provider"}


@checks.register(checks.Tags.compatibility, deploy=True)
def letters_have_a_way_out(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when no mail server is set, or when its address cannot be read."""
    if settings.KITH_DEMO:
        return []
    if not settings.MAIL_URL:
        words = "KITH_MAIL_URL is not set: letters, sign-in codes among them, wait here until it is."
        return [checks.Warning(words, id="outbox.W001")]
    try:
        MailServer.at(settings.MAIL_URL)
    except ValueError as problem:
        return [checks.Error(str(problem), id="outbox.E001")]
    return []


@checks.register(checks.Tags.compatibility, deploy=True)
def providers_can_be_used(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when a provider is set that is not there, or that lacks a key or a template."""
    found: list[checks.CheckMessage] = []
    for channel in ("text", "print") if not settings.KITH_DEMO else ():
        try:
            providers.chosen(channel)
        except (ImportError, ValueError) as problem:
            found.append(checks.Error(str(problem), id=f"outbox.E002.{channel}"))
    return found


@checks.register(checks.Tags.compatibility, deploy=True)
def says_which_ways_are_open(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """By which channels letters leave here, and what happens to the others."""
    if settings.KITH_DEMO:
        return []
    is_set = {"email": settings.MAIL_URL, "text": settings.TEXT_PROVIDER, "print": settings.LETTER_PROVIDER}
    ways = [words for channel, words in OUT.items() if is_set[channel]]
    if not is_set["print"]:
        ways.append("on paper, printed and posted by the team")
    told = [checks.Info(f"Letters leave {', '.join(ways)}.", id="outbox.I001")]
    if not is_set["text"]:
        words = "KITH_TEXT_PROVIDER is not set: no text messages. Pages give the words to send by one's own phone."
        told.append(checks.Info(words, id="outbox.I002"))
    return told


@checks.register(checks.Tags.compatibility, deploy=True)
def answers_can_come_back(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when the address for answers cannot be used, or may make mail servers wary of our letters."""
    address = settings.REPLY_ADDRESS
    if not address or settings.KITH_DEMO:
        return []
    try:
        validate_email(address)
    except ValidationError:
        return [checks.Error("KITH_REPLY_ADDRESS is not one whole email address.", id="outbox.E003")]
    name, _, domain = address.rpartition("@")
    if len(name) > LONGEST_NAME or "+" in name:
        words = f"KITH_REPLY_ADDRESS has at most {LONGEST_NAME} letters and no “+” before its “@”."
        return [checks.Error(words, id="outbox.E004")]
    if domain.lower() != settings.MAIL_SENDER.rpartition("@")[2].lower():
        words = "KITH_REPLY_ADDRESS and KITH_MAIL_SENDER name two domains: mail servers may take our letters for spam."
        return [checks.Warning(words, id="outbox.W002")]
    return []
