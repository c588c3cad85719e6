"""The disk is full, or reports errors: nothing is damaged, nothing that was called kept is lost, and it goes on by
itself once the disk does."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from tests.cli.running import is_running, until
from tests.faults.served import Kith
from tests.upkeep.own_database import installed

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.soak,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a small disk, and traces system calls"),
]
DISK = "64m"
STRACE = shutil.which("strace")


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mounted there, of its own size."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "kith", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


@pytest.fixture
def on_a_small_disk(tmp_path_factory, tmp_path) -> Iterator[Kith]:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its files elsewhere")
    folder = tmp_path / "small"
    with small_disk(folder), installed(tmp_path_factory, folder) as install:
        kith = Kith(install)
        try:
            yield kith
        finally:
            kith.stop()


def fill(folder: Path) -> Path:
    """To the last byte."""
    rest = folder / "rest"
    with rest.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(65536)):
                pass
        except OSError:
            return rest


@pytest.mark.fault("F-04")
def test_a_full_disk_says_so_keeps_what_was_kept_and_needs_nobody(on_a_small_disk, told):
    kith = on_a_small_disk
    kith.start()
    assert kith.writes("Before it was full.").status == 302
    rest = fill(kith.install.folder)
    answers = {number: kith.writes(f"Long and full {number}. " * 200) for number in range(40)}
    kept = [number for number, answer in answers.items() if answer.status == 302]
    lost = [answer for answer in answers.values() if answer.status != 302]
    assert lost and {answer.status for answer in lost} == {503}
    assert "Long and full 39." in lost[-1].words and "We are not sure that was saved" in lost[-1].words
    assert kith.asks("GET", "/crisis/").status == 200
    rest.unlink()
    assert until(lambda: kith.writes("There is room again.").status == 302)
    there = kith.what_is_there()
    assert len(there["words"]) == 2 + len(kept) and there["without_a_line"] == [] and there["wrong"] == []
    told(f"{len(lost)} of 40 refused with their words, {len(kept)} kept and all there; went on by itself")


@contextmanager
def failing(processes: list[int], calls: str, error: str) -> Iterator[None]:
    """These system calls of these processes fail meanwhile (strace(1), tampering)."""
    if not STRACE:
        pytest.skip("strace is not installed")
    named = [word for number in processes for word in ("-p", str(number))]
    command = [STRACE, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={calls}:error={error}"]
    tracer = subprocess.Popen([*command, *named], stderr=subprocess.DEVNULL)
    try:
        if not until(lambda: all(_is_traced(number) for number in processes), seconds=10):
            pytest.skip("this machine lets nobody trace a process")
        yield
    finally:
        tracer.terminate()
        tracer.wait(10)


def _is_traced(number: int) -> bool:
    told = Path(f"/proc/{number}/status")
    return told.exists() and "\nTracerPid:\t0\n" not in told.read_text()


@pytest.mark.fault("F-05")
def test_a_disk_that_cannot_say_whether_it_kept_it_never_leads_to_two(kith, told):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL ends itself when its disk reports an error")
    kith.start()
    first = kith.workers()
    with failing(first, "fsync,fdatasync", "EIO"):
        answers = {number: kith.writes(f"Unsure number {number}") for number in range(3)}
    refused = [number for number, answer in answers.items() if answer.status != 302]
    assert refused and all(answers[number].status in (0, 503) for number in refused)
    assert until(lambda: any(not is_running(number) for number in first)), "whoever met the error goes"
    assert until(lambda: kith.asks("GET", "/healthz").status == 200)
    between = kith.what_is_there()
    for number in refused:
        assert kith.writes(f"Unsure number {number}").status == 302
    there = kith.what_is_there()
    assert sorted(there["words"]) == [f"Unsure number {number}" for number in range(3)]
    assert there["without_a_line"] == [] and there["wrong"] == []
    all_the_same = len(between["words"])
    told(f"{len(refused)} of 3 unsure, {all_the_same} of 3 there all the same; sent again, each is there once")
