"""What it takes to start, what a process holds in memory, how large Kith is, and whether a restart drops a request."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.apart import by_itself, install, tell
from benchmarks.neighbourhood import KITH, ROOT
from benchmarks.rows import Row

HOW, TIMES, SECONDS = "python -m benchmarks starting", {"small": 1, "usual": 5, "large": 9}, 4.0
STARTS_KITH = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'kith.config.settings'; import django; django.setup()"
STARTS_BARE = STARTS_KITH.replace("kith.config.settings", "benchmarks.bare.settings")
RESTARTS, PAUSE = 3, 0.02


def measured(size: str) -> Iterator[Row]:
    """One after the other."""
    yield _starts(TIMES[size])
    told = by_itself("benchmarks.parts.starting", size)
    for when in ("begun", "after"):
        ratio, sizes = told["kith"][when] / told["bare"][when], "two processes that answer, what each shares with none"
        beside = f"{told['kith'][when]:.0f} MB and {told['bare'][when]:.0f} MB"
        yield Row(f"memory of all processes, {when}", ratio, "times that of a bare Django", HOW, sizes, beside)
    yield from _restarts(told)
    yield _weight()


def _starts(times: int) -> Row:
    """In turn, each in a fresh interpreter."""
    with tempfile.TemporaryDirectory(prefix="kith-started-") as folder:
        more = {"KITH_DATA_DIR": folder, "BARE_DATABASE_URL": f"sqlite:///{folder}/bare.sqlite3"}
        took = [(_seconds(STARTS_KITH, more), _seconds(STARTS_BARE, more)) for _ in range(times + 1)][1:]
    kith, bare = (median(each) for each in zip(*took, strict=True))
    beside = f"{kith:.2f} and {bare:.2f} s"
    return Row("django.setup()", kith / bare, "times a bare Django", HOW, f"the middle of {times}", beside)


def _seconds(words: str, more: dict) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", words], cwd=ROOT, env=os.environ | more, check=True)  # noqa: S603 - our own words
    return time.perf_counter() - began


def _restarts(told: dict) -> Iterator[Row]:
    sizes = f"{told['answers']:,} requests in turn, while the web is begun afresh {told['restarts']} times by SIGHUP"
    yield Row("requests dropped by a restart", told["dropped"], "requests", HOW, sizes, most=0)


def _weight() -> Row:
    """What `pip` would put into a wheel, beside the same of Django, which it stands on."""
    import django

    kinds = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["kith"]
    files = {file for kind in ("**/*.py", *kinds) for file in (ROOT / "kith").glob(kind)}
    ours = sum(file.stat().st_size for file in files)
    theirs = sum(
        file.stat().st_size for file in Path(django.__file__).parent.rglob("*") if "__pycache__" not in str(file)
    )
    beside = f"{ours / 1e6:.1f} and {theirs / 1e6:.1f} MB, {len(files):,} files"
    return Row("what is installed of Kith itself", ours / theirs, "times Django", HOW, "without libraries", beside)


def inside(size: str) -> dict:
    """In a process of its own: an empty Kith, and a bare Django beside it."""
    with install() as folder:
        from benchmarks.answering import BARE, answering

        more = {"BARE_DATABASE_URL": f"sqlite:///{folder}/bare.sqlite3"}
        more |= {"DJANGO_SETTINGS_MODULE": "benchmarks.bare.settings"}
        by_itself("benchmarks.bare", **more)
        found = {}
        for name, words, address, environment in (("kith", (), "/crisis/", {}), ("bare", BARE, "/", more)):
            with answering(*([words] if words else []), asks=address, **environment) as server:
                begun = sum(server.own_mb())
                _read(f"http://127.0.0.1:{server.port}{address}", SECONDS)
                found[name] = {"begun": begun, "after": sum(server.own_mb())}
        return found | _restart(1 if size == "small" else RESTARTS)


def _read(address: str, seconds: float) -> None:
    last_moment = time.monotonic() + seconds
    while time.monotonic() < last_moment:
        _status(address)


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - an address of ours
            answer.read()
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def _restart(times: int) -> dict[str, int]:
    """`kith serve`, with somebody who asks without a pause while its web is begun afresh."""
    from benchmarks.answering import spare_port, wait_for

    port, met, stop = spare_port(), Counter(), threading.Event()
    server = subprocess.Popen(  # noqa: S603 - our own command
        [*KITH, "serve", "--port", str(port)], cwd=ROOT, stdout=sys.stderr, stdin=subprocess.DEVNULL
    )

    def ask() -> None:
        while not stop.is_set():
            met[_status(f"http://127.0.0.1:{port}/crisis/")] += 1
            time.sleep(PAUSE)

    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        asking = [threading.Thread(target=ask, daemon=True) for _ in range(4)]
        for each in asking:
            each.start()
        for _ in range(times):
            _begin_afresh(server.pid)
        stop.set()
        for each in asking:
            each.join(60)
    finally:
        server.terminate()
        server.wait(60)
    return {"answers": met.total(), "dropped": met.total() - met[200], "restarts": times}


def _begin_afresh(server: int) -> None:
    before = _web_of(server)
    os.kill(server, signal.SIGHUP)
    last_moment = time.monotonic() + 60
    while time.monotonic() < last_moment and (not (now := _web_of(server)) or len(now) > 1 or now == before):
        time.sleep(0.1)


def _web_of(server: int) -> list[int]:
    """Its children that are a web server, or are about to become one."""
    listed = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    return [int(each) for each in listed if "gunicorn" in Path(f"/proc/{each}/cmdline").read_text()]


if __name__ == "__main__":
    tell(inside(sys.argv[1]))
