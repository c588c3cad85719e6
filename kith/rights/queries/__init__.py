"""What we ask about people's rights."""

from .complaints import came_lately, complaint_called, open_complaints, say_by, who_had_copies
from .ending import (
    certificates,
    death_of,
    due_to_go,
    months_of_a_notebook,
    open_hold,
    periods,
    removal_called,
    removals_of,
    would_go,
)
from .own_copies import own_copy_of
from .requests import Standing, asked_by, is_there, lead_for, leads, open_requests, request_called, standing_of
from .review import copy_of, deliveries_of, digest_of, held_called, items, kind_to_look_at, looks, parts_of
from .waiting import what_waits

__all__ = [
    "Standing",
    "asked_by",
    "came_lately",
    "certificates",
    "complaint_called",
    "copy_of",
    "death_of",
    "deliveries_of",
    "digest_of",
    "due_to_go",
    "held_called",
    "is_there",
    "items",
    "kind_to_look_at",
    "lead_for",
    "leads",
    "looks",
    "months_of_a_notebook",
    "open_complaints",
    "open_hold",
    "open_requests",
    "own_copy_of",
    "parts_of",
    "periods",
    "removal_called",
    "removals_of",
    "request_called",
    "say_by",
    "standing_of",
    "what_waits",
    "who_had_copies",
    "would_go",
]
