"""`kith demo`: builds the invented neighbourhood in a folder of its own, and serves it.

The demo never touches anything real: it takes no database, secret, address or mail server from the
environment, only the folder to build in (`KITH_DATA_DIR`), and it builds only where nothing else is.
"""

import os
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kith.cli.ground import prepare_database, progress, start_django
from kith.cli.sentences import NotDone
from kith.cli.serve import DEFAULT_PORT, serve

MARKER = "KITH_DEMO"
OF_A_REAL_KITH = ("kith.sqlite3", "secret-key", "field-keys")
BEING_BUILT, BUILT = "being built", "built"
_REAL_THINGS = (
    "KITH_DATABASE_URL",
    "KITH_DATABASE_POOLER",
    "KITH_DATABASE_REPLICA",
    "KITH_SECRET_KEY",
    "KITH_FIELD_KEYS",
    "KITH_BACKUP_KEY",
    "KITH_BACKUP_DIR",
    "KITH_OUTSIDE_DIR",
    "KITH_INTRODUCTION_URL",
    "KITH_INTRODUCTION_SENDER",
    "KITH_MAIL_URL",
    "KITH_REPLY_ADDRESS",
    "KITH_TEXT_PROVIDER",
    "KITH_LETTER_PROVIDER",
    "KITH_NOTIFY_URL",
    "KITH_NOTIFY_KEY",
    "KITH_NOTIFY_TEXT_TEMPLATE",
    "KITH_NOTIFY_CALLBACK_WORD",
    "KITH_MAILBOX_URL",
    "KITH_MAIL_DOOR",
    "KITH_MAIL_VOUCHER",
    "KITH_HELP_FILE",
)


def add_to(commands) -> None:
    parser: ArgumentParser = commands.add_parser("demo", help="build the invented neighbourhood and serve it")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"default {DEFAULT_PORT}")
    parser.add_argument("--data", type=Path, metavar="DIR", help="default KITH_DATA_DIR, else var/demo")
    parser.add_argument("--no-serve", action="store_true", help="only build it")
    parser.add_argument("--reset", action="store_true", help="throw the old one away and build it afresh")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    folder = _folder(chosen.data)
    _make_room(folder, afresh=chosen.reset)
    _leave_real_things_alone(folder, chosen.port)
    start_django()
    _build(folder)
    if chosen.no_serve:
        print(f"The neighbourhood stands in {folder}.")
        return 0
    return serve(host="127.0.0.1", port=chosen.port, workers=2, welcome=_welcome(chosen.port))


def _folder(chosen: Path | None) -> Path:
    """Where it is built: as was said here, or in the environment, or in its usual place."""
    return (chosen or Path(os.environ.get("KITH_DATA_DIR") or "var/demo")).resolve()


def _make_room(folder: Path, *, afresh: bool) -> None:
    """An empty or half-built demo folder to build in, or the one that stands."""
    marker = folder / MARKER
    if not marker.exists():
        if any((folder / name).exists() for name in OF_A_REAL_KITH):
            raise NotDone(f"{folder} holds a Kith that is no demo. The demo leaves it alone; --data DIR names another.")
        if folder.exists() and any(folder.iterdir()):
            raise NotDone(f"{folder} holds something else; the demo is built in a folder of its own (--data DIR).")
    elif afresh or marker.read_text() != BUILT:
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not marker.exists():
        marker.write_text(BEING_BUILT)


def _leave_real_things_alone(folder: Path, port: int) -> None:
    for name in _REAL_THINGS:
        os.environ.pop(name, None)
    os.environ["KITH_DATA_DIR"] = str(folder)
    os.environ["KITH_PUBLIC_URL"] = f"http://127.0.0.1:{port}"


def _build(folder: Path) -> None:
    prepare_database()
    if (folder / MARKER).read_text() == BUILT:
        return
    from kith.demo import neighbourhood

    print("Building the neighbourhood ...", flush=True)
    with progress("Still building"):
        neighbourhood.build()
    (folder / MARKER).write_text(BUILT)


def _welcome(port: int) -> str:
    """What is said last: where it is, and whom one can be."""
    from kith.demo.who import OTHERS, START_WITH

    def lines(people) -> str:
        return "\n".join(f"  {person.who:8}{person.words}" for person in people)

    return "\n".join(
        [
            "\nEverybody in this Kith is invented.",
            lines(OTHERS),
            "Start with these two:",
            lines(START_WITH),
            f"Kith is ready at http://127.0.0.1:{port} (Ctrl-C ends it)",
            f"Sign in as one of them at http://127.0.0.1:{port}/demo/sign-in/",
        ]
    )
