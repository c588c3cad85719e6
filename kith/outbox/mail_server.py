"""The mail server that letters leave by, named by one address.

smtp://host:25                     plain, for a server on this machine
smtps://name:word@host:465         encrypted from the first byte
smtp+starttls://name:word@host     encrypted before anything is said; never continued in plain
"""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
PATIENCE = 10.0  # seconds, for every answer of the server


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
        except BaseException:
            server.close()
            raise
        return server


class Van:
    """Carries several letters over one connection, and makes a new one after a stumble."""

    def __init__(self, server: MailServer):
        self.server = server
        self.connection: smtplib.SMTP | None = None

    def __enter__(self) -> "Van":
        return self

    def __exit__(self, *_) -> None:
        self.let_go()

    def take(self, message: EmailMessage) -> None:
        """Hands one message over. Raises OSError or smtplib.SMTPException when it is not taken."""
        try:
            self.connection = self.connection or self.server.connect()
            self.connection.send_message(message)
        except BaseException:
            self.let_go()
            raise

    def let_go(self) -> None:
        if self.connection is None:
            return
        connection, self.connection = self.connection, None
        try:
            connection.quit()
        except (OSError, smtplib.SMTPException):
            connection.close()
