"""`kith export` writes one person's plan to a file, or says in one sentence why not."""

import json
import stat

import pytest

from kith.access.models import TrailEntry
from kith.cli.main import main
from kith.interop.models import PlanTaken


@pytest.mark.parametrize("option", ["--to", "--out"])
def test_a_bundle_is_written_and_told(life, tmp_path, capsys, option):
    file = tmp_path / "tomos.json"
    assert main(["export", "fhir", life.individual.public_id, option, str(file)]) == 0
    assert capsys.readouterr().out == f"Written to {file}.\n"
    assert json.loads(file.read_text())["resourceType"] == "Bundle"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    told = TrailEntry.objects.get(what="plan taken as fhir")
    assert (told.chain, told.acting_as) == (life.individual.public_id, "command_line")


def test_the_page_is_written_and_says_who_it_is_for(life, tmp_path, capsys):
    file = tmp_path / "tomos.html"
    words = ["export", "prsb", life.individual.public_id, "--to", str(file), "--for", "the surgery", "--json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"file": str(file), "shape": "prsb", "individual": life.individual.public_id}
    assert "<h1>Tomos’s plan</h1>" in file.read_text()
    assert PlanTaken.objects.get().for_whom == "the surgery"


def test_a_record_that_is_closed_is_written_too(life, tmp_path):
    life.individual.closed_at = life.individual.opened_at
    life.individual.save()
    file = tmp_path / "tomos.json"
    assert main(["export", "fhir", life.individual.public_id, "--to", str(file)]) == 0
    assert '"completed"' in file.read_text()


def test_one_that_is_there_is_written_anew_and_nothing_else_is_left(life, tmp_path):
    file = tmp_path / "tomos.json"
    file.write_text("before")
    for _ in range(2):
        assert main(["export", "fhir", life.individual.public_id, "--to", str(file)]) == 0
    assert [each.name for each in tmp_path.iterdir()] == ["tomos.json"]
    assert json.loads(file.read_text())["entry"]


def test_nobody_by_this_id(life, tmp_path, capsys):
    file = tmp_path / "nobody.json"
    assert main(["export", "fhir", "zzzzzzzzzzzzzzzz", "--to", str(file)]) == 1
    assert capsys.readouterr().err == (
        "There is nobody with this id. It stands in the address of their pages, after “people”.\n"
    )
    assert not file.exists()


@pytest.mark.parametrize("where", ["missing/tomos.json", "."])
def test_where_nothing_can_be_written_nothing_has_left(life, tmp_path, capsys, where):
    assert main(["export", "fhir", life.individual.public_id, "--to", str(tmp_path / where)]) == 1
    said = capsys.readouterr().err
    assert said.endswith("cannot be written.\n")
    assert said.count("\n") == 1
    assert not PlanTaken.objects.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fails", ["kith.interop.commands.os.fsync", "kith.interop.actions.taking.file_of"])
def test_a_disk_that_is_full_leaves_no_file_and_no_word_that_one_left(life, tmp_path, capsys, monkeypatch, fails):
    def is_full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fails, is_full)
    assert main(["export", "fhir", life.individual.public_id, "--to", str(tmp_path / "tomos.json")]) == 1
    assert capsys.readouterr().err.endswith("tomos.json” cannot be written.\n")
    assert list(tmp_path.iterdir()) == []
    assert not PlanTaken.objects.exists()
    assert not TrailEntry.objects.filter(what="plan taken as fhir").exists()


def test_a_copy_that_is_there_and_cannot_be_moved_is_told_of_with_its_place(life, tmp_path, capsys, monkeypatch):
    def cannot(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("kith.interop.commands.os.replace", cannot)
    assert main(["export", "fhir", life.individual.public_id, "--to", str(tmp_path / "tomos.json")]) == 1
    (made,) = tmp_path.iterdir()
    assert f"The copy was made, and stands in “{made}”." in capsys.readouterr().err
    assert json.loads(made.read_text())["resourceType"] == "Bundle"
    assert PlanTaken.objects.count() == 1


@pytest.mark.parametrize("words", [["export"], ["export", "fhir"], ["export", "fhir", "somebody"]])
def test_wrong_use_ends_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
