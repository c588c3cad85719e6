"""The example for Caddy lets pages through, and shows the numbers while nothing answers behind it."""

import http.client
import re
import shutil
import urllib.error
import urllib.request

import pytest

from tests.architecture.source import ROOT
from tests.cli.running import spare_port
from tests.deploy.proxying import CLAIMS, Kith, behind, running

CADDY = shutil.which("caddy")


@pytest.fixture
def through(tmp_path):
    """The port of a Caddy with our example in it, in the clear, for no certificate can be fetched here."""
    if CADDY is None:
        pytest.skip("Caddy is not installed here, so its example was not tried")
    port, file = spare_port(), tmp_path / "Caddyfile"
    site = (ROOT / "deploy" / "Caddyfile").read_text().replace("/etc/caddy/kith", str(ROOT / "deploy"))
    site = re.sub(r"^kith.example", f"http://127.0.0.1:{port}", site, flags=re.MULTILINE)
    site = re.sub(r"^hello.example", "http://hello.example:0", site, flags=re.MULTILINE)
    words = [CADDY, "run", "--adapter", "caddyfile", "--config", str(file)]
    with behind() as kith:
        file.write_text(site.replace("{\n", "{\n\tadmin off\n", 1).replace("127.0.0.1:8000", f"127.0.0.1:{kith}"))
        with running(words, lambda: ask(port, "/")[0] == 200, HOME=str(tmp_path)):
            yield port


def ask(port: int, path: str) -> tuple[int, str]:
    try:
        asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=CLAIMS | {"Host": f"127.0.0.1:{port}"})
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()
    except OSError:
        return 0, ""


def test_what_a_visitor_claims_is_thrown_away_and_numbers_are_shown_while_nothing_answers(through):
    Kith.came.clear()
    assert ask(through, "/v/x/")[0] == 200 and ask(through, "/metrics")[0] == 404
    (came,) = Kith.came
    assert (came["x-forwarded-for"], came["x-forwarded-proto"]) == ("127.0.0.1", "http")
    assert "forwarded" not in came and came.get("x-forwarded-host") != "evil.example"
    assert ask(through, "/ends/") == (502, (ROOT / "deploy" / "away.html").read_text())


def test_more_than_kith_takes_is_not_told_to_wait(through):
    line = http.client.HTTPConnection("127.0.0.1", through, timeout=30)
    line.putrequest("POST", "/")
    line.putheader("Content-Length", "14000000")
    line.endheaders()
    assert line.getresponse().status == 413
    line.close()
