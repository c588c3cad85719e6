"""The lines at the top of an email, each cut to a sane length before anything looks into it.

The standard library reads well-meant headers; some that are not well meant take it minutes, or end in an error.
So only short pieces are given to it.
"""

import binascii
import re
from email.message import Message

from .text import decoded, one_line

MOST_BYTES_OF_HEADERS = 500_000
MOST_HEADERS = 300
LONGEST_HEADER = 2_000
LONGEST_LIST = 10_000  # of those who get it, or of what went before
MOST_ADDRESSES = 50
LISTS = {"to", "cc", "delivered-to", "x-original-to", "envelope-to", "references", "authentication-results"}
REACHED = ("delivered-to", "x-original-to", "envelope-to", "to", "cc")  # where it truly came in stands first

LINE = re.compile(rb"\r\n|\r|\n")
FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
ADDRESS = re.compile(r"[^\s<>()\[\]\",:;@\\]{1,64}@[^\s<>()\[\]\",:;@\\]{1,190}")
ESCAPED = re.compile(r"\\.", re.DOTALL)
QUOTED = re.compile(r'"[^"]*+"')
ASIDE = re.compile(r"\([^()]*+\)")
ANGLE = re.compile(r"<([^<>]*+)>")
MESSAGE_ID = re.compile(r"<[^\s<>]{1,250}>")
ENCODED = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?]*+)\?=", re.IGNORECASE)
BETWEEN_ENCODED = re.compile(r"\?=\s++=\?")
CAPITALS = str.maketrans({letter: chr(ord(letter) + 32) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})


class Headers:
    """What stands at the top of an email or of one of its parts: names in lower case, values as text of one line."""

    def __init__(self, raw: bytes) -> None:
        self.fields: list[tuple[str, str]] = []
        for line in _unfolded(raw[:MOST_BYTES_OF_HEADERS]):
            found = FIELD.fullmatch(line)
            if found and len(self.fields) < MOST_HEADERS:
                name = found[1].decode("ascii").lower()
                longest = LONGEST_LIST if name in LISTS else LONGEST_HEADER
                self.fields.append((name, decoded(found[2][:longest], is_cut=len(found[2]) > longest).strip()))

    def all(self, name: str) -> list[str]:
        """Every value of this name, in order."""
        return [value for known, value in self.fields if known == name]

    def first(self, name: str) -> str:
        """The topmost value of this name, or ""."""
        return next(iter(self.all(name)), "")

    def has(self, name: str) -> bool:
        return any(known == name for known, _value in self.fields)

    def of_part(self) -> Message:
        """What the standard library makes of the lines that say what a part is; nothing else is given to it."""
        part = Message()
        for name in ("content-type", "content-disposition", "content-transfer-encoding"):
            if value := one_line(self.first(name), LONGEST_HEADER):
                part[name] = value
        return part


def _unfolded(raw: bytes) -> list[bytes]:
    """Header lines, those that go on after a line break made one."""
    gathered: list[list[bytes]] = []
    for line in LINE.split(raw):
        if line[:1] in (b" ", b"\t") and gathered:
            gathered[-1].append(line)
        elif line:
            gathered.append([line])
    return [b" ".join(pieces) for pieces in gathered]


def plain(value: str, longest: int) -> str:
    """Header words as a person would read them, on one line: nothing hidden in them begins a new one."""
    value = BETWEEN_ENCODED.sub("?==?", value[:LONGEST_HEADER])
    return one_line(ENCODED.sub(_word, value), longest)


def _word(found: re.Match) -> str:
    charset, way, written = found[1], found[2].lower(), found[3].encode("utf-8", "replace")
    if way == "q":
        return decoded(binascii.a2b_qp(written, header=True), charset)
    return decoded(from_base64(written), charset)


def from_base64(written: bytes) -> bytes:
    """What can be read of it: an end that is missing takes away only itself."""
    for ending in (b"", b"=", b"=="):
        try:
            return binascii.a2b_base64(written + ending)
        except binascii.Error:
            continue
    return b""


def addresses(value: str) -> list[str]:
    """The bare addresses in a header, in lower case, each once, fifty at most. Names and remarks are no addresses."""
    bare = QUOTED.sub(" ", ESCAPED.sub("", value))
    for _nested in range(3):
        bare = ASIDE.sub(" ", bare)
    within = [inside for inside in ANGLE.findall(bare) if "@" in inside]
    beside = [piece for piece in re.split("[,;]", ANGLE.sub(" <> ", bare)) if "@" in piece and "<>" not in piece]
    found = [ADDRESS.fullmatch(each.strip().rpartition(":")[2].strip()) for each in within + beside]
    return list(dict.fromkeys(lower(each[0]) for each in found if each))[:MOST_ADDRESSES]


def lower(address: str) -> str:
    """In lower case, but only plain letters: some others turn into a plain one, and so into somebody else."""
    return address.translate(CAPITALS)


def sender_of(headers: Headers) -> str:
    """Who wrote, by address; "" when nobody is named, or more than one."""
    written = headers.all("from")
    found = addresses(written[0]) if len(written) == 1 else []
    return found[0] if len(found) == 1 else ""


def recipients_of(headers: Headers) -> tuple[str, ...]:
    """To whom it came, fifty addresses at most; where it was truly delivered before who else was named."""
    named = [addresses(",".join(headers.all(name))[:LONGEST_LIST]) for name in REACHED]
    return tuple(dict.fromkeys(each for found in named for each in found))[:MOST_ADDRESSES]


def ids(value: str) -> tuple[str, ...]:
    """The names of messages in a header, with their brackets; the last fifty of many."""
    return tuple(MESSAGE_ID.findall(value))[-MOST_ADDRESSES:]
