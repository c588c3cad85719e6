"""A useful first day: names and next dates, pasted as they stand in somebody's list or spreadsheet, are read."""

from .reading import LINES_AT_MOST, Line, read_paste, without_blanks

__all__ = ["LINES_AT_MOST", "Line", "read_paste", "without_blanks"]
