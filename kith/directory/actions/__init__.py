"""What can happen to the directory: the only code that writes it."""

from .importing import import_directory
from .last_buses import note_last_buses
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
from .opening import bring_feeds_up_to_date
from .papers import hand_in, note_not_read, note_read, put_on_table, same_as, throw_away
from .places import import_places
from .theirs import take_from_source

__all__ = [
    "accept_suggestion",
    "add_activity",
    "bring_feeds_up_to_date",
    "close",
    "confirm",
    "correct",
    "dismiss_suggestion",
    "fill_in",
    "hand_in",
    "import_directory",
    "import_places",
    "note_last_buses",
    "note_not_read",
    "note_read",
    "photograph",
    "put_leaflet_away",
    "put_on_table",
    "retire",
    "same_as",
    "take_from_source",
    "throw_away",
]
