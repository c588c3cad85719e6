"""A process that is killed in the middle of asking and reminding leaves nothing half done and sends nothing twice."""

import json
import subprocess
import sys

from tests.cli.running import ROOT, environment


def test_killed_ten_times_every_letter_that_was_due_is_posted_once(tmp_path):
    command = [sys.executable, "-m", "tests.messaging.asking.sweeping_while_killed", "7"]
    settings = environment(tmp_path, DJANGO_SETTINGS_MODULE="kith.config.settings")
    ended = subprocess.run(command, env=settings, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["killed"] >= 8, told
    assert 0 < told["posted while killed"] < told["posted"], told
    assert told["posted"] == told["wanted"], told
    assert (told["each once"], told["trail"], told["again"]) == (True, [], {})
