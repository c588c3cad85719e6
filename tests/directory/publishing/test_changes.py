"""Whatever changes a listing is told to whoever reads on from where they were."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.directory import actions
from kith.directory.models import Activity, Contact, OpenListing, OpenMark, OpenSession, Paper, Suggestion
from kith.directory.reading.entry import PlaceDetails, Slot

from ..conftest import service

ALWAYS = "whatever it was"


def changes(town, worker, machine, write):
    """Every action, and how it changes what is given out of a listing; None for those that never do."""
    choir, closed, old = town["choir"], town["closed"], town["old"]
    contact, place = Contact(email=choir.email), Actor.at_own_address()
    offered = Suggestion.objects.filter(activity=town["unsure"]).order_by("pk")
    imported = write([service(1, name="Another name")])
    return {
        "accept_suggestion": (town["unsure"], lambda: actions.accept_suggestion(suggestion=offered[0], by=worker)),
        "add_activity": (ALWAYS, lambda: actions.add_activity(name="New", by=worker)),
        "add_from_place": (choir, lambda: actions.add_from_place(activity=choir, words="Ask for Gwen.", by=place)),
        "bring_back": (closed, lambda: actions.bring_back(activity=closed, by=worker)),
        "let_listings_age": (old, actions.let_listings_age),
        "ask_places": None,
        "look_at_websites": None,
        "ask_place": None,
        "stop_asking": None,
        "answer_as_place": (
            choir,
            lambda: actions.answer_as_place(contact=contact, activity=choir, answer="right", by=place),
        ),
        "say_changed": None,
        "say_gone": (choir, lambda: actions.say_gone(activity=choir, by=worker)),
        "see_to": None,
        "close": (choir, lambda: actions.close(activity=choir, by=worker)),
        "confirm": (choir, lambda: actions.confirm(activity=choir, how="rang", by=worker)),
        "correct": (choir, lambda: actions.correct(activity=choir, field="name", value="Choir", by=worker)),
        "dismiss_suggestion": (town["unsure"], lambda: actions.dismiss_suggestion(suggestion=offered[0], by=worker)),
        "fill_in": (choir, lambda: actions.fill_in(activity=choir, parts={"phone": "01632 960124"}, by=worker)),
        "import_directory": (
            town["imported"],
            lambda: actions.import_directory(source_path=imported, source_name="council", by=machine),
        ),
        "retire": (choir, lambda: actions.retire(activity=choir, by=worker)),
        "put_on_table": (
            ALWAYS,
            lambda: actions.put_on_table(paper=town["paper"], picture=None, name="New", by=worker),
        ),
        "same_as": (
            choir,
            lambda: actions.same_as(
                paper=town["paper"], activity=choir, parts={"phone": "01632 960124"}, picture=None, by=worker
            ),
        ),
        "add_idea": None,
        "add_phrase": None,
        "take_idea_away": None,
        "take_phrase_away": None,
        "import_vocabulary": None,
        "bring_feeds_up_to_date": None,
        "hand_in": None,
        "join_sides": None,
        "part_sides": None,
        "note_read": None,
        "note_not_read": None,
        "throw_away": None,
        "import_places": (
            town["unplaced"],
            lambda: actions.import_places(
                source_path=write("postcode,latitude,longitude\nLS3 1AA,53.7,-1.9\n", "codes.csv"), by=machine
            ),
        ),
        "take_from_source": (
            town["imported"],
            lambda: actions.take_from_source(activity=town["imported"], fields=["phone"], by=worker),
        ),
        "note_last_buses": None,
        "photograph": None,
        "put_leaflet_away": None,
    }


@pytest.fixture
def whole_town(town, worker, machine, write):
    town["unsure"] = actions.add_activity(name="Chess", long_text="Every Monday 2-4pm. It is £3.", by=worker)
    actions.import_directory(source_path=write([service(1)]), source_name="council", by=machine)
    town["imported"] = OpenListing.objects.get(activity__external_id="s1").activity
    actions.correct(activity=town["imported"], field="phone", value="01632 960125", by=worker)
    town["paper"] = Paper.objects.create(called="choir.jpg", handed_in_at=clock.now(), state=Paper.State.READ)
    town["old"] = actions.add_activity(name="Whist", last_checked_on=date(2020, 1, 1), by=worker)
    Activity.objects.filter(pk=town["old"].pk).update(listed_on=date(2020, 1, 1))
    town["closed"] = actions.close(activity=actions.add_activity(name="Bowls", by=worker), by=worker)
    town["unplaced"] = actions.add_activity(name="Sewing", place=PlaceDetails(postcode="LS3 1AA"), by=worker)
    return town


def test_every_action_is_known_here(whole_town, worker, machine, write):
    assert changes(whole_town, worker, machine, write).keys() == set(actions.__all__)


@pytest.mark.parametrize("name", sorted(set(actions.__all__)))
def test_every_change_raises_modified_above_all_others(whole_town, worker, machine, write, name):
    case = changes(whole_town, worker, machine, write)[name]
    if case is None:
        return
    about, change = case
    largest = OpenMark.objects.get().last
    change()
    changed = OpenListing.objects.filter(modified__gt=largest).values_list("activity__name", flat=True)
    if about is ALWAYS:
        assert list(changed) == ["New"]
    else:
        assert OpenListing.objects.get(activity=about).modified > largest
        assert len(changed) == 1


def test_modified_goes_up_though_the_clock_stands_or_goes_back(town, worker):
    before = OpenMark.objects.get().last
    with clock.at(clock.now() - timedelta(days=3)):
        actions.confirm(activity=town["choir"], how="rang", by=worker)
        actions.confirm(activity=town["run"], how="rang", by=worker)
    first, second = (OpenListing.objects.get(activity=town[key]).modified for key in ("choir", "run"))
    assert before < first < second


def test_an_import_that_changes_nothing_raises_nothing(db, machine, write):
    path = write([service(1), service(2)])
    actions.import_directory(source_path=path, by=machine)
    before = OpenMark.objects.get().last
    actions.import_directory(source_path=path, by=machine)
    assert OpenMark.objects.get().last == before


def test_what_has_left_its_source_is_told(db, read, machine, write):
    actions.import_directory(source_path=write([service(1), service(2)]), source_name="council", by=machine)
    actions.import_directory(source_path=write([service(1)]), source_name="council", by=machine)
    assert read.names("oruk/services") == ["Calder choir 1"]
    assert not OpenListing.objects.get(activity__external_id="s2").is_open


def test_an_organisation_that_says_something_else_changes_all_it_runs(db, read, machine, write):
    def entries(about: str) -> list[dict]:
        organisation = {"id": "o1", "name": "Calder Music", "description": about, "url": ""}
        told_last = {"id": "o1", "name": "Calder Music", "description": "", "url": ""}
        return [service(1, organization=organisation), service(2, organization=told_last)]

    actions.import_directory(source_path=write(entries("We sing.")), source_name="council", by=machine)
    before = OpenListing.objects.get(activity__external_id="s2").modified
    actions.import_directory(source_path=write(entries("We sing and play.")), source_name="council", by=machine)
    assert OpenListing.objects.get(activity__external_id="s2").modified > before
    descriptions = {each["organization"]["description"] for each in read.all_of("oruk/services")}
    assert descriptions == {"We sing and play."}


def test_a_name_typed_otherwise_is_the_same_organisation(db, read, worker):
    actions.add_activity(name="One", organisation="calder chapel", by=worker)
    actions.add_activity(name="Two", organisation="Calder Chapel", by=worker)
    assert {each["organization"]["name"] for each in read.all_of("oruk/services")} == {"Calder Chapel"}
    assert len(read.all_of("oruk/organizations")) == 1


def test_what_never_opened_leaves_no_trace(db, worker, read, machine, write):
    actions.import_directory(source_path=write([service(1, status="inactive")]), by=machine)
    assert not OpenListing.objects.exists()


def test_only_sessions_that_differ_are_told_again(town, worker):
    largest = OpenMark.objects.get().last
    actions.correct(activity=town["kickboxing"], field="name", value="Kickboxing", by=worker)
    assert not OpenSession.objects.filter(modified__gt=largest).exists()
    times = [Slot(1, time(19), time(20, 30)), Slot(4, time(19), time(20, 30))]
    actions.correct(activity=town["kickboxing"], field="times", value=times, by=worker)
    changed = OpenSession.objects.filter(modified__gt=largest)
    assert {each.starts.weekday() for each in changed if each.is_gone} == {3}
    assert {each.starts.weekday() for each in changed if not each.is_gone} == {4}


def test_a_series_that_comes_back_has_its_sessions_again(town, worker):
    opened = OpenListing.objects.get(activity=town["kickboxing"])
    before = opened.sessions.count()
    actions.correct(activity=town["kickboxing"], field="times", value=[], by=worker)
    assert not opened.sessions.filter(is_gone=False).exists()
    times = [Slot(1, time(19), time(20, 30)), Slot(3, time(19), time(20, 30))]
    actions.correct(activity=town["kickboxing"], field="times", value=times, by=worker)
    assert opened.sessions.filter(is_gone=False).count() == opened.sessions.count() == before


def test_time_alone_ends_sessions_and_brings_others(town):
    opened = OpenListing.objects.get(activity=town["kickboxing"])
    last = opened.sessions.latest("starts").starts
    with clock.at(clock.now() + timedelta(days=15)):
        actions.bring_feeds_up_to_date()
        over = opened.sessions.filter(starts__lt=clock.now())
        assert over.exists() and not over.filter(is_gone=False).exists()
        assert opened.sessions.latest("starts").starts > last
        largest = OpenMark.objects.get().last
        actions.bring_feeds_up_to_date()
        assert OpenMark.objects.get().last == largest
    with clock.at(clock.now() + timedelta(days=22)):
        actions.bring_feeds_up_to_date()
        assert opened.sessions.filter(is_gone=True).exists()
    with clock.at(clock.now() + timedelta(days=24)):
        actions.bring_feeds_up_to_date()
        assert not opened.sessions.filter(starts__lt=clock.now() - timedelta(days=9)).exists()


def test_what_another_version_wrote_is_written_anew(town, read):
    OpenListing.objects.filter(activity=town["choir"]).update(written_as="0", brief="{}")
    OpenListing.objects.filter(activity=town["run"]).delete()
    actions.bring_feeds_up_to_date()
    assert "Top Road choir" in read.names("oruk/services") and "Running club" in read.names("oruk/services")
    assert OpenListing.objects.filter(activity=town["run"]).exists()
