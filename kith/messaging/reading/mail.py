"""An email that came in, made sense of. Whatever the bytes are, this ends soon and with something to show."""

from dataclasses import dataclass
from datetime import datetime

from .authentication import authentication_of, voucher_of
from .bounces import Return, return_in
from .content import opened
from .headers import Headers, date_of, ids, plain, recipients_of, sender_of
from .kinds import Kind, is_automatic, is_surely_automatic
from .replies import reply_in

MOST_BYTES = 25 * 1024 * 1024
LONGEST_SUBJECT = 200
LONG = ("The end of the email", "It was longer than Kith keeps.")


class TooLarge(Exception):
    """This email has more bytes than Kith looks at."""


@dataclass(frozen=True)
class Mail:
    """What an email says, in plain values. Nothing in it was acted upon."""

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: str  # one bare address in lower case; "" when none stands there, or several
    sender_name: str
    recipients: tuple[str, ...]
    subject: str
    date: datetime | None
    kind: Kind
    may_be_written: bool  # automatic by its head, and yet a person may have written it
    came_back_to: str
    came_back_why: str
    came_back_for_good: bool
    text: str  # all of it, quotes included: for `new_words(mail.text, ours)` once the letter it answers is known
    words: str  # only what is new
    files: tuple[tuple[str, bytes], ...]
    left_out: tuple[tuple[str, str], ...]  # a name, and why
    was_cut: bool  # something in `text`, or beyond it, is not in `words`
    authentication: str  # "pass", "fail" or ""
    vouched_by: str  # the mail server that says so, by the name it gives itself

    @property
    def answers(self) -> tuple[str, ...]:
        """The names of the messages this may answer, the likeliest first."""
        return tuple(dict.fromkeys(each for each in (self.in_reply_to, *reversed(self.references)) if each))


def read_mail(raw: bytes) -> Mail:
    """The email in these bytes. Raises `TooLarge`, and nothing else."""
    if len(raw) > MOST_BYTES:
        raise TooLarge
    whole, content = opened(raw)
    headers = whole.headers
    sender, name = sender_of(headers)
    subject = plain(headers.first("subject"), LONGEST_SUBJECT)
    words, was_cut = reply_in(content.text)
    came_back = return_in(whole, content.text, sender, subject)
    return Mail(
        message_id=_one(headers, "message-id"),
        in_reply_to=_one(headers, "in-reply-to"),
        references=_references(headers, came_back),
        sender=sender,
        sender_name=name,
        recipients=recipients_of(headers),
        subject=subject,
        date=date_of(headers),
        kind=_kind(came_back, is_automatic(whole, sender, subject)),
        may_be_written=not is_surely_automatic(whole, sender, subject),
        **_of_return(came_back),
        text=content.text,
        words=words,
        files=tuple(content.files),
        left_out=(*content.left_out, *([LONG] if content.is_long else [])),
        was_cut=was_cut or content.is_long,
        authentication=authentication_of(headers, sender),
        vouched_by=voucher_of(headers),
    )


def _of_return(came_back: Return | None) -> dict:
    """What a letter that came back says; nothing for any other."""
    to, why = (came_back.to, came_back.why) if came_back else ("", "")
    return {"came_back_to": to, "came_back_why": why, "came_back_for_good": bool(came_back and came_back.is_permanent)}


def _kind(came_back: Return | None, is_automatic: bool) -> Kind:
    if came_back:
        return Kind.CAME_BACK
    return Kind.AUTOMATIC if is_automatic else Kind.WRITTEN


def _one(headers: Headers, name: str) -> str:
    return next(iter(ids(headers.first(name))), "")


def _references(headers: Headers, came_back: Return | None) -> tuple[str, ...]:
    """What went before, in order; a letter that came back is the last of them."""
    return ids(headers.first("references")) + (came_back.ids if came_back else ())
