"""`/metrics` tells a machine how Kith runs. Few may read it, and no word in it is anybody's."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from prometheus_client.parser import text_string_to_metric_families

from kith.access import clock
from kith.config import counted
from kith.outbox.models import Letter
from kith.upkeep.actions import beats, rounds
from kith.upkeep.queries import layout
from kith.upkeep.queries.rounds import Kind

HERE = {"HTTP_HOST": "127.0.0.1:8000"}
WORD = "a-long-word-that-was-agreed-on"


def figures(client: Client) -> dict[str, float]:
    """Those without a label, as a reader of the format reads them."""
    families = text_string_to_metric_families(client.get("/metrics", **HERE).content.decode())
    return {sample.name: sample.value for family in families for sample in family.samples if not sample.labels}


def names(patterns, before: str = "") -> set[str]:
    """Of every page there is."""
    found = set()
    for each in patterns:
        if hasattr(each, "url_patterns"):
            found |= names(each.url_patterns, f"{before}{each.namespace}:" if each.namespace else before)
        elif each.name:
            found.add(f"{before}{each.name}")
    return found


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 200),
        ({"REMOTE_ADDR": "::1", "HTTP_HOST": "localhost"}, 200),
        ({"REMOTE_ADDR": "192.0.2.7"}, 404),
        ({"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 404),
        ({"HTTP_X_FORWARDED_PROTO": "https"}, 404),
        ({"HTTP_FORWARDED": "for=192.0.2.7"}, 404),
        ({"HTTP_HOST": "testserver"}, 404),
        ({"REMOTE_ADDR": "192.0.2.7", "HTTP_AUTHORIZATION": f"Bearer {WORD}"}, 200),
        ({"REMOTE_ADDR": "192.0.2.7", "HTTP_AUTHORIZATION": "Bearer "}, 404),
        ({"REMOTE_ADDR": "192.0.2.7", "HTTP_AUTHORIZATION": WORD}, 404),
    ],
)
def test_it_is_for_this_machine_or_for_whoever_sends_the_word(db, client, settings, asked, status):
    settings.METRICS_TOKEN = WORD
    assert client.get("/metrics", **HERE | asked).status_code == status


def test_without_a_word_that_was_agreed_on_none_opens_it(db, client):
    for sent in ("Bearer ", "Bearer None", "Bearer"):
        assert client.get("/metrics", REMOTE_ADDR="192.0.2.7", HTTP_AUTHORIZATION=sent).status_code == 404


def test_no_label_holds_anything_that_somebody_sent_or_is_called(world):
    greg = world.individual("greg")
    for who in ("vish", "deb", ""):
        for page in ("home:plan", "goals:goals_page", "messaging:messages_page"):
            world.client(who).get(reverse(page, args=[greg.public_id]), {"q": "Zweimark"})
    world.client().get("/Zweimark/")
    world.client().generic("ZWEIMARK", "/crisis/")
    text = Client().get("/metrics", **HERE).content.decode()
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    labels = {value for sample in samples for name, value in sample.labels.items() if name != "le"}
    known = names(get_resolver(None).url_patterns) | {"nothing", "static", "crisis", "other", *counted.METHODS}
    assert "home:plan" in labels and labels - known <= {"2xx", "3xx", "4xx", "5xx"}
    assert not re.search(f"{greg.public_id}|zweimark|{greg.called}", text, re.IGNORECASE)
    assert all(each.name.startswith("kith_") for each in text_string_to_metric_families(text))


def test_it_tells_of_the_clock_copies_and_letters(db, client):
    now = clock.now()
    beats.beat(holder="one", now=now - timedelta(minutes=4))
    note = rounds.begin(kind=Kind.COPY, now=now - timedelta(hours=30))
    rounds.end(round=note, worked=True, words="", now=now)
    times = {"created_at": now - timedelta(hours=2), "next_try_at": now - timedelta(hours=1)}
    for state in ("waiting", "waiting", "gave_up", "sent"):
        Letter.objects.create(kind="x", channel="email", message_id="<x@kith.example>", state=state, **times)
    told = figures(client)
    assert told["kith_database_answers"] == 1
    assert (told["kith_letters_due"], told["kith_letters_asking"]) == (2, 1)
    assert round(told["kith_oldest_due_letter_age_seconds"] / 60) == 120
    assert round(told["kith_clock_beat_age_seconds"] / 60) == 4
    assert round(told["kith_last_copy_age_seconds"] / 3600) == 30
    assert "kith_last_drill_age_seconds" not in told and told["kith_messages_past_their_day"] == 0


def test_a_refused_way_in_and_an_error_of_the_database_are_counted(world, client, monkeypatch):
    def value(name: str) -> float:
        return sum(
            sample.value
            for family in text_string_to_metric_families(client.get("/metrics", **HERE).content.decode())
            for sample in family.samples
            if sample.name == name
        )

    before = value("kith_turned_away_total"), value("kith_database_errors_total")
    for public_id in (world.individual("greg").public_id, "made-up-by-somebody"):
        world.client("deb").get(reverse("home:plan", args=[public_id]))
    monkeypatch.setattr(layout, "known", lambda: (_ for _ in ()).throw(layout.DatabaseError("gone")))
    client.raise_request_exception = False
    client.get("/healthz")
    assert (value("kith_turned_away_total"), value("kith_database_errors_total")) == (before[0] + 1, before[1] + 1)
