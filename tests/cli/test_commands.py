"""Every command answers in plain words, and with the right exit code."""

import re
import sqlite3

import pytest

from kith.cli.main import main
from kith.cli.sentences import in_one_sentence
from tests.cli.installs import empty_install
from tests.cli.running import kith


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder with an empty, up-to-date database."""
    return empty_install(tmp_path_factory, tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def checked(folder):
    """What `kith check` tells of it, with no setting of one's own."""
    return kith(folder, "check")


@pytest.mark.parametrize(
    "word", ["demo", "serve", "migrate", "check", "new-manager", "backup", "restore", "verify", "keys"]
)
def test_every_command_has_help(word, capsys):
    with pytest.raises(SystemExit) as ended:
        main([word, "--help"])
    assert ended.value.code == 0
    assert "usage: kith" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["fly"], ["serve", "--port", "x"], ["new-manager"]])
def test_wrong_use_ends_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: kith" in capsys.readouterr().err


def test_migrating_twice_changes_nothing(folder):
    again = kith(folder, "migrate")
    assert (again.returncode, again.stderr) == (0, "")
    assert "up to date" in again.stdout


def test_check_tells_what_it_stands_on(checked):
    assert checked.returncode == 0, checked.stdout
    assert "write-ahead log" in checked.stdout or "rollback journal" in checked.stdout
    assert "KITH_SECRET_KEY comes from a file" in checked.stdout


@pytest.mark.shows("Q-29")
def test_check_reads_every_trail(checked, tmp_path, tmp_path_factory):
    assert "note    Every trail holds, 0 lines." in checked.stdout
    empty_install(tmp_path_factory, tmp_path)
    made = kith(tmp_path, "new-manager", "mo@kith.example")
    assert made.returncode == 0, made.stderr
    told = kith(tmp_path, "check").stdout
    assert re.search(r"Every trail holds, [1-9]\d* lines\.", told)
    with sqlite3.connect(next(tmp_path.glob("*.sqlite3"))) as database:
        database.execute("UPDATE access_trailentry SET what = 'nothing' WHERE sequence = 2")
    told = kith(tmp_path, "check").stdout
    assert "The trail “install” does not hold at line 2." in told
    assert "Every trail holds" not in told


def test_check_says_that_the_database_waits(tmp_path):
    told = kith(tmp_path, "check")
    assert told.returncode == 1
    assert "Every trail" not in told.stdout
    assert "run `kith migrate`" in told.stdout


def test_plain_http_where_others_can_reach_it_is_unsafe(folder):
    told = kith(folder, "check", KITH_PUBLIC_URL="http://kith.example")
    assert told.returncode == 1
    assert "has to be https" in told.stdout


def test_https_is_safe_once_copies_are_made_and_letters_leave(folder, tmp_path):
    lacking = kith(folder, "check", KITH_PUBLIC_URL="https://kith.example")
    assert lacking.returncode == 1 and "Kith serves, but please put right" in lacking.stdout
    assert kith(folder, "keys", "copies", str(tmp_path / "key")).returncode == 0
    copies = {"KITH_BACKUP_KEY": str(tmp_path / "key"), "KITH_BACKUP_DIR": str(tmp_path / "copies")}
    ours = {
        f"KITH_{name}": "care@calderford.test" for name in ("SECURITY_CONTACT", "INTRODUCTION_SENDER", "MAIL_SENDER")
    }
    more = copies | ours | {"KITH_MAIL_URL": "smtps://kith@mail.example"}
    told = kith(folder, "check", KITH_PUBLIC_URL="https://kith.example", **more)
    unsafe = [line for line in told.stdout.splitlines() if line.startswith("unsafe")]
    assert [line for line in unsafe if "runs as root" not in line] == []  # as tests may


def test_links_on_the_same_host_are_told_of_and_plain_http_is_unsafe(folder, checked):
    assert "KITH_INTRODUCTION_URL can name another" in checked.stdout
    plain = kith(folder, "check", KITH_INTRODUCTION_URL="http://hello.goodcompany.example")
    assert plain.returncode == 1 and "KITH_INTRODUCTION_URL is http://hello" in plain.stdout + plain.stderr


def test_an_organisations_sign_in_needs_all_its_settings_and_https(folder):
    some = kith(folder, "check", KITH_OIDC_URL="http://sign-in.council.example", KITH_OIDC_ID="kith")
    said = some.stdout + some.stderr
    assert some.returncode == 1 and "KITH_OIDC_SECRET is missing" in said and "KITH_OIDC_URL has to be https" in said


def test_an_unsafe_install_is_not_served(folder):
    told = kith(folder, "serve", KITH_PUBLIC_URL="http://kith.example")
    assert told.returncode == 1
    assert told.stderr.startswith("Kith does not serve like this:")
    assert told.stderr.count("\n") == 1


def test_a_database_that_is_not_there_is_one_sentence(tmp_path):
    told = kith(tmp_path, "migrate", KITH_DATABASE_URL="postgres://kith@127.0.0.1:1/kith")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)
    assert told.stderr.startswith("The database did not answer")


def test_an_address_that_is_none_is_one_sentence(folder):
    told = kith(folder, "new-manager", "nobody")
    assert (told.returncode, told.stdout, told.stderr) == (1, "", "Enter a valid email address.\n")


def test_what_was_not_expected_is_named_as_such():
    assert "did not expect (ZeroDivisionError: by nought)" in in_one_sentence(ZeroDivisionError("by nought"))


def test_a_file_that_is_not_there_is_named():
    assert in_one_sentence(FileNotFoundError(2, "No such file", "list.csv")) == "“list.csv” was not found."
