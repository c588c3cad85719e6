"""One command serves everything, keeps it running, and leaves nobody behind."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from tests.cli.running import (
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
    folder = tmp_path_factory.mktemp("served")
    assert kith(folder, "migrate").returncode == 0
    return folder


@pytest.fixture
def served(folder):
    """A Kith that answers: the process and its port."""
    port = spare_port()
    server = subprocess.Popen(
        command("serve", "--port", str(port)),
        env=environment(folder),
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


def test_it_answers_and_ends_with_everybody(served):
    server, port = served
    everybody = [server.pid, *children_of(server.pid)]
    assert len(everybody) == 3
    server.terminate()
    said, _ = server.communicate(timeout=30)
    assert server.returncode == 0
    assert f"Kith is ready on port {port}." in said
    assert [number for number in everybody if is_running(number)] == []
    assert health(port) == ""


def test_a_clock_that_ends_is_started_again(served):
    server, port = served
    first = clock_of(server)
    os.kill(first, signal.SIGKILL)
    assert until(lambda: clock_of(server) not in (None, first))
    assert health(port) == "ok"


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
