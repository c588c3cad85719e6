"""What pages of this module share: doing it, or showing the reason against beside what was typed."""

from collections.abc import Callable

from kith.access.refusal import Refused
from kith.design.forms import KithForm


def done(form: KithForm, act: Callable):
    """What the action gives, or None with the reason on the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Refused as reason:
        form.add_error(None, str(reason))
        return None


def status_of(form: KithForm) -> int:
    """422 when something typed is to be looked at again."""
    return 422 if form.errors else 200
