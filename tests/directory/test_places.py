"""Where postcodes and places are: from operators' files, and by any part that somebody types."""

import pytest

from kith.access.refusal import Refused
from kith.directory.actions import add_activity, import_places
from kith.directory.models import Activity, Locality, Postcode
from kith.directory.queries import find, point_of, spots_like
from kith.directory.reading.entry import PlaceDetails
from kith.directory.reading.national_grid import degrees_of

pytestmark = pytest.mark.django_db

POSTCODES = """postcode,latitude,longitude
CX1,53.7,-1.9
CX1 2RG,53.71,-1.95
CX1 2RH,53.73,-1.97
CX11 1AA,54.5,-1.1
CX7 1AB,53.6,-1.8
CX7 2AB,53.8,-1.6
"""
NAMES = """place23nm,ctyltnm,lat,long
Netherroyd,Calder Valley,53.707,-1.881
Upper Netherroyd,Calder Valley,53.72,-1.86
Netherroyd,Far County,51.0,-0.5
Åsa’s Bridge,Calder Valley,53.6,-1.7
"""
CODE_POINT = """"CX91 1AA",10,530000,180400,"E92000001","E19000003","E18000007","","E09000033","E05013806"
"CX91 1AB",90,0,0,"E92000001","","","","",""
"""


@pytest.fixture
def take_in(write, machine):
    """Writes a file and takes it in."""
    return lambda text, name="places.csv": import_places(source_path=write(text, name), by=machine)


@pytest.fixture
def known(take_in) -> None:
    take_in(POSTCODES)
    take_in(NAMES)


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("CX1 2RG", (53.71, -1.95)),
        ("cx12rg", (53.71, -1.95)),
        ("CX1 9ZZ", (53.7, -1.9)),  # not known: the middle of what is round it
        ("cx1 2", (53.72, -1.96)),
        ("CX1", (53.7, -1.9)),
        ("CX7", (53.7, -1.7)),  # in the middle of what we know there; CX11 is not in CX1, nor CX7 in it
        ("CX11", (54.5, -1.1)),
        ("53.5, -1.25", (53.5, -1.25)),
        ("netherroyd", (53.707, -1.881)),
        ("Upper  Nether", (53.72, -1.86)),
        ("asas bridge", (53.6, -1.7)),
        ("bridge", (53.6, -1.7)),
    ],
)
def test_any_part_is_understood(known, typed, point):
    assert point_of(typed) == pytest.approx(point)


@pytest.mark.parametrize("typed", ["ZZ9 9ZZ", "hello", "", "n", "95,10", "CX2", "|", "%"])
def test_what_we_do_not_know_is_nowhere(known, typed):
    assert point_of(typed) is None and spots_like(typed) == []


def test_two_of_one_name_are_told_apart(known):
    told = [spot.words for spot in spots_like("Netherroyd")]
    assert told == ["Netherroyd, Calder Valley", "Netherroyd, Far County", "Upper Netherroyd, Calder Valley"]


def test_the_same_file_again_changes_nothing(take_in):
    assert take_in(POSTCODES) == {"postcodes": 6, "places": 0, "left_out": 0, "placed": 0}
    assert take_in(NAMES)["places"] == 4
    take_in(POSTCODES)
    take_in(NAMES)
    assert (Postcode.objects.count(), Locality.objects.count()) == (6, 4)


def test_lines_without_a_spot_are_left_out_and_counted(take_in):
    rows = "pcds,lat,long\nCX1 2RG,53.71,-1.95\nCX1 2RJ,99.999999,0.000000\nrubbish,1,2\nCX1\n"
    assert take_in(rows) == {"postcodes": 1, "places": 0, "left_out": 3, "placed": 0}


def test_code_point_open_has_no_headings_and_stands_on_the_national_grid(take_in):
    assert take_in(CODE_POINT) == {"postcodes": 1, "places": 0, "left_out": 1, "placed": 0}
    assert point_of("CX91 1AA") == pytest.approx((51.5076, -0.1282), abs=0.0001)


def test_the_surveys_own_example_comes_out_to_five_metres():
    """The tower of “A guide to coordinate systems in Great Britain”, annex C."""
    assert degrees_of(651409.903, 313177.270) == pytest.approx((52.657978, 1.716053), abs=0.00005)
    assert degrees_of(-1, 0) is None and degrees_of(0, 1_300_001) is None


def test_a_folder_of_files_and_one_in_windows_letters(tmp_path, machine):
    (tmp_path / "a.csv").write_text(POSTCODES)
    (tmp_path / "b.csv").write_bytes("name,latitude,longitude\nCaffè Row,53.1,-1.1\n".encode("cp1252"))
    assert import_places(source_path=tmp_path, by=machine)["places"] == 1
    assert point_of("caffe row") == (53.1, -1.1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needs the headings"),
        ("name,town\nCalderford,x\n", "needs the headings"),
        ("postcode,latitude,longitude\nrubbish,1,2\n", "Nothing was changed"),
    ],
)
def test_a_file_that_is_none_is_one_sentence(take_in, text, says):
    with pytest.raises(Refused, match=says):
        take_in(text)


def test_a_file_that_is_not_there_and_an_empty_folder(tmp_path, machine):
    for path, says in ((tmp_path / "none.csv", "cannot be read"), (tmp_path, "no CSV file")):
        with pytest.raises(Refused, match=says):
            import_places(source_path=path, by=machine)


def test_listings_that_were_there_before_get_their_distance(take_in, worker):
    add_activity(name="Choir", place=PlaceDetails(postcode="CX1 2RG"), by=worker)
    assert find("choir", near=(53.71, -1.95))[0].miles is None
    assert take_in(POSTCODES)["placed"] == 1
    assert find("choir", near=(53.71, -1.95), within_miles=1)[0].miles == 0.0
    assert Activity.objects.get().place.point == (53.71, -1.95)
