"""A mail server in a process of its own that takes everything, on this machine only.

`python -m benchmarks.mail_sink [FILE]` prints its port and serves until its input ends. With FILE it writes down the
Message-ID and the recipients of each letter, before it says that it took it.
"""
# ruff: noqa: T201 - the port is told by printing

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiosmtpd.smtp import SMTP

ROOT = Path(__file__).resolve().parents[1]
NAME = b"message-id: "


class Sink:
    """Takes what it is given."""

    def __init__(self, file: str) -> None:
        self.file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600) if file else None

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - the server's name
        if self.file is not None:
            lines = envelope.content.splitlines()
            named = next(line[len(NAME) :].decode() for line in lines if line.lower().startswith(NAME))
            os.write(self.file, f"{named} {','.join(envelope.rcpt_tos)}\n".encode())
        return "250 OK"


@contextmanager
def serving(file: Path | None = None) -> Iterator[int]:
    """Such a server, and its port."""
    command = [sys.executable, "-m", "benchmarks.mail_sink", *([str(file)] if file else [])]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as server:  # noqa: S603 - our own command
        try:
            yield int(server.stdout.readline())
        finally:
            server.stdin.close()
            server.wait(10)


async def serve(sink: Sink) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink, hostname="sink.example", loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(Sink(sys.argv[1] if len(sys.argv) > 1 else "")))
