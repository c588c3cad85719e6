"""Everything stays small enough to be read at once."""

from tests.architecture.source import functions, is_in, python_files, short, templates

FUNCTION, VIEW, FILE, TEMPLATE = 30, 20, 300, 120


def lines_of(path) -> int:
    return len(path.read_text().splitlines())


def test_functions_have_at_most_30_lines():
    files = python_files("kith", "benchmarks")
    assert [str(each) for path in files for each in functions(path) if each.length > FUNCTION] == []


def test_views_have_at_most_20_lines():
    files = [path for path in python_files() if is_in(path, "views")]
    assert [str(each) for path in files for each in functions(path) if each.length > VIEW] == []


def test_files_have_at_most_300_lines():
    files = python_files("kith", "tests", "benchmarks")
    assert [f"{short(path)}: {lines_of(path)}" for path in files if lines_of(path) > FILE] == []


def test_templates_have_at_most_120_lines():
    assert [f"{short(path)}: {lines_of(path)}" for path in templates() if lines_of(path) > TEMPLATE] == []
