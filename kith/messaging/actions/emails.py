"""An email that came in: whose it is, what it answers, and whether anybody wrote it at all."""

from dataclasses import dataclass

from django.conf import settings

from kith.access import clock
from kith.messaging import letters
from kith.messaging.models import Arrival, Message
from kith.messaging.queries import about
from kith.messaging.queries.receipts import had_enough
from kith.messaging.reading.answers import plain_answer
from kith.messaging.reading.files import Kept, keep_picture
from kith.messaging.reading.mail import Kind, Mail, read_mail
from kith.messaging.reading.replies import new_words
from kith.outbox import actions as outbox
from kith.outbox import reply_addresses
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import known_by
from kith.people import queries as who
from kith.people.models import Individual

from .incoming import from_a_place, from_them, from_unknown, keep_pictures
from .places import answers_as_place
from .quick_answers import answers_a_question

NOT_READ_HERE = "to worker: not read here"
State = Arrival.State
Taken = tuple[str, Message | None]


@dataclass(frozen=True)
class Email:
    """An email, with its pictures made safe and in words what cannot be kept: read before anything is written."""

    mail: Mail
    pictures: tuple[Kept, ...]
    left_out: tuple[str, ...]


def read(raw: bytes) -> Email:
    """Takes its time over pictures, so it is called outside any transaction."""
    mail = read_mail(raw)
    tried = [(name, keep_picture(name, data)) for name, data in mail.files]
    kept = tuple(found for _, found in tried if isinstance(found, Kept))
    not_kept = [(name, found) for name, found in tried if not isinstance(found, Kept)]
    return Email(mail, kept, tuple(f"{name}: {why}" for name, why in [*mail.left_out, *not_kept]))


def take(email: Email, arrival: Arrival) -> Taken:
    """What becomes of it: the arrival's state, and the message if it became one."""
    mail = email.mail
    letter = _letter_answered(mail)
    if mail.kind is Kind.CAME_BACK:
        return _came_back(mail, letter)
    if not mail.may_be_written:
        return State.AUTOMATIC, None
    if letter is not None and letter.kind.startswith("to worker:"):
        return _not_read_here(mail, letter)
    return _written(email, letter, _whose(mail, letter), arrival)


def _whose(mail: Mail, letter: Letter | None) -> Individual | None:
    """By the letter it answers where that is somebody's, else by the address it came from."""
    by_letter = about.individual_of(letter) if letter else None
    return by_letter or known_by.individual_with_address(mail.sender)


def _letter_answered(mail: Mail) -> Letter | None:
    """The letter of ours that it answers: by the signed address it came to, else by the thread it stands in."""
    by_address = filter(None, map(reply_addresses.letter_of, mail.recipients))
    by_thread = filter(None, map(reply_addresses.letter_of_message_id, mail.answers))
    return next(by_address, None) or next(by_thread, None)


def _came_back(mail: Mail, letter: Letter | None) -> Taken:
    if letter is not None and mail.came_back_for_good:
        outbox.came_back(letter=letter, why=mail.came_back_why, now=clock.now())
    return State.CAME_BACK, None


def _not_read_here(mail: Mail, letter: Letter) -> Taken:
    """A worker answered a notice: nobody reads that, and they are told where to answer. An answer to that very line
    is a machine's, or of somebody who was told."""
    user = who.account_of(mail.sender)
    is_theirs = user is not None and letter.to.casefold() == mail.sender and letter.kind != NOT_READ_HERE
    if is_theirs and not had_enough(user, [NOT_READ_HERE]):
        words = "An email to this address is not read. Please answer on the page itself."
        about = {"kind": NOT_READ_HERE, "cause": letter.cause, "subject": "Your email was not read"}
        people.write_to_worker(user, words=words, once=f"not read {letter.public_id}", **about)
    return State.NOBODY_READS, None


def _written(email: Email, letter: Letter | None, individual: Individual | None, arrival: Arrival) -> Taken:
    mail = email.mail
    said = {"left_out": list(email.left_out), "letter": letter.public_id if letter else ""}
    words = new_words(mail.text, letter.body) if letter else mail.words
    if individual is None:
        message = from_unknown(words, arrival, team=about.team_of(letter), came_from=mail.sender, **said)
    elif letter is not None and letter.kind.startswith("to place:"):
        introduction, is_bare = about.about_of(letter), not (email.pictures or email.left_out)
        sender = "" if mail.authentication == "fail" else mail.sender
        if is_bare and answers_as_place(introduction, letter, words, sender=sender):
            return State.TAKEN_IN, None
        message = from_a_place(introduction, words, arrival, came_from=mail.sender, **said)
    else:
        is_theirs = _is_theirs(mail, letter, individual)
        is_short = is_theirs and letter is not None and not (email.pictures or email.left_out)
        if is_short and answers_a_question(individual, letter, plain_answer(words), arrival):
            return State.TAKEN_IN, None
        known = {} if is_theirs else {"came_from": mail.sender}
        what = about.about_of(letter) if letter else None
        is_told = mail.kind is Kind.WRITTEN and _is_from_their_address(mail, individual)
        message = from_them(individual, words, what, arrival, is_theirs=is_theirs, is_told=is_told, **said, **known)
    keep_pictures(message, list(email.pictures), arrival)
    if _is_a_stranger(mail, message):
        letters.post_arrived_to(mail.sender, message)
    return State.TAKEN_IN, message


def _is_a_stranger(mail: Mail, message: Message) -> bool:
    """A person wrote, our own mail server vouches for the address, and it is nobody's here and none of ours."""
    individual = message.individual
    is_known = individual is not None and mail.sender == individual.written_to_at.casefold()
    is_place = message.said_by == Message.SaidBy.HOST
    is_written = mail.kind is Kind.WRITTEN and _is_vouched_for(mail)
    return is_written and not (is_known or is_place or reply_addresses.is_ours(mail.sender))


def _is_theirs(mail: Mail, letter: Letter | None, individual: Individual) -> bool:
    """They sent it: from their own address, in answer to a letter only they were sent, or vouched for on its way."""
    answers_theirs = letter is not None and letter.individual_ref == individual.public_id
    return _is_from_their_address(mail, individual) and (answers_theirs or _is_vouched_for(mail))


def _is_from_their_address(mail: Mail, individual: Individual) -> bool:
    """It says so, and no mail server on its way speaks against it."""
    is_own_address = bool(mail.sender) and mail.sender == individual.written_to_at.casefold()
    return is_own_address and mail.authentication != "fail"


def _is_vouched_for(mail: Mail) -> bool:
    """Our own mail server says that it comes from where it says."""
    is_by_ours = bool(settings.MAIL_VOUCHER) and mail.vouched_by == settings.MAIL_VOUCHER.lower()
    return is_by_ours and mail.authentication == "pass"
