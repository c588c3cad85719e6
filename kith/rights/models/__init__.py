"""What we remember of people's rights."""

from .request import Pause, Request

__all__ = ["Pause", "Request"]
