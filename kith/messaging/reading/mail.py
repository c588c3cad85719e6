"""An email that came in, made sense of. Whatever the bytes are, this ends soon and with something to show."""

from dataclasses import dataclass

from .authentication import authentication_of, voucher_of
from .bounces import Return, return_in
from .content import opened
from .headers import Headers, ids, plain, recipients_of, sender_of
from .kinds import Kind, is_automatic, is_surely_automatic
from .replies import new_words

MOST_BYTES = 25 * 1024 * 1024
LONGEST_SUBJECT = 200
LONG = ("The end of the email", "It was longer than Kith keeps.")


class TooLarge(Exception):
    """This email has more bytes than Kith looks at."""


@dataclass(frozen=True)
class Mail:
    """What an email says, in plain values. Nothing in it was acted upon."""

    in_reply_to: str
    references: tuple[str, ...]
    sender: str  # one bare address in lower case; "" when none stands there, or several
    recipients: tuple[str, ...]
    kind: Kind
    may_be_written: bool  # automatic by its head, and yet a person may have written it
    came_back_why: str
    came_back_for_good: bool
    text: str  # all of it, quotes included: for `new_words(mail.text, ours)` once the letter it answers is known
    words: str  # only what is new
    files: tuple[tuple[str, bytes], ...]
    left_out: tuple[tuple[str, str], ...]  # a name, and why
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
    sender = sender_of(headers)
    subject = plain(headers.first("subject"), LONGEST_SUBJECT)
    came_back = return_in(whole, content.text, sender, subject)
    return Mail(
        in_reply_to=next(iter(ids(headers.first("in-reply-to"))), ""),
        references=_references(headers, came_back),
        sender=sender,
        recipients=recipients_of(headers),
        kind=_kind(came_back, is_automatic(whole, sender, subject)),
        may_be_written=not is_surely_automatic(whole, sender, subject),
        **_of_return(came_back),
        text=content.text,
        words=new_words(content.text),
        files=tuple(content.files),
        left_out=(*content.left_out, *([LONG] if content.is_long else [])),
        authentication=authentication_of(headers, sender),
        vouched_by=voucher_of(headers),
    )


def _of_return(came_back: Return | None) -> dict:
    """What a letter that came back says; nothing for any other."""
    if came_back is None:
        return {"came_back_why": "", "came_back_for_good": False}
    return {"came_back_why": came_back.why, "came_back_for_good": came_back.is_permanent}


def _kind(came_back: Return | None, is_automatic: bool) -> Kind:
    if came_back:
        return Kind.CAME_BACK
    return Kind.AUTOMATIC if is_automatic else Kind.WRITTEN


def _references(headers: Headers, came_back: Return | None) -> tuple[str, ...]:
    """What went before, in order; a letter that came back is the last of them."""
    return ids(headers.first("references")) + (came_back.ids if came_back else ())
