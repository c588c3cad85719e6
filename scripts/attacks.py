"""Which attacks are run by tests, read from the marks on these: `@pytest.mark.attack("A-01")`.

What others were attacked by stands in docs/assurance/attacks.toml. A row has a test that runs it, or a line that says
why it cannot be run here. No test is loaded for this: it looks at what is written.
"""

import ast
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
MARK = "mark.attack("


def run_by_tests(folder: Path = TESTS) -> dict[str, list[str]]:
    """Row to the tests that run it: for each file, its name and the sentences in theirs."""
    found = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        words = path.read_text(encoding="utf-8")
        in_file = defaultdict(list)
        for row, name in _marked(ast.parse(words)) if MARK in words else ():
            in_file[row].append(name.removeprefix("test_").replace("_", " "))
        for row, names in in_file.items():
            found[row].append(f"`{path.relative_to(folder.parent)}`: {'; '.join(names)}")
    return found


def _marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each row with the name of a test that runs it."""
    for each in ast.walk(tree):
        for mark in each.decorator_list if isinstance(each, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("mark.attack"):
                yield from ((ast.literal_eval(row), each.name) for row in mark.args)


def faults(told: Mapping[str, Mapping[str, str]], run: Collection[str]) -> Iterator[str]:
    """Sentences about rows that are passed over, and about marks that name none."""
    yield from (f"{row} is not in docs/assurance/attacks.toml" for row in sorted(set(run) - set(told)))
    silent = [row for row, each in told.items() if row not in run and not each["missing"]]
    yield from (f"{row} is run by no test, and no line says why" for row in silent)
