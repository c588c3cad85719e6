"""What waits for whoever looks after rights, as their first page names it."""

from .complaints import open_complaints
from .ending import deaths_to_confirm, removals_waiting
from .requests import open_requests


def what_waits() -> dict:
    """Requests, complaints, and what waits for a second person."""
    return {
        "requests": open_requests(),
        "complaints": list(open_complaints()),
        "deaths": list(deaths_to_confirm()),
        "removals": list(removals_waiting()),
    }
