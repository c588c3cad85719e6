"""Files whose rows go. Each is named by its row alone, so its name is written down before that goes."""

from pathlib import Path

from kith.budget import scans
from kith.budget.models import Scan
from kith.messaging.models import Attachment
from kith.messaging.queries import file_of
from kith.rights import tombstones

KEPT = ((Attachment, file_of), (Scan, scans.file_of))
GOING = "files-going.jsonl"


def files_of_rows(rows: dict[str, list[int]]) -> list[Path]:
    """The files of these rows, by model and key, while the rows are there."""
    return [
        place(each) for model, place in KEPT for each in model.objects.filter(pk__in=rows.get(model._meta.label, []))
    ]


def say_that_they_go(rows: dict[str, list[int]]) -> None:
    """Before the database says yes: whoever is ended right after leaves the files, and their names in this list."""
    going = [
        (model._meta.label, name)
        for model, _ in KEPT
        for name in model.objects.filter(pk__in=rows.get(model._meta.label, [])).values_list("public_id", flat=True)
    ]
    if going:
        tombstones.write_down(going, GOING)


def unlink_the_rest() -> int:
    """Files that were said to go, whose row is gone and which lie there still. No other file is taken: one without a
    row may belong to a newer database than this one. Gives how many went."""
    said = set(tombstones.lines(tombstones.place(GOING)))
    left = [file for model, place in KEPT for file in _left_of(model, place, said)]
    for file in left:
        file.unlink(missing_ok=True)
    return len(left)


def _left_of(model, place, said: set) -> list[Path]:
    names = {name for label, name in said if label == model._meta.label}
    names -= set(model.objects.filter(public_id__in=names).values_list("public_id", flat=True))
    files = [place(model(public_id=name)) for name in sorted(names)]
    return [each for each in files if each.exists()]
