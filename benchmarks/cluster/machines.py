"""Begins what runs on each machine, from the very files under deploy/cluster."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from string import Template

from benchmarks.cluster.network import ADDRESSES, HERE, inside

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "deploy" / "cluster"
AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "HOME=/tmp"]
DATABASES = ("db1", "db2")
PORTS = {"PRIMARY_PORT": 5000, "REPLICA_PORT": 5001, "POOLER_PORT": 6432, "PAGES_PORT": 8030}
APPS = {"app1": 8031, "app2": 8032}


def until(is_so: Callable[[], object], seconds: float, what: str) -> None:
    last = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > last:
            raise SystemExit(f"After {seconds:g} seconds {what} was not so.")
        time.sleep(0.1)


class Machines:
    """All of them. Their processes are ended by their ids; whatever was missed ends with the network."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.running, self.words = folder, {}, {}
        newest = max(Path("/usr/lib/postgresql").iterdir(), key=lambda each: int(each.name))
        self.same = {name: str(value) for name, value in PORTS.items()} | {
            "DB1_ADDRESS": ADDRESSES["db1"],
            "DB2_ADDRESS": ADDRESSES["db2"],
            "WITNESS_ADDRESS": ADDRESSES["witness"],
            "PRIVATE_NETWORK": "10.9.0.0/24",
            **{f"{name.upper()}_ADDRESS": "127.0.0.1" for name in APPS},
            **{f"{name.upper()}_PORT": str(port) for name, port in APPS.items()},
            **{f"{who}_PASSWORD": secrets.token_hex(12) for who in ("SUPERUSER", "REPLICATION", "DATABASE")},
            "CERTIFICATE": f"{folder}/server.crt",
            "CERTIFICATE_KEY": f"{folder}/server.key",
            "POSTGRES_BIN": f"{newest}/bin",
            "AWAY_PAGE": str(ROOT / "deploy" / "away.html"),
            "POOLER_DIR": str(folder / "pooler"),
            "POOL_SIZE": "20",
        }

    def filled_in(self, name: str, machine: str = "") -> Path:
        """One of our files for a machine."""
        own = self.folder / (machine or "here")
        own.mkdir(exist_ok=True)
        put = self.same | {
            "NODE_NAME": machine,
            "NODE_ADDRESS": ADDRESSES.get(machine, HERE),
            "ETCD_DIR": f"{own}/etcd",
            "POSTGRES_DIR": f"{own}/data",
            "POSTGRES_RUN": str(own),
        }
        (own / name).write_text(Template((FILES / name).read_text()).substitute(put))
        _give_to_postgres(own)
        (own / name).chmod(0o600)
        return own / name

    def begin(self, name: str, words: list[str], **settings: str) -> None:
        """A process with its own log, and nothing of our own settings."""
        self.words[name] = (words, settings)
        path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(  # noqa: S603 - our own words
                words, env=path | settings, cwd=ROOT, stdout=log, stderr=log, process_group=0
            )

    def again(self, name: str) -> None:
        words, settings = self.words[name]
        self.begin(name, words, **settings)

    def kill(self, name: str) -> None:
        """It and whatever it began, at one moment and without a word. A PostgreSQL that Patroni began stands alone."""
        began = [self.running[name].pid]
        with suppress(OSError):
            began.insert(0, int((self.folder / name / "data" / "postmaster.pid").read_text().split()[0]))
        for number in [each for first in began for each in (first, *below(first))]:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.running[name].wait()

    def begin_databases(self) -> None:
        make_certificate(self.folder)
        for name in ADDRESSES:
            lines = self.filled_in("etcd.env", name).read_text().splitlines()
            told = dict(line.split("=", 1) for line in lines if line.startswith("ETCD_"))
            self.begin(f"etcd-{name}", [*inside(name), *AS_POSTGRES, "etcd"], **told)
        for name in DATABASES:
            file = self.filled_in("patroni.yml", name)
            self.begin(name, [*inside(name), *AS_POSTGRES, "patroni", str(file)])
            until(self.leads, 60, "a primary")
        self.in_step()
        self.tell(f"CREATE ROLE kith LOGIN PASSWORD '{self.same['DATABASE_PASSWORD']}'")
        self.tell("CREATE DATABASE kith OWNER kith")

    def begin_before_them(self) -> None:
        """HAProxy and pgbouncer, where pages are served."""
        (self.folder / "pooler").mkdir()
        for name in ("userlist.txt", "pgbouncer.ini"):
            shutil.copy(self.filled_in(name), self.folder / "pooler" / name)
        _give_to_postgres(self.folder / "pooler")
        self.begin("haproxy", ["haproxy", "-db", "-f", str(self.filled_in("haproxy.cfg"))])
        self.begin("pooler", [*AS_POSTGRES, "pgbouncer", str(self.folder / "pooler" / "pgbouncer.ini")])

    def told(self, name: str) -> dict:
        """What Patroni says of this machine and the others; nothing where it cannot be reached."""
        try:
            with urllib.request.urlopen(f"http://{ADDRESSES[name]}:8008/cluster", timeout=1) as answer:
                return {each["name"]: each for each in json.load(answer)["members"]}
        except (OSError, ValueError, KeyError):
            return {}

    def leads(self) -> str:
        """Which one leads, as it says itself."""
        for name in DATABASES:
            with suppress(OSError):
                urllib.request.urlopen(f"http://{ADDRESSES[name]}:8008/primary", timeout=1).close()
                return name
        return ""

    def in_step(self) -> None:
        """Waits until the other has everything, and has to have it before anything is called saved."""

        def is_so() -> bool:
            leader = self.leads()
            return bool(leader) and {each["role"] for each in self.told(leader).values()} == {"leader", "sync_standby"}

        until(is_so, 60, "the other in step")

    def tell(self, statement: str) -> None:
        leader = self.leads()
        words = [*AS_POSTGRES, f"{self.same['POSTGRES_BIN']}/psql", "-h", f"{self.folder}/{leader}", "-c", statement]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603 - our own words

    def end(self) -> None:
        for process in reversed(list(self.running.values())):
            process.terminate()
        for process in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)


def below(parent: int) -> list[int]:
    """Everybody that this process began, and whom they began."""
    try:
        listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    except OSError:
        return []
    children = [int(each) for each in listed.split()]
    return children + [each for child in children for each in below(child)]


def make_certificate(folder: Path) -> None:
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=kith-cluster"]
    files = ["-keyout", str(folder / "server.key"), "-out", str(folder / "server.crt")]
    subprocess.run([*words, *files], check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words
    for name in ("server.key", "server.crt"):
        shutil.chown(folder / name, "postgres")
        (folder / name).chmod(0o600)


def _give_to_postgres(folder: Path) -> None:
    """The folder and all that is in it."""
    subprocess.run(["chown", "-R", "postgres:", folder], check=True)  # noqa: S603, S607 - our own folder
