"""Listings for the town, taken in as any directory is: one source for every five thousand."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.listings import Country

A_SOURCE = 5_000


def grow(many: int) -> Iterator[str]:
    """Sources that are there are left alone."""
    from kith.directory.models import Activity

    country, there = Country(), Activity.objects.count()
    for number in range(there // A_SOURCE, -(-many // A_SOURCE)):
        size = min(A_SOURCE, many - number * A_SOURCE)
        if number * A_SOURCE + size > there:
            _take_in(country, number, size)
            yield f"{number * A_SOURCE + size:,} listings"


def _take_in(country: Country, number: int, size: int) -> None:
    """A source that was cut short is read again from its beginning: what is known of it stays."""
    from kith.access.actor import Actor
    from kith.directory.actions import import_directory

    with tempfile.TemporaryDirectory(prefix="kith-listings-") as folder:
        file = Path(folder, "listings.json")
        file.write_text(json.dumps(list(country.services(size, seed=100 + number))), encoding="utf-8")
        import_directory(source_path=file, source_name=f"Council {number}", by=Actor.command_line())
