"""Small things read from one object of a file: words without markup, and what an extension says."""

import re

from .located import Located, refuse_at

MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")


def plain(found: Located, name: str, longest: int) -> str:
    """Words as they are shown; "" when there are none. Markup and overlong words turn the file away."""
    words = found.get(name) or ""
    if MARKUP.search(words):
        refuse_at(found, f"“{name}” has HTML in it. Please leave plain words.")
    if len(words) > longest:
        refuse_at(found, f"“{name}” is longer than {longest:,} letters.")
    return words.strip()


def extensions(found: Located, url: str) -> list[Located]:
    """All extensions of this name."""
    return [each for each in found.get("extension", ()) if each.get("url") == url]


def told(found: Located, url: str, *names: str):
    """What the one extension of this name says, under one of the `names` (`valueCoding`); None when it is not there."""
    every = extensions(found, url)
    if not every:
        return None
    if len(every) > 1:
        refuse_at(found, f"“{url}” stands twice.")
    value = next((every[0][name] for name in names if name in every[0]), None)
    if value is None:
        refuse_at(every[0], f"“{url}” needs a “{names[0]}”.")
    return value
