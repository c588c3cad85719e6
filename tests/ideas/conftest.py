"""The same cast and day as for introductions."""

from tests.introductions.conftest import cast, monday_morning, no_second_factor

__all__ = ["cast", "monday_morning", "no_second_factor"]
