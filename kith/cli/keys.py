"""`kith keys`: the keys of private words, and the key of the copies."""

import os
from argparse import Namespace
from pathlib import Path

from kith.cli.ground import progress, start_django
from kith.cli.sentences import NotDone

FILE = "field-keys"


def add_to(commands) -> None:
    parser = commands.add_parser("keys", help="look after the keys of private words, and the key of the copies")
    parser.set_defaults(run=tell)
    words = parser.add_subparsers(title="what to do", metavar="WHAT")
    add = words.add_parser("add", help="put a new field key before the others")
    add.set_defaults(run=add_one)
    rotate = words.add_parser("rotate", help="put everything that is private under the newest field key")
    rotate.set_defaults(run=renew)
    forget = words.add_parser("forget", help="let a field key go that nothing is under any more")
    forget.add_argument("key", metavar="ID", help="as `kith keys` tells it")
    forget.set_defaults(run=let_go)
    copies = words.add_parser("copies", help="make a key for copies (KITH_BACKUP_KEY)")
    copies.add_argument("file", type=Path, metavar="FILE", help="where it is written; nothing may be there yet")
    copies.set_defaults(run=for_copies)


def tell(chosen: Namespace) -> None:
    """How much is under each key, and which keys are here."""
    start_django()
    from kith.upkeep.keeping import sealed

    counts, here = sealed.under(), _here()
    for place, (name, _) in enumerate(here):
        is_newest = "the newest; new words are under it" if place == 0 else "an older one"
        print(f"{name}: {_things(counts.pop(name, 0))} ({is_newest})")
    for name, count in sorted(counts.items()):
        print(f"{name}: {_things(count)}, and the key is not here")


def add_one(chosen: Namespace) -> None:
    start_django()
    from kith.access.field_keys import new_field_key

    keys = ",".join([new_field_key(), *map(":".join, _here())])
    if os.environ.get("KITH_FIELD_KEYS"):
        print("KITH_FIELD_KEYS is set outside Kith. Please set it to this, keep a copy, and start Kith anew:")
        print(keys)
        return
    _write(keys)
    print("A new field key is in place. Please keep a copy of it, start Kith anew, and then run `kith keys rotate`.")


def renew(chosen: Namespace) -> None:
    """Ended in the middle it is simply run again."""
    start_django()
    from kith.access.actor import Actor
    from kith.upkeep.actions import field_keys

    with progress("Putting it under the newest key"):
        counts = field_keys.renew(by=Actor.command_line())
    if counts[field_keys.CLOSED]:
        raise NotDone(
            f"{_things(counts[field_keys.CLOSED])} could not be opened; `kith keys` tells which key is missing."
        )
    newest = field_keys.newest_key()
    print(f"{_things(counts[field_keys.DONE])} put under {newest}. Everything is under it now.")


def let_go(chosen: Namespace) -> None:
    start_django()
    from kith.upkeep.keeping import sealed

    here = _here()
    if chosen.key not in dict(here) or here[0][0] == chosen.key:
        raise NotDone(f"{chosen.key} is no older key of this Kith; `kith keys` tells them.")
    if count := sealed.under()[chosen.key]:
        raise NotDone(f"{_things(count)} still under {chosen.key}; `kith keys rotate` puts them under the newest.")
    left = ",".join(":".join(pair) for pair in here if pair[0] != chosen.key)
    if os.environ.get("KITH_FIELD_KEYS"):
        print(f"Nothing is under {chosen.key}. It can be taken out of KITH_FIELD_KEYS.")
    else:
        _write(left)
        print(f"{chosen.key} is gone. Copies of before need it still: keep it with them until they are gone too.")


def _things(count: int) -> str:
    return f"{count:,} {'thing' if count == 1 else 'things'}"


def for_copies(chosen: Namespace) -> None:
    from kith.upkeep.keeping import keys

    public = keys.make(chosen.file)
    print(f"Written to {chosen.file}; its public half is {public}.")
    print("Keep it in two safe places, and never beside a copy: without it no copy opens.")


def _here() -> list[tuple[str, str]]:
    """The keys that are here, by their ids, the newest first."""
    from django.conf import settings

    pairs = (pair.strip().split(":", 1) for pair in settings.KITH_FIELD_KEYS.split(","))
    return [(name.strip(), key.strip()) for name, key in pairs]


def _write(keys: str) -> None:
    """All of it, or what was there before."""
    from django.conf import settings

    beside = settings.DATA_DIR / f".{FILE}.being-made"
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(keys)
        written.flush()
        os.fsync(written.fileno())
    os.replace(beside, settings.DATA_DIR / FILE)
