"""What `kith check` says about letters."""

from django.conf import settings
from django.core import checks

from .mail_server import MailServer


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
