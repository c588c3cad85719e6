"""Whoever finds a fault in security is told where to write, and that an answer comes."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from tests.architecture.source import ROOT


@pytest.mark.shows("Q-61")
def test_whoever_finds_a_fault_reads_where_to_write(settings):
    settings.SECURITY_CONTACT = "security@calderford.example"
    with time_machine.travel(datetime(2026, 11, 26, tzinfo=UTC)):
        answer = Client().get("/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:security@calderford.example"
    assert lines["Expires"] == "2027-05-25T00:00:00Z"
    assert lines["Canonical"] == f"{settings.PUBLIC_URL}/.well-known/security.txt"


@pytest.mark.shows("Q-61")
def test_the_policy_says_when_an_answer_comes():
    assert "answers within **5 working days**" in (ROOT / "SECURITY.md").read_text()
