"""How the web server runs: a few plain processes (threads were slower in every measurement), and one log."""

import gc
import logging
import os
import sys
from pathlib import Path

from django.conf import settings
from gunicorn.glogging import Logger

from kith.config import counting, in_time, kept_open, log, waiting
from kith.config.parent import end_with_parent, tell_that_we_answer
from kith.design.not_saved import BEGINS_AFRESH

worker_class = "sync"
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 0
errorlog = "-"
loglevel = "warning"
# Addresses of invitations and calendars are keys, and do not belong in a log: kith.config.told says what may.
accesslog = None
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - gunicorn makes its own file in it


class WebLogger(Logger):
    """The web server's own words go the way of all others."""

    def setup(self, cfg) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


logger_class = WebLogger
log.begin()


def on_starting(server) -> None:
    end_with_parent()


def pre_fork(server, worker) -> None:
    """What was loaded stays for good: nobody need look through it again for what is no longer needed, and a process
    that does not touch it shares it with the others."""
    kept_open.let_go()
    gc.collect()
    gc.freeze()


def post_fork(server, worker) -> None:
    kept_open.keep_open()
    in_time.answer_in_time()
    counting.begin_to_answer()


def child_exit(server, worker) -> None:
    counting.has_ended(worker.pid)


def pre_request(worker, request) -> None:
    kept_open.let_go_of_what_was_replaced()


def post_request(worker, request, environ, response) -> None:
    """What a process still holds of a disk that failed it is not to be trusted, and one that has too little memory goes
    on failing: another takes its place."""
    if environ.get(BEGINS_AFRESH):
        worker.alive = False


def when_ready(server) -> None:
    """Tells whoever started it that it answers from now on."""
    for listener in server.LISTENERS:
        waiting.leave_the_silent_outside(listener.sock)
    welcome = os.environ.get("KITH_WELCOME", "Kith is ready.")
    if settings.KITH_DEMO:  # whoever tries it out reads these lines, and whom they can be
        sys.stdout.write(welcome + "\n")
        sys.stdout.flush()
    else:
        logging.getLogger("kith.serve").info(welcome)
    tell_that_we_answer()
