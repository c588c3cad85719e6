"""What is kept to ourselves, whose source does not let us, or is somebody's own number, is given out nowhere."""

import csv
from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from kith.access.refusal import Refused
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.licences import LICENCES, licence_of
from kith.directory.models import Activity, OpenListing, Overlay, Source
from kith.directory.publishing.export import export_to
from kith.directory.publishing.plain import phone_of

from ..conftest import service
from ..test_commands import run
from .test_nothing_private import pages


def keep_back(activity, worker, value=True):
    actions.correct(activity=activity, field="keep_to_ourselves", value=value, by=worker)


def said_anywhere(words: str, tmp_path) -> list[str]:
    """The open pages and exports that say it."""
    files = {name: tmp_path / name for name in ("open.json", "open.csv")}
    for file in files.values():
        export_to(file)
    told = pages(Client()) | {name: file.read_text() for name, file in files.items()}
    return [path for path, body in told.items() if words in body]


def test_what_is_kept_to_ourselves_is_nowhere_and_comes_back(town, worker, read, tmp_path):
    assert said_anywhere("Kickboxing for beginners", tmp_path) and said_anywhere("Old Hall", tmp_path)
    keep_back(town["kickboxing"], worker)
    assert said_anywhere("Kickboxing", tmp_path) == said_anywhere("Old Hall", tmp_path) == []
    opened = OpenListing.objects.get(activity=town["kickboxing"])
    read(f"oruk/services/{opened.open_id}", status=404)
    assert not opened.sessions.filter(is_gone=False).exists()
    feed = read("openactive/session-series")
    assert [item["state"] for item in feed["items"] if item["id"] == str(opened.open_id)] == ["deleted"]
    keep_back(town["kickboxing"], worker, False)
    assert "Kickboxing for beginners" in read.names("oruk/services")


def test_it_is_found_at_the_table_all_the_same(town, worker):
    keep_back(town["kickboxing"], worker)
    assert [found.name for found in directory.find("kickboxing")] == ["Kickboxing for beginners"]


def test_what_was_kept_back_from_its_first_day_leaves_no_trace(db, worker):
    made = actions.add_activity(name="A quiet place", keep_to_ourselves=True, by=worker)
    actions.bring_feeds_up_to_date()
    assert not OpenListing.objects.filter(activity=made).exists()


def test_what_never_opened_for_want_of_time_does_once_the_clock_comes_by(town, worker):
    OpenListing.objects.filter(activity=town["run"]).delete()
    actions.bring_feeds_up_to_date()
    assert OpenListing.objects.filter(activity=town["run"]).exists()


@pytest.mark.parametrize("said", [True, False])
def test_who_says_hello_and_a_mobile_are_given_out_only_once_that_was_said(db, worker, tmp_path, said):
    about = {"host_name": "Zebedee", "phone": "07700 900123"}
    actions.add_activity(name="Chess", contact_is_public=said, by=worker, **about)
    assert bool(said_anywhere("Zebedee", tmp_path)) is bool(said_anywhere("07700", tmp_path)) is said
    with (tmp_path / "open.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["contact"], row["phone"]) == (("Zebedee", "07700 900123") if said else ("", ""))


@pytest.mark.parametrize(
    ("number", "is_given_out"),
    [
        ("01632 960123", True),
        ("+44 1632 960123", True),
        ("0808 157 0123", True),
        ("03069 990123", True),
        ("07700 900123", False),
        ("+44 7700 900123", False),
        ("+44 (0)7700 900123", False),
        ("0044 7700 900123", False),
        ("(07700) 900-123", False),
        ("01632 960123 or 07700 900123", False),
        ("", True),
    ],
)
def test_which_numbers_are_somebodys_own(number, is_given_out):
    assert phone_of(Activity(phone=number)) == (number if is_given_out else "")
    assert phone_of(Activity(phone=number, contact_is_public=True)) == number


@pytest.fixture
def imported(db, machine, write):
    """Brings one service in, which gives out a mobile."""

    def bringing_in(**changes) -> Activity:
        told = {"phones": [{"number": "07700 900111"}], "kith": {"host_name": "Ottoline"}} | changes
        actions.import_directory(source_path=write([service(1, **told)]), source_name="council", by=machine)
        return Activity.objects.get()

    return bringing_in


def test_what_a_source_gives_out_is_given_out(imported, tmp_path):
    imported()
    assert said_anywhere("07700 900111", tmp_path) and said_anywhere("Ottoline", tmp_path)


def test_what_is_typed_over_it_is_not_and_stays_so_after_the_next_import(imported, worker, tmp_path):
    actions.correct(activity=imported(), field="phone", value="07700 900222", by=worker)
    assert not imported(name="Another name").contact_is_public
    assert said_anywhere("07700", tmp_path) == said_anywhere("Ottoline", tmp_path) == []
    actions.take_from_source(activity=Activity.objects.get(), fields=["phone"], by=worker)
    assert said_anywhere("07700 900111", tmp_path) and said_anywhere("Ottoline", tmp_path)


def test_a_number_taken_from_the_source_does_not_give_out_a_name_that_was_typed(imported, worker, tmp_path):
    actions.fill_in(activity=imported(), parts={"phone": "07700 900222", "host_name": "Zebedee"}, by=worker)
    actions.take_from_source(activity=Activity.objects.get(), fields=["phone"], by=worker)
    assert said_anywhere("Zebedee", tmp_path) == []


def test_a_tick_with_the_number_gives_it_out(imported, worker, tmp_path):
    actions.fill_in(activity=imported(), parts={"phone": "07700 900222", "contact_is_public": True}, by=worker)
    assert said_anywhere("07700 900222", tmp_path)


@pytest.mark.parametrize(
    ("written", "may"),
    [("ogl", True), ("CC-BY", True), ("cc0", True), ("permission", True), ("none", False), ("Ours alone", False)],
)
def test_which_licences_let_us(written, may):
    licence = licence_of(written)
    assert licence.may_give_out is may and licence.words


def bring(path, *options) -> int:
    return run("directory", "import", path, "--source", "council", *options)


def test_a_licence_that_does_not_let_us_keeps_its_listings_in(db, read, write, tmp_path, capsys):
    path = write([service(1), service(2)])
    assert bring(path) == 0 and len(read.names("oruk/services")) == 2
    assert bring(path, "--licence", "none") == 0
    assert read.names("oruk/services") == [] and said_anywhere("Calder Music", tmp_path) == []
    assert len(directory.find("choir")) == 2  # at the table they stay
    assert bring(write([service(1), service(2), service(3)])) == 0  # said once, it holds for the next as well
    assert read.names("oruk/services") == [] and OpenListing.objects.count() == 2
    assert bring(path, "--licence", "ogl") == 0 and len(read.names("oruk/services")) == 3
    assert Source.objects.get().licence == LICENCES["ogl"].words


def test_words_of_ones_own_are_kept_and_let_nobody_unless_that_is_said(db, read, write):
    path = write([service(1)])
    assert bring(path, "--licence", "For people of Calderford alone") == 0
    assert read.names("oruk/services") == []
    assert bring(path, "--licence", "As long as we are named", "--give-out") == 0
    assert read.names("oruk/services") == ["Calder choir 1"]


def test_a_dry_run_changes_no_licence(db, write):
    path = write([service(1)])
    bring(path)
    bring(path, "--licence", "none", "--dry-run")
    assert Source.objects.get().may_give_out


@pytest.mark.parametrize(
    ("options", "told"),
    [(["--give-out"], "needs --licence"), (["--give-out", "--licence", "none"], "not to be given out")],
)
def test_what_cannot_be_meant_is_said(db, write, options, told):
    with pytest.raises(Refused, match=told):
        bring(write([service(1)]), *options)
    assert not Activity.objects.exists()


def test_the_page_names_where_it_comes_from(town, client, write):
    bring(write([service(1)]), "--licence", "ogl")
    page = client.get("/open/openactive/").content.decode()
    assert "council" in page and LICENCES["ogl"].url in page and LICENCES["ogl"].words in page
    bring(write([service(1)]), "--licence", "none")
    assert "council" not in client.get("/open/openactive/").content.decode()


def test_a_list_whose_licence_nobody_told_is_not_named(town, client, write):
    bring(write([service(1)]))
    assert "council" not in client.get("/open/openactive/").content.decode()


def test_a_refused_import_keeps_the_licence_it_had(db, write, worker, machine):
    path = write([service(1)])
    bring(path, "--licence", "ogl")
    with pytest.raises(Refused):
        actions.import_directory(
            source_path=write("", "empty.json"), source_name="council", licence=LICENCES["none"], by=machine
        )
    assert Source.objects.get().may_give_out


def test_what_sources_gave_out_before_there_was_a_tick_they_give_out_still(imported, worker):
    imported()
    typed = actions.add_activity(name="Chess", host_name="Zebedee", by=worker)
    corrected = actions.add_activity(name="Bowls", by=worker)
    corrected.source = Source.objects.get()
    corrected.external_id = "s9"
    corrected.save()
    actions.correct(activity=corrected, field="phone", value="07700 900222", by=worker)
    Activity.objects.update(contact_is_public=False)
    step = import_module("kith.directory.migrations.0010_whom_to_ask_of_a_source")
    step.said_by_their_source(apps, None)
    public = set(Activity.objects.filter(contact_is_public=True).values_list("external_id", flat=True))
    assert public == {"s1"} and not Activity.objects.get(pk=typed.pk).contact_is_public


def test_what_was_typed_before_anybody_asked_stays_here_when_its_source_is_read_again(imported, tmp_path):
    made = imported()
    Overlay.objects.create(activity=made, field="phone", value="07700 900222", made_on=date(2026, 1, 1))
    Activity.objects.update(phone="07700 900222", contact_is_public=False)  # as the migration leaves it
    imported(description="In new words.")
    assert Activity.objects.get().phone == "07700 900222" and not said_anywhere("900222", tmp_path)


def test_names_and_mobiles_of_a_file_from_before_anybody_was_asked_leave_the_feeds(db, worker, tmp_path):
    known = {"host_name": "Zebedee", "phone": "07700 900222", "contact_is_public": True}
    made = {name: actions.add_activity(name=name, by=worker, **known) for name in ("Bowls", "Chess", "Darts")}
    sources = {kind: Source.objects.create(name=kind, kind=kind) for kind in ("csv", "oruk")}
    for name, kind in (("Bowls", "csv"), ("Chess", "csv"), ("Darts", "oruk")):
        Activity.objects.filter(name=name).update(source=sources[kind], external_id=name)
    actions.correct(activity=made["Chess"], field="contact_is_public", value=True, by=worker)
    import_module("kith.directory.migrations.0060_names_in_lists_of_our_own").kept_here(apps, None)
    assert set(Activity.objects.filter(contact_is_public=True).values_list("name", flat=True)) == {"Chess", "Darts"}
    actions.bring_feeds_up_to_date()
    assert not OpenListing.objects.filter(written_as="").exists()
    file = tmp_path / "open.csv"
    export_to(file)
    with file.open() as rows:
        assert {row["name"] for row in csv.DictReader(rows) if "Zebedee" in row.values()} == {"Chess", "Darts"}
