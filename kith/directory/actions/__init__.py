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
from .opening import bring_feeds_up_to_date
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
    "import_directory",
    "import_places",
    "photograph",
    "put_leaflet_away",
    "retire",
    "take_from_source",
]
