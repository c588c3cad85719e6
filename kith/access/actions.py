"""What makes a function an action: one transaction, with its trail."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

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
