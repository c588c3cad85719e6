"""Starts Django for a command, and prepares what a data folder needs before anybody is served."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command

QUIET_SECONDS = 2


def start_django() -> None:
    """Reads the settings from the environment as it is now. Asking twice does no harm."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()


def prepare_database() -> None:
    """Brings the database up to date, with the forms and measures that come with Kith. Nothing happens when it is."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    from kith.measures import actions as measures
    from kith.questionnaires import actions as questionnaires

    questionnaires.bring_in_ours()
    measures.bring_in_ours()


def prepare_static_files() -> None:
    """Puts styles, scripts, fonts and drawings where the web server takes them from."""
    call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def progress(words: str) -> Iterator[None]:
    """On a terminal, whatever takes longer than two seconds says that it is still going, on stderr."""
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(words, done), daemon=True)
    if sys.stderr.isatty():
        teller.start()
    try:
        yield
    finally:
        done.set()
        if teller.is_alive():
            teller.join()


def _tell(words: str, done: threading.Event) -> None:
    seconds = QUIET_SECONDS
    if done.wait(QUIET_SECONDS):
        return
    while not done.wait(1):
        seconds += 1
        print(f"\r{words} ... {seconds} s", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
