"""Turns what went wrong into one plain sentence."""

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError
from django.db import DatabaseError, OperationalError, ProgrammingError

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused

_NO_TABLE = ("no such table", "does not exist", "no such column")


class NotDone(Exception):
    """A command could not do its work. `str()` is a sentence for the person at the keyboard."""


def in_one_sentence(error: Exception) -> str:
    """A sentence for the person at the keyboard. What was not expected is named as such."""
    if isinstance(error, NotDone | Refused | CommandError | ImproperlyConfigured):
        return _one_line(str(error))
    if isinstance(error, NotPermitted):
        return "This is not for the command line to do."
    if isinstance(error, ValidationError):
        return _one_line(" ".join(error.messages))
    if isinstance(error, DatabaseError):
        return _about_the_database(error)
    if isinstance(error, OSError):
        return _about_a_file(error)
    return (
        f"Kith stopped at something it did not expect ({type(error).__name__}: {_one_line(str(error))}). "
        "KITH_TRACEBACK=1 shows where."
    )


def _about_the_database(error: DatabaseError) -> str:
    words = _one_line(str(error))
    if isinstance(error, OperationalError | ProgrammingError) and any(part in words for part in _NO_TABLE):
        return "The database has not been set up for this version of Kith; run `kith migrate` first."
    return f"The database did not answer: {words}."


def _about_a_file(error: OSError) -> str:
    name = f"“{error.filename}”" if error.filename else "A file or address"
    if isinstance(error, FileNotFoundError):
        return f"{name} was not found."
    if isinstance(error, PermissionError):
        return f"{name} may not be read or written by this account."
    if isinstance(error, BrokenPipeError):
        return "The output was closed before everything was written."
    return f"{name}: {error.strerror or _one_line(str(error))}."


def _one_line(words: str) -> str:
    return " ".join(words.split()).rstrip(".") + ("." if words.rstrip().endswith(".") else "")
