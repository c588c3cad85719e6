"""The log tells how Kith runs, and nothing of anybody: one line an event, whatever somebody sends or a library says."""

import logging
import threading
import warnings

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from kith.config import health, log

MARK = "Zweimark"
ODD = f"{MARK}\n2026 error\x1b[31m\r\u2028{MARK}"


@pytest.fixture
def stumbling(monkeypatch):
    """A page at which something goes wrong, with somebody's words in the error."""

    def stumble():
        raise OperationalError(ODD) from ValueError(ODD)

    monkeypatch.setattr(health.layout, "what_is_wrong", stumble)


def ask_everything(world) -> int:
    """Requests that carry a mark in every place where one can be carried. How many there were."""
    visitor, greg = world.client(), world.individual("greg")
    worker = world.client("vish")
    visitor.raise_request_exception = False
    answers = [
        visitor.get(f"/people/{MARK}%0a%1b[31m/", HTTP_USER_AGENT=ODD, HTTP_REFERER=ODD, HTTP_X_FORWARDED_FOR=MARK),
        visitor.get("/", HTTP_HOST=f"{MARK}.example"),
        visitor.get(f"/v/{MARK}/"),
        visitor.get(f"/calendar/{MARK}.ics"),
        visitor.post("/account/login/", {"email": f"{MARK}@kith.example"}),
        visitor.post("/account/login/", {"email": ODD}),
        worker.get(reverse("ideas:table", args=[greg.public_id]), {"q": MARK}),
        worker.post(reverse("messaging:messages_page", args=[greg.public_id]), {"words": ODD, "about": MARK}),
        worker.post(reverse("goals:new_goal", args=[greg.public_id]), {"words": ODD, MARK: MARK}),
        worker.get(reverse("home:plan", args=[greg.public_id]), HTTP_COOKIE=f"{MARK}={MARK}"),
        visitor.get("/healthz", {MARK: ODD}),
    ]
    return len(answers)


def test_whatever_somebody_sends_no_word_of_it_is_in_the_log(world, logged, stumbling):
    asked = ask_everything(world)
    lines = logged.lines
    assert len([line for line in lines if line["from"] == "kith.requests"]) == asked
    assert MARK.lower() not in logged.words.lower() and "\x1b" not in logged.words and "\u2028" not in logged.words
    assert world.individual("greg").called not in logged.words and world.vish.email not in logged.words


def test_an_error_is_told_by_its_kind_and_its_place_beside_the_request_it_belongs_to(client, logged, stumbling):
    client.raise_request_exception = False
    assert client.get("/healthz").status_code == 503
    told, answered = logged.lines
    assert told["problem"] == "OperationalError < ValueError"
    assert told["at"].startswith("tests/config/test_log.py:") and "kith/config/health.py:" in told["at"]
    assert answered["request_id"] == told["request_id"]
    assert (answered["route"], answered["status"], answered["method"]) == ("healthz", 503, "GET")


def test_a_page_is_told_by_its_name_with_the_kind_of_person_and_how_long_it_took(world, logged):
    world.client("vish").get(reverse("home:plan", args=[world.individual("greg").public_id]))
    (line,) = logged.lines
    assert (line["route"], line["status"], "worker" in line["roles"].split("+")) == ("home:plan", 200, True)
    assert isinstance(line["ms"], int) and "who" not in line


def test_of_a_library_only_its_pattern_is_told_and_of_ours_no_address_or_number(logged):
    logging.getLogger("some.library").warning("Could not reach %s", ODD)
    logging.getLogger("some.library").error(f"Could not reach {ODD}")
    logging.getLogger("kith.outbox").error("To %s at %s: no", "greg@kith.example", "+44 7700 900123")
    logging.getLogger("kith.outbox").error("One\nline", extra={"words": MARK, "route": ODD, "status": MARK})
    assert [line["event"] for line in logged.lines] == [
        "Could not reach %s",
        "(words of a library, left out)",
        "To (address) at (number): no",
        "One\\nline",
    ]
    assert MARK not in logged.words and "tests/config/test_log.py:" in logged.lines[0]["at"]


def test_what_ends_a_process_or_is_said_beside_the_log_is_a_line_of_it(logged, monkeypatch):
    for place, name in ((log.sys, "excepthook"), (threading, "excepthook"), (logging, "raiseExceptions")):
        monkeypatch.setattr(place, name, getattr(place, name))
    log.begin()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(False)  # inside, it is caught by `catch_warnings` of the test run
            logging.captureWarnings(True)
            warnings.warn(ODD, stacklevel=1)
    finally:
        logging.captureWarnings(False)
    begun = threading.Thread(target=lambda: {}[MARK])
    begun.start()
    begun.join()
    log.sys.excepthook(ValueError, ValueError(ODD), None)
    assert [line.get("problem", line["from"]) for line in logged.lines] == ["py.warnings", "KeyError", "ValueError"]
    assert MARK not in logged.words and not logging.raiseExceptions


def test_on_a_terminal_it_is_plain_and_still_one_line(logged, monkeypatch):
    monkeypatch.setenv("KITH_LOG", "plain")
    logging.getLogger("kith.serve").warning("Something\x1b[31m\nodd.", extra={"route": "home:plan"})
    assert logged.words.endswith("warning Something\\x1b[31m\\nodd.  route=home:plan\n")
    assert logged.words.count("\n") == 1


def test_nothing_is_mailed_and_the_page_of_an_error_is_the_same_for_every_error(client, settings, stumbling):
    client.raise_request_exception = False
    page = client.get("/healthz").content.decode()
    assert "Kith cannot open this just now" in page and MARK not in page and "OperationalError" not in page
    every = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    assert not any("Email" in type(handler).__name__ for each in every for handler in each.handlers)


@pytest.mark.parametrize(
    ("who", "whose", "is_told"), [("deb", "greg", True), ("vish", "greg", False), ("deb", "", False)]
)
def test_whoever_asks_for_a_record_that_is_not_open_to_them_is_told_by_their_public_id(
    world, logged, who, whose, is_told
):
    public_id = world.individual(whose).public_id if whose else "nobody-is-called-this"
    world.client(who).get(reverse("home:plan", args=[public_id]))
    (line,) = logged.lines
    assert (line["level"], line.get("who", "")) == (
        ("warning", getattr(world, who).public_id) if is_told else ("info", "")
    )
    assert public_id not in logged.words
    assert (
        Client().get(reverse("home:plan", args=[public_id])).status_code == 302
    )  # whoever is not signed in is nobody yet
