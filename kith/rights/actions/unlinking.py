"""Files whose rows went. A file is named by its row alone, so once that has gone it is known by having none."""

from datetime import timedelta
from pathlib import Path

from kith.access import clock
from kith.budget import scans
from kith.budget.models import Scan
from kith.messaging.models import Attachment
from kith.messaging.queries import file_of
from kith.rights.models import Tombstone

KEPT = ((Attachment, file_of), (Scan, scans.file_of))
AN_HOUR = timedelta(hours=1)  # a file is there before its row is


def files_of_rows(rows: dict[str, list[int]]) -> list[Path]:
    """The files of these rows, by model and key, while the rows are there."""
    return [
        place(each) for model, place in KEPT for each in model.objects.filter(pk__in=rows.get(model._meta.label, []))
    ]


def unlink_the_rest() -> int:
    """Whoever is ended between the database's yes and the unlinking leaves files that no row names. Where nothing of a
    kind was ever removed none goes: the database may not be the one that belongs to this folder."""
    removed = set(Tombstone.objects.values_list("label", flat=True).distinct())
    left = [each for model, place in KEPT if model._meta.label in removed for each in _without_a_row(model, place)]
    for file in left:
        file.unlink(missing_ok=True)
    return len(left)


def _without_a_row(model, place) -> list[Path]:
    """Looked for in the folder first: whatever is written meanwhile has its row by the time those are read."""
    until = (clock.now() - AN_HOUR).timestamp()
    old = [each for each in place(model()).parent.glob("[!.]*") if each.stat().st_mtime < until]
    named = set(model.objects.values_list("public_id", flat=True))
    return [each for each in old if each.name not in named]
