"""A Kith that really answers, to be killed and begun again, and somebody who writes to it and counts."""

import http.client
import json
import os
import signal
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.cli.running import ROOT, children_of, command, environment, health, is_running, spare_port, until
from tests.upkeep.own_database import Install

WORKERS = 2
TOKEN = "k" * 32  # a form's token is as good as its cookie, and both are ours
PATIENCE, BEGINS_WITHIN = 15, 120  # seconds: for one answer, and on a busy machine


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 when nothing did."""

    status: int
    words: str = ""
    leads_to: str = ""


@dataclass
class Kith:
    """One install with somebody in it who is signed in. `before` stands in front of the command that serves."""

    install: Install
    before: tuple[str, ...] = ()
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=spare_port)
    process: subprocess.Popen | None = None

    def __post_init__(self):
        self._inside("somebody")
        who = json.loads((self.install.folder / "who.json").read_text())
        self.session, self.page = who["session"], who["page"]

    def _inside(self, what: str) -> None:
        begun = self.install.start("-m", "tests.faults.inside", what, str(self.install.folder))
        assert begun.wait(60) == 0

    def start(self) -> None:
        settings = environment(self.install.folder, **(self.install.more | self.more))
        words = [*self.before, *command("serve", "--port", str(self.port), "--workers", str(WORKERS))]
        # A group of its own, so that all of it can be killed at one moment.
        self.process = subprocess.Popen(words, env=settings, cwd=ROOT, process_group=0, stdout=subprocess.DEVNULL)
        assert until(lambda: health(self.port) == "ok", seconds=BEGINS_WITHIN)
        assert until(lambda: len(self.workers()) == WORKERS)

    def workers(self) -> list[int]:
        """The processes that answer: whoever the web server has begun."""
        assert self.process
        web = [number for number, words in children_of(self.process.pid).items() if "gunicorn" in words]
        return [worker for each in web for worker in children_of(each)]

    def kill(self) -> None:
        """Everything at once, without a word, and whatever it had begun."""
        assert self.process
        everybody = [self.process.pid, *children_of(self.process.pid), *self.workers()]
        for number in everybody:
            if is_running(number):
                os.kill(number, signal.SIGKILL)
        self.process.wait()
        assert until(lambda: not any(is_running(number) for number in everybody))

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)

    def asks(self, method: str, address: str, fields: dict | None = None) -> Answer:
        """One request as Tomos; a form where there are fields."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": f"kith={self.session}; kith-form={TOKEN}"}
        body = urlencode({"csrfmiddlewaretoken": TOKEN} | fields) if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, address, body, headers)
            answer = line.getresponse()
            return Answer(answer.status, answer.read().decode(errors="replace"), answer.getheader("Location", ""))
        except (OSError, http.client.HTTPException):
            return Answer(0)
        finally:
            line.close()

    def writes(self, words: str) -> Answer:
        """302 to the page of messages is how Kith says that it is kept."""
        answer = self.asks("POST", self.page, {"words": words})
        assert answer.status != 302 or answer.leads_to == self.page, answer
        return answer

    def what_is_there(self) -> dict:
        self._inside("what_is_there")
        return json.loads((self.install.folder / "there.json").read_text())


class Writer(threading.Thread):
    """Writes one message after the other until told to stop. `kept` is what Kith said it had kept."""

    def __init__(self, kith: Kith, name: str, stop: threading.Event):
        super().__init__(daemon=True)
        self.kith, self.sign, self.stop = kith, name, stop
        self.kept: list[str] = []
        self.refused: list[int] = []

    def run(self) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            words = f"Number {number} of {self.sign}"
            answer = self.kith.writes(words)
            if answer.status == 302:
                self.kept.append(words)
            elif answer.status:
                self.refused.append(answer.status)


@contextmanager
def writing(kith: Kith, how_many: int = 3, turn: int = 1):
    """So many at once write meanwhile. They have ended afterwards. No words are written in two turns."""
    stop = threading.Event()
    writers = [Writer(kith, f"writer {number}, turn {turn}", stop) for number in range(how_many)]
    for each in writers:
        each.start()
    try:
        yield writers
    finally:
        stop.set()
        for each in writers:
            each.join(2 * PATIENCE)
