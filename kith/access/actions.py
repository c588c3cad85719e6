"""What makes a function an action: one transaction, with its trail."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db.models import Model

from . import trail

P = ParamSpec("P")
T = TypeVar("T")


def action(function: Callable[P, T]) -> Callable[P, T]:
    """All of it happens, trail included, or none of it. Actions may call actions."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        with trail.recorded():
            return function(*args, **kwargs)

    return run


def hold(row: Model) -> None:
    """Reads the row as it is now and keeps it from others until the action is over: of two presses
    the second finds what the first one did. Call it in an action, before asking the rules."""
    row.refresh_from_db(from_queryset=row._meta.model._default_manager.select_for_update())
