"""Where a copy lies for the day that it is there: sealed, and named by nothing but chance."""

from pathlib import Path

from django.conf import settings

from .models import Copy, OwnCopy


def place_of(copy: Copy | OwnCopy) -> Path:
    folder = Path(settings.DATA_DIR) / "copies"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / copy.public_id
