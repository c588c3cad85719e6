"""A proxy with our example in it, and something behind it that stands where Kith stands."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.cli.running import until

CLAIMS = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Host": "evil.example",
    "Forwarded": "for=203.0.113.9",
}


class Kith(BaseHTTPRequestHandler):
    """Keeps what came."""

    came: list[dict[str, str]] = []

    def do_GET(self):
        if self.path == "/ends/":  # without an answer, as one that was killed does
            return
        self.came.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def behind() -> Iterator[int]:
    """The port at which it answers."""
    server = HTTPServer(("127.0.0.1", 0), Kith)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Kith.came.clear()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def running(words: list[str], is_ready: Callable[[], object], **own: str) -> Iterator[None]:
    """A proxy, until the test ends; it may not have stumbled over the example."""
    proxy = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=own or None)
    try:
        assert until(lambda: is_ready() or proxy.poll() is not None) and proxy.poll() is None
        yield
    finally:
        proxy.terminate()
        _, said = proxy.communicate(timeout=30)
        assert "[emerg]" not in said, said
