"""Texts and letters through a provider: GOV.UK Notify as it answers, somebody's own, and what is told later."""

import base64
import json
import socket
import struct
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kith.outbox import actions, checks, deliverer, queries
from kith.outbox.models import Letter
from kith.outbox.troubles import NotEver, NotNow

KEY = "ours-8b3e1f0a-0000-4000-8000-0123456789ab-4c9d2e1b-0000-4000-8000-ba9876543210"
TEMPLATE = "1d2c3b4a-0000-4000-8000-0123456789ab"
NUMBER = "07700 900123"
ADDRESS = "14 Canal Row\nCalderford\nCF1 2AB"
MINUTE = timedelta(minutes=1)


class Notify(BaseHTTPRequestHandler):
    """Answers as Notify does: `answer` is a status and what it says, or "hang up" after the request was read."""

    asked: list = []
    answer: object = None

    def do_POST(self):  # noqa: N802 - the server's name
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Notify.asked.append((self.path, told))
        if Notify.answer == "hang up":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        status, says = Notify.answer or (201, {"id": "their-id", "reference": told.get("reference")})
        words = says if isinstance(says, bytes) else json.dumps(says).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *_):
        """Says nothing."""


def refused(status, message):
    return status, {"errors": [{"error": "ValidationError", "message": message}]}


@pytest.fixture
def notify(settings, monkeypatch):
    """A stand-in for Notify on this machine, and Kith told to use it."""
    monkeypatch.setattr(Notify, "asked", [])
    monkeypatch.setattr(Notify, "answer", None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Notify)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    settings.KITH_DEMO, settings.TEXT_PROVIDER, settings.LETTER_PROVIDER = False, "notify", "notify"
    settings.NOTIFY_KEY, settings.NOTIFY_TEXT_TEMPLATE = KEY, TEMPLATE
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.server_port}"
    yield Notify
    server.shutdown()
    server.server_close()


@pytest.fixture
def text(letter):
    """Posts a text to Greg."""
    return lambda **changes: letter(channel="text", to=NUMBER, individual_ref="greg", **changes)


def again(posted):
    posted.refresh_from_db()
    return posted


def test_a_text_goes_through_notify_once_with_the_letter_s_own_reference(notify, text, now):
    posted = text()
    assert deliverer.deliver_due(now)["sent"] == 1
    deliverer.deliver_due(now + MINUTE)
    [(path, told)] = notify.asked
    assert path == "/v2/notifications/sms"
    assert told == {
        "phone_number": NUMBER,
        "template_id": TEMPLATE,
        "personalisation": {"body": "It is waiting for you."},
        "reference": posted.public_id,
    }
    assert (again(posted).state, posted.their_id) == ("sent", "their-id")


def test_a_letter_goes_through_notify_as_a_finished_page(notify, letter, now):
    posted = letter(channel="print", to=ADDRESS, to_name="Greg")
    assert deliverer.deliver_due(now)["sent"] == 1
    [(path, told)] = notify.asked
    assert path == "/v2/notifications/letter"
    assert told["reference"] == posted.public_id
    assert base64.b64decode(told["content"]).startswith(b"%PDF-")


def test_a_letter_without_a_whole_address_is_not_handed_to_a_provider(notify, letter, now):
    posted = letter(channel="print", to="Calderford")
    assert deliverer.deliver_due(now)["gave_up"] == 1
    assert notify.asked == []
    assert again(posted).last_problem == "A letter in the post needs an address of three to seven lines."


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [
        (refused(400, "phone_number Not enough"), ("gave_up", 1, "did not take this (phone_number Not enough).")),
        (refused(500, "Internal"), ("waiting", 1, "trouble of its own (500)")),
        ((503, b"no json"), ("waiting", 1, "trouble of its own (503)")),
        (refused(429, "Exceeded rate"), ("waiting", 0, "takes no more at present (Exceeded rate)")),
        (refused(403, "Invalid token"), ("waiting", 0, "did not accept our key")),
        ((201, b"no json"), ("unsure", 1, "no clear answer")),
        ("hang up", ("unsure", 1, "did not say whether")),
    ],
)
def test_each_answer_of_notify_has_its_meaning(notify, text, now, answer, becomes):
    notify.answer, (state, attempts, words) = answer, becomes
    posted = text()
    deliverer.deliver_due(now)
    assert len(notify.asked) == 1
    assert (again(posted).state, posted.attempts) == (state, attempts)
    assert words in posted.last_problem
    notify.answer = None
    deliverer.deliver_due(now + 2 * MINUTE)
    assert again(posted).state == {"waiting": "sent"}.get(state, state)


def test_an_answer_that_does_not_come_leaves_a_text_in_doubt(notify, text, now, monkeypatch, settings):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.NOTIFY_URL = f"http://127.0.0.1:{silent.getsockname()[1]}"
        monkeypatch.setattr("kith.outbox.providers.notify.PATIENCE", 0.2)
        posted = text()
        assert deliverer.deliver_due(now)["unsure"] == 1
    assert [each.pk for each in queries.for_somebody(["greg"], now)] == [posted.pk]


def test_a_provider_that_cannot_be_reached_costs_no_try(notify, text, now, settings):
    settings.NOTIFY_URL = "http://127.0.0.1:1"
    posted = text()
    assert deliverer.deliver_due(now)["again"] == 1
    assert (again(posted).attempts, posted.last_problem) == (0, "The provider could not be reached.")


def test_nothing_anybody_wrote_is_written_into_the_log(notify, text, now, caplog):
    notify.answer = (400, {"errors": [{"error": "ValidationError", "message": f"{NUMBER} Not enough digits"}]})
    text()
    deliverer.deliver_due(now)
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "was not taken" in said
    assert NUMBER not in said and "waiting for you" not in said


def test_somebody_s_own_carrier_is_used(texts, text, now):
    posted = text()
    deliverer.deliver_due(now)
    assert texts.given == [(NUMBER, posted.public_id)]
    assert again(posted).their_id == "theirs 1"


@pytest.mark.parametrize(
    ("trouble", "state"),
    [(NotEver("No."), "gave_up"), (NotNow("Later."), "waiting"), (RuntimeError("!"), "unsure")],
)
def test_what_a_carrier_raises_decides_what_becomes_of_a_text(texts, text, now, trouble, state):
    texts.trouble = trouble
    posted = text()
    deliverer.deliver_due(now)
    assert again(posted).state == state


@pytest.mark.parametrize(
    ("status", "becomes"),
    [
        ("delivered", ("sent", "")),
        ("permanent-failure", ("came_back", "does not know this number")),
        ("temporary-failure", ("came_back", "off, full or out of reach")),
        ("technical-failure", ("came_back", "trouble of its own")),
        ("sending", ("sent", "")),
        ("a new word", ("sent", "")),
    ],
)
def test_what_notify_tells_later_counts_once(texts, text, now, status, becomes):
    posted, (state, words) = text(), becomes
    deliverer.deliver_due(now)
    for minutes in range(3):
        told = {"reference": posted.public_id, "status": status, "now": now + minutes * MINUTE}
        assert actions.receipt(**told) == posted
    assert (again(posted).state, words in posted.last_problem) == (state, True)
    assert posted.arrived_at == (now if status == "delivered" else None)
    assert queries.for_somebody(["greg"], now).exists() == (state == "came_back")


def test_a_receipt_ends_a_doubt_and_one_of_a_stranger_is_nothing(texts, text, now):
    texts.trouble = RuntimeError()
    posted = text()
    deliverer.deliver_due(now)
    assert actions.receipt(reference="nobody", status="delivered", now=now) is None
    actions.receipt(reference=posted.public_id, status="delivered", now=now)
    assert (again(posted).state, posted.arrived_at) == ("sent", now)
    actions.receipt(reference=posted.public_id, status="permanent-failure", now=now)
    assert again(posted).state == "sent"


def test_a_late_receipt_of_the_first_time_does_not_count_for_the_second(texts, text, now):
    from tests.outbox.test_in_doubt import Vish

    posted = text()
    deliverer.deliver_due(now)
    failed = {"reference": posted.public_id, "status": "permanent-failure", "their_id": "theirs 1", "now": now}
    actions.receipt(**failed)
    actions.send_again(letter=again(posted), by=Vish(), now=now)
    deliverer.deliver_due(now)
    actions.receipt(**failed)
    assert (again(posted).state, posted.their_id) == ("sent", "theirs 2")


def test_letters_without_a_way_out_wait(text, settings, now):
    settings.KITH_DEMO, settings.TEXT_PROVIDER, settings.MAIL_URL = False, "", ""
    text()
    assert deliverer.deliver_due(now) == dict.fromkeys(deliverer.ENDS, 0)
    assert Letter.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("set_to", "demo", "open_ways"),
    [("", True, [True, True, True]), ("", False, [False, False, True]), ("notify", False, [True, True, True])],
)
def test_each_channel_says_whether_it_has_a_way_out(settings, set_to, demo, open_ways):
    settings.KITH_DEMO, settings.MAIL_URL = demo, "smtp://127.0.0.1:25" if set_to else ""
    settings.TEXT_PROVIDER = settings.LETTER_PROVIDER = set_to
    assert [queries.has_way_out(channel) for channel in ("email", "text", "print")] == open_ways


@pytest.mark.parametrize(
    ("provider", "key", "template", "words"),
    [
        ("notify", KEY, TEMPLATE, None),
        ("", "", "", None),
        ("notify", "", TEMPLATE, "KITH_NOTIFY_KEY"),
        ("notify", KEY, "", "KITH_NOTIFY_TEXT_TEMPLATE"),
        ("pigeon", "", "", "no such provider"),
        ("kith.outbox.models.Letter", "", "", "has no send_text()"),
    ],
)
def test_the_check_looks_at_the_provider(settings, provider, key, template, words):
    settings.KITH_DEMO, settings.TEXT_PROVIDER, settings.LETTER_PROVIDER = False, provider, ""
    settings.NOTIFY_KEY, settings.NOTIFY_TEXT_TEMPLATE = key, template
    found = checks.providers_can_be_used(None)
    assert [words in problem.msg for problem in found] == ([True] if words else [])


def test_the_check_says_which_ways_are_open(settings):
    settings.KITH_DEMO, settings.MAIL_URL = False, "smtp://127.0.0.1"
    settings.TEXT_PROVIDER = settings.LETTER_PROVIDER = ""
    ways, no_texts = checks.says_which_ways_are_open(None)
    assert ways.msg == "Letters leave by email, on paper, printed and posted by the team."
    assert "KITH_TEXT_PROVIDER" in no_texts.msg


def test_a_provider_that_is_not_set_up_costs_no_letter_a_try(notify, text, now, settings):
    settings.NOTIFY_KEY = ""
    posted = text()
    deliverer.deliver_due(now)
    assert (again(posted).state, posted.attempts) == ("waiting", 0)
    assert "KITH_NOTIFY_KEY" in posted.last_problem


def test_where_nothing_draws_pages_a_letter_for_the_post_waits_and_costs_no_try(notify, letter, now, monkeypatch):
    monkeypatch.setattr("kith.outbox.ways.can_draw", lambda: False)
    waits = letter(channel="print", to=ADDRESS)
    deliverer.deliver_due(now)
    waits.refresh_from_db()
    assert (waits.state, waits.attempts, notify.asked) == ("waiting", 0, [])
    assert "needs Pango" in waits.last_problem


def test_a_receipt_that_is_quicker_than_kith_itself_counts(texts, text, now, monkeypatch):
    quick = {"status": "permanent-failure", "now": now}
    send = texts.send_text

    def told_at_once(self, letter, to, reference):
        actions.receipt(reference=reference, **quick)
        return send(self, letter, to, reference)

    monkeypatch.setattr(texts, "send_text", told_at_once)
    first, second = text(), text()
    deliverer.deliver_due(now)
    assert len(texts.given) == 2
    assert {again(first).state, again(second).state} == {"came_back"}
