"""The screen in somebody's hands: looking at the table together, or pressing yes on the worker's phone.

From then on only pages made for two open, about this one individual, until the worker unlocks.
The visitor's own session remembers it; nothing else does.
"""

from urllib.parse import urlencode

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

KEY = "in_the_hands_of"
TRIES, WRONG = "wrong_unlock_numbers", 5
STAY_OPEN = {"people:unlock", "people:stay", "people:looks", "account_logout", "healthz", "security_txt"}


def hand_over(request: HttpRequest, individual) -> None:
    """From now on this screen is for the two of them. `individual` has a `public_id`; None for a table with nobody.
    What was going to be said to the worker alone is not said on it."""
    list(messages.get_messages(request))
    request.session[KEY] = individual.public_id if individual else "anybody"


def take_back(request: HttpRequest) -> None:
    """The worker has it again."""
    request.session.pop(KEY, None)
    request.session.pop(TRIES, None)


def in_the_hands_of(request: HttpRequest) -> str:
    """The individual's public id; "anybody" for a table with nobody chosen; "" while the worker has it."""
    session = getattr(request, "session", None)
    return session.get(KEY, "") if session is not None else ""


def is_kept_shut(request: HttpRequest, together: bool, kwargs: dict) -> bool:
    """Whether this page stays shut now: it is not made for two, or is about somebody else."""
    held = in_the_hands_of(request)
    if not held:
        return False
    return not together or kwargs.get("individual", held) != held


def to_unlock(request: HttpRequest) -> HttpResponse:
    """To the page where the worker takes it back, and on from there to what was asked for."""
    address = f"{reverse('people:unlock')}?{urlencode({'next': request.get_full_path()})}"
    return HttpResponseClientRedirect(address) if getattr(request, "htmx", False) else redirect(address)


def unlock_with(request: HttpRequest, number: str) -> bool:
    """Takes the screen back if this is the worker's number. The fifth wrong one in a row signs the session out."""
    user, key = request.user, str(request.user.pk)
    is_in_time = ratelimit.consume(request, action="unlock", key=key)  # counted over all screens
    if is_in_time and user.unlocks_with and check_password(number, user.unlocks_with):
        ratelimit.clear(request, action="unlock", key=key)
        take_back(request)
        return True
    request.session[TRIES] = request.session.get(TRIES, 0) + 1
    if not is_in_time or request.session[TRIES] >= WRONG:
        logout(request)
    return False
