"""A list handed over on the page: which heading is which, what would come of it, and one press."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from kith.directory.models import Activity
from kith.directory.reading.headings import guessed, personal
from kith.local_knowledge.lists import kept

NEW = "/community/lists/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Lists are kept where the test can look."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "lists"


def sheet(*rows) -> SimpleUploadedFile:
    made, body = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(body)
    return SimpleUploadedFile("Calderford Council.xlsx", body.getvalue())


def hand_over(client, file, **more):
    return client.post(NEW, {"file": file, **more}, follow=False)


def test_a_spreadsheet_goes_in_under_headings_that_somebody_named(world):
    client, before = world.client("vish"), Activity.objects.count()
    answer = hand_over(
        client, sheet(["Activity", "Venue", "Pat"], ["Calder kites", "Top Moor", "x"], ["", "Hall", "y"])
    )
    page = client.get(answer["Location"])
    assert page.context["form"]["column_0"].initial == "name"  # it guesses what people often write
    assert "Like “Calder kites”" in page.content.decode()
    chosen = {"column_0": "name", "column_1": "address", "column_2": ""}
    looked = client.post(answer["Location"], chosen | {"do": "look"}).content.decode()
    assert "1 new" in looked and "It has no name." in looked
    assert Activity.objects.count() == before  # looking keeps nothing
    done = client.post(answer["Location"], chosen | {"do": "bring"}, follow=True)
    assert "1 new, 0 changed." in done.content.decode()
    kites = Activity.objects.get(name="Calder kites")
    assert (kites.place.address, kites.source.name) == ("Top Moor", "Calderford Council")
    assert not kites.contact_is_public  # nobody on it was asked
    assert list(kept._folder().iterdir()) == []


def test_a_heading_has_to_be_the_name_and_none_is_chosen_twice(world):
    client = world.client("vish")
    address = hand_over(client, sheet(["A", "B"], ["Kites", "Moor"]))["Location"]
    nothing = client.post(address, {"column_0": "", "column_1": "", "do": "look"})
    assert nothing.status_code == 422 and "Say which heading is what it is called." in nothing.content.decode()
    twice = client.post(address, {"column_0": "name", "column_1": "name", "do": "look"})
    assert twice.status_code == 422 and "is chosen twice" in twice.content.decode()


def test_a_file_that_is_no_list_says_so_and_changes_nothing(world):
    client = world.client("vish")
    address = hand_over(client, SimpleUploadedFile("photo.jpg", b"\xff\xd8\x00\x00"))["Location"]
    answer = client.get(address)
    assert answer.status_code == 422 and "cannot be read as a directory" in answer.content.decode()


def test_a_file_that_is_too_large_is_not_kept(world, folder, monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 100)
    answer = hand_over(world.client("vish"), SimpleUploadedFile("big.csv", b"name\n" + b"x" * 200))
    assert answer.status_code == 422 and "larger than 10 MB" in answer.content.decode()
    assert not list(folder.glob("*"))


def test_nothing_chosen_asks_for_a_file(world):
    answer = world.client("vish").post(NEW, {})
    assert answer.status_code == 422 and "Please choose a file." in answer.content.decode()


def test_only_who_handed_it_over_goes_on_with_it(world):
    address = hand_over(world.client("vish"), sheet(["name"], ["Kites"]))["Location"]
    made_up = reverse("local_knowledge:list_look", args=["zzzzzzzzzzzzzzzz"])
    assert world.client("priya").get(address).status_code == 404
    assert world.client("vish").get(made_up).status_code == 404


@pytest.mark.parametrize("who", ["greg", "tom", "alex", "ines"])
def test_lists_are_for_those_who_keep_the_directory(world, who):
    assert world.client(who).get(NEW).status_code == 404


def looked_at(client, *rows, do="look"):
    """The page after its guesses were taken as they are."""
    address = hand_over(client, sheet(*rows))["Location"]
    form = client.get(address).context["form"]
    return client.post(address, {field.html_name: field.initial or "" for field in form} | {"do": do})


def test_days_and_times_in_one_cell_are_taken_and_the_first_one_is_shown(world):
    page = looked_at(
        world.client("vish"),
        ["Group name", "Day and time", "Cost per session"],
        ["Kites", "last Friday, 8pm", "£3"],
    )
    told = page.content.decode()
    assert "The first one would say" in told and "last Friday 8pm" in told and "£3" in told


def test_what_is_left_out_is_told_by_its_row(world):
    told = looked_at(
        world.client("vish"), ["Name", "When"], ["Kites", "Wed 31 Feb"], [], ["Bees", "Fridays 8"]
    ).content.decode()
    assert "Row 2, “Kites”: Its day “Wed 31 Feb”" in told
    assert "Row 4, “Bees”: Of “Fridays 8” only the day was taken" in told


def test_a_list_of_people_is_noticed_and_can_be_thrown_away(world, folder):
    client = world.client("vish")
    address = hand_over(client, sheet(["Name", "Date of Birth", "NHS number"], ["Jo", "1/1/1990", "1"]))["Location"]
    page = client.get(address)
    assert "This may be a list of people." in page.content.decode() and "“NHS number”" in page.content.decode()
    assert [page.context["form"][f"column_{n}"].initial for n in (0, 1, 2)] == ["name", "", ""]
    gone = client.post(address, {"do": "throw away"}, follow=True)
    assert "Nothing of it was kept." in gone.content.decode() and not list(folder.iterdir())


@pytest.mark.parametrize(("chosen", "gives_out"), [("", False), ("ogl", True), ("none", False)])
def test_a_list_is_given_out_only_where_somebody_said_that_it_may(world, chosen, gives_out):
    client = world.client("vish")
    address = hand_over(client, sheet(["name"], ["Kites"]), licence=chosen)["Location"]
    client.post(address, {"column_0": "name", "do": "bring"})
    assert Activity.objects.get(name="Kites").source.may_give_out is gives_out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_what_other_programs_write_is_read(world, encoding, between):
    body = between.join(["name", "day"]) + "\n" + between.join(["Café Kites", "Fridays"]) + "\n"
    client = world.client("vish")
    address = hand_over(client, SimpleUploadedFile("list.txt", body.encode(encoding)))["Location"]
    told = client.post(address, {"column_0": "name", "column_1": "day", "do": "look"}).content.decode()
    assert "1 new" in told and "Café Kites" in told


@pytest.mark.parametrize(
    ("headings", "of_people"),
    [
        (["Service User", "Address", "Phone"], ["Service User"]),
        (["Name", "Telephone", "Support worker"], ["Support worker"]),
        (["Group name", "Age group", "Contact number"], []),
    ],
)
def test_headings_of_people_are_noticed_and_taken_for_nothing(headings, of_people):
    assert personal(headings) == of_people
    assert not set(guessed(headings)) & set(of_people)


def test_headings_that_mean_something_else_beside_others():
    assert guessed(["Group name", "Contact number"]) == {"Group name": "name", "Contact number": "phone"}
    assert guessed(["Name", "Day", "Start date"])["Start date"] == "first day"


def test_a_list_of_the_same_name_is_told_of_before_it_takes_its_place(world):
    client = world.client("vish")
    first = hand_over(client, sheet(["name"], ["Kites"]), licence="ogl")["Location"]
    assert "is here already" not in client.post(first, {"column_0": "name", "do": "look"}).content.decode()
    client.post(first, {"column_0": "name", "do": "bring"})
    again = hand_over(client, sheet(["name"], ["Kites"], [""], ["Wed"]))["Location"]
    told = client.post(again, {"column_0": "name", "do": "look"}).content.decode()
    assert "A list called “Calderford Council” is here already, and this one takes its place." in told
    assert "given out as open data, and these would be too" in told
