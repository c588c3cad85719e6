"""What this install added to the vocabulary, as a file like those in `concepts`: ready to go into the project."""

import json

from .own_words import own_entries
from .vocabulary import entries

HEAD = "# What people say, and what listings call it. Added by a team.\n"
ORDER = (
    *("name", "kind", "broader", "often", "puts", "broad", "sorts", "first", "hushed"),
    *("says", "means", "unlike", "never", "openactive", "ukcat"),
)


def own_as_toml() -> str:
    """New ideas whole; an idea that comes with Kith as it is written there, with what people here say as well."""
    written = {entry["name"]: entry for entry in entries()}
    parts = [HEAD]
    for own in own_entries():
        theirs = written.get(own["name"])
        parts.append(_concept({**theirs, "says": [*theirs.get("says", []), *own["says"]]} if theirs else own))
    return "\n".join(parts)


def _concept(entry: dict) -> str:
    lines = [f"{key} = {_value(entry[key])}" for key in ORDER if entry.get(key) not in ("", None, [], {})]
    return "\n".join(["[[concept]]", *lines, ""])


def _value(value) -> str:
    """A value as TOML writes it; words in quotes are written as in JSON."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_value(key)} = {_value(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
