"""What can happen to the directory: the only code that writes it."""

from .importing import import_directory
from .leaflets import photograph, put_leaflet_away
from .listings import (
    accept_suggestion,
    add_activity,
    close,
    confirm,
    correct,
    dismiss_suggestion,
    fill_in,
    retire,
)
from .papers import hand_in, note_not_read, note_read, put_on_table, same_as, throw_away
from .postcodes import import_postcodes

__all__ = [
    "accept_suggestion",
    "add_activity",
    "close",
    "confirm",
    "correct",
    "dismiss_suggestion",
    "fill_in",
    "hand_in",
    "import_directory",
    "import_postcodes",
    "note_not_read",
    "note_read",
    "photograph",
    "put_leaflet_away",
    "put_on_table",
    "retire",
    "same_as",
    "throw_away",
]
