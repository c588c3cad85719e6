"""Whether a file writes its values as JSON has them: true and not "true", 5 and not "5", and nothing as null.

The library that knows FHIR takes a string for a truth or a number. To us `"true"` would then not be true, and `"false"`
would; so such a file is turned away. So is an extension of ours that says nothing, or stands where nobody reads it.
"""

from collections.abc import Iterator
from decimal import Decimal

from .located import Located, refuse_at
from .sources import ABOUT_MONEY, BASE, KNOWN_SOURCE

TRUTHS = ("required", "repeats", "readOnly", "experimental", "initialSelected", "userSelected")
WORDS = ("String", "Code", "Uri", "Url", "Canonical", "Markdown", "Id", "Date", "DateTime", "Time", "Instant")
PARTS = (
    "Coding",
    "CodeableConcept",
    "Quantity",
    "Reference",
    "Expression",
    "Period",
    "Range",
    "Identifier",
    "Attachment",
)
_Kind = type | tuple[type, ...]
_NUMBERS: dict[str, _Kind] = {"Integer": int, "PositiveInt": int, "UnsignedInt": int, "Decimal": (int, Decimal)}
_STRINGS: dict[str, _Kind] = dict.fromkeys(WORDS, str)
_OBJECTS: dict[str, _Kind] = dict.fromkeys(PARTS, dict)
_KINDS: dict[str, _Kind] = {"Boolean": bool} | _NUMBERS | _STRINGS | _OBJECTS
_OURS = BASE.partition("//")[2].lower()  # however the address is written
_NEEDS = {ABOUT_MONEY: "valueBoolean", KNOWN_SOURCE: "valueString"}


def refuse_unless_strict(found: Located) -> None:
    """Turns the file away at the first value that is written as another kind of thing."""
    for node, _ in _objects(found):
        for name, value in node.items():
            if value is None or not _is_kind(value, _kind_of(name)):
                refuse_at(node, f"“{name[:60]}” is not written as FHIR R4 has it.")


def refuse_unless_marks_are_read(found: Located) -> None:
    """Turns the file away when an extension of ours is misspelt, says nothing, or stands where it has no meaning."""
    for node, above in _objects(found):
        if _OURS not in str(node.get("url", "")).lower() or node is found:
            continue
        is_of_the_form = node["url"] == ABOUT_MONEY and above is found
        is_of_an_item = node["url"] == KNOWN_SOURCE and above is not None and "linkId" in above
        if not (is_of_the_form or is_of_an_item):
            refuse_at(node, f"“{node['url'][:120]}” has no meaning here. Please look at how it is spelt and where.")
        if _NEEDS[node["url"]] not in node:
            refuse_at(node, f"“{node['url']}” needs a “{_NEEDS[node['url']]}”.")


def _kind_of(name: str) -> _Kind:
    if name in TRUTHS:
        return bool
    if name == "maxLength":
        return int
    begins = next((begin for begin in ("value", "answer") if name.startswith(begin)), None)
    return _KINDS.get(name.removeprefix(begins), object) if begins else object


def _is_kind(value: object, kind: _Kind) -> bool:
    return isinstance(value, kind) and (kind in (bool, object) or not isinstance(value, bool))


def _objects(found: object, above: Located | None = None) -> Iterator[tuple[Located, Located | None]]:
    """Every object of the file, each with the one it stands in."""
    if isinstance(found, Located):
        yield found, above
        above = found
    inside = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for each in inside:
        yield from _objects(each, above)
