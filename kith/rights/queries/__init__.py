"""What we ask about people's rights."""

from .complaints import came_lately, complaint_called, open_complaints, say_by, who_had_copies
from .requests import Standing, asked_by, is_there, lead_for, leads, open_requests, request_called, standing_of
from .review import copy_of, deliveries_of, digest_of, held_called, items, looks, parts_of

__all__ = [
    "Standing",
    "asked_by",
    "came_lately",
    "complaint_called",
    "copy_of",
    "deliveries_of",
    "digest_of",
    "held_called",
    "is_there",
    "items",
    "lead_for",
    "leads",
    "looks",
    "open_complaints",
    "open_requests",
    "parts_of",
    "request_called",
    "say_by",
    "standing_of",
    "who_had_copies",
]
