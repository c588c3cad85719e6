"""How long somebody stays signed in without a press: twenty hours on a device of their own, twenty minutes on one
that others use too, and half an hour for whoever works here.

It is counted by the wall clock, as the session's own expiry is: a clock that jumps, either way, signs out.
The last press is written down at most once a minute, so reading on costs no writing.
"""

import time
from datetime import UTC, datetime

from django.contrib.auth import logout
from django.http import HttpRequest
from django.urls import reverse

from kith.access import clock

from . import typed
from .actors import actor_for
from .models import User

OWN, SHARED = "own", "shared"
LASTS = {OWN: 20 * 60 * 60, SHARED: 20 * 60}
FOR_STAFF = 30 * 60
WRITTEN_AFTER = 60
SAID_FOR = 60 * 60  # the session itself lasts a little longer, so that its ending can be told
MAY_BE_BACK = 60  # seconds by which a clock may be put right
DEVICE, LIMIT, PRESSED = "device", "stays_for", "last_press"


def chosen(request: HttpRequest, otherwise: str = SHARED) -> str:
    """The device that was chosen in this sign-in, kept through its steps. None chosen is a shared one."""
    device = request.POST.get(DEVICE) or request.session.get(DEVICE)
    return device if device in LASTS else otherwise


def keep_choice(request: HttpRequest) -> None:
    """Remembers the choice for the next steps."""
    request.session[DEVICE] = chosen(request)


def begin(request: HttpRequest, user: User, device: str) -> None:
    """Somebody has come in. On a shared device the cookie ends with the browser."""
    is_staff = actor_for(user, clock.now()).is_staff
    lasts = min(LASTS[device], FOR_STAFF) if is_staff else LASTS[device]
    request.session.update({DEVICE: device, LIMIT: lasts, PRESSED: time.time()})
    request.session.set_expiry(0 if device == SHARED else lasts + SAID_FOR)


def left(request: HttpRequest) -> float:
    """Seconds until they are signed out, if nothing is pressed."""
    return limit(request) - (time.time() - _last_press(request))


def ends_at(request: HttpRequest) -> datetime:
    """When they are signed out, if nothing is pressed."""
    return datetime.fromtimestamp(_last_press(request) + limit(request), UTC)


def press(request: HttpRequest) -> None:
    """Somebody is here: the time begins anew."""
    request.session[PRESSED] = time.time()


def limit(request: HttpRequest) -> int:
    """Seconds without a press after which they are signed out."""
    return request.session.get(LIMIT, LASTS[SHARED])


def _last_press(request: HttpRequest) -> float:
    """Every sign-in writes it down; the account's own note stands in where one did not."""
    came_in = request.user.last_login
    return request.session.get(PRESSED, came_in.timestamp() if came_in else 0)


def end_or_go_on(request: HttpRequest) -> bool:
    """Signs out whoever was quiet for too long, and says so; otherwise notes that somebody is here."""
    if not request.user.is_authenticated:
        return False
    quiet = time.time() - _last_press(request)
    if -MAY_BE_BACK <= quiet < limit(request):
        if quiet >= WRITTEN_AFTER and not _only_asks(request):
            press(request)
        return False
    typed.stay_through(request, logout)
    return True


def _only_asks(request: HttpRequest) -> bool:
    """A page asking how long is left is not a press."""
    return request.method != "POST" and request.path == reverse("people:stay")
