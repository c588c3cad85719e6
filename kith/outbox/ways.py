"""The ways out: how a letter of each channel is handed over. A channel that has none here waits."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings

from . import envelopes, providers
from .drawing import CANNOT, can_draw
from .mail_server import MailServer, Van
from .models import Letter
from .troubles import NotEver, NotReached

LINES_OF_AN_ADDRESS = range(3, 8)  # as a printing service needs it


class Way:
    """Hands one letter over, or raises one of the troubles."""

    def announce(self, letter: Letter) -> None:
        """This one comes next, if nobody else has it. What can be said beforehand is said."""

    def hand_over(self, letter: Letter) -> str:
        """Gives what the other side calls it; "" where it has no name for it."""
        raise NotImplementedError


class ByMail(Way):
    """Over one connection to the mail server."""

    def __init__(self, van: Van):
        self.van = van

    def announce(self, letter: Letter) -> None:
        self.van.announce(envelopes.comes_back_to(letter))

    def hand_over(self, letter: Letter) -> str:
        try:
            to = envelopes.plain_address(letter.to)
            message = envelopes.written(letter, letter.to)
        except ValueError as problem:
            raise NotEver("This address or name cannot be written on an email.") from problem
        self.van.take(envelopes.comes_back_to(letter), to, message)
        return ""


class ByText(Way):
    """Through whoever carries texts."""

    def __init__(self, provider: providers.Texts):
        self.provider = provider

    def hand_over(self, letter: Letter) -> str:
        return self.provider.send_text(letter, letter.to, letter.public_id)


class ByPost(Way):
    """Through whoever prints letters and posts them."""

    def __init__(self, provider: providers.Letters):
        if not can_draw():
            raise ValueError(CANNOT)
        self.provider = provider

    def hand_over(self, letter: Letter) -> str:
        from . import paper  # what draws pages is not loaded where none is drawn

        if len(paper.address_lines(letter)) not in LINES_OF_AN_ADDRESS:
            raise NotEver("A letter in the post needs an address of three to seven lines.")
        return self.provider.send_letter(letter, paper.pdf(letter), letter.public_id)


class Shut(Way):
    """A provider that is not set up as it should be: its letters wait, and lose no try."""

    def __init__(self, problem: str):
        self.problem = problem

    def hand_over(self, letter: Letter) -> str:
        raise NotReached(self.problem)


@contextmanager
def out() -> Iterator[dict[str, Way | None]]:
    """Each channel that has a way out, and the way. None: it is laid out here, for somebody to see or to print."""
    if settings.KITH_DEMO:
        yield dict.fromkeys(Letter.Channel.values)
        return
    with ExitStack() as stack:
        ways: dict[str, Way | None] = {}
        if settings.MAIL_URL:
            ways["email"] = _by_mail(stack)
        if settings.TEXT_PROVIDER:
            ways["text"] = _carried("text", ByText)
        ways["print"] = _carried("print", ByPost) if settings.LETTER_PROVIDER else None
        yield ways


def _by_mail(stack: ExitStack) -> Way:
    try:
        return ByMail(stack.enter_context(Van(MailServer.at(settings.MAIL_URL))))
    except ValueError as problem:
        return Shut(str(problem))


def _carried(channel: str, way: type[ByText] | type[ByPost]) -> Way:
    try:
        return way(providers.chosen(channel))
    except (ImportError, ValueError) as problem:
        return Shut(str(problem))
