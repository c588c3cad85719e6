"""What we ask about people's rights."""

from .requests import Standing, asked_by, lead_for, leads, open_requests, request_called, standing_of

__all__ = ["Standing", "asked_by", "lead_for", "leads", "open_requests", "request_called", "standing_of"]
