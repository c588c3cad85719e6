"""What a module further up puts beside a thing of a lower one: a message beside the goal it is about.

A page stays where it belongs, and knows nothing of who adds to it. A module registers a part when it starts; the page
says `{% beside "goal" goal %}`, and whatever was registered for goals stands there.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest


class Part(NamedTuple):
    """A template, and what it is to show: None for nothing."""

    template: str
    shows: Callable[[HttpRequest, object], dict | None]


_parts: dict[str, list[Part]] = {}


def register(beside: str, template: str, shows: Callable[[HttpRequest, object], dict | None]) -> None:
    """From now on this part stands beside every thing of this name."""
    part = Part(template, shows)
    if part not in _parts.setdefault(beside, []):
        _parts[beside].append(part)


def parts_for(beside: str, request: HttpRequest, thing: object) -> list[tuple[str, dict]]:
    """The parts that have something to show, with what they show."""
    found = ((part.template, part.shows(request, thing)) for part in _parts.get(beside, ()))
    return [(template, context) for template, context in found if context is not None]
