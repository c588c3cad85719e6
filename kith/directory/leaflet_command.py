"""The `leaflet` command: a photograph, scan or PDF is read, and the draft is printed. It keeps nothing."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from kith.access.refusal import Refused

from .paper.parts import FIELDS
from .reading.pictures import MOST_BYTES

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def add_to(subparsers) -> None:
    """Adds `leaflet` to the parsers of the command line."""
    leaflet = subparsers.add_parser("leaflet", help="read a photograph, scan or PDF of a leaflet into a draft")
    leaflet.add_argument("files", metavar="FILE", nargs="+", help="JPEG, PNG, WebP, TIFF or PDF, up to 12 MB each")
    leaflet.add_argument("--json", action="store_true", help="one JSON document")
    leaflet.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints what was read. A file that cannot be read is told of on stderr, and ends it with 1; the rest go on."""
    answers, complaints = [], []
    for file in options.files:
        try:
            answers.append(_answer(file))
        except Refused as reason:
            complaints.append(f"“{file}”: {reason}")
    if options.json:
        sys.stdout.write(json.dumps(answers, ensure_ascii=False, indent=1) + "\n" if answers else "")
    else:
        sys.stdout.write("\n".join(_in_words(each) for each in answers))
    if complaints:
        raise Refused(" ".join(complaints))
    return 0


def _answer(file: str) -> dict:
    from kith.access import clock

    from .paper.reader import read

    found = read(_bytes_of(Path(file)), clock.today())
    return {"file": file, "text": found.text} | drafted(found.parts)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise Refused("This is a folder. Please name the files in it.") from None
    except OSError:
        raise Refused("There is no such file, or it cannot be opened.") from None


def drafted(parts) -> dict:
    """The draft and what of it is unsure, as plain JSON. What was not found is not sure either."""
    draft = {field: parts[field].value for field in FIELDS}
    slots = _slots(parts["schedule"].value)
    draft["schedule"] = [dict(each) for each in dict.fromkeys(tuple(slot.items()) for slot in slots)]
    return {"draft": draft, "unsure": [field for field in FIELDS if not parts[field].sure]}


def _slots(slots) -> Iterable[dict]:
    for slot in slots:
        yield {
            "day": DAYS[slot.weekday],
            "starts": f"{slot.starts:%H:%M}" if slot.starts else "",
            "ends": f"{slot.ends:%H:%M}" if slot.ends else None,
            "frequency": slot.frequency,
        }


def _in_words(answer: dict) -> str:
    lines = [answer["file"]]
    for field, value in answer["draft"].items():
        if value:
            told = ", ".join(_slot_in_words(slot) for slot in value) if field == "schedule" else value
            lines.append(f"  {field:13}{told}" + (" (not sure)" if field in answer["unsure"] else ""))
    return "\n".join([*lines, ""])


def _slot_in_words(slot: dict) -> str:
    times = " to ".join(filter(None, (slot["starts"], slot["ends"])))
    return " ".join(filter(None, (slot["day"], times, "" if slot["frequency"] == "weekly" else slot["frequency"])))
