"""The demo builds in a folder of its own and takes nothing real from the environment."""

import os
import re
from pathlib import Path

import pytest

from kith.cli import demo
from kith.cli.sentences import NotDone
from kith.config import settings as settings_file

SETTINGS = Path(settings_file.__file__)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "kith.sqlite3").write_text("real")
    with pytest.raises(NotDone, match="holds a Kith that is no demo"):
        demo._make_room(tmp_path, afresh=True)
    assert (tmp_path / "kith.sqlite3").read_text() == "real"
    (tmp_path / "kith.sqlite3").rename(tmp_path / "letters.txt")
    with pytest.raises(NotDone, match="folder of its own"):
        demo._make_room(tmp_path, afresh=True)


def test_it_is_built_where_the_environment_says_unless_said_otherwise(tmp_path, monkeypatch):
    monkeypatch.setenv("KITH_DATA_DIR", str(tmp_path / "there"))
    assert demo._folder(None) == tmp_path / "there"
    assert demo._folder(tmp_path / "here") == tmp_path / "here"
    monkeypatch.delenv("KITH_DATA_DIR")
    assert demo._folder(None) == Path("var/demo").resolve()


def test_what_was_half_built_is_built_afresh(tmp_path):
    demo._make_room(tmp_path, afresh=False)
    (tmp_path / "half").touch()
    demo._make_room(tmp_path, afresh=False)
    assert [path.name for path in tmp_path.iterdir()] == [demo.MARKER]


def test_what_stands_is_kept_unless_asked(tmp_path):
    (tmp_path / demo.MARKER).write_text(demo.BUILT)
    (tmp_path / "kith.sqlite3").touch()
    demo._make_room(tmp_path, afresh=False)
    assert (tmp_path / "kith.sqlite3").exists()
    demo._make_room(tmp_path, afresh=True)
    assert not (tmp_path / "kith.sqlite3").exists()


def test_nothing_real_is_taken_from_the_environment(tmp_path, monkeypatch):
    for name in demo._REAL_THINGS:
        monkeypatch.setenv(name, "something real")
    monkeypatch.setenv("KITH_DATA_DIR", "var")
    monkeypatch.setenv("KITH_PUBLIC_URL", "https://kith.example")
    demo._leave_real_things_alone(tmp_path, 9000)
    left = {name: words for name, words in os.environ.items() if name.startswith("KITH_D")}
    assert left == {"KITH_DATA_DIR": str(tmp_path)}
    assert os.environ["KITH_PUBLIC_URL"] == "http://127.0.0.1:9000"


def test_no_way_in_or_out_of_the_real_world_is_left_open():
    ways = ("MAIL", "REPLY", "TEXT", "LETTER", "NOTIFY", "HELP")
    read = {name for name in re.findall(r"KITH_[A-Z_]+", SETTINGS.read_text()) if name.split("_")[1].startswith(ways)}
    assert read - {"KITH_MAIL_SENDER"} <= set(demo._REAL_THINGS)
    assert {"KITH_MAIL_DOOR", "KITH_NOTIFY_KEY", "KITH_HELP_FILE"} <= read


def test_the_last_lines_say_who_to_sign_in_as():
    words = demo._welcome(9000)
    for who in ("vish", "greg", "priya", "deb", "maya", "morgan", "tom", "ines", "alex"):
        assert f"  {who} " in words
    assert words.endswith("http://127.0.0.1:9000/demo/sign-in/")
