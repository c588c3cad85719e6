"""A manager sees which packs there are and whose they are, and switches them on and off."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.access import clock
from kith.measures import queries
from kith.measures.models import Measure
from kith.measures.pack_files import MOST_BYTES
from tests.page_words import words_of

from .conftest import ours
from .made import bounded, told, total

PACKS = reverse("packs:packs")


@pytest.fixture
def managers(client, cast):
    client.force_login(cast.manager)
    return client


def hand_over(client, content: str | bytes):
    content = content.encode() if isinstance(content, str) else content
    return client.post(PACKS, {"file": SimpleUploadedFile("pack.json", content)}, follow=True)


def made(**more) -> str:
    return json.dumps(told(bounded("a", 0, 4), scores=[total("a", range=[0, 4])]) | more)


def test_every_pack_stands_in_the_list_and_only_one_is_on(managers):
    page = words_of(managers.get(PACKS))
    for words in ("How a goal is going, 0 to 10", "Goal Attainment Scaling", "ONS4", "UCLA-3", "Office for National"):
        assert words in page


def test_the_team_page_leads_there_for_a_manager_alone(managers, client, cast):
    team = reverse("people:team_page", args=[cast.team.public_id])
    assert PACKS in managers.get(team).content.decode()
    client.force_login(cast.worker)
    assert PACKS not in client.get(team).content.decode()


def test_a_pack_is_looked_at_and_switched_on_and_off(managers, cast):
    ons4 = ours("ons4")
    page = words_of(managers.get(reverse("packs:pack", args=[ons4.public_id])))
    for words in ("Open Government Licence v3.0", "It is off.", "never added up", "It stands beside nobody’s number."):
        assert words in page
    assert "It is on." in words_of(managers.post(reverse("packs:switch_on", args=[ons4.public_id]), follow=True))
    assert ons4 in queries.measures_on(clock.today())
    assert "It is off." in words_of(managers.post(reverse("packs:switch_off", args=[ons4.public_id]), follow=True))
    assert ons4 not in queries.measures_on(clock.today())


def test_a_file_is_kept_off_and_a_newer_version_takes_the_place_of_the_older(managers):
    assert "A made one, version 1 is kept." in words_of(hand_over(managers, made()))
    assert "was here already" in words_of(hand_over(managers, made()))
    older = Measure.objects.get(title="A made one")
    assert older.on_since is None
    managers.post(reverse("packs:switch_on", args=[older.public_id]))
    second = told(bounded("a", 0, 5), scores=[total("a", range=[0, 5])])
    second["questionnaire"]["version"] = "2"
    hand_over(managers, json.dumps(second))
    newer = Measure.objects.get(title="A made one", version="2")
    managers.post(reverse("packs:switch_on", args=[newer.public_id]))
    older.refresh_from_db()
    assert (older.on_since, queries.newest_of_each().count(newer)) == (None, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (made(licence=None), "the pack has no licence."),
        (made(licence={"holder": "S", "words": "W", "ends": "2020-01-01"}), "ended on 1 January 2020."),
        (b"\xff\xfe", "the file is not written in UTF-8."),
        (b"", "This file is empty. Please choose another."),
        (b" " * (MOST_BYTES + 1), "This file is larger than 300 kB."),
    ],
)
def test_a_file_that_cannot_be_used_is_told_of_beside_the_box(managers, content, sentence):
    answer = hand_over(managers, content)
    assert answer.status_code == 422 and sentence in words_of(answer)
    assert not Measure.objects.exclude(loaded_by="Kith").exists()


def test_other_content_needs_another_version(managers):
    hand_over(managers, made())
    assert "with other content" in words_of(hand_over(managers, made(no_total="None.")))


@pytest.mark.shows("Q-60")
def test_a_licence_that_has_ended_cannot_be_switched_on(managers):
    hand_over(managers, made(licence={"holder": "S", "words": "W", "ends": "2026-09-11"}))
    kept = Measure.objects.get(title="A made one")
    managers.post(reverse("packs:switch_on", args=[kept.public_id]))
    assert kept in queries.measures_on(clock.today())
    with clock.at(clock.now() + timedelta(days=1)):
        assert kept not in queries.measures_on(clock.today())
        assert "licence ended" in words_of(managers.get(PACKS))
        managers.post(reverse("packs:switch_off", args=[kept.public_id]))
        page = words_of(managers.post(reverse("packs:switch_on", args=[kept.public_id]), follow=True))
    assert "The licence of “A made one” ended on 11 September 2026." in page


@pytest.mark.parametrize("who", ["worker", "user", "stranger"])
def test_nobody_else_finds_them(client, cast, who):
    client.force_login(getattr(cast, who))
    pack = ours("ons4").public_id
    for answer in (
        client.get(PACKS),
        client.post(PACKS),
        client.get(reverse("packs:pack", args=[pack])),
        client.post(reverse("packs:switch_on", args=[pack])),
        client.post(reverse("packs:switch_off", args=[pack])),
    ):
        assert answer.status_code == 404
