"""What is under an older field key is put under the newest: a little at a time, each thing by itself.

Ended at any line nothing is lost: every thing is under the one key or under the other, and it can be gone on with."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db.models import Model

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.encryption import SEPARATOR, decrypt, seal, unseal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import A_FEW, never_stops
from kith.upkeep.keeping import sealed

DONE, CLOSED = "done", "closed"


def renew(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Everything, while it may go on. Counts what was done, and what its key does not open (that stays as it is)."""
    permit(by, Permission.KEEP_COPIES)
    counts: Counter[str] = Counter()
    for model, name in sealed.texts():
        counts += _texts(model, name, goes_on)
    for model, name in sealed.SEALED:
        counts += _bytes(model, name, goes_on)
    counts += _files(goes_on)
    if counts[DONE]:
        _tell(counts[DONE], by=by)
    return counts


@action
def _tell(count: int, *, by: Actor) -> None:
    trail.record("private words put under a newer key", by=by, detail=str(count))


def newest_key() -> str:
    """The id of the key that encrypts."""
    return settings.KITH_FIELD_KEYS.partition(":")[0].strip()


def _texts(model: type[Model], name: str, goes_on: Callable[[], bool]) -> Counter[str]:
    """Words in the database. A row that somebody writes meanwhile is left to them: they write under the newest."""
    counts: Counter[str] = Counter()
    older = sealed.stored(model, name).exclude(**{f"{sealed.RAW}__startswith": f"{newest_key()}{SEPARATOR}"})
    after = 0
    while goes_on() and (few := list(older.filter(pk__gt=after).values_list("pk", sealed.RAW)[:A_FEW])):
        after = few[-1][0]
        for key, stored in few:
            counts[_text(model, name, key, stored)] += 1
    return counts


def _text(model: type[Model], name: str, key: int, stored: str) -> str:
    try:
        words = decrypt(stored)
    except ValueError:
        return CLOSED
    same = sealed.stored(model, name).filter(pk=key, **{sealed.RAW: stored})
    return DONE if same.update(**{name: words}) else ""


def _bytes(model: type[Model], name: str, goes_on: Callable[[], bool]) -> Counter[str]:
    """What came in and waits to be made sense of: it is written once, and then goes. There is little of it."""
    counts: Counter[str] = Counter()
    held = model._default_manager.exclude(**{name: None}).order_by("pk")
    for key in list(held.values_list("pk", flat=True)):
        content = held.filter(pk=key).values_list(name, flat=True).first()
        if not goes_on() or content is None or sealed.id_of(content) == newest_key():
            continue
        try:
            again = seal(unseal(content))
        except ValueError:
            counts[CLOSED] += 1
        else:
            counts[DONE] += held.filter(pk=key).update(**{name: again})
    return counts


def _files(goes_on: Callable[[], bool]) -> Counter[str]:
    """Pictures. Each is written beside, and takes the place of the older one when it is whole."""
    counts: Counter[str] = Counter()
    for file in sealed.files():
        if not goes_on():
            break
        content = file.read_bytes()
        if sealed.id_of(content) == newest_key():
            continue
        try:
            _in_its_place(file, seal(unseal(content)))
        except ValueError:
            counts[CLOSED] += 1
        else:
            counts[DONE] += 1
    return counts


def _in_its_place(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.being-made")
    with beside.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    os.replace(beside, file)
