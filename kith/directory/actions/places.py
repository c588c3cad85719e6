"""Takes in where postcodes and named places are, so that distances can be told without asking anybody."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory.models import Activity, Locality, Place, Postcode
from kith.directory.reading.places_file import Spot, spots_in
from kith.directory.search.places import points_of_postcodes
from kith.directory.search.words import plain

from .index import index_again

BATCH = 5000
NOTHING = "There is no postcode and no place in this file that could be put on a map. Nothing was changed."
Progress = Callable[[int], None]


@action
def import_places(*, source_path: str | Path, by: Actor, progress: Progress = lambda done: None) -> Counter[str]:
    """Keeps what a file or a folder of files says; the same file again changes nothing.

    Gives how many `postcodes` and `places` it held, how many lines were `left_out` because they say no spot, and how
    many listings were `placed` that had a postcode and no point until now."""
    permit(by, Permission.IMPORT_DIRECTORY)
    counts = Counter(postcodes=0, places=0, left_out=0, placed=0)
    for batch in _batches(spots_in(Path(source_path))):
        counts.update(_keep(batch))
        progress(counts["postcodes"] + counts["places"] + counts["left_out"])
    refuse_if(None if counts["postcodes"] or counts["places"] else NOTHING)
    counts["placed"] = place_what_had_no_point()
    trail.record("places taken in", by=by, detail=f"{counts['postcodes']} postcodes, {counts['places']} places")
    return counts


def _batches(rows: Iterator) -> Iterator[list]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _keep(spots: list[Spot]) -> Counter[str]:
    known = [spot for spot in spots if spot.point and (spot.postcode or spot.name)]
    postcodes = {spot.postcode: spot.point for spot in known if spot.postcode}
    names = {_key(spot): spot for spot in known if spot.name}
    _keep_postcodes(postcodes)
    _keep_names(names)
    return Counter(postcodes=len(postcodes), places=len(names), left_out=len(spots) - len(known))


def _keep_postcodes(points: dict) -> None:
    rows = [Postcode(code=code, latitude=point[0], longitude=point[1]) for code, point in points.items()]
    Postcode.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["latitude", "longitude"]
    )


def _keep_names(spots: dict[str, Spot]) -> None:
    rows = [
        Locality(
            key=key, name=spot.name[:200], within=spot.within[:200], latitude=spot.point[0], longitude=spot.point[1]
        )
        for key, spot in spots.items()
    ]
    told = ["name", "within", "latitude", "longitude"]
    Locality.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=told)


def _key(spot: Spot) -> str:
    """Two of one name in different counties are two; in one county they are told apart by where they lie, roughly."""
    north, east = spot.point
    return f"{' '.join(plain(spot.name).split())[:200]} | {plain(spot.within)[:100]} | {north:.1f} {east:.1f}"


def place_what_had_no_point() -> int:
    """Listings that came before their postcode was known. Gives how many can be found by distance now."""
    without = Place.objects.filter(latitude__isnull=True).exclude(postcode="")
    placed = 0
    for batch in _batches(iter(list(without.order_by("pk")))):
        points = points_of_postcodes({place.postcode for place in batch})
        found = [place for place in batch if place.postcode in points]
        for place in found:
            place.latitude, place.longitude = points[place.postcode]
        Place.objects.bulk_update(found, ["latitude", "longitude"], batch_size=200)
        listings = list(Activity.objects.filter(place__in=found).values_list("pk", flat=True))
        index_again(listings)
        placed += len(listings)
    return placed
