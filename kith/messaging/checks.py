"""What `kith check` says about what comes in."""

from django.conf import settings
from django.core import checks

from .fetching import Mailbox


@checks.register(checks.Tags.compatibility, deploy=True)
def answers_have_a_way_in(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when people are asked to answer and nothing fetches it, or when an address cannot be read."""
    if settings.KITH_DEMO:
        return []
    found: list[checks.CheckMessage] = []
    if settings.MAILBOX_URL:
        try:
            Mailbox.at(settings.MAILBOX_URL)
        except ValueError as problem:
            found.append(checks.Error(str(problem), id="messaging.E001"))
    if settings.MAIL_DOOR and not settings.MAIL_DOOR.rpartition(":")[2].isdigit():
        words = "KITH_MAIL_DOOR names a host and a port, such as 127.0.0.1:2525."
        found.append(checks.Error(words, id="messaging.E002"))
    if settings.REPLY_ADDRESS and not (settings.MAILBOX_URL or settings.MAIL_DOOR):
        words = "KITH_REPLY_ADDRESS asks for answers, but neither KITH_MAILBOX_URL nor KITH_MAIL_DOOR takes them in."
        found.append(checks.Warning(words, id="messaging.W001"))
    if not settings.REPLY_ADDRESS:
        words = "KITH_REPLY_ADDRESS is not set: emails cannot be answered, and say nothing of answering."
        found.append(checks.Warning(words, id="messaging.W002"))
    return found
