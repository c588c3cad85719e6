"""Three organisations on one machine: a Kith and a database each, in one PostgreSQL behind one pgbouncer.

`scripts/with-postgres .venv/bin/python -m benchmarks.three_beside [SECONDS]` (two minutes at most) lets one of them be
as busy as it can, and tells how long the pages of the other two take meanwhile, against a quiet moment before.
"""
# ruff: noqa: T201 - printing is what this is for

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.cluster.people import Reader, Writer, asks
from benchmarks.neighbourhood import ROOT

NAMES, PORTS = ("busy", "second", "third"), (8041, 8042, 8043)
POOLER, POOL, BUSY_WRITERS, MOST = 8040, 4, 8, 40.0
HELD = "SET statement_timeout = 20000; SET lock_timeout = 5000; SET idle_in_transaction_session_timeout = 60000"
INI = """[databases]
* = host={host} port={port} user=kith connect_query='{held}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {pooler}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {pool}
"""


@contextmanager
def running(words: list[str], **settings: str):
    """A process that is ended by its id."""
    with subprocess.Popen(words, env=settings, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as begun:  # noqa: S603 - our own words
        try:
            yield begun
        finally:
            begun.terminate()
            begun.wait(60)


def settings_of(name: str, folder: Path) -> dict[str, str]:
    """One organisation: a folder and a database of its own, pages through the one pooler."""
    kept = {each: value for each, value in os.environ.items() if not each.startswith("KITH_")}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        "KITH_DATA_DIR": str(folder / name),
        "KITH_DATABASE_URL": urlsplit(os.environ["KITH_DATABASE_URL"])._replace(path=f"/{name}").geturl(),
        "KITH_DATABASE_POOLER": f"postgres://kith@127.0.0.1:{POOLER}/{name}",
        "MEANING": "0",
    }


def lay_out(folder: Path) -> None:
    """The first is laid out, the others are copies of it."""
    import psycopg

    with psycopg.connect(os.environ["KITH_DATABASE_URL"], autocommit=True) as office:
        for name in NAMES:
            (folder / name).mkdir()
            office.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{NAMES[0]}"' if name != NAMES[0] else ""))
            if name == NAMES[0]:
                runs(["kith", "migrate"], name, folder)
    for name in NAMES:
        runs(["tests.faults.inside", "somebody", str(folder / name)], name, folder)


def runs(words: list[str], name: str, folder: Path) -> None:
    command = [sys.executable, "-m", *words]
    settings = settings_of(name, folder)
    subprocess.run(command, env=settings, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves


def begin_pooler(ends: ExitStack) -> None:
    folder = Path(ends.enter_context(tempfile.TemporaryDirectory(dir="/tmp")))  # noqa: S108 - another user reads it
    folder.chmod(0o755)
    here = urlsplit(os.environ["KITH_DATABASE_URL"])
    told = {"host": here.hostname, "port": here.port, "held": HELD, "pooler": POOLER, "pool": POOL}
    (folder / "pgbouncer.ini").write_text(INI.format(**told))
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    ends.enter_context(running([*nobody, shutil.which("pgbouncer") or "pgbouncer", str(folder / "pgbouncer.ini")]))


def begin_kith(ends: ExitStack, folder: Path) -> None:
    for name, port in zip(NAMES, PORTS, strict=True):
        words = [sys.executable, "-m", "kith", "serve", "--only", "pages", "--port", str(port), "--workers", "2"]
        ends.enter_context(running(words, **settings_of(name, folder)))
    last = time.monotonic() + 60
    while not all(asks(port, "GET", "/healthz").status == 200 for port in PORTS):
        if time.monotonic() > last:
            raise SystemExit("Not all three began to serve.")
        time.sleep(0.2)


def measured(folder: Path, seconds: float, writers: int) -> tuple[dict[str, float], int]:
    """The slowest of 95 in 100 pages of each that is not busy, in seconds, and how much the busy one saved."""
    stop, who = threading.Event(), {name: json.loads((folder / name / "who.json").read_text()) for name in NAMES}
    readers = {name: Reader(port, stop, **who[name]) for name, port in list(zip(NAMES, PORTS, strict=True))[1:]}
    busy = [Writer(PORTS[0], stop, name=f"writer {number}", **who["busy"]) for number in range(writers)]
    for each in (*readers.values(), *busy):
        each.start()
    time.sleep(seconds)
    stop.set()
    for each in (*readers.values(), *busy):
        each.join(60)
    if any(set(each.counts()) != {200} for each in readers.values()):
        raise SystemExit(f"Not every page came: {[dict(each.counts()) for each in readers.values()]}")
    return {name: slowest(each) for name, each in readers.items()}, sum(len(each.kept) for each in busy)


def slowest(reader: Reader) -> float:
    times = sorted(said.came_at - said.asked_at for said in reader.heard)
    return times[int(len(times) * 0.95)]


def main() -> int:
    seconds = min(float(sys.argv[1]) if len(sys.argv) > 1 else 15.0, MOST)
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="kith-three-")))
        lay_out(folder)
        begin_pooler(ends)
        begin_kith(ends, folder)
        measured(folder, 2.0, 0)  # what is read once is read
        quiet, _ = measured(folder, seconds, 0)
        beside, saved = measured(folder, seconds, BUSY_WRITERS)
    for name in quiet:
        ratio = beside[name] / quiet[name]
        print(f"{name}: 95 of 100 pages within {quiet[name] * 1000:.0f} ms alone, {beside[name] * 1000:.0f} ms beside")
        print(f"{name}: a busy neighbour makes it {ratio:.1f} times as long")
    print(f"The busy one saved {saved / seconds:.0f} messages a second meanwhile.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
