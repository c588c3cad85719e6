"""A wheel holds every file of Kith: what is not Python goes along only where its kind is named."""

import tomllib
from fnmatch import fnmatch

from tests.architecture.source import ROOT

GOES_BY_ITSELF = {".py", ".pyc"}


def test_every_kind_of_file_is_named():
    named = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["kith"]
    files = [path for path in (ROOT / "kith").rglob("*") if path.is_file() and path.suffix not in GOES_BY_ITSELF]
    left = [path.relative_to(ROOT) for path in files if not any(fnmatch(path.name, each[3:]) for each in named)]
    assert len(files) > 500
    assert left == []
