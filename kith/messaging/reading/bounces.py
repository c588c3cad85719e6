"""A letter of ours that came back: why, and whether it is any use to try again.

Half of the world's mail servers say so in a form for machines (RFC 3464). The others write a notice, each in its way.
"""

import re
from dataclasses import dataclass

from .headers import Headers, ids
from .parts import Part
from .text import cleaned, decoded

MOST_BYTES_OF_A_REPORT = 20_000
LONGEST_NOTICE = 5_000
DAEMONS = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]+)@", re.IGNORECASE)
CAME_BACK = re.compile(
    r"undeliver|returned mail|returned to sender|returning message|failure notice|delivery (?:fail|incomplete)|"
    r"delivery (?:status|has) (?:notification \(?)?fail|mail delivery (?:system|problem|fail)|not delivered|"
    r"could not be delivered|unzustellbar|zustellung fehlgeschlagen|non remis|non distribu|no se puede entregar|"
    r"non recapitabile|niet bezorgd|nie można dostarczyć|kunde inte levereras",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\bdelayed\b|\bwarning: message\b|will keep trying|will be retried|not yet been delivered", re.IGNORECASE
)
STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
OLD_STATUS = re.compile(r"\b(5[0-7]\d|4[2-5]\d)[ -]")
A_BLOCK = re.compile(r"\n[ \t]*\n")
REASONS = (
    (re.compile(r"\b5\.2\.2\b|\b4\.2\.2\b|quota|mailbox (?:is )?full|over.?quota", re.I), "the mailbox is full"),
    (
        re.compile(
            r"\b5\.1\.(?:1|2|3|6|10)\b|\b5\.4\.4\b|user (?:is )?unknown|unknown user|no mailbox here|not found|"
            r"no such (?:user|mailbox|person|address)|does(?: not|n't) exist|valid (?:recipient|mailbox|address)|"
            r"recipient rejected",
            re.I,
        ),
        "there is no such address",
    ),
    (re.compile(r"\b5\.2\.1\b|disabled|inactive|suspended", re.I), "the mailbox is not in use"),
    (re.compile(r"\b[45]\.2\.3\b|\b[45]\.3\.4\b|too (?:large|big)|size limit", re.I), "the email is too large for it"),
    (
        re.compile(r"\b5\.7\.|spam|blocked|blacklist|policy|denied|not allowed", re.I),
        "their mail server did not take it",
    ),
    (
        re.compile(r"\b4\.4\.|timed? ?out|connection ref|could not connect|unreachable", re.I),
        "their mail server did not answer",
    ),
)
NO_REASON = "their mail server did not say why"


@dataclass(frozen=True)
class Return:
    """What is known of a letter that came back. `ids` are the names of the letter itself, if it came along."""

    why: str
    is_permanent: bool
    ids: tuple[str, ...] = ()


def is_daemon(headers: Headers, sender: str) -> bool:
    """A mail server wrote this, and no person."""
    return bool(DAEMONS.match(sender)) or headers.first("return-path").replace(" ", "") == "<>"


def return_in(whole: Part, text: str, sender: str, subject: str) -> Return | None:
    """The letter that came back with this email; None when none did."""
    report = _report(whole)
    if report:
        return _from_report(report, whole)
    headers, notice = whole.headers, text[:LONGEST_NOTICE]
    if not is_daemon(headers, sender) or LATER.search(subject):
        return None
    if not (
        headers.has("x-failed-recipients") or CAME_BACK.search(subject) or notice.startswith("Hi. This is the qmail")
    ):
        return None
    return Return(reason_in(notice), not _is_for_now(notice), _ids(whole))


def _report(whole: Part) -> list[Headers]:
    """The blocks of a report for machines, or nothing."""
    for part in whole.leaves():
        if part.type == "message/delivery-status":
            blocks = A_BLOCK.split(cleaned(decoded(part.unpacked(MOST_BYTES_OF_A_REPORT))))[:20]
            return [Headers(block.strip().encode()) for block in blocks if block.strip()]
    return []


def _from_report(blocks: list[Headers], whole: Part) -> Return | None:
    """The first recipient whom it did not reach. A letter that is late, or arrived, did not come back."""
    for block in blocks:
        if block.first("action").lower().startswith("fail"):
            why = f"{block.first('status')} {block.first('diagnostic-code')}"
            return Return(reason_in(why), not _is_for_now(why), _ids(whole))
    return None


def _ids(whole: Part) -> tuple[str, ...]:
    """How our own letter was called, where its head came along."""
    for part in whole.leaves():
        if part.type in ("message/rfc822", "text/rfc822-headers"):
            return ids(Headers(part.unpacked(MOST_BYTES_OF_A_REPORT)).first("message-id"))
    return ()


def reason_in(words: str) -> str:
    """Why, in plain words that fit behind “It came back:”."""
    return next((plain for pattern, plain in REASONS if pattern.search(words)), NO_REASON)


def _is_for_now(words: str) -> bool:
    """Whether the mail server says that another day may be different. Where it says neither, it is for good."""
    status = STATUS.search(words) or OLD_STATUS.search(words)
    return status is not None and status[1].startswith("4")
