"""What the directory remembers."""

from .activity import Activity, Audience, Frequency, Kind, Status, Suggestion, Times
from .index import SearchDocument, SearchMeaning, SearchWord
from .leaflet import Leaflet
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
    "Place",
    "Postcode",
    "RawRecord",
    "SearchDocument",
    "SearchMeaning",
    "SearchWord",
    "Source",
    "Status",
    "Suggestion",
    "Times",
]
