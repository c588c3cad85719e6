"""The same cast and day as for introductions."""

from tests.introductions.conftest import cast, gathered, monday_morning, no_second_factor

__all__ = ["cast", "gathered", "monday_morning", "no_second_factor"]
