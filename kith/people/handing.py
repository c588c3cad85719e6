"""The screen in somebody's hands: looking at the table together, or pressing yes on the worker's phone.

From then on only pages made for two open, about this one individual, until the worker unlocks.
The visitor's own session remembers it; nothing else does.
"""

from django.http import HttpRequest

KEY = "in_the_hands_of"


def hand_over(request: HttpRequest, individual) -> None:
    """From now on this screen is for the two of them. `individual` has a `public_id`; None for a table with nobody."""
    request.session[KEY] = individual.public_id if individual else "anybody"


def take_back(request: HttpRequest) -> None:
    """The worker has it again."""
    request.session.pop(KEY, None)


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
