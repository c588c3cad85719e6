"""What reads workbooks, pictures and meanings is loaded when there is one to read: every command waits for the rest."""

import subprocess
import sys

from tests.cli.running import ROOT, environment

HEAVY = ("openpyxl", "numpy", "cv2", "weasyprint", "zxingcpp", "notifications_python_client")
LOADED = "import sys, kith.cli.main as m\ntry:\n m.main(['find', '--help'])\nfinally:\n print([*sys.modules])"


def test_no_command_loads_at_its_beginning_what_few_need(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment(tmp_path), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "'django'" in told.stdout
    assert [each for each in HEAVY if f"'{each}'" in told.stdout] == []
