"""A real mailbox server (IMAP) in a process of its own, and a way to put mail into it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools import MailBoxUnencrypted, MailMessageFlags

NAME, WORD = "answers", "a-word"
PATIENCE = 60  # seconds
SERVER = "import sys; from pymap.main import main; main()"
QUIET = ["--no-service", "admin", "--no-service", "managesieve", "--no-tls"]


@contextmanager
def mailbox_server() -> Iterator[str]:
    """Its address, as KITH_MAILBOX_URL says it."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    who = ["--demo-user", NAME, "--demo-password", WORD]
    command = [sys.executable, "-c", SERVER, *QUIET, "--host", "127.0.0.1", "--port", str(port), "dict", *who]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _wait_for(port, server)
        yield f"imap://{NAME}:{WORD}@127.0.0.1:{port}/INBOX"
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def _wait_for(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"The mailbox server does not answer. {server.stderr.read() if server.stderr else ''}")


def put_into(address: str, raw: bytes, *, is_seen: bool = False) -> None:
    """One more email lies in the mailbox; with `is_seen` somebody has opened it there."""
    port = int(address.rpartition(":")[2].partition("/")[0])
    with MailBoxUnencrypted("127.0.0.1", port).login(NAME, WORD) as mailbox:
        mailbox.append(raw, "INBOX", flag_set=[MailMessageFlags.SEEN] if is_seen else None)
