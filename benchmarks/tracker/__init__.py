"""Request Tracker 5 from Debian, on an SQLite file and its own small web server, in a folder that goes away. Nothing of
the machine's own is set up or changed; the packages have to be there."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.answering import PATIENCE, spare_port, wait_for
from benchmarks.apart import NotRun

PACKAGES = "request-tracker5 rt5-standalone rt5-db-sqlite"
LAYS_OUT = ["rt-setup-database-5", "--action", "init", "--dba", "root", "--dba-password", "not asked for"]
ANSWERS = Path("/usr/share/request-tracker5/libexec/standalone_httpd")
WHO, WORD = "root", "password"  # as it comes, on the loopback address and for minutes
PEOPLE, WORDS = 40, 5
SETTINGS = """Set($rtname, 'kith.example'); Set($Organization, 'kith.example');
Set($WebDomain, '127.0.0.1'); Set($WebPort, {port}); Set($WebBaseURL, 'http://127.0.0.1:{port}'); Set($WebPath, '');
Set($DatabaseType, 'SQLite'); Set($DatabaseName, '{folder}/rt.sqlite3'); Set($DatabaseUser, '');
Set($MasonDataDir, '{folder}/mason'); Set($MasonSessionDir, '{folder}/sessions');
Set($WebSessionClass, 'Apache::Session::File');
Set($LogToSyslog, undef); Set($LogToSTDERR, 'critical'); Set($MailCommand, 'testfile'); Set($StatementLog, undef);
1;
"""


@contextmanager
def tracker() -> Iterator[tuple[str, dict]]:
    """It answers at this address, with forty people as tickets, for whoever has these cookies."""
    if not (ANSWERS.exists() and shutil.which(LAYS_OUT[0])):
        raise NotRun(f"Request Tracker is not installed here (apt-get install {PACKAGES}).")
    with tempfile.TemporaryDirectory(prefix="kith-tracker-") as folder:
        port, settings = spare_port(), Path(folder, "RT_SiteConfig.pm")
        for name in ("mason", "sessions"):
            Path(folder, name).mkdir()
        settings.write_text(SETTINGS.format(port=port, folder=folder))
        own = os.environ | {"RT_SITE_CONFIG": str(settings), "RT_SITE_CONFIG_DIR": f"{folder}/none", "TMPDIR": folder}
        if subprocess.run(LAYS_OUT, env=own, capture_output=True, check=False).returncode:  # noqa: S603 - Debian's own program, in a folder of ours
            raise NotRun("Request Tracker could not lay its database out here.")
        with _answering(port, own) as address:
            _fill(address)
            yield address, _signed_in(address)


@contextmanager
def _answering(port: int, own: dict[str, str]) -> Iterator[str]:
    command = ["perl", str(ANSWERS), "--port", str(port)]
    process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - a program of Debian's
    try:
        wait_for(f"http://127.0.0.1:{port}/NoAuth/Login.html")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _fill(address: str) -> None:
    """The same that django-helpdesk has: people as tickets of one's own, each with a day and a few words."""
    for number in range(PEOPLE):
        due = (datetime.now(UTC) + timedelta(days=number)).strftime("%Y-%m-%d 12:00:00")
        told = {"Queue": "General", "Subject": f"Person {number}", "Owner": WHO, "Status": "open", "Due": due}
        ticket = _say(address, "ticket", told | {"Content": "We met at the hall."})["id"]
        for note in range(WORDS):
            _say(
                address, f"ticket/{ticket}/correspond", {"Content": f"We talked, {note}.", "ContentType": "text/plain"}
            )


def _say(address: str, path: str, told: dict):
    key = base64.b64encode(f"{WHO}:{WORD}".encode()).decode()
    headers = {"Content-Type": "application/json", "Authorization": f"Basic {key}"}
    asked = urllib.request.Request(f"{address}/REST/2.0/{path}", json.dumps(told).encode(), headers)  # noqa: S310 - on the loopback address
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - that address
        return json.load(answer)


def _signed_in(address: str) -> dict[str, str]:
    kept = CookieJar()
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(kept))
    visitor.open(f"{address}/NoAuth/Login.html", urlencode({"user": WHO, "pass": WORD}).encode()).close()
    return {cookie.name: cookie.value or "" for cookie in kept}
