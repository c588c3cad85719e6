"""Reads one file and prints what was found as JSON: `python -m kith.directory.paper FILE PICTURE TODAY`.

Its first pages are left as a small JPEG under PICTURE, with nothing in it but their dots.
"""

import io
import json
import resource
import sys
from datetime import date
from pathlib import Path

import django

MOST_MEMORY = 3_000_000_000  # bytes of addresses: several times what a page needs
MOST_SECONDS = 60  # of the processor
SHOWN = 2  # pages of one file, side by side: more of them in one picture are too small to be read


def main(file: str, picture: str, today: str) -> None:
    """Prints {"found": …} or {"problem": a sentence}."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    django.setup()
    from kith.access.refusal import Refused

    try:
        answer = {"found": _found(Path(file), Path(picture), date.fromisoformat(today))}
    except Refused as reason:
        answer = {"problem": str(reason)}
    except MemoryError:
        answer = {"problem": "This is too large to be read. A photograph of the page works better."}
    sys.stdout.write(json.dumps(answer))


def _found(file: Path, picture: Path, today: date) -> dict:
    from .parts import as_json
    from .reader import read_sheets
    from .sheets import sheets_of

    sheets = sheets_of(file.read_bytes())
    leave([sheet.picture for sheet in sheets], picture)
    return as_json(read_sheets(sheets, today).parts)


def leave(pages: list, picture: Path) -> None:
    """The first two pages; the first alone where both are too much; none where that is: its words are worth more."""
    from kith.access.refusal import Refused

    for many in (SHOWN, 1):
        try:
            picture.write_bytes(_side_by_side(pages[:many]))
        except Refused:
            continue
        return


def _side_by_side(pages: list) -> bytes:
    from PIL import Image

    from kith.directory.reading.pictures import leaflet_from

    made = [Image.fromarray(page) for page in pages]
    beside = Image.new("RGB", (sum(page.width for page in made), max(page.height for page in made)), "white")
    left = 0
    for page in made:
        beside.paste(page, (left, 0))
        left += page.width
    whole = io.BytesIO()
    beside.save(whole, "JPEG", quality=90)
    return leaflet_from(whole.getvalue())[0]


if __name__ == "__main__":
    main(*sys.argv[1:])
