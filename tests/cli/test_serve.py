"""One command serves everything, keeps it running, and leaves nobody behind."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from contextlib import ExitStack, closing, contextmanager

import pytest
from prometheus_client.parser import text_string_to_metric_families

from kith.config.log_lines import KNOWN
from tests.cli.installs import empty_install
from tests.cli.running import (
    PATIENCE,
    ROOT,
    children_of,
    command,
    environment,
    health,
    is_running,
    kith,
    spare_port,
    until,
)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return empty_install(tmp_path_factory, tmp_path_factory.mktemp("served"))


@pytest.fixture
def more():
    """Settings of one test."""
    return {}


@pytest.fixture(scope="module")
def another_folder(tmp_path_factory):
    """Nobody serves twice from one."""
    return empty_install(tmp_path_factory, tmp_path_factory.mktemp("served-too"))


@pytest.fixture
def served(another_folder, more):
    """A Kith that answers: the process and its port."""
    with serving(another_folder, **more) as served:
        yield served


@pytest.fixture(scope="module")
def standing(folder):
    """One that goes on answering: for whatever does not end it."""
    with serving(folder) as standing:
        yield standing


@contextmanager
def serving(folder, **more):
    port = spare_port()
    server = subprocess.Popen(
        command("serve", "--port", str(port)),
        env=environment(folder, **more),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert until(lambda: health(port) == "ok"), server.communicate(timeout=1)
        yield server, port
    finally:
        server.kill()
        server.communicate()


def clock_of(server) -> int | None:
    return next((number for number, words in children_of(server.pid).items() if "clock" in words), None)


def web_of(server) -> dict[int, str]:
    """The processes that answer: one, and another beside it while it takes its place."""
    return {number: words for number, words in children_of(server.pid).items() if "gunicorn" in words}


def counted(port: int) -> dict[str, float]:
    """What `/metrics` says of this serving, without labels."""
    words = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE).read().decode()
    samples = [sample for family in text_string_to_metric_families(words) for sample in family.samples]
    return {sample.name: sample.value for sample in samples if not sample.labels}


def asked_oddly(port: int) -> None:
    """With a mark wherever one fits, by hand: no library of ours would send it. The last is an ordinary one."""
    odd = ("GET /people/Zweimark%0a%1b[31m/ HTTP/1.1", "Zweimark\x1b /\x1b HTTP/9", "GET /crisis/?q=Zweimark HTTP/1.1")
    for first in odd:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
            line.sendall(f"{first}\r\nHost: 127.0.0.1\r\nUser-Agent: Zweimark\r\n\r\n".encode())
            assert line.recv(20).startswith(b"HTTP/1.1 ")


def test_it_answers_and_ends_with_everybody(served):
    server, port = served
    everybody = [server.pid, *children_of(server.pid)]
    assert len(everybody) == 3
    assert until(lambda: counted(port)["kith_web_processes"] == 2)  # whichever of the two answers
    asked_oddly(port)
    server.terminate()
    said, _ = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
    assert all(set(json.loads(line)) <= set(KNOWN) for line in said.splitlines())
    assert "Zweimark" not in said and '"route": "crisis"' in said
    assert f"Kith is ready on port {port}." in said and "so letters wait here." in said
    assert [number for number in everybody if is_running(number)] == []
    assert health(port) == ""


def test_lines_on_which_nothing_is_said_keep_nobody_waiting(standing):
    """Browsers open one more than they need."""
    _, port = standing
    with ExitStack() as open_lines:
        for _ in range(6):
            open_lines.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert health(port) == "ok"


def test_a_clock_that_ends_is_started_again(standing):
    server, port = standing
    first = clock_of(server)
    os.kill(first, signal.SIGKILL)
    assert until(lambda: clock_of(server) not in (None, first))
    assert health(port) == "ok"


def test_the_first_note_of_the_clock_is_there_once_it_answers_and_its_beat_follows(standing, folder):
    last = "SELECT last_done_at, held_by FROM upkeep_beat WHERE job = 'The clock'"

    def noted():
        with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as database:
            return database.execute(last).fetchone()

    assert noted()
    assert until(lambda: noted()[1])


def test_another_takes_its_place_while_somebody_asks_and_no_answer_is_missing(standing):
    """The old one goes only once the new one answers, and what waits at the door is answered by either."""
    server, port = standing
    first, last = web_of(server), clock_of(server)
    server.send_signal(signal.SIGHUP)
    answers = []
    assert until(lambda: answers.append(health(port)) or web_of(server) not in ({}, first) and len(web_of(server)) == 1)
    answers += [health(port) for _ in range(20)]
    assert set(answers) == {"ok"}
    assert not set(first) & set(web_of(server)) and until(lambda: clock_of(server) not in (None, last))


@pytest.mark.parametrize("more", [{"KITH_MAIL_DOOR": "127.0.0.1:8025"}])
def test_with_an_address_for_incoming_mail_there_is_a_third_process_and_it_harms_nobody(served, more):
    server, port = served
    assert until(lambda: any("kith.config.mail_door" in words for words in children_of(server.pid).values()))
    assert clock_of(server) and health(port) == "ok"
    server.terminate()
    server.communicate(timeout=PATIENCE)
    assert server.returncode == 0


def test_nobody_is_left_when_the_parent_is_killed(served):
    server, port = served
    others = list(children_of(server.pid))
    server.kill()
    assert until(lambda: not any(is_running(number) for number in others))
    assert until(lambda: health(port) == "")


def test_a_port_in_use_is_one_sentence(folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = kith(folder, "serve", "--port", str(port))
    assert told.returncode == 1
    assert told.stderr.startswith(f"Port {port} on 127.0.0.1 cannot be used")
    assert told.stderr.count("\n") == 1
