"""An email that came in: whose it is, what it answers, and whether anybody wrote it at all."""

from dataclasses import dataclass

from django.conf import settings

from kith.access import clock
from kith.messaging.models import Arrival, Message
from kith.messaging.queries import about
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
from .quick_answers import answers_a_question

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
    individual = _whose(mail, letter)
    is_from_them = individual is not None and mail.sender == individual.written_to_at.casefold()
    if mail.kind is Kind.AUTOMATIC and not (mail.may_be_written and is_from_them):
        return State.AUTOMATIC, None
    if letter is not None and letter.kind.startswith("to worker:"):
        return _not_read_here(mail, letter)
    return _written(email, letter, individual, arrival)


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
    """A worker answered a notice: nobody reads that, and they are told where to answer."""
    user = who.account_of(mail.sender)
    if user is not None and letter.to.casefold() == mail.sender:
        words = "An email to this address is not read. Please answer on the page itself."
        about = {"kind": "to worker: not read here", "cause": letter.cause, "subject": "Your email was not read"}
        people.write_to_worker(user, words=words, once=f"not read {letter.public_id}", **about)
    return State.NOBODY_READS, None


def _written(email: Email, letter: Letter | None, individual: Individual | None, arrival: Arrival) -> Taken:
    mail = email.mail
    said = {"left_out": list(email.left_out), "letter": letter.public_id if letter else ""}
    words = new_words(mail.text, letter.body) if letter else mail.words
    if individual is None:
        message = from_unknown(words, arrival, team=about.team_of(letter), came_from=mail.sender, **said)
    elif letter is not None and letter.kind.startswith("to place:"):
        message = from_a_place(about.about_of(letter), words, arrival, came_from=mail.sender, **said)
    else:
        is_theirs = _is_theirs(mail, letter, individual)
        is_short = is_theirs and letter is not None and not (email.pictures or email.left_out)
        if is_short and answers_a_question(individual, letter, plain_answer(words), arrival):
            return State.TAKEN_IN, None
        known = {} if is_theirs else {"came_from": mail.sender}
        what = about.about_of(letter) if letter else None
        is_told = mail.kind is Kind.WRITTEN and mail.sender == individual.written_to_at.casefold()
        message = from_them(individual, words, what, arrival, is_theirs=is_theirs, is_told=is_told, **said, **known)
    keep_pictures(message, list(email.pictures))
    return State.TAKEN_IN, message


def _is_theirs(mail: Mail, letter: Letter | None, individual: Individual) -> bool:
    """They sent it: from their own address, in answer to a letter only they were sent, or vouched for on its way."""
    is_own_address = bool(mail.sender) and mail.sender == individual.written_to_at.casefold()
    is_vouched_for = bool(settings.MAIL_VOUCHER) and mail.vouched_by == settings.MAIL_VOUCHER.lower()
    passed = is_vouched_for and mail.authentication == "pass"
    return is_own_address and (letter is not None or passed) and mail.authentication != "fail"
