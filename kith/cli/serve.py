"""`kith serve`: the web, the clock, and the door for mail where there is one, in one command with one log."""

import logging
import os
import socket
import sys
from argparse import Namespace

from kith.cli.alone import alone_with_the_database
from kith.cli.counts import kept_together
from kith.cli.findings import findings
from kith.cli.ground import prepare_static_files, start_django
from kith.cli.keep_running import Child, keep_running
from kith.cli.sentences import NotDone

log = logging.getLogger("kith.serve")
LOOPBACK, DEFAULT_PORT = "127.0.0.1", 8000
PAGES, CLOCK = "pages", "clock"


def add_to(commands) -> None:
    parser = commands.add_parser("serve", help="serve Kith: web, letters and clock")
    parser.add_argument("--host", default=LOOPBACK, help="default 127.0.0.1: a proxy stands in front")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"default {DEFAULT_PORT}")
    parser.add_argument("--workers", type=int, default=2, help="processes that answer (default 2)")
    words = "on this machine the pages, or the clock and the door for mail, and nothing else (default both)"
    parser.add_argument("--only", choices=(PAGES, CLOCK), help=words)
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    start_django()
    if chosen.only == CLOCK:
        return keep_the_clock()
    return serve(
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        welcome=f"Kith is ready on port {chosen.port}.",
        beside=() if chosen.only == PAGES else _beside_the_web(),
    )


def keep_the_clock() -> int:
    """The clock, and the door for mail where there is one, until told to stop: pages are served by other machines."""
    _refuse_if_unsafe(LOOPBACK)
    with alone_with_the_database(), kept_together():
        _expect_the_clock()
        _let_go_of_the_database()
        _tell_how_email_leaves()
        the_clock, *others = _beside_the_web()
        return keep_running(needed=the_clock, started_again=tuple(others))


def serve(*, host: str, port: int, workers: int, welcome: str, beside: tuple[Child, ...] | None = None) -> int:
    """Serves until it is told to stop, with everything beside the web unless told otherwise. Gives the exit code."""
    _refuse_if_unsafe(host)
    with _held(host, port) as door, alone_with_the_database(), kept_together():
        prepare_static_files()
        _expect_the_clock()
        _let_go_of_the_database()
        _tell_how_email_leaves()
        os.environ["KITH_WELCOME"] = welcome
        others = _beside_the_web() if beside is None else beside
        return keep_running(needed=_web(door.fileno(), workers), started_again=others)


def _web(door: int, workers: int) -> Child:
    """What answers at this door of ours. Another that takes its place puts out its own styles and scripts first."""
    server = [sys.executable, "-m", "gunicorn", "--config", "python:kith.config.web", "kith.config.wsgi"]
    afresh = [sys.executable, "-m", "kith.cli.afresh"]
    command = [*server, "--bind", f"fd://{door}", "--workers", str(workers)]
    return Child("web", command, keeps_open=(door,), begins_afresh=afresh)


def _beside_the_web() -> tuple[Child, ...]:
    """The clock; and what takes in mail, where KITH_MAIL_DOOR says at which host and port."""
    from django.conf import settings

    clock = Child("clock", [sys.executable, "-m", "kith.config.clock"])
    door = Child("mail door", [sys.executable, "-m", "kith.config.mail_door"])
    return (clock, door) if settings.MAIL_DOOR else (clock,)


def _expect_the_clock() -> None:
    """From now on pages say so when no beat of it comes."""
    from kith.access import clock
    from kith.upkeep.actions.beats import expect_beats

    expect_beats(now=clock.now())


def _tell_how_email_leaves() -> None:
    """One line, so that mail under a wrong name is noticed at once. The demo has none to send."""
    from django.conf import settings

    from kith.outbox.trying_out import how_email_leaves

    if not settings.KITH_DEMO:
        log.info(how_email_leaves())


def _refuse_if_unsafe(host: str) -> None:
    unsafe = [finding.words for finding in findings(host) if finding.unsafe]
    if unsafe:
        more = f" ({len(unsafe) - 1} more; `kith check` tells all)" if unsafe[1:] else ""
        raise NotDone(f"Kith does not serve like this: {unsafe[0]}{more}")


def _held(host: str, port: int) -> socket.socket:
    """The port, held here and lent to whoever answers: it stays open while one of them takes another's place."""
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OverflowError:
        door.close()
        raise NotDone(f"{port} is not a port; it is a number up to 65535.") from None
    except OSError as error:
        door.close()
        raise NotDone(f"Port {port} on {host} cannot be used ({error.strerror}); --port chooses another.") from None
    return door


def _let_go_of_the_database() -> None:
    from django.db import connections

    connections.close_all()
