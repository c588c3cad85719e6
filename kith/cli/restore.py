"""`kith restore`: brings a copy back into an empty folder, proven before anybody may open it."""

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from kith.cli.ground import prepare_database, progress, start_django
from kith.cli.sentences import NotDone

LOOK, NONE = "Please look at this:", "none"


def add_to(commands) -> None:
    parser = commands.add_parser("restore", help="bring a copy back into an empty folder")
    parser.add_argument("file", type=Path, metavar="FILE", help="a copy that `kith backup` made")
    parser.add_argument("--data", type=Path, metavar="DIR", required=True, help="the data folder that it becomes")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> None:
    from kith.upkeep.keeping import restoring

    to, key, address = (
        chosen.data.resolve(),
        os.environ.get("KITH_BACKUP_KEY", ""),
        os.environ.get("KITH_DATABASE_URL", ""),
    )
    with progress("Bringing it back"), restoring.laid_out(chosen.file, to, key=key, address=address) as (folder, told):
        _begin_in(folder)
        with restoring.filled(folder, told):
            prepare_database()
            _refuse_if_damaged()
            said = [*_to_look_at(), *_after(told)]
        _let_go()
        restoring.given_its_name(folder, to)
    print(f"Brought back into {to}: Kith as it was on {told.moment:%d.%m.%Y at %H:%M} UTC.")
    print("\n".join([*said, *_about_keys(told, to)]))


def _begin_in(folder: Path) -> None:
    """Django, with this folder as its own. It makes no keys here: the old ones have to come back, or none."""
    from cryptography.fernet import Fernet

    os.environ["KITH_DATA_DIR"] = str(folder)
    os.environ.setdefault("KITH_OUTSIDE_DIR", str(folder / "outside"))
    os.environ.setdefault("KITH_SECRET_KEY", os.urandom(32).hex())
    if not (folder / "field-keys").is_file():
        os.environ.setdefault("KITH_FIELD_KEYS", f"{NONE}:{Fernet.generate_key().decode()}")
    start_django()


def _refuse_if_damaged() -> None:
    """An older copy is better than a database that is spoilt."""
    from kith.upkeep.keeping import verifying

    if found := list(verifying.of_the_database()):
        raise NotDone(f"{found[0]} Nothing was brought back; please take an older copy.")


def _to_look_at() -> Iterator[str]:
    """What was so already when the copy was made. It is told, and keeps nobody from their record."""
    from django.conf import settings

    from kith.upkeep.keeping import verifying

    has_keys = not settings.KITH_FIELD_KEYS.startswith(f"{NONE}:")
    for words in verifying.of_what_is_in_it(keys=has_keys):
        yield f"{LOOK} {words}"


def _after(told) -> Iterator[str]:
    """Each step that `settings.AFTER_RESTORE` names."""
    from django.conf import settings
    from django.utils.module_loading import import_string

    from kith.access.actor import Actor
    from kith.upkeep.actions.restored import Copy

    copy = Copy(told.moment, settings.OUTSIDE_DIR)
    for step in map(import_string, settings.AFTER_RESTORE):
        if words := step(copy=copy, by=Actor.command_line()):
            yield words


def _let_go() -> None:
    from django.db import connections

    connections.close_all()


def _about_keys(told, to: Path) -> Iterator[str]:
    """Private words need the very keys that they were written under."""
    from django.conf import settings

    from kith.upkeep.keeping.manifest import prints_of

    missing = dict(told.field_keys.items() - prints_of(settings.KITH_FIELD_KEYS).items())
    if missing:
        yield (
            f"Before you serve it, bring its field keys back ({', '.join(sorted(missing))}): in KITH_FIELD_KEYS, or as "
            f"the file {to / 'field-keys'}. Without them what was written in private stays closed."
        )
