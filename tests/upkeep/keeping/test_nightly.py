"""At night the trail is read, a copy is made and tried, and whoever looks after the machine reads of it."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import ChainHead, TrailEntry
from kith.people import actions as people
from kith.upkeep.keeping import heads, keys, nightly, shelf
from kith.upkeep.models import Round
from kith.upkeep.queries import how_it_is_kept, what_is_not_kept
from kith.upkeep.queries.rounds import due

Kind = Round.Kind
NIGHT = datetime(2026, 11, 26, 2, 5, tzinfo=UTC)
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """A folder for copies, one for what is kept apart, and a key."""
    monkeypatch.setattr(nightly, "close_old_connections", lambda: None)  # a test's own is no connection grown old
    settings.BACKUP_DIR, settings.OUTSIDE_DIR = str(tmp_path / "copies"), tmp_path / "outside"
    settings.BACKUP_KEY, settings.DATA_DIR = str(keys.OF_THE_DEMO), tmp_path
    return tmp_path


def noted(kind: Kind, at: datetime, *, worked: bool = True, ended: bool = True, words: str = "") -> Round:
    ends = {"ended_at": at + timedelta(minutes=1)} if ended else {}
    return Round.objects.create(kind=kind, began_at=at, worked=worked and ended, words=words, **ends)


def test_everything_is_due_at_night_and_a_night_without_a_clock_is_made_up_for(db, place):
    assert due(NOON) == [] and due(NIGHT) == [Kind.TRAIL, Kind.COPY, Kind.DRILL]
    for kind in Kind:
        noted(kind, NIGHT)
    assert due(NIGHT + timedelta(minutes=5)) == [] and due(NOON) == []
    assert due(NOON + timedelta(days=1)) == [Kind.TRAIL, Kind.COPY]
    assert due(NIGHT + timedelta(days=7)) == [Kind.TRAIL, Kind.COPY, Kind.DRILL]


def test_what_did_not_work_is_tried_again_and_what_was_ended_in_the_middle_too(db, place):
    for kind in (Kind.TRAIL, Kind.DRILL):
        noted(kind, NIGHT)
    noted(Kind.COPY, NIGHT, worked=False)
    assert due(NIGHT + timedelta(minutes=50)) == [] and due(NIGHT + timedelta(minutes=61)) == [Kind.COPY]
    noted(Kind.COPY, NIGHT + timedelta(hours=1), ended=False)
    assert due(NIGHT + timedelta(hours=3)) == [] and due(NIGHT + timedelta(hours=6)) == [Kind.COPY]


def test_without_a_folder_for_copies_only_the_trail_is_read(db, place, settings):
    settings.BACKUP_DIR = ""
    assert due(NIGHT) == [Kind.TRAIL]
    assert any("KITH_BACKUP_DIR" in words for words in how_it_is_kept(NIGHT))


@pytest.mark.fault("F-24")
def test_it_is_told_when_each_was_done_and_what_did_not_work(db, place):
    noted(Kind.COPY, NIGHT, words="10 rows and 0 files, 0.1 MB.")
    assert "The last copy was made today at 2:05am. 10 rows and 0 files, 0.1 MB." in how_it_is_kept(NOON)
    assert list(what_is_not_kept(NOON)) == []
    noted(Kind.COPY, NIGHT + timedelta(days=1), worked=False, words="There was no room.")
    assert list(what_is_not_kept(NOON + timedelta(days=1))) == [
        "No copy could be made today at 2:05am. There was no room."
    ]
    noted(Kind.COPY, NIGHT + timedelta(days=2), ended=False)
    assert list(what_is_not_kept(NIGHT + timedelta(days=4))) == ["The newest copy is days old."]


def test_the_trail_is_held_against_what_was_kept_of_it_elsewhere(db, place):
    """Whoever rewrites a chain from its beginning, and its head too, is found out all the same."""
    team = people.create_team(name="Calder Valley", by=Actor.command_line())
    assert nightly.do(Kind.TRAIL).worked
    people.create_team(name="Hebble", by=Actor.command_line())
    assert nightly.do(Kind.TRAIL).worked
    kept = json.loads((place / "outside" / heads.NAME).read_text())
    TrailEntry.objects.all().delete()
    ChainHead.objects.all().delete()
    people.appoint_manager(user=account(), team=team, by=Actor.command_line())
    note = nightly.do(Kind.TRAIL)
    assert not note.worked and "The trail “install” is not what it was" in note.words
    assert json.loads((place / "outside" / heads.NAME).read_text()) == kept


def account():
    return people.add_account(email="mair@calderford.example", name="Mair Bright", by=Actor.command_line())


@pytest.mark.django_db(transaction=True)
@pytest.mark.fault("F-23")
def test_a_copy_is_made_and_really_brought_back_and_nothing_of_the_trial_is_left(place, monkeypatch):
    call_command("createcachetable", verbosity=0)
    account()
    made, tried = nightly.do(Kind.COPY), nightly.do(Kind.DRILL)
    assert made.worked, made.words
    assert tried.worked, tried.words
    copy = shelf.newest(place / "copies")
    assert tried.words == f"It was {copy.name}, and it is whole. It took less than a minute."
    assert sorted(each.name for each in place.iterdir()) == ["copies"]
    copy.write_bytes(copy.read_bytes()[:-1])
    spoilt = nightly.do(Kind.DRILL)
    assert not spoilt.worked and "could not be brought back: This copy is not whole" in spoilt.words
    assert sorted(each.name for each in place.iterdir()) == ["copies"]


def test_whoever_looks_after_accounts_reads_when_a_copy_was_last_tried(client, world, place):
    noted(Kind.DRILL, clock.now() - timedelta(minutes=5), words="It is whole.")
    noted(Kind.COPY, clock.now() - timedelta(minutes=9), worked=False, words="There was no room.")
    client.post("/demo/sign-in/", {"who": "alex"})
    page = client.get("/").content.decode()
    assert re.search(r"A copy was last brought back, to try it, (today at|on) ", page)
    assert "It is whole." in page and "There was no room." in page
