"""Writes down how each test that breaks something went, for `docs/assurance/faults.md`: use it as
`pytest -p tests.faults.results` with KITH_FAULTS_TOLD naming a file. One line for each row and test."""

import json
import os
from pathlib import Path

import pytest

TOLD = "KITH_FAULTS_TOLD"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call):
    report = yield
    if report.when == "call" or report.outcome == "skipped":
        report.faults = [row for mark in item.iter_markers("fault") for row in mark.args]
    return report


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    from django.db import connection

    with Path(os.environ[TOLD]).open("a") as file:
        for row in getattr(report, "faults", []):
            said = [words for name, words in report.user_properties if name == "told"]
            named = report.nodeid.rpartition("::")[2].partition("[")[0]
            line = {"row": row, "test": named, "file": report.nodeid.partition("::")[0], "outcome": report.outcome}
            file.write(json.dumps(line | {"database": connection.vendor, "told": " ".join(said)}) + "\n")
