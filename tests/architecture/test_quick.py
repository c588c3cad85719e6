"""The suite stays quick: what is costly is counted, so that one more of it is a choice and no accident."""

import ast
import os
import subprocess

from tests.architecture.source import ROOT, python_files, short, tree

BEGINS = {"kith", "Popen", "begin_and_kill", "bring_in", "collect_static", "run"}
MOST_BEGUN = 64  # places in the tests that begin a process of the command, a server or a program beside us
NO_COMMAND = "tests/browser/later.py"  # there `kith` is the web application
MAY_BUILD = {"tests/world.py", "tests/demo/test_neighbourhood.py"}  # the second shows that twice is once
SAYS = 'told: ; @echo "[$$PYTHONDONTWRITEBYTECODE] $$PYTHONPYCACHEPREFIX"'


def calls(path) -> list[ast.Call]:
    if not any(f"{name}(" in path.read_text() for name in BEGINS):
        return []
    return [each for each in ast.walk(tree(path)) if isinstance(each, ast.Call)]


def begins_a_process(call: ast.Call) -> bool:
    """By its own name, or as `subprocess.run`; other things that run are something else."""
    if isinstance(call.func, ast.Name):
        return call.func.id in BEGINS - {"run"}
    of = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(of, ast.Name) and of.id == "subprocess" and call.func.attr in BEGINS


def test_few_places_begin_a_process():
    """It takes most of a second each; a request of the test client takes a fiftieth of that."""
    begun = [
        f"{short(path)}:{call.lineno}"
        for path in python_files("tests")
        for call in calls(path)
        if begins_a_process(call) and short(path) != NO_COMMAND
    ]
    assert 20 < len(begun) <= MOST_BEGUN, begun


def test_the_neighbourhood_is_built_in_one_place():
    """Other tests ask for `world`, which is copied."""
    building = {short(path) for path in python_files("tests") if "neighbourhood.build(" in path.read_text()}
    assert building - {short(ROOT / "tests/architecture/test_quick.py")} == MAY_BUILD


def test_what_python_has_read_is_kept_also_where_the_machine_keeps_nothing():
    """Without it every process reads all its files afresh, which takes as long as all the rest of beginning."""
    words = ["make", "--silent", f"--eval={SAYS}", "told"]
    forbidden = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": ""}
    told = subprocess.run(words, env=forbidden, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip() == f"[] {ROOT}/.venv/read-once"
