"""What waits for whoever looks after rights, as their first page names it."""

from kith.access.actor import Actor
from kith.people.keeping_away import for_staff

from .complaints import open_complaints
from .ending import deaths_to_confirm, removals_waiting
from .requests import open_requests


def what_waits(by: Actor) -> dict:
    """Requests, complaints, and what waits for a second person; nothing of whom they are kept away from."""
    return {
        "requests": for_staff(by, open_requests(), lambda each: each.request.individual_id),
        "complaints": for_staff(by, open_complaints(), lambda each: each.individual_id),
        "deaths": for_staff(by, deaths_to_confirm(), lambda each: each.individual_id),
        "removals": for_staff(by, removals_waiting(), lambda each: each.individual_id),
    }
