"""`kith bundle` writes everything held about one person, or says in one sentence why not."""

import json
import stat
import zipfile

from kith.access.models import TrailEntry
from kith.cli.main import main
from kith.network_map import actions as network_map
from kith.rights.gathering import gather


def test_it_is_written_for_this_account_alone_and_told(rights, tmp_path, capsys):
    file = tmp_path / "tomos.zip"
    assert main(["bundle", rights.individual.public_id, "--to", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rows"] > 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Tomos" in zipfile.ZipFile(file).read("read-this.html").decode()
    assert TrailEntry.objects.get(what="everything gathered").acting_as == "command_line"
    assert [each.name for each in tmp_path.iterdir()] == ["tomos.zip"]


def test_nobody_by_this_id_and_no_such_place(rights, tmp_path, capsys):
    for words in (["zzzz", "--to", str(tmp_path / "a.zip")], [rights.individual.public_id, "--to", str(tmp_path)]):
        assert main(["bundle", *words]) == 1
        assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_what_is_kept_to_oneself_is_there_for_oneself_alone(rights):
    (mum,) = network_map.add(names=["Zqmum"], circle=1, individual=rights.individual, by=rights.cast.as_individual)
    type(mum).objects.filter(pk=mum.pk).update(is_mine_alone=True)
    assert [own for own in (True, False) if "Zqmum" in json.dumps(_words(rights.individual, own))] == [True]


def _words(individual, own: bool) -> list:
    return [each.values for part in gather(individual, is_own=own) for each in part.records]
