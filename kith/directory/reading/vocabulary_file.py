"""A vocabulary from a file: the OpenActive activity list (JSON-LD), or ours (TOML, as in `search/concepts`)."""

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from kith.access.refusal import Refused
from kith.directory.models import Kind

LARGEST = 8_000_000  # bytes; the whole OpenActive list is half of one
MOST = 20_000


@dataclass(frozen=True)
class Entry:
    """One idea as a file tells it. `address`: its own in the OpenActive list; `broader`: a name or such an address."""

    name: str
    says: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    kind: str = Kind.OTHER
    broader: str = ""
    openactive: dict[str, str] = field(default_factory=dict)
    address: str = ""


def entries_in(path: Path) -> list[Entry]:
    """Everything in the file, looked over. One sentence says what is wrong with it, where something is."""
    text = _text_of(path)
    if path.suffix.lower() == ".toml":
        return _ours(path, text)
    return _openactive(path, text)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(f"“{path.name}” is larger than any vocabulary we know. Is it the right file?")
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise Refused(f"“{path}” cannot be opened.") from None
    except UnicodeDecodeError:
        raise Refused(f"“{path.name}” is not text in UTF-8.") from None


def _ours(path: Path, text: str) -> list[Entry]:
    try:
        written = tomllib.loads(text).get("concept")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(f"“{path.name}” cannot be read as TOML: {error}.") from None
    _look_over(path, written, "[[concept]]")
    return [_of_ours(path, number, each) for number, each in enumerate(written, 1)]


def _look_over(path: Path, written, called: str) -> None:
    if not isinstance(written, list) or not written:
        raise Refused(f"“{path.name}” holds no {called}, so it is no vocabulary.")
    if len(written) > MOST:
        raise Refused(f"“{path.name}” holds more than {MOST:,} ideas. Is it the right file?")


def _of_ours(path: Path, number: int, each) -> Entry:
    where = f"Idea {number} of “{path.name}”"
    if not isinstance(each, dict) or not _is_words(each.get("name")):
        raise Refused(f"{where} has no name.")
    says, means, links = each.get("says", []), each.get("means", []), each.get("openactive", {})
    if not (_are_words(says) and _are_words(means)):
        raise Refused(f"{where}, “{each['name']}”: “says” and “means” are lists of words.")
    if each.get("kind", Kind.OTHER) not in Kind.values:
        raise Refused(f"{where}, “{each['name']}”: its kind is one of {', '.join(Kind.values)}.")
    if not isinstance(links, dict) or not _are_words([*links, *links.values()]):
        raise Refused(f"{where}, “{each['name']}”: “openactive” holds labels and addresses.")
    broader = each.get("broader", "")
    return Entry(
        _tidy(each["name"]),
        tuple(map(_tidy, says)),
        tuple(map(_tidy, means)),
        each.get("kind", Kind.OTHER),
        broader if isinstance(broader, str) else "",
        dict(links),
    )


def _openactive(path: Path, text: str) -> list[Entry]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(f"“{path.name}” cannot be read: it is neither JSON nor a file that ends in .toml.") from None
    written = read.get("concept", read.get("skos:hasTopConcept")) if isinstance(read, dict) else None
    _look_over(path, written, "list of activities called “concept”")
    return [_of_openactive(path, number, each) for number, each in enumerate(written, 1)]


def _of_openactive(path: Path, number: int, each) -> Entry:
    where = f"Activity {number} of “{path.name}”"
    if not isinstance(each, dict) or not _is_words(each.get("prefLabel")):
        raise Refused(f"{where} has no “prefLabel”.")
    if not _is_words(each.get("id")):
        raise Refused(f"{where}, “{each['prefLabel']}”, has no “id”.")
    others, broader = _listed(each.get("altLabel")), _listed(each.get("broader"))
    if not (_are_words(others) and _are_words(broader)):
        raise Refused(f"{where}, “{each['prefLabel']}”: other labels and wider ideas are words.")
    name = _tidy(each["prefLabel"])
    return Entry(
        name.lower(),
        tuple(map(_tidy, others)),
        (name.lower(), *(_tidy(other).lower() for other in others)),
        Kind.SPORT,
        broader[0] if broader else "",
        {name: each["id"]},
        each["id"],
    )


def _listed(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_words(value) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\x00" not in value


def _are_words(values) -> bool:
    return isinstance(values, list) and all(map(_is_words, values))


def _tidy(words: str) -> str:
    return " ".join(words.split())
