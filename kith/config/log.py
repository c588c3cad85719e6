"""One log for everything that `kith serve` runs: a line of JSON for each event, or plain words on a terminal.

`log_lines` says what a line may hold. The library is loaded with the first line: most commands write none."""

import json
import logging
import os
import sys
import threading
from functools import cache
from types import TracebackType

from kith.config import log_lines

AS_JSON, PLAINLY = "json", "plain"


def how(*, quiet: bool) -> dict:
    """For Django's `LOGGING`. `quiet`: of what went well nothing is said, as in the demo."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "kith.config.log.Lines"}},
        "filters": {"counts": {"()": "kith.config.log.CountsProblems"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["counts"]}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "kith": {"level": "INFO"},
            "kith.requests": {"level": "WARNING" if quiet else "INFO"},
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.request": {"level": "ERROR"},  # what is not there is told by kith.requests
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            # Of an errand that stumbles the library would log every word of the error; kith.upkeep says what may be.
            **{name: {"level": "CRITICAL"} for name in ("django_tasks", "django_tasks_db")},
            **{name: {"level": "ERROR"} for name in ("weasyprint", "weasyprint.progress", "fontTools")},
        },
    }


class Lines(logging.Formatter):
    """Writes every record, whoever made it, as one line of what may be told."""

    def format(self, record: logging.LogRecord) -> str:
        return _chain(as_json=_as_json()).format(record)


@cache
def _chain(*, as_json: bool) -> logging.Formatter:
    import structlog

    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            log_lines.of_the_record,
            structlog.contextvars.merge_contextvars,
            structlog.processors.TimeStamper(fmt="iso", key="time"),
        ],
        processors=[
            log_lines.only_what_is_known,
            structlog.processors.JSONRenderer(json.dumps) if as_json else log_lines.plainly,
        ],
        pass_foreign_args=True,
    )


def _as_json() -> bool:
    chosen = os.environ.get("KITH_LOG", "")
    return chosen == AS_JSON or (chosen != PLAINLY and not sys.stderr.isatty())


class CountsProblems(logging.Filter):
    """Lets every record through, and counts those that tell of the database."""

    def filter(self, record: logging.LogRecord) -> bool:
        problem = getattr(record, "problem", None) or (record.exc_info[1] if record.exc_info else None)
        if problem is not None:
            from kith.config import counted

            counted.count_problem(problem)
        return True


def begin() -> None:
    """In a process of its own: whatever ends it, or is said outside the log, is one line of the log as well."""
    logging.raiseExceptions = False  # a line that cannot be written would be told with all that was to be put into it
    logging.captureWarnings(True)
    sys.excepthook = _ended
    threading.excepthook = lambda told: _ended(told.exc_type, told.exc_value, told.exc_traceback)


def _ended(kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None) -> None:
    if problem is None or isinstance(problem, KeyboardInterrupt):
        return
    logging.getLogger("kith").critical("Something ended that should not have.", exc_info=(kind, problem, trace))
