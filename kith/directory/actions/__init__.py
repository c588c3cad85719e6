"""What can happen to the directory: the only code that writes it."""

from .aging import let_listings_age
from .asking import answer_as_place, ask_place, ask_places, stop_asking
from .checking import bring_back, close, confirm, say_changed, say_gone, see_to
from .expecting import add_from_place
from .importing import import_directory
from .last_buses import note_last_buses
from .leaflets import photograph, put_leaflet_away
from .listings import (
    accept_suggestion,
    add_activity,
    correct,
    dismiss_suggestion,
    fill_in,
    retire,
)
from .opening import bring_feeds_up_to_date
from .own_words import add_idea, add_phrase, import_vocabulary, take_idea_away, take_phrase_away
from .papers import hand_in, join_sides, note_not_read, note_read, part_sides, put_on_table, same_as, throw_away
from .places import import_places
from .theirs import take_from_source
from .websites import look_at_websites

__all__ = [
    "take_phrase_away",
    "take_idea_away",
    "import_vocabulary",
    "add_phrase",
    "add_idea",
    "accept_suggestion",
    "add_activity",
    "add_from_place",
    "answer_as_place",
    "ask_place",
    "ask_places",
    "bring_back",
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
    "join_sides",
    "let_listings_age",
    "look_at_websites",
    "note_not_read",
    "note_read",
    "part_sides",
    "photograph",
    "put_leaflet_away",
    "put_on_table",
    "retire",
    "same_as",
    "say_changed",
    "say_gone",
    "see_to",
    "stop_asking",
    "take_from_source",
    "throw_away",
]
