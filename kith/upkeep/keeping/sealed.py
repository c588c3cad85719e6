"""Everything that lies under a field key, wherever it lies: so that it can be tried, and put under a newer key."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast

from kith.access.encryption import SEPARATOR, EncryptedTextField, unseal
from kith.messaging.models import Arrival

RAW = "as_it_is_stored"
WIDEST_ID = 40
SEALED = ((Arrival, "raw"),)  # sealed bytes; text is found by its kind of field


def texts() -> list[tuple[type[Model], str]]:
    """Each field of words that are encrypted on their way to the database, with its model."""
    fields = [field for model in apps.get_models() for field in model._meta.local_fields]
    return [(field.model, field.name) for field in fields if isinstance(field, EncryptedTextField)]


def stored(model: type[Model], name: str) -> QuerySet:
    """Its rows that hold something, with the words as the database has them."""
    return model._default_manager.annotate(**{RAW: Cast(name, TextField())}).exclude(**{RAW: ""}).order_by("pk")


def files() -> list[Path]:
    """Pictures that came with messages."""
    folder = settings.DATA_DIR / "messages"
    return sorted(each for each in folder.glob("[!.]*") if each.is_file()) if folder.is_dir() else []


def id_of(content: bytes | str) -> str:
    """The id of the key that this is under."""
    head = content[: WIDEST_ID + 1]
    words = head if isinstance(head, str) else bytes(head).decode(errors="replace")
    return words.partition(SEPARATOR)[0]


def under() -> Counter[str]:
    """How many things are under each key."""
    counts: Counter[str] = Counter()
    for content in _everything():
        counts[id_of(content)] += 1
    return counts


def closed() -> Counter[str]:
    """How many of them the keys that are here do not open, by the key that is missing or wrong."""
    counts: Counter[str] = Counter()
    for content in _everything():
        if not opens(content):
            counts[id_of(content)] += 1
    return counts


def opens(content: bytes | str) -> bool:
    """Whether the keys that are here open this."""
    try:
        unseal(content.encode() if isinstance(content, str) else content)
    except ValueError:
        return False
    return True


def newest_of_each() -> Iterator[bytes | str]:
    """One thing of each kind: enough to see whether the right keys are here."""
    for model, name in texts():
        yield from stored(model, name).order_by("-pk").values_list(RAW, flat=True)[:1]
    for model, name in SEALED:
        yield from map(bytes, _kept(model, name).order_by("-pk").values_list(name, flat=True)[:1])


def _everything() -> Iterator[bytes | str]:
    for model, name in texts():
        yield from stored(model, name).values_list(RAW, flat=True).iterator()
    for model, name in SEALED:
        yield from map(bytes, _kept(model, name).values_list(name, flat=True).iterator())
    for file in files():
        yield file.read_bytes()


def _kept(model: type[Model], name: str) -> QuerySet:
    return model._default_manager.exclude(**{name: None})
