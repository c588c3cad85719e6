"""What others wrote to look at such feeds finds nothing wrong with ours, asked over the network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kith.directory.actions import add_activity, close

from ..conftest import SHARED
from .conftest import TOWN, TUESDAY

RUNNERS = SHARED / "runners"
VALIDATORS = Path(os.environ.get("OPENACTIVE_VALIDATORS", RUNNERS)) / "node_modules"

needs_oruk = pytest.mark.skipif(not RUNNERS.exists(), reason="the checks of open feeds are not beside the project")
needs_openactive = pytest.mark.skipif(
    not (RUNNERS.exists() and shutil.which("node") and (VALIDATORS / "@openactive").is_dir()),
    reason="node and OpenActive’s validators are not here: name their folder in OPENACTIVE_VALIDATORS",
)


@pytest.fixture
def served(transactional_db, live_server, worker):
    """A server with thirty listings, of which some are physical and one has closed."""
    for number in range(24):
        add_activity(name=f"Choir {number}", place=TOWN if number % 2 else None, categories=["Singing"], by=worker)
    made = [
        add_activity(name=f"{name} club", place=TOWN, times=(TUESDAY,), price_pence=350 * turn, by=worker)
        for turn, name in enumerate(("Kickboxing", "Yoga", "Running", "Walking football", "Badminton", "Swimming"))
    ]
    close(activity=made[0], by=worker)
    return live_server.url


def run(*words, **more) -> str:
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, timeout=120, check=False, **more
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def node(*words) -> str:
    return run("node", *words, env=os.environ | {"NODE_PATH": str(VALIDATORS)})


@needs_oruk
def test_open_referral_uk(served):
    assert run(sys.executable, RUNNERS / "oruk_check.py", f"{served}/open/oruk").splitlines() == [
        "0 errors, 0 warnings"
    ]


@needs_openactive
@pytest.mark.parametrize("feed", ["session-series", "scheduled-sessions"])
def test_openactives_walk_of_a_feed(served, feed):
    assert "pages" in node(RUNNERS / "rpde_feed.js", f"{served}/open/openactive/{feed}")


@needs_openactive
def test_openactives_rules_for_items(served, client, tmp_path):
    for feed in ("session-series", "scheduled-sessions"):
        page = client.get(f"/open/openactive/{feed}").json()
        assert any(each["state"] == "updated" for each in page["items"])
        (tmp_path / f"{feed}.json").write_text(json.dumps(page))
        assert " ok " in node(RUNNERS / "openactive_items.js", SHARED / "openactive", tmp_path / f"{feed}.json")
