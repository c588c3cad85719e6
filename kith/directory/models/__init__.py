"""What the directory remembers."""

from .activity import STAYED_IN_FOR, Activity, Audience, Frequency, Kind, Setting, Status, Suggestion, Times
from .index import SearchCell, SearchDocument, SearchMeaning, SearchWord
from .last_bus import LastBus
from .leaflet import Leaflet
from .opened import OpenListing, OpenMark, OpenSession, OpenTerm
from .own_words import OwnIdea, OwnPhrase, OwnWordsStamp
from .paper import Paper
from .places import Locality, Organisation, Place, Postcode
from .sources import ImportRun, Overlay, RawRecord, Source
from .truth import Asked, Contact, Doubt, Website

__all__ = [
    "STAYED_IN_FOR",
    "Activity",
    "Asked",
    "Audience",
    "Contact",
    "Doubt",
    "Frequency",
    "ImportRun",
    "Kind",
    "LastBus",
    "Leaflet",
    "Locality",
    "OpenListing",
    "OpenMark",
    "OpenSession",
    "OpenTerm",
    "Organisation",
    "Overlay",
    "OwnIdea",
    "OwnPhrase",
    "OwnWordsStamp",
    "Paper",
    "Place",
    "Postcode",
    "RawRecord",
    "SearchCell",
    "SearchDocument",
    "SearchMeaning",
    "SearchWord",
    "Setting",
    "Source",
    "Status",
    "Suggestion",
    "Times",
    "Website",
]
