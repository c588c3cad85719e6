"""Where pictures that came with messages lie."""

from pathlib import Path

from django.conf import settings

from kith.messaging.models import Attachment


def file_of(attachment: Attachment) -> Path:
    """The file of this picture: sealed, and named by nothing but chance."""
    folder = Path(settings.DATA_DIR) / "messages"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / attachment.public_id
