"""The same web application, on a day that a test chooses: so that the day after can come."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kith.access import clock
from kith.config.wsgi import application as kith
from tests.browser.serving import DAYS


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    told = Path(settings.DATA_DIR) / DAYS
    days = int(told.read_text()) if told.exists() else 0
    with clock.at(timezone.now() + timedelta(days=days)):
        return kith(environ, start_response)
