"""GOV.UK Notify, through its own client: texts by a template that is nothing but ((body)), letters as finished PDF."""

import logging
from io import BytesIO

import requests
import urllib3
from django.conf import settings
from notifications_python_client.errors import APIError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

from kith.outbox.models import Letter
from kith.outbox.troubles import NotEver, NotKnown, NotNow, NotReached, Trouble

PATIENCE = 10  # seconds
KEY_LENGTH = 73  # of the two ids that a key ends in; a name may stand before them
BUSY, NO_KEY = 429, 403

# Its client writes answers into the log, and an answer may repeat a telephone number.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)


class Notify:
    """One connection to GOV.UK Notify."""

    def __init__(self) -> None:
        if problem := what_is_missing():
            raise ValueError(problem)
        self.client = NotificationsAPIClient(settings.NOTIFY_KEY, base_url=settings.NOTIFY_URL, timeout=PATIENCE)

    def send_text(self, letter: Letter, to: str, reference: str) -> str:
        """Hands a text over."""
        return self._told(
            self.client.send_sms_notification,
            phone_number=to,
            template_id=settings.NOTIFY_TEXT_TEMPLATE,
            personalisation={"body": letter.body},
            reference=reference,
        )

    def send_letter(self, letter: Letter, pdf: bytes, reference: str) -> str:
        """Hands a letter over, to be printed as it is."""
        return self._told(self.client.send_precompiled_letter_notification, reference=reference, pdf_file=BytesIO(pdf))

    def _told(self, send, **what) -> str:
        try:
            return str(send(**what)["id"])
        except InvalidResponse as problem:
            raise NotKnown("The provider gave no clear answer, so it may have taken this or not.") from problem
        except APIError as problem:
            raise (_answer(problem) if problem.response is not None else _silence(problem)) from problem
        except (KeyError, TypeError) as problem:
            raise NotKnown("The provider gave no clear answer, so it may have taken this or not.") from problem


def what_is_missing() -> str:
    """What has to be set before Notify can be used, as a sentence; "" when nothing is missing."""
    if len(settings.NOTIFY_KEY) < KEY_LENGTH:
        return "KITH_NOTIFY_KEY is not a whole key of GOV.UK Notify."
    if settings.TEXT_PROVIDER == "notify" and not settings.NOTIFY_TEXT_TEMPLATE:
        return "KITH_NOTIFY_TEXT_TEMPLATE is not set: the id of a text template that is nothing but ((body))."
    return ""


def _answer(problem: APIError) -> Trouble:
    """It answered, and did not take it."""
    code = problem.status_code
    if code == NO_KEY:
        return NotReached("The provider did not accept our key. An administrator can put that right.")
    if code == BUSY:
        return NotReached(f"The provider takes no more at present ({_said(problem)}).")
    if 400 <= code < 500:
        return NotEver(f"The provider did not take this ({_said(problem)}).")
    return NotNow(f"The provider had trouble of its own ({code}).")


def _silence(problem: APIError) -> Trouble:
    """No answer. Whether the request had left by then is told by where it broke."""
    cause = problem.__cause__
    if isinstance(cause, requests.exceptions.ReadTimeout) or _broke_on_the_way(cause):
        return NotKnown("The provider did not say whether it took this.")
    return NotReached("The provider could not be reached.")


def _broke_on_the_way(cause: BaseException | None) -> bool:
    """The connection stood, and ended before an answer came."""
    inner = cause.args[0] if isinstance(cause, requests.ConnectionError) and cause.args else None
    is_broken = isinstance(inner, urllib3.exceptions.ProtocolError) or type(cause) is requests.ConnectionError
    return is_broken and not isinstance(inner, urllib3.exceptions.MaxRetryError)


def _said(problem: APIError) -> str:
    """Their own words, on one line."""
    told = problem.message
    words = [each.get("message", "") for each in told if isinstance(each, dict)] if isinstance(told, list) else [told]
    return " ".join(" ".join(str(each) for each in words).split())[:200]
