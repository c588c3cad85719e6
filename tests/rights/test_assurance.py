"""The pages of docs/assurance/ say what is true of the code, today."""

import pytest

from kith.access.permissions import MATRIX
from kith.rights.register import classes, entries
from scripts.assurance import CODES, FOLDER, PAGES, data_map, dpia


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_as_it_would_be_made_now(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "Run: python -m scripts.assurance"


@pytest.mark.shows("Q-21", "Q-30")
def test_the_data_map_names_every_field_with_its_ground():
    page = data_map()
    assert [each.label for each in entries().values() if f"`{each.label}`" not in page] == []
    assert [each.title for each in classes().values() if each.basis not in page] == []


@pytest.mark.shows("Q-21")
def test_of_each_kind_of_record_the_organisation_is_asked_who_answers_for_it():
    page = dpia().splitlines()
    asked = [line.split(" | ")[0].removeprefix("| ") for line in page if line.endswith("| **You add:** a name |")]
    assert asked == [each.title for each in classes().values()]


def test_every_code_of_the_matrix_is_explained():
    used = {code for row in MATRIX["rows"].values() for role, codes in row.items() if role != "title" for code in codes}
    assert used <= set(CODES)


def test_what_holds_a_hazard_is_there():
    root, missing = FOLDER.parents[1], []
    import tomllib

    for key, each in tomllib.loads((FOLDER / "hazards.toml").read_text()).items():
        places = [part.split(" (")[0].strip() for part in each["held_in"].split(", ")]
        missing += [(key, place) for place in places if not (root / place).exists()]
    assert missing == []
