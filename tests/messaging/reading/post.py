"""Emails as programs of all kinds write them, for tests; the people in them are invented."""

from email.message import EmailMessage

GREG, KITH = "greg@post.example", "replies+4711@kith.example"


def written(words: str = "I went!", **headers: str) -> EmailMessage:
    """An ordinary email from Greg."""
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Greg Adams <{GREG}>", KITH
    mail["Subject"], mail["Message-ID"] = "Re: Swimming", "<one@post.example>"
    mail["Date"] = "Tue, 3 Nov 2026 18:00:00 +0000"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words)
    return mail


def raw(body: bytes | str = b"I went!\n", *headers: str) -> bytes:
    """An email exactly as given, so that it may be wrong."""
    top = "".join(f"{line}\n" for line in headers).encode("latin-1")
    return top + b"\n" + (body if isinstance(body, bytes) else body.encode())


def as_html(html: str) -> bytes:
    return raw(html, f"From: {GREG}", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit")


def pieces(*every: str, kind: str = "mixed", more: str = "") -> bytes:
    """A multipart email; each piece is given with its own headers."""
    edge = "".join(f"--edge\n{piece}\n" for piece in every) + "--edge--\n"
    return raw(edge, f"From: {GREG}", f'Content-Type: multipart/{kind}; boundary="edge"{more}')


def text_piece(words: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\n\n{words}"
