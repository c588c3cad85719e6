"""The page for a moment in which disk, database or memory failed: what was typed is shown, to send again.
Where it can never be sent again, as its page is gone or is theirs no more, the words are shown to be copied.

It asks neither session nor database. Whether something was kept nobody can say just then (a disk that reports an
error may have written all the same), and it does not say so: what is sent twice is kept once.
"""

from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kith.design import looks

WAIT = 30  # seconds, for machines that ask again by themselves (RFC 9110, 10.2.3)
BEGINS_AFRESH = "kith.begins_afresh"  # left in the request's own table for whoever runs this process
NEVER_SHOWN = {"csrfmiddlewaretoken", "password", "code", "credential"}
NOT_SENT_AGAIN = ("/account/", "/card/", "/unlock/", "/demo/")  # codes, which are typed afresh


@dataclass(frozen=True)
class WhatWasSent:
    """One form as it came: (name, value) of each field, and what of it is words that somebody would miss."""

    to: str
    fields: list[tuple[str, str]]
    had_a_file: bool

    @property
    def words(self) -> list[str]:
        return [value for name, value in self.fields if name not in NEVER_SHOWN and len(value.split()) > 1]


def is_about_keeping(problem: BaseException | None) -> bool:
    """Whether it was the database, the disk or too little memory, and not our own mistake."""
    of_the_machine = isinstance(problem, OSError | MemoryError) and not isinstance(problem, ConnectionError)
    return of_the_machine or isinstance(problem, DatabaseError | InterfaceError)


def note_what_failed(request: HttpRequest, problem: BaseException | None) -> None:
    """A process that its disk or its memory failed is not to go on. SQLite names such a disk by these words."""
    if isinstance(problem, OSError | MemoryError) or "disk I/O error" in str(problem):
        request.META[BEGINS_AFRESH] = True


def not_saved(request: HttpRequest) -> HttpResponse:
    """503: come again soon, with every word that was sent."""
    page = {"look": looks.for_now(request), "sent": _what_was_sent(request), "here": request.get_full_path()}
    answer = HttpResponse(render_to_string("design/not-saved.html", page), status=503)
    answer["Retry-After"] = str(WAIT)
    answer["Cache-Control"] = "no-store"
    return answer


def words_to_copy(request: HttpRequest) -> list[str]:
    """What somebody who is signed in typed and sent from a page of ours to where nothing is, or nothing of theirs."""
    user = getattr(request, "user", None)
    if request.resolver_match is None or user is None or not user.is_authenticated:
        return []
    sent = _what_was_sent(request)
    return sent.words if sent else []


def _what_was_sent(request: HttpRequest) -> WhatWasSent | None:
    if request.method != "POST" or request.path.startswith(NOT_SENT_AGAIN):
        return None
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        return WhatWasSent(request.get_full_path(), fields, bool(request.FILES))
    except OSError:  # it was still on its way
        return None
