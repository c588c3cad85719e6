"""What would come of a list, in words: what is left out or odd by its row, and the first listing as it would look."""

from dataclasses import replace

from django.utils.formats import date_format

from kith.directory.actions.importing import ImportReport
from kith.directory.models import Activity
from kith.directory.queries import source_called
from kith.directory.reading import spreadsheet
from kith.directory.reading.entry import Entry
from kith.directory.reading.open_source import is_spreadsheet, open_source
from kith.local_knowledge.listings import cost_words, slot_words

from .kept import Kept

MOST_TOLD = 50


def page_of(report: ImportReport, held: Kept, named: dict[str, str] | None) -> dict:
    """All that the page tells before anything is kept. `here`: the list that is here already under the same name."""
    return {
        "report": _with_rows(report, held, named),
        "left_out": len(report.rejected),
        "odd": len(report.noticed),
        "first": _first_of(held, named),
        "here": source_called(held.said),
        "licence": held.licence,
    }


def _with_rows(report: ImportReport, held: Kept, named: dict[str, str] | None) -> ImportReport:
    """The same report, where whatever is told of a row of a spreadsheet says which row that is."""
    rejected, noticed = report.rejected[:MOST_TOLD], report.noticed[:MOST_TOLD]
    ids = {each["id"] for each in (*rejected, *noticed) if each["id"]}
    known = spreadsheet.whereabouts(held.path, named, ids) if ids and is_spreadsheet(held.path) else {}
    told = [tuple(each | {"id": known.get(each["id"], each["id"])} for each in some) for some in (rejected, noticed)]
    return replace(report, rejected=told[0], noticed=told[1])


def _first_of(held: Kept, named: dict[str, str] | None) -> list[tuple[str, str]]:
    """The first listing that would come in, as (term, words); nothing where none would."""
    entries = (entry for _, entry in open_source(held.path, None, named).entries)
    first = next((entry for entry in entries if isinstance(entry, Entry)), None)
    return [(term, words) for term, words in _facts(first) if words] if first else []


def _facts(entry: Entry) -> tuple[tuple[str, str], ...]:
    known = entry.fields
    place, run_by = entry.place, entry.organisation
    when = ", ".join(dict.fromkeys(filter(None, map(slot_words, entry.times))))
    once = date_format(known["on_date"], "l j F Y") if known.get("on_date") else ""
    said = {key: known[key] for key in ("is_free", "price_pence", "cost_words") if key in known}
    return (
        ("Name", known["name"]),
        ("When", " ".join(filter(None, (once, when)))),
        ("Where", ", ".join(filter(None, (place.name, place.address, place.postcode))) if place else ""),
        ("Cost", cost_words(Activity(**said))),
        ("Run by", run_by.name if run_by else ""),
        ("Telephone", known.get("phone", "")),
        ("Email", known.get("email", "")),
        ("Web page", known.get("url", "")),
        ("What it is", known.get("summary", "")),
    )
