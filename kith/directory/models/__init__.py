"""What the directory remembers."""

from .activity import Activity, Audience, Frequency, Kind, Status, Suggestion, Times
from .index import SearchDocument, SearchWord
from .leaflet import Leaflet
from .paper import Paper
from .places import Organisation, Place, Postcode
from .sources import ImportRun, Overlay, RawRecord, Source

__all__ = [
    "Activity",
    "Audience",
    "Frequency",
    "ImportRun",
    "Kind",
    "Leaflet",
    "Organisation",
    "Overlay",
    "Paper",
    "Place",
    "Postcode",
    "RawRecord",
    "SearchDocument",
    "SearchWord",
    "Source",
    "Status",
    "Suggestion",
    "Times",
]
