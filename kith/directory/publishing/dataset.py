"""What the page of open data says of itself, for machines that collect such pages (JSON-LD of a Dataset)."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .answers import written
from .plain import here

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NAME = "Things to do nearby"
WORDS = "Regular physical activities that are open to everybody, and when they are on."
AS_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Feed:
    """One feed. `kind` is OpenActive's word for what is in it."""

    kind: str
    words: str
    path: str

    @property
    def address(self) -> str:
        return here(self.path)


def feeds() -> tuple[Feed, ...]:
    """The two of them."""
    return (
        Feed("SessionSeries", "What goes on regularly", "/open/openactive/session-series"),
        Feed("ScheduledSession", "When it is on, for the next six weeks", "/open/openactive/scheduled-sessions"),
    )


def as_script(today: date) -> str:
    """The same as a piece of a page. It is data, which no browser runs."""
    data = written(_dataset(today)).translate(AS_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # noqa: S308 - escaped above


def _dataset(today: date) -> dict:
    own = here("/open/openactive/")
    return {
        "@context": ["https://schema.org/", "https://openactive.io/"],
        "@type": "Dataset",
        "@id": own,
        "url": own,
        "name": NAME,
        "description": WORDS,
        "keywords": ["Sessions", "Activities", "OpenActive"],
        "license": LICENCE,
        "inLanguage": ["en-GB"],
        "dateModified": today.isoformat(),
        "documentation": here("/open/openapi.json"),
        "publisher": {"@type": "Organization", "name": "Kith", "url": here("/")},
        "distribution": [_download(feed) for feed in feeds()],
    }


def _download(feed: Feed) -> dict:
    return {
        "@type": "DataDownload",
        "name": feed.kind,
        "additionalType": f"https://openactive.io/{feed.kind}",
        "encodingFormat": "application/vnd.openactive.rpde+json; version=1",
        "contentUrl": feed.address,
    }
