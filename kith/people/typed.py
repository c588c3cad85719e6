"""Words that were typed and could not be kept: the session had ended, or the form was too old.

They are held on the server for half an hour, encrypted, under a random name that only this browser's session
knows. They come back to the account they were typed under; when anybody else signs in here, they are gone.
Whose words they are is told by the form itself: its token was made when somebody signed in, for them alone.
"""

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest
from django.middleware import csrf
from django.utils.crypto import salted_hmac

from kith.access.encryption import decrypt, encrypt

LASTS = 30 * 60
MOST, LARGEST = 3, 400_000  # held at once for one browser; letters of one form
A_FORM_IS_KNOWN_FOR = 30 * 24 * 60 * 60
HELD, WAS_HERE = "typed_words", "who_was_here"
NEVER = {"csrfmiddlewaretoken", "password", "code", "credential"}
NEVER_FROM = ("/account/", "/card/", "/unlock/", "/demo/", "/stay/", "/keep/")


@dataclass(frozen=True)
class Typed:
    """One form's words: where it was, where it goes, and (name, value) of each field."""

    page: str
    action: str
    fields: list[tuple[str, str]]


def note_whose_forms(request: HttpRequest, public_id: str) -> None:
    """From now on this browser's forms are this account's. Call it just after signing in."""
    secret = request.META.get("CSRF_COOKIE", "")
    if secret:
        cache.set(_place_of(secret), public_id, A_FORM_IS_KNOWN_FOR)


def stay_through(request: HttpRequest, ends: Callable[[HttpRequest], None]) -> None:
    """Ends the session; what is held stays for them, and a form that comes now is known to be theirs."""
    held, who = _held(request), request.user.public_id
    ends(request)
    request.session.update({WAS_HERE: who, HELD: held} if held else {WAS_HERE: who})


def whose_form(request: HttpRequest, or_was_here: bool = False) -> str:
    """The public id of the account whose page this form was on; "" when nobody can say."""
    token = request.POST.get("csrfmiddlewaretoken") or request.headers.get("X-CSRFToken", "")
    found = cache.get(_place_of(_secret_of(token)), "") if token else ""
    return found or (request.session.get(WAS_HERE, "") if or_was_here else "")


def _secret_of(token: str) -> str:
    is_masked = len(token) == csrf.CSRF_TOKEN_LENGTH and token.isascii() and token.isalnum()
    return csrf._unmask_cipher_token(token) if is_masked else token


def _place_of(secret: str) -> str:
    return f"whose-form-{salted_hmac('kith.people.typed', secret, algorithm='sha256').hexdigest()}"


def page_of(request: HttpRequest) -> str:
    """The page on which somebody pressed: the one they see, not the address that the form goes to."""
    htmx = getattr(request, "htmx", None)
    if htmx:
        return htmx.current_url_abs_path or "/"
    came_from = urlsplit(request.headers.get("referer", ""))
    if request.method == "POST" and came_from.netloc == request.get_host():
        return came_from._replace(scheme="", netloc="", fragment="").geturl() or "/"
    return request.get_full_path()


def hold(request: HttpRequest, whose: str, page: str, action: str) -> bool:
    """Keeps the words of this form for that account. Files, codes and passwords are never among them."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if _may_be_held(name)]
    said = any(value.strip() for _, value in fields)
    if not whose or not said or action.startswith(NEVER_FROM) or page.startswith(NEVER_FROM):
        return False
    words = json.dumps({"whose": whose, "at": time.time(), "page": page, "action": action, "fields": fields})
    if len(words) > LARGEST:
        return False
    key = secrets.token_urlsafe(24)
    cache.set(f"typed-{key}", encrypt(words), LASTS)
    others = [each for each in _held(request) if (each["whose"], each["action"]) != (whose, action)]
    _keep(request, others[1 - MOST :])
    request.holds_words = True
    request.session[HELD] = [*_held(request), {"key": key, "whose": whose, "page": page, "action": action}]
    return True


def _may_be_held(name: str) -> bool:
    return name not in NEVER and not name.startswith("kept-")


def _held(request: HttpRequest) -> list[dict]:
    return request.session.get(HELD, [])


def are_held(request: HttpRequest) -> bool:
    """Whether words wait here for somebody who signs in."""
    return any(_opened(each["key"]) for each in _held(request))


def waiting(request: HttpRequest, page: str = "") -> list[Typed]:
    """What waits for whoever is signed in now, on this page or anywhere."""
    if not request.user.is_authenticated:
        return []
    theirs = [each for each in _held(request) if each["whose"] == request.user.public_id]
    found = [_opened(each["key"]) for each in theirs if not page or each["page"] == page]
    return [words for words in found if words]


def _opened(key: str) -> Typed | None:
    stored = cache.get(f"typed-{key}")
    words = json.loads(decrypt(stored)) if stored else {}
    if not words or not 0 <= time.time() - words["at"] < LASTS:
        return None
    return Typed(words["page"], words["action"], [(name, value) for name, value in words["fields"]])


def forget(request: HttpRequest, action: str = "") -> None:
    """What went to this address (or anything) waits no longer."""
    _keep(request, [each for each in _held(request) if action and each["action"] != action])


def drop_what_others_typed(request: HttpRequest, public_id: str) -> None:
    """Somebody signs in: what somebody else typed on this device is gone for good."""
    _keep(request, [each for each in _held(request) if each["whose"] == public_id])
    request.session.pop(WAS_HERE, None)


def _keep(request: HttpRequest, staying: list[dict]) -> None:
    held = _held(request)
    gone = [each["key"] for each in held if each not in staying]
    if gone:
        cache.delete_many([f"typed-{key}" for key in gone])
        request.session[HELD] = staying
