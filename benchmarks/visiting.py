"""Visitors of a web server on this machine: one after another, or many at once, each page timed and weighed."""

import http.client
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

FORM_WORD = "k" * 32  # what proves that a form came from a page: the cookie and the form say the same
PATIENCE = 60


@dataclass(frozen=True)
class Asked:
    """One request."""

    address: str
    form: dict | None = None


@dataclass(frozen=True)
class Answer:
    """How it was answered: the bytes are those of the body as it came over the wire, with its headers."""

    status: int
    seconds: float
    size: int


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in, by their cookies."""

    port: int
    cookies: dict

    def ask(self, asked: Asked) -> Answer:
        """Over a connection of its own, as the web server keeps none."""
        said = self.cookies | {"kith-form": FORM_WORD}
        headers = {"Accept-Encoding": "gzip", "Cookie": "; ".join(f"{name}={value}" for name, value in said.items())}
        body = None
        if asked.form is not None:
            body = urlencode(asked.form | {"csrfmiddlewaretoken": FORM_WORD}, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request("POST" if body else "GET", asked.address, body, headers)
        came = line.getresponse()
        size = len(came.read()) + sum(len(name) + len(value) + 4 for name, value in came.getheaders())
        line.close()
        return Answer(came.status, time.perf_counter() - began, size)


def visit(
    visitors: list[Visitor], next_page: Callable[[int, int], Asked], seconds: float, pause: float = 0
) -> list[Answer]:
    """All of them at once for so long. `next_page` is told which visitor asks, and how often they asked before. Between
    two of their pages they pause, as people do."""
    answers: list[Answer] = []
    last_moment = time.monotonic() + seconds

    def go_on(number: int) -> None:
        chance, times = Random(number), 0  # noqa: S311 - how long somebody pauses is no secret
        time.sleep(chance.random() * pause)
        while time.monotonic() < last_moment:
            answers.append(visitors[number].ask(next_page(number, times)))
            times += 1
            time.sleep(chance.uniform(0.5, 1.5) * pause)

    threads = [threading.Thread(target=go_on, args=(number,), daemon=True) for number in range(len(visitors))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + PATIENCE)
    return answers


def at(share: float, took: list[float]) -> float:
    """The time that so large a share of them took at most."""
    return sorted(took)[min(len(took) - 1, int(share * len(took)))]


def milliseconds(answers: list[Answer]) -> str:
    """Half, 95 and 99 of a hundred."""
    took = [answer.seconds * 1000 for answer in answers]
    return " / ".join(f"{at(share, took):.0f}" for share in (0.5, 0.95, 0.99)) + " ms"
