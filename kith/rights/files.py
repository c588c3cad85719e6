"""Files that belong to somebody's record, as they came in: pictures, and emails as they were."""

from collections.abc import Callable, Iterator

from kith.access.encryption import unseal
from kith.budget import scans
from kith.budget.models import Scan
from kith.messaging.models import Arrival, Attachment
from kith.messaging.queries import file_of
from kith.people.models import Individual

from .gathering import rows_of
from .register import entries

GONE = b""  # it is not there any more


def _picture(attachment: Attachment) -> tuple[str, bytes]:
    place = file_of(attachment)
    return f"{attachment.public_id}-{attachment.name}", unseal(place.read_bytes()) if place.exists() else GONE


def _arrival(arrival: Arrival) -> tuple[str, bytes]:
    """It is kept until somebody could make sense of it; from then on the message alone is."""
    content = unseal(arrival.raw) if arrival.raw else GONE
    return f"{arrival.public_id}.{'eml' if arrival.way == 'email' else 'txt'}", content


def _letter(scan: Scan) -> tuple[str, bytes]:
    place = scans.file_of(scan)
    return f"letter-{scan.public_id}.pdf", unseal(place.read_bytes()) if place.exists() else GONE


# By the model's label, as in the register. Whatever keeps a file has a line here.
FILES: dict[str, Callable[..., tuple[str, bytes]]] = {
    "messaging.Attachment": _picture,
    "messaging.Arrival": _arrival,
    "budget.Scan": _letter,
}


def files_of(individual: Individual) -> Iterator[tuple[str, int, str, bytes]]:
    """Model, key, a name that is safe in an archive, and what is in it; one at a time."""
    for label, read in FILES.items():
        for row in rows_of(entries()[label], individual).iterator(chunk_size=20):
            name, content = read(row)
            if content != GONE:
                yield label, row.pk, _safe(name), content


def _safe(name: str) -> str:
    kept = "".join(each if each.isalnum() or each in ".-_ " else "_" for each in name)
    return kept.strip(". ")[:120] or "file"
