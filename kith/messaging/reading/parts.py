"""An email taken apart: its pieces, their headers, and no more of either than is sane.

The standard library's parser looks at every line once for each level of nesting. Five hundred levels above a few
megabytes of empty lines would keep it busy for hours, so pieces are found here, by looking for their edges only.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .headers import MOST_BYTES_OF_HEADERS, Headers, from_base64, plain
from .text import decoded

MOST_PARTS = 50
DEEPEST = 10
LONGEST_NAME = 200
BLANK_LINE = re.compile(rb"\n\r?+\n")
AN_EDGE = re.compile(rb"\n--([!-~]{1,100})\r?\nContent-", re.IGNORECASE)
A_LINE_END = re.compile(rb"\r?\n")
A_HEADER = re.compile(rb"[!-9;-~]{1,100}[ \t]*+:|From ")


@dataclass
class Part:
    """One piece of an email. Pieces within are in `within`; `body` is still as it was packed."""

    headers: Headers
    raw: bytes
    start: int
    end: int
    is_whole: bool = False  # the email itself, and not a piece of it
    within: list["Part"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.known = self.headers.of_part()
        self.type = self.known.get_content_type()

    @property
    def size(self) -> int:
        return self.end - self.start

    def param(self, name: str, of: str = "content-type") -> str:
        """A word that stands after the type, such as the charset; "" when there is none that can be read."""
        try:
            value = self.known.get_param(name, "", header=of)
        except (ValueError, TypeError, IndexError, LookupError):
            return ""
        if isinstance(value, tuple):  # with its own charset, as RFC 2231 has it
            charset, _language, written = value
            return decoded(written.encode("latin-1", "replace"), charset or "")
        return str(value or "").strip()

    @property
    def disposition(self) -> str:
        return (self.known.get("content-disposition") or "").partition(";")[0].strip().lower()

    @property
    def name(self) -> str:
        """How the sender called this file, or ""."""
        written = self.param("filename", "content-disposition") or self.param("name")
        return plain(written, LONGEST_NAME)

    def unpacked(self, most: int) -> bytes:
        """The bytes themselves, as far as they can be read; what lies beyond `most` packed bytes is not looked at."""
        body = self.raw[self.start : min(self.end, self.start + most)]
        packing = (self.known.get("content-transfer-encoding") or "").strip().lower()
        if packing == "base64":
            return from_base64(body)
        return binascii.a2b_qp(body) if packing == "quoted-printable" else body

    def leaves(self) -> Iterator["Part"]:
        """Every piece that holds no other."""
        if not self.within:
            yield self
        for part in self.within:
            yield from part.leaves()


class Opener:
    """Opens an email, piece by piece, until there are too many pieces or they lie too deep."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw.replace(b"\r", b"\n") if b"\n" not in raw else raw
        self.left = MOST_PARTS
        self.stopped = False  # there was more than is looked at

    def open(self) -> Part:
        return self._part(0, len(self.raw), depth=0)

    def _part(self, start: int, end: int, depth: int) -> Part:
        self.left -= 1
        body = self._body(start, end)
        part = Part(
            Headers(self.raw[start : min(body, start + MOST_BYTES_OF_HEADERS)]), self.raw, body, end, depth == 0
        )
        if part.type.startswith("multipart/") and (edge := self._edge(part)):
            self._open_within(part, edge, depth)
        return part

    def _edge(self, part: Part) -> bytes:
        """The line between its pieces, without its dashes: as it is said at the top, or else as it looks."""
        if said := part.param("boundary").encode("utf-8", "replace")[:200]:
            return said
        looks = AN_EDGE.search(self.raw, max(part.start - 1, 0), min(part.start + 2_000, part.end))
        return looks[1] if looks else b""

    def _body(self, start: int, end: int) -> int:
        """Where the headers are over. What does not begin with one has none."""
        has_headers = A_HEADER.match(self.raw, start, end)
        if found := (BLANK_LINE.search if has_headers else A_LINE_END.match)(self.raw, start, end):
            return found.end()
        return end if has_headers else start

    def _open_within(self, part: Part, edge: bytes, depth: int) -> None:
        for start, end in self._between(edge, part):
            if self.left <= 0 or depth >= DEEPEST:
                self.stopped = True
                return
            part.within.append(self._part(start, end, depth + 1))

    def _between(self, edge: bytes, part: Part) -> Iterator[tuple[int, int]]:
        """Where each piece starts and ends. A closing edge that never comes is the end of the whole."""
        line = re.compile(rb"\n--" + re.escape(edge) + rb"(--)?+[ \t]*+(?=\r?\n|\Z)")
        begun = None
        for found in line.finditer(self.raw, max(part.start - 1, 0), part.end):
            if begun is not None:
                yield begun, max(begun, found.start() - (self.raw[found.start() - 1 : found.start()] == b"\r"))
            if found[1]:
                return
            line_end = self.raw.find(b"\n", found.end(), part.end)
            begun = line_end + 1 if line_end >= 0 else part.end
        if begun is not None:
            yield begun, part.end
