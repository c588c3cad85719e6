"""A bounded run under load on this machine only: four readers, while processes that answer are killed.

`make soak` takes a minute; SOAK_SECONDS=300 makes it longer (at most 600). This part reads pages; afterwards
`benchmarks.killed_clock` lets people write while the clock is killed. It ends with 1 when a page answered with a
server error, when more requests were lost than processes were killed, or when anybody was left behind at the end.
"""
# ruff: noqa: T201 - printing is what this is for

import http.client
import http.cookiejar
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

from benchmarks.neighbourhood import KITH, ROOT, built

SECONDS = min(int(os.environ.get("SOAK_SECONDS", "30")), 600)
KILL_EVERY = 5.0
READERS = ("vish", "greg", "vish", "priya")
LINK = re.compile(r'href="(/(?!static/|account/)[^"#?]*)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Reader(threading.Thread):
    """Signs in as somebody of the neighbourhood, and follows links until told to stop."""

    def __init__(self, who: str, port: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.who, self.home, self.stop = who, f"http://127.0.0.1:{port}", stop
        self.answers: Counter[str] = Counter()
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    def run(self) -> None:
        links = ["/"]
        self._sign_in()
        while not self.stop.is_set():
            page = self._get(random.choice(links))  # noqa: S311 - which page is read next is no secret
            links = (LINK.findall(page) or []) + ["/"]

    def _sign_in(self) -> None:
        token = TOKEN.search(self._get("/demo/sign-in/"))
        form = {"who": self.who, "csrfmiddlewaretoken": token[1] if token else ""}
        self._get("/demo/sign-in/", urllib.parse.urlencode(form).encode())

    def _get(self, address: str, form: bytes | None = None) -> str:
        try:
            with self.opener.open(self.home + address, form, timeout=30) as answer:
                self.answers["answered"] += 1
                return answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            self.answers["server error" if error.code >= 500 else "not theirs, or gone"] += 1
        except (OSError, http.client.HTTPException):
            self.answers["lost"] += 1
        return ""


def processes_below(parent: int) -> list[int]:
    """Everybody that this process started, and whom they started."""
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    children = [int(each) for each in listed.read_text().split()] if listed.exists() else []
    return children + [each for child in children for each in processes_below(child)]


def memory_mb(processes: list[int]) -> int:
    pages = [int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in processes]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def kill_one_that_answers(server: int) -> None:
    """A worker of the web server: a process whose parent is itself a child of `kith`."""
    grandchildren = [each for child in processes_below(server)[:2] for each in processes_below(child)]
    if grandchildren:
        os.kill(random.choice(grandchildren), signal.SIGKILL)  # noqa: S311 - any of them will do


def run_under_load(server: subprocess.Popen, port: int) -> tuple[Counter[str], int, list[int]]:
    """What the readers met, how many processes were killed, and the memory in use over time."""
    stop, killed, memory = threading.Event(), 0, []
    readers = [Reader(who, port, stop) for who in READERS]
    for reader in readers:
        reader.start()
    last_moment = time.monotonic() + SECONDS
    while time.monotonic() < last_moment:
        time.sleep(KILL_EVERY)
        memory.append(memory_mb([server.pid, *processes_below(server.pid)]))
        kill_one_that_answers(server.pid)
        killed += 1
    stop.set()
    for reader in readers:
        reader.join(60)
    return sum((reader.answers for reader in readers), Counter()), killed, memory


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("Kith did not answer.")


def main() -> int:
    port = int(os.environ.get("PORT", "8765"))
    with built() as folder:
        command = [*KITH, "demo", "--data", str(folder), "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        try:
            wait_for(port)
            met, killed, memory = run_under_load(server, port)
            everybody = processes_below(server.pid)
        finally:
            server.terminate()
            server.wait(60)
    left = [each for each in everybody if Path(f"/proc/{each}").exists()]
    print(f"In {SECONDS} s, with {killed} processes killed: {dict(met)}.")
    print(f"Memory in MB, every {KILL_EVERY:g} s: {memory}. Left behind: {len(left)}.")
    is_well = not met["server error"] and met["lost"] <= killed and met["answered"] and not left
    print("It held." if is_well else "It did not hold.")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
