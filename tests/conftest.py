"""What every test stands on."""

import os

import pytest
from django.conf import settings

# The browser's driver keeps an event loop in the tests' own thread; Kith itself uses none.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Static files are taken from where they are written: nothing has to be collected first."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.STATIC_ROOT = None
    settings.WHITENOISE_USE_FINDERS = True
