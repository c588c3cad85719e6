"""Pages that are asked for again and again are kept in memory until anything that is given out changes."""

from collections.abc import Callable

from django.db import connections
from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.replica import reads_from

from .answers import JSON

MOST_BYTES = 16_000_000  # in each process
STAMP = "SELECT stamp FROM directory_openmark"


class Kept:
    """Bodies by address, all of one stamp and one day."""

    def __init__(self) -> None:
        self.of: tuple = ()
        self.bodies: dict[str, bytes] = {}
        self.size = 0

    def __call__(self, request: HttpRequest, make: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
        """The page as it was kept, or made now. The stamp is asked for first: a page made while something changes is
        kept under the older one, and never given again."""
        self._forget_unless((_stamp(), clock.today()))
        address = request.get_full_path()
        if (body := self.bodies.get(address)) is not None:
            return HttpResponse(body, content_type=JSON)
        response = make(request)
        if response.status_code == 200:
            self._keep(address, response.content)
        return response

    def _forget_unless(self, of: tuple) -> None:
        if of != self.of:
            self.of, self.bodies, self.size = of, {}, 0

    def _keep(self, address: str, body: bytes) -> None:
        if self.size + len(body) <= MOST_BYTES:
            self.bodies[address] = body
            self.size += len(body)


def _stamp() -> str:
    """Of the database that the page is made from: a replica may have an older one."""
    with connections[reads_from()].cursor() as cursor:
        cursor.execute(STAMP)
        row = cursor.fetchone()
    return row[0] if row else ""


kept = Kept()
