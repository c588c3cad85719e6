"""A file of JSON, read whole, or one sentence about why it cannot be."""

import json
from pathlib import Path

from kith.access.refusal import Refused

TOO_DEEP = "This file is nested too deeply to be a directory. Nothing was changed."


def read_whole(file: Path) -> object:
    """What it holds. Raises `Refused`."""
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(f"“{file.name}” is not text in UTF-8. Nothing was changed.") from None
    except RecursionError:
        raise Refused(TOO_DEEP) from None
    except ValueError:
        raise Refused(f"“{file.name}” is not whole JSON: it may have been cut short. Nothing was changed.") from None
