"""One line for a worker to think about, where it may be of use. Never two on a page; put away, it does not come back.

What somebody put away stands with the rest that they do not wish to hear: no page asks the database for it.
"""

import tomllib
from functools import cache
from pathlib import Path

from django.http import HttpRequest

from . import handing
from .models import User

NONE_AT_ALL = "pointers"  # among what somebody does not wish to hear: all of them
PUT_AWAY = "pointer: "


@cache
def every() -> dict[str, str]:
    """The words of each, by its key."""
    return tomllib.loads(Path(__file__).with_name("pointers.toml").read_text())


def put_away_by(user: User) -> list[str]:
    """Those this worker put away, as they are kept."""
    return [each for each in user.hears if each.startswith(PUT_AWAY)]


def words_for(request: HttpRequest, key: str) -> str:
    """What stands on this page, or "": for workers while the screen is theirs, and only the first asked for."""
    if getattr(request, "has_pointer", False) or not _is_for(request) or f"{PUT_AWAY}{key}" in request.user.hears:
        return ""
    request.has_pointer = True  # type: ignore[attr-defined] - a mark on the request, so that no second one is shown
    return every()[key]


def _is_for(request: HttpRequest) -> bool:
    """A page that was shown anew after a mistake has enough to say."""
    may_see = request.user.is_authenticated and request.actor.is_staff and not handing.in_the_hands_of(request)
    return may_see and NONE_AT_ALL not in request.user.hears and request.method == "GET"
