"""The project speaks of itself: it names no machine it was written on, no place its libraries came from."""

import re
import subprocess

from tests.architecture.source import ROOT

NOT_TEXT = {".woff2", ".png", ".jpg", ".ico", ".gz", ".xlsx", ".zip", ".pdf"}
A_MACHINE = re.compile(r"(?<![\w.*})])/(?:" + "root|home/[a-z]|Users/[A-Z]|wo" + r"rk|mnt)/")
A_REGISTRY = re.compile(
    r"https?://[^\s\"']*(?:/simple\b|\.whl\b|\.tgz\b|\.deb\b)|^--(?:index|extra-index|find-links)", re.M
)


def kept_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in files if path.suffix not in NOT_TEXT and path.is_file()]


def mentions(pattern: re.Pattern) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in kept_files()
        for found in pattern.finditer(path.read_text(errors="replace"))
    ]


def test_no_machine_is_named():
    assert mentions(A_MACHINE) == []


def test_no_registry_is_named():
    assert mentions(A_REGISTRY) == []
