"""A directory that answers on loopback: pages, details, and whatever else a test wants it to say."""

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, bytes, dict[str, str]]


class Served:
    """`says` maps a path to a function from its query to (status, body, headers). `asked` remembers every path."""

    def __init__(self):
        self.says: dict[str, Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[str] = []
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                served.asked.append(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                status, body, headers = served.says.get(parts.path, lambda query: (404, b"", {}))(query)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                with suppress(BrokenPipeError, ConnectionResetError):  # the reader had enough
                    self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def json(self, path: str, value: object) -> None:
        self.says[path] = lambda query: (200, json.dumps(value).encode(), {})

    def pages(self, path: str, items: list, per_page: int) -> None:
        """A list in pages, as the standard says."""

        def page(query: dict[str, str]) -> Answer:
            number = int(query.get("page", 1))
            some = items[(number - 1) * per_page : number * per_page]
            total = -(-len(items) // per_page)
            told = {"total_items": len(items), "total_pages": total, "page_number": number, "size": len(some)}
            told |= {"first_page": number == 1, "last_page": number >= total, "empty": not some, "contents": some}
            return 200, json.dumps(told).encode(), {}

        self.says[path] = page
