"""A copy is one locked file: whole and as it was written, or it says that it is not."""

import io
import os
import tarfile
from datetime import UTC, datetime, timedelta

import pyrage
import pytest

from kith.upkeep.keeping import keys, manifest, packing, restoring, shelf, unpacking
from kith.upkeep.keeping.packing import Member
from kith.upkeep.keeping.troubles import NotKept

OPENS = keys.open_with(keys.OF_THE_DEMO)
PRIVATE = b"I was afraid to ring the door bell. "


def blank() -> manifest.Manifest:
    return manifest.Manifest("2026-11-02T02:00:00+00:00", "0.1.0", "sqlite", False, [], {}, [], {})


def members(folder):
    """A database of several hundred kilobytes, and a picture."""
    for name, content in (("database.sqlite3", PRIVATE * 20_000), ("files/messages/abcdefgh", b"dots")):
        source = folder / name.replace("/", "-")
        source.write_bytes(content)
        with source.open("rb") as opened:
            yield Member(name, opened)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    made = tmp_path_factory.mktemp("copies") / "one.age"
    sources = tmp_path_factory.mktemp("sources")
    packing.pack(members(sources), blank(), to=made, recipients=keys.lock_with(keys.OF_THE_DEMO))
    return made


def test_it_is_readable_by_its_owner_alone_and_only_with_the_key(copy):
    assert copy.stat().st_mode & 0o777 == 0o600
    assert PRIVATE not in copy.read_bytes()
    assert sorted(unpacking.look_through(copy, OPENS).files) == ["database.sqlite3", "files/messages/abcdefgh"]
    with pytest.raises(NotKept, match="locked with another key"):
        unpacking.look_through(copy, [pyrage.x25519.Identity.generate()])


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:300_000] + bytes([data[300_000] ^ 1]) + data[300_001:],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data[:400_000],
        lambda data: data[: len(data) - 1],
        lambda data: data[:150],
        lambda data: b"",
        lambda data: data + b"\0",
        lambda data: PRIVATE * 10,
    ],
    ids=["a byte", "the last byte", "half", "one byte short", "its head", "nothing", "more", "something else"],
)
@pytest.mark.fault("F-24")
def test_whatever_is_not_as_it_was_written_is_found(copy, tmp_path, harm):
    harmed = tmp_path / "harmed.age"
    harmed.write_bytes(harm(copy.read_bytes()))
    with pytest.raises(NotKept, match=r"not whole|no copy of Kith"):
        unpacking.look_through(harmed, OPENS)
    with (
        pytest.raises(NotKept),
        restoring.laid_out(harmed, tmp_path / "kith", key=str(keys.OF_THE_DEMO), address=""),
    ):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["harmed.age"]


def locked(tmp_path, names: list[str], told: manifest.Manifest):
    """A copy as somebody else might pack it, under the right key."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in (*((name, b"x") for name in names), ("manifest.json", told.written())):
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    file = tmp_path / "theirs.age"
    file.write_bytes(pyrage.encrypt(packed.getvalue(), keys.lock_with(keys.OF_THE_DEMO)))
    return file


@pytest.mark.parametrize("name", ["../outside", "/etc/kith", "files/messages/../../x", "files/other/abc", "field-keys"])
def test_no_name_in_it_leads_elsewhere(tmp_path, name):
    with pytest.raises(NotKept, match="no part of Kith"):
        unpacking.unpack(locked(tmp_path, [name], blank()), OPENS, tmp_path / "into")


def test_what_its_list_does_not_name_or_names_otherwise_is_no_part_of_it(tmp_path):
    told = blank()
    told.files = {"database.sqlite3": "0" * 64}
    for names in ([], ["database.sqlite3"], ["files/messages/abc"]):
        with pytest.raises(NotKept, match="files are not those"):
            unpacking.look_through(locked(tmp_path, names, told), OPENS)
    told.format = 2
    with pytest.raises(NotKept, match="newer Kith"):
        unpacking.look_through(locked(tmp_path, [], told), OPENS)


def test_one_that_cannot_be_ended_leaves_the_one_before(copy, tmp_path, monkeypatch):
    """A disk that is full, and a file that changed: the sentence says it, and no half is left."""
    before = tmp_path / "kith.age"
    before.write_bytes(b"the one before")
    recipients = keys.lock_with(keys.OF_THE_DEMO)

    def full(handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
        patched.setattr(os, "fsync", full)
        packing.pack(members(tmp_path), blank(), to=before, recipients=recipients)

    shorter = (ToldLonger(each.name, each.content) for each in members(tmp_path))
    with pytest.raises(NotKept, match="changed while it was copied"):
        packing.pack(shorter, blank(), to=before, recipients=recipients)
    assert before.read_bytes() == b"the one before"
    assert not list(tmp_path.glob(".*"))


class ToldLonger(Member):
    """A file that became shorter after it was asked how long it is."""

    size = 1_000_000


def test_it_is_brought_back_only_where_nothing_is(copy, tmp_path):
    (tmp_path / "kith").mkdir()
    (tmp_path / "kith" / "note").write_text("mine")
    with (
        pytest.raises(NotKept, match="holds something already"),
        restoring.laid_out(copy, tmp_path / "kith", key=str(keys.OF_THE_DEMO), address=""),
    ):
        pass
    assert [each.name for each in (tmp_path / "kith").iterdir()] == ["note"]
    with (
        pytest.raises(NotKept, match="without KITH_DATABASE_URL"),
        restoring.laid_out(
            copy, tmp_path / "new", key=str(keys.OF_THE_DEMO), address="postgres://kith@db.example/kith"
        ),
    ):
        pass


def test_keys_are_made_once_and_half_a_key_only_locks(copy, tmp_path):
    public = keys.make(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        keys.make(tmp_path / "key")
    (tmp_path / "half").write_text(f"# locks\n{public}\n")
    assert (
        keys.lock_with(tmp_path / "half") and not keys.can_open(tmp_path / "half") and keys.can_open(tmp_path / "key")
    )
    with pytest.raises(NotKept, match="no key for this"):
        keys.open_with(tmp_path / "half")
    (tmp_path / "half").write_text("AGE-SECRET-KEY-1NONE")
    with pytest.raises(NotKept, match="Line 1") as told:
        keys.lock_with(tmp_path / "half")
    assert "1NONE" not in str(told.value)
    with pytest.raises(NotKept, match="KITH_BACKUP_KEY"):
        keys.key_file("", is_demo=False)


def test_the_shelf_holds_two_weeks_of_nights_then_weeks_and_nothing_of_others(tmp_path):
    now = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
    for days in range(60):
        shelf.place_for(tmp_path, now - timedelta(days=days)).write_text("a copy")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".kith-20261120T020000Z.age.being-made").write_text("half")
    shelf.clear(tmp_path, now)
    ages = [(now - made_at).days for made_at in shelf.copies(tmp_path).values()]
    assert ages[:15] == list(range(15)) and max(ages) <= 35 and 17 <= len(ages) <= 19
    assert sorted(each.name for each in tmp_path.iterdir() if not each.name.startswith("kith-")) == ["notes.txt"]
    shelf.clear(tmp_path, now + timedelta(days=400))
    assert len(shelf.copies(tmp_path)) == 1


def test_a_copy_of_a_newer_kith_and_one_whose_database_is_another_are_not_opened():
    told = blank()
    told.migrations = [["people", "0001_initial"], ["somebody_elses", "0007_more"]]
    restoring._refuse_if_newer(told)
    told.migrations.append(["people", "9999_later"])
    with pytest.raises(NotKept, match="newer Kith"):
        restoring._refuse_if_newer(told)
    told.rows, told.heads = {"goals_goal": 2}, [["install", 1, "abc"]]
    answers = {"goals_goal": [(2,)], "access_chainhead": [("install", 1, "abc")]}

    def ask(question: str) -> list[tuple]:
        return next(rows for table, rows in answers.items() if table in question)

    restoring._compare(told, ask)
    answers["access_chainhead"] = [("install", 1, "abd")]
    with pytest.raises(NotKept, match="the trail ends elsewhere"):
        restoring._compare(told, ask)
    answers["goals_goal"] = [(1,)]
    with pytest.raises(NotKept, match="goals_goal has 1 rows, and had 2"):
        restoring._compare(told, ask)


def test_one_that_was_killed_on_the_way_back_is_begun_anew(copy, tmp_path):
    left = tmp_path / ".kith.being-restored"
    left.mkdir()
    (left / "half").write_text("of an earlier try")
    to = tmp_path / "kith"
    with restoring.laid_out(copy, to, key=str(keys.OF_THE_DEMO), address="") as (folder, _):
        assert folder == left and sorted(each.name for each in folder.iterdir()) == ["kith.sqlite3", "messages"]
        assert not to.exists() and folder.stat().st_mode & 0o777 == 0o700
        restoring.given_its_name(folder, to)
    assert (to / "messages" / "abcdefgh").read_bytes() == b"dots" and not left.exists()
