"""What is in an email's pieces: the words, the files that may be kept, and why others may not."""

from dataclasses import dataclass, field

from .files import MOST_BYTES, TOO_BIG
from .flowed import joined
from .headers import LONGEST_LIST
from .html import LONGEST_HTML, text_of
from .parts import MOST_PARTS, Opener, Part
from .text import LONGEST_TEXT, cleaned, decoded, one_line, tidied

MOST_FILES = 10
PACKED = 1.4  # how much longer a file is while it travels
LETTERS_PACKED = 12  # how many bytes one letter may take up while it travels

LOCKED = "It is locked (encrypted), so Kith could not read it."
TOO_MANY_PIECES = f"Kith opens the first {MOST_PARTS} pieces of an email."
TOO_MANY_FILES = f"Kith takes {MOST_FILES} files from one email."
EMPTY = "There is nothing in it."
NOT_KEPT = {
    "text/calendar": "An invitation to a calendar cannot be kept here yet.",
    "application/ics": "An invitation to a calendar cannot be kept here yet.",
    "application/ms-tnef": "Outlook packed it in its own way, so it could not be opened.",
    "application/vnd.ms-tnef": "Outlook packed it in its own way, so it could not be opened.",
    "message/rfc822": "An email inside an email cannot be kept here yet.",
    "application/pkcs7-mime": LOCKED,
    "application/x-pkcs7-mime": LOCKED,
}
OF_NO_INTEREST = {  # seals, and what mail servers tell each other
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-encrypted",
    "application/pgp-keys",
    "message/delivery-status",
    "message/disposition-notification",
    "text/rfc822-headers",
    "text/x-amp-html",
}
BY_NAME = {"winmail.dat": "application/ms-tnef", "smime.p7m": "application/pkcs7-mime"}
AS_NAME = {"text/calendar": "An invitation", "message/rfc822": "An email", "application/pkcs7-mime": "The email"}


@dataclass
class Content:
    """What was gathered from the pieces, in their order."""

    texts: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    is_long: bool = False  # longer than what is kept

    def add(self, other: "Content") -> None:
        self.texts += other.texts
        self.files += other.files
        self.left_out += other.left_out
        self.is_long |= other.is_long

    def leave_out(self, name: str, why: str) -> None:
        self.left_out.append((name, why))

    @property
    def text(self) -> str:
        return tidied("\n\n".join(text for text in self.texts if text.strip()))[:LONGEST_TEXT]


def opened(raw: bytes) -> tuple[Part, Content]:
    """The email's outermost piece, and what is in all of them."""
    opener = Opener(raw)
    whole = opener.open()
    content = _in(whole)
    if whole.type == "multipart/report":
        content.left_out = []  # between mail servers: what came along is our own letter
    content.is_long |= sum(len(text) for text in content.texts) > LONGEST_TEXT
    if opener.stopped:
        content.leave_out("More of the email", TOO_MANY_PIECES)
    for name, _data in content.files[MOST_FILES:]:
        content.leave_out(name, TOO_MANY_FILES)
    del content.files[MOST_FILES:]
    return whole, content


def _in(part: Part) -> Content:
    if part.type == "multipart/encrypted":
        return Content(left_out=[("The email", LOCKED)])
    if not part.within:
        return _leaf(part)
    every = [(inner, _in(inner)) for inner in part.within]
    gathered = Content()
    if part.type == "multipart/alternative":
        gathered.texts = _best(every)
    for _inner, content in every:
        if part.type == "multipart/alternative":
            content.texts = []
        gathered.add(content)
    return gathered


def _best(every: list[tuple[Part, Content]]) -> list[str]:
    """The same words several times over: as plain text if they were sent so, or else the richest."""
    written = [(inner, content.texts) for inner, content in every if any(text.strip() for text in content.texts)]
    plain = [texts for inner, texts in written if inner.type == "text/plain"]
    return next(iter(plain), written[-1][1] if written else [])


def _leaf(part: Part) -> Content:
    name = one_line(part.name, 100)
    kind = BY_NAME.get(name.lower(), part.type)
    content = Content()
    if kind in OF_NO_INTEREST:
        return content
    if kind in NOT_KEPT:
        content.leave_out(name or AS_NAME.get(kind, "A file"), NOT_KEPT[kind])
    elif kind in ("text/plain", "text/html") and (part.is_whole or not (name or part.disposition == "attachment")):
        _add_words(content, part)
    elif part.type.startswith("multipart/"):
        _add_words(content, part)  # it says it has pieces, and has none: what stands there may be words
    else:
        _add_file(content, part, name or "A file")
    return content


def _add_words(content: Content, part: Part) -> None:
    most = LONGEST_HTML if part.type == "text/html" else LONGEST_TEXT * LETTERS_PACKED
    text = cleaned(decoded(part.unpacked(most), part.param("charset"), is_cut=part.size > most))
    if part.type == "text/html":
        text = cleaned(text_of(text))
    elif part.param("format").lower() == "flowed":
        text = joined(text[: LONGEST_TEXT * 2], without_space=part.param("delsp").lower() == "yes")
    if "-----BEGIN PGP MESSAGE-----" in text[:LONGEST_LIST]:
        content.leave_out("The email", LOCKED)
    else:
        content.texts.append(text[: LONGEST_TEXT + 1])
        content.is_long |= part.size > most


def _add_file(content: Content, part: Part, name: str) -> None:
    if part.size > MOST_BYTES * PACKED:
        return content.leave_out(name, TOO_BIG)
    data = part.unpacked(part.size)
    if len(data) > MOST_BYTES:
        return content.leave_out(name, TOO_BIG)
    if not data:
        return content.leave_out(name, EMPTY)
    return content.files.append((name, data))
