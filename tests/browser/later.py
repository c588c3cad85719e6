"""The same web application, on a day that a test chooses: so that the day after can come. While it answers, nothing
is put back under its hands."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kith.access import clock
from kith.config.wsgi import application as kith
from tests.browser.serving import DAYS, answering


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    folder = Path(settings.DATA_DIR)
    with answering(folder), clock.at(timezone.now() + _days_later(folder / DAYS)):
        return kith(environ, start_response)


def _days_later(told: Path) -> timedelta:
    return timedelta(days=int(told.read_text()) if told.exists() else 0)
