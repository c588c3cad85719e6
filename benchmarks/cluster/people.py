"""People who write, and one who looks for help, while the database changes places. They count what they were told."""

import html
import http.client
import re
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

TOKEN = "k" * 32  # a form's token is as good as its cookie, and both are ours
PATIENCE, PAUSE = 30.0, 0.1
SORRY, AWAY = "We are not sure that was saved", "This page cannot be opened just now"


@dataclass(frozen=True)
class Said:
    """One answer: when it was asked for, when it came, and what it was."""

    asked_at: float
    came_at: float
    status: int
    words: str = ""
    leads_to: str = ""


def asks(port: int, method: str, address: str, cookie: str = "", fields: dict | None = None) -> Said:
    """Status 0 when nothing came."""
    line, began = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), time.monotonic()
    body = urlencode({"csrfmiddlewaretoken": TOKEN} | fields) if fields else None
    headers = {"Cookie": cookie} | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
    try:
        line.request(method, address, body, headers)
        answer = line.getresponse()
        words = answer.read().decode(errors="replace")
        return Said(began, time.monotonic(), answer.status, words, answer.getheader("Location", ""))
    except (OSError, http.client.HTTPException):
        return Said(began, time.monotonic(), 0)
    finally:
        line.close()


@dataclass
class Person(threading.Thread, ABC):
    """Does one thing after the other until told to stop."""

    port: int
    stop: threading.Event
    heard: list[Said] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        while not self.stop.is_set():
            self.once()
            time.sleep(PAUSE)

    @abstractmethod
    def once(self) -> None:
        """The one thing."""

    def counts(self) -> Counter[int]:
        return Counter(each.status for each in self.heard)


def what_else(said: Said) -> str:
    """One of the two pages that are meant, or the status with whatever stands at the top of the page."""
    if known := [each for each in (SORRY, AWAY) if said.status > 500 and each in said.words]:
        return known[0]
    above = re.search(r"<h1[^>]*>(.*?)</h1>", said.words)
    return f"{said.status or 'none came'}{f' “{above[1]}”' if above else ''}"


@dataclass
class Writer(Person):
    """Writes a message; where it may not be saved, sends the same words again, as the page asks for."""

    page: str = ""
    session: str = ""
    name: str = ""
    number: int = 1
    kept: list[str] = field(default_factory=list)
    not_saved: Counter[str] = field(default_factory=Counter)  # what was said instead, and how often
    without_words: int = 0  # pages that said sorry and did not give the words back

    __hash__ = Person.__hash__

    def once(self) -> None:
        words = f"Number {self.number} of {self.name}"
        said = asks(self.port, "POST", self.page, f"kith={self.session}; kith-form={TOKEN}", {"words": words})
        self.heard.append(Said(said.asked_at, said.came_at, said.status))
        if said.status == 302 and said.leads_to == self.page:
            self.kept.append(words)
            self.number += 1
        else:
            instead = what_else(said)
            self.not_saved[instead] += 1
            self.without_words += instead == SORRY and words not in html.unescape(said.words)


@dataclass
class Reader(Person):
    """Asks for a page that is open to everybody, or for one's own."""

    page: str = "/crisis/"
    session: str = ""

    __hash__ = Person.__hash__

    def once(self) -> None:
        said = asks(self.port, "GET", self.page, f"kith={self.session}" if self.session else "")
        self.heard.append(Said(said.asked_at, said.came_at, said.status))
