"""Everything is copied while Kith stands, and brought back elsewhere by the commands that an administrator uses."""

import shutil
import signal
from pathlib import Path

import pytest
from django.db import connection

from kith.upkeep.keeping import keys
from tests.cli.running import kith, until
from tests.upkeep.own_database import Install, installed, nothing_yet

pytestmark = pytest.mark.django_db
THINGS = """
from datetime import timedelta
from django.contrib.sessions.backends.db import SessionStore
from kith.access import clock
from kith.access.actor import Actor
from kith.access.encryption import seal
from kith.conversations.models import BroughtIn
from kith.messaging.models import Attachment, Message
from kith.messaging.queries.files import file_of
from kith.outbox.models import Letter
from kith.people.models import Link
from tests.goals.cast import gather

cast, now = gather(), clock.now()
Letter.objects.update(state="sent")
written = {"kind": "to individual: news", "channel": "email", "created_at": now, "next_try_at": now, "body": "Hello"}
for state in ("waiting", "leaving", "sent"):
    Letter.objects.create(state=state, message_id=state, **written)
SessionStore().save()
given = {"individual": cast.individual, "made_at": now, "ends_at": now + timedelta(days=9)}
Link.objects.create(purpose="visit", about="x", **given)
BroughtIn.objects.create(individual=cast.individual, author=cast.worker, words="I rushed it.", brought_at=now)
told = {"said_by": "individual", "way": "email", "words": "Look!", "at": now}
message = Message.objects.create(individual=cast.individual, team=cast.team, **told)
picture = Attachment.objects.create(message=message, name="dog.png", size=3)
file_of(picture).write_bytes(seal(b"dog"))
Attachment.objects.create(message=message, name="lost.png", size=3, public_id="lost")
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory, django_db_setup, django_db_blocker):
    """One Kith with people in it, and a copy of it."""
    folder = tmp_path_factory.mktemp("kept")
    with django_db_blocker.unblock(), installed(tmp_path_factory, folder / "kept") as install:
        install.run(THINGS)
        made = command(install, "backup", str(folder / "one.age"))
        assert made.returncode == 0 and "1 file" in made.stdout, made.stderr
        yield install


def command(install: Install, *words: str, **more: str):
    return kith(install.folder, *words, KITH_BACKUP_KEY=str(keys.OF_THE_DEMO), **install.more | more)


@pytest.mark.fault("F-23")
def test_a_copy_becomes_the_same_kith_elsewhere_and_nobody_gets_old_mail(here, tmp_path):
    copy, target = here.folder.parent / "one.age", tmp_path / "new"
    with nothing_yet(target) as there:
        told = command(there, "restore", str(copy), "--data", str(target))
        assert told.returncode == 0, told.stderr
        assert "Please look at this: 1 file is missing: messages/lost." in told.stdout
        assert "2 letters that were waiting stay here" in told.stdout and "bring its field keys back" in told.stdout
        assert there.ask("SELECT state FROM outbox_letter WHERE body = 'Hello' ORDER BY message_id") == [
            ("held",),
            ("sent",),
            ("held",),
        ]
        assert there.count("django_session") == 0
        assert there.count("people_link WHERE stopped_at IS NULL") == 0
        for table in ("people_user", "conversations_broughtin", "messaging_attachment", "goals_goal"):
            assert there.count(table) == here.count(table)
        assert there.count("access_trailentry WHERE what = 'brought back from a copy'") == 1
        assert here.count("outbox_letter WHERE state = 'held'") == 0
        assert_keys_are_needed(here, there)
        again = command(there, "restore", str(copy), "--data", str(tmp_path / "again"))
        assert connection.vendor == "sqlite" or "is not empty" in again.stderr


def assert_keys_are_needed(here: Install, there: Install) -> None:
    """Without the field keys nothing is served; with them all of it is whole."""
    lacking = command(there, "serve", "--port", "1")
    assert lacking.returncode == 1 and "Private words are under the field keys" in lacking.stderr
    shutil.copy(here.folder / "field-keys", there.folder / "field-keys")
    pictures = there.folder / "messages"
    shutil.copy(next(pictures.iterdir()), pictures / "lost")
    whole = command(there, "verify")
    assert whole.returncode == 0 and "and 2 files." in whole.stdout, whole.stderr


def test_what_is_harmed_is_named(here):
    picture = next((here.folder / "messages").iterdir())
    content = picture.read_bytes()
    picture.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    said = command(here, "verify").stderr
    picture.unlink()
    missing = command(here, "verify").stderr
    picture.write_bytes(content)
    assert "1 private thing under the field key" in said
    assert "2 files are missing" in missing and f"messages/{picture.name}" in missing


ENDLESS = """
import os, tempfile
from pathlib import Path
import django
os.environ["KITH_BACKUP_KEY"] = {key!r}
django.setup()
from kith.upkeep.keeping import copying
from kith.upkeep.keeping.packing import Member
def members(taken, told):
    yield Member(told.database, taken.content)
    with tempfile.TemporaryFile() as large:
        large.truncate(1 << 36)
        yield Member("files/messages/large", large)
copying._members = members
copying.make_copy(Path({to!r}))
"""


def test_killed_half_way_it_leaves_nothing_that_anybody_could_read(here, tmp_path):
    before = names_in(here.folder)
    begun = here.start("-c", ENDLESS.format(key=str(keys.OF_THE_DEMO), to=str(tmp_path / "two.age")))
    half = tmp_path / ".two.age.being-made"
    assert until(lambda: half.is_file() and half.stat().st_size > 1_000_000)
    begun.send_signal(signal.SIGKILL)
    begun.wait(10)
    assert [each.name for each in tmp_path.iterdir()] == [half.name]
    assert half.read_bytes()[:21] == b"age-encryption.org/v1"
    assert names_in(here.folder) == before


def names_in(folder: Path) -> set[str]:
    """But for what SQLite itself puts beside a database that is open."""
    return {each.name for each in folder.iterdir()} - {"kith.sqlite3-wal", "kith.sqlite3-shm"}
