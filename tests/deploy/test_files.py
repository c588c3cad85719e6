"""The files under `deploy/` name settings, figures and addresses that are there."""

import re
import tomllib

import pytest
from prometheus_client import REGISTRY

from kith.access import clock
from kith.cli.main import COMMANDS
from kith.config import counted  # noqa: F401 - what it counts is known once it is loaded
from kith.config.middleware import MOST_SENT
from kith.upkeep.queries import running
from tests.architecture.source import ROOT, python_files

DEPLOY = ROOT / "deploy"
GUIDE = ROOT / "docs" / "operating.md"
FILES = sorted(path for path in [*DEPLOY.rglob("*"), GUIDE] if path.is_file())
NOT_READ_BY_KITH = {"KITH_BROWSER"}


def settings_known() -> set[str]:
    return {name for path in python_files() for name in re.findall(r"KITH_[A-Z_]+", path.read_text())}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_is_one(path):
    assert set(re.findall(r"\bKITH_[A-Z]\w+\b", path.read_text())) <= settings_known() | NOT_READ_BY_KITH


def test_every_setting_is_told_of_somewhere():
    read = set(re.findall(r'env\.\w+\(\s*"(KITH_\w+)"', (ROOT / "kith/config/settings.py").read_text()))
    told = GUIDE.read_text() + (ROOT / "README.md").read_text()
    assert len(read) > 30 and read - set(re.findall(r"KITH_\w+", told)) == set()


def test_every_figure_that_somebody_is_told_of_is_counted(db):
    asked = set(re.findall(r"\bkith_\w+", (DEPLOY / "kith-rules.yml").read_text()))
    told = {f"kith_{each.name}" for each in running.figures(clock.now())} | {"kith_database_answers"}
    told |= {sample.name for family in REGISTRY.collect() for sample in family.samples}
    told |= {f"{family.name}_total" for family in REGISTRY.collect() if family.type == "counter"}
    assert asked and asked <= told


def test_proxies_take_as_much_as_kith_takes_keep_no_addresses_and_show_no_figures():
    nginx, caddy = (DEPLOY / "nginx.conf").read_text(), (DEPLOY / "Caddyfile").read_text()
    assert f"client_max_body_size {MOST_SENT // 1_000_000}m" in nginx and "max_size 13MB" in caddy
    assert nginx.count("access_log off;") == nginx.count("server {") and "\tlog\n" not in caddy
    assert "location = /metrics { return 404; }" in nginx and "respond @inside 404" in caddy


def test_commands_and_folders_that_the_files_begin_are_there():
    names = {module.__name__.rpartition(".")[2].replace("_", "-") for module in COMMANDS}
    asked = set(re.findall(r"(?:^ *|`)kith ([a-z-]+)", GUIDE.read_text(), re.MULTILINE))
    assert {"migrate", "check", "backup", "restore", "verify"} <= asked <= names
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert all((ROOT / name).exists() for line in copied for name in line.split())
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]["kith"]
