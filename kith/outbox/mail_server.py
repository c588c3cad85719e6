"""The mail server that letters leave by, named by one address.

smtp://host:25                     plain, for a server on this machine
smtps://name:word@host:465         encrypted from the first byte
smtp+starttls://name:word@host     encrypted before anything is said; never continued in plain
"""

import smtplib
import ssl
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .troubles import NotEver, NotKnown, NotNow, NotReached

PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
PATIENCE = 10.0  # seconds, for every answer of the server
STUMBLES = (OSError, smtplib.SMTPException)
CLOSING = 421


@dataclass(frozen=True)
class MailServer:
    """Where the server is and how it is spoken to."""

    scheme: str
    host: str
    port: int
    name: str
    word: str

    @classmethod
    def at(cls, address: str) -> "MailServer":
        """Reads the address. Raises ValueError with a sentence when it is not one."""
        parts = urlsplit(address)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("KITH_MAIL_URL begins with smtp://, smtps:// or smtp+starttls://, then a host.")
        port = parts.port or PORTS[parts.scheme]
        name, word = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.scheme, parts.hostname, port, name, word)

    def connect(self) -> smtplib.SMTP:
        """A connection ready for letters. Raises OSError or smtplib.SMTPException."""
        server: smtplib.SMTP
        if self.scheme == "smtps":
            context = ssl.create_default_context()
            server = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=context)
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        try:
            if self.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            if self.name:
                server.login(self.name, self.word)
            server.ehlo_or_helo_if_needed()
        except BaseException:
            server.close()
            raise
        return server


class Van:
    """Carries several letters over one connection, and makes a new one after a stumble.

    Each of the three things said to a server has its own meaning when it goes wrong: before the recipient is named
    the way itself is shut, the recipient may be turned away, and after the words were sent nobody knows.
    """

    def __init__(self, server: MailServer):
        self.server = server
        self.connection: smtplib.SMTP | None = None
        self.answer = ""  # what the server said when it took the last message
        self.announced = ""  # the sender that the server was told of, and whose answer was not read yet

    def __enter__(self) -> "Van":
        return self

    def __exit__(self, *_) -> None:
        self.let_go()

    def announce(self, sender: str) -> None:
        """Names the sender of the next message, so that the server can think of it while Kith writes. Nothing is
        handed over by that, and nothing waited for."""
        if self.connection is None or self.announced:
            return
        try:
            self.connection.putcmd("MAIL", f"FROM:<{sender}>")
            self.announced = sender
        except STUMBLES:
            self.let_go()

    def take(self, sender: str, to: str, message: bytes) -> None:
        """Hands one message over. Raises one of the troubles when it is not taken."""
        try:
            self._from(self._begun(sender))
            self._to(to)
            self._words(message)
        except BaseException:
            self._start_afresh()
            raise

    def _begun(self, sender: str) -> tuple[int, bytes]:
        """The server's answer to the sender. A connection that was idle may have been closed: then a new one."""
        try:
            if self.connection is not None:
                return self._answer_to(sender)
        except STUMBLES:
            self.let_go()
        try:
            self.connection = self.server.connect()
            return self.connection.docmd("MAIL", f"FROM:<{sender}>")
        except STUMBLES as stumble:
            self.let_go()
            raise NotReached(_why_not_reached(stumble)) from stumble

    def _answer_to(self, sender: str) -> tuple[int, bytes]:
        """To what was announced; another sender that was announced is taken back first."""
        announced, self.announced = self.announced, ""
        answer = self._open.getreply() if announced else (0, b"")
        if announced == sender:
            return answer
        if announced:
            self._open.docmd("RSET")
        return self._open.docmd("MAIL", f"FROM:<{sender}>")

    def _from(self, answer: tuple[int, bytes]) -> None:
        if answer[0] == CLOSING:
            self.let_go()
            raise NotReached(f"The mail server takes no letters at present ({_said(*answer)}).")
        if not _is_yes(answer[0]):
            raise NotNow(f"The mail server did not take letters from us ({_said(*answer)}).")

    def _to(self, to: str) -> None:
        try:
            code, words = self._open.docmd("RCPT", f"TO:<{to}>")
        except STUMBLES as stumble:
            self.let_go()
            raise NotNow("The mail server stopped answering before it took this letter.") from stumble
        if not _is_yes(code):
            problem = f"The mail server did not take this address ({_said(code, words)})."
            raise NotEver(problem) if code >= 500 else NotNow(problem)

    def _words(self, message: bytes) -> None:
        try:
            code, words = self._open.data(message)
        except smtplib.SMTPDataError as stumble:
            code, words = stumble.smtp_code, stumble.smtp_error
        except STUMBLES as stumble:
            self.let_go()
            raise NotKnown("The mail server did not say whether it took this letter.") from stumble
        if not _is_yes(code):
            raise NotNow(f"The mail server did not take the letter ({_said(code, words)}).")
        self.answer = _said(code, words)

    def _start_afresh(self) -> None:
        """What was begun is forgotten on both sides; a connection on which that cannot be said is let go."""
        try:
            if self.connection is not None and self.connection.rset()[0] != 250:
                self.let_go()
        except STUMBLES:
            self.let_go()

    @property
    def _open(self) -> smtplib.SMTP:
        if self.connection is None:
            raise smtplib.SMTPServerDisconnected("The connection has ended.")
        return self.connection

    def let_go(self) -> None:
        """Ends the connection, politely where that is still possible."""
        if self.connection is None:
            return
        connection, self.connection, self.announced = self.connection, None, ""
        try:
            connection.quit()
        except STUMBLES:
            connection.close()


def _is_yes(code: int) -> bool:
    return 200 <= code < 300


def _why_not_reached(stumble: Exception) -> str:
    """What happened, for staff: a sentence, and the server's own words where it gave any."""
    if isinstance(stumble, smtplib.SMTPAuthenticationError):
        return "The mail server did not accept our name and password."
    if isinstance(stumble, smtplib.SMTPNotSupportedError):
        return "The mail server does not offer what KITH_MAIL_URL asks for, so nothing was said to it."
    if isinstance(stumble, smtplib.SMTPResponseException):
        return f"The mail server takes no letters at present ({_said(stumble.smtp_code, stumble.smtp_error)})."
    return "The mail server could not be reached."


def _said(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"
