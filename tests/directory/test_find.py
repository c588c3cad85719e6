"""Words to listings with reasons, on a small invented neighbourhood."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.directory.actions import add_activity, import_places
from kith.directory.queries import browse, find, surprise
from kith.directory.reading.entry import PlaceDetails

from .conftest import CALDERFORD

pytestmark = pytest.mark.django_db


def names(found) -> list[str]:
    return [one.name for one in found]


def why(found, name) -> list[str]:
    return next([str(reason) for reason in one.why] for one in found if one.name == name)


def test_play_music_with_others_means_bands_and_choirs(neighbourhood):
    found = find("somewhere to play music with others", near=CALDERFORD)
    assert names(found)[:2] == ["Calderford brass band", "Top Road choir"]
    reasons = why(found, "Calderford brass band")
    assert "“play music” often means bands, choirs and music groups" in reasons
    assert "Free" in reasons
    assert "On Tuesdays, 7pm to 9pm" in reasons
    assert "Very near" in reasons
    assert "Checked today" in reasons


def test_its_own_name_comes_first(neighbourhood):
    found = find("walking football")
    assert names(found)[0] == "Walking football"
    assert why(found, "Walking football")[0] == "Matches “walking”, “football” in its name"


def test_unsure_facts_say_so(neighbourhood):
    (found,) = [one for one in find("football on thursdays") if one.name == "Walking football"]
    (day,) = [reason for reason in found.why if reason.kind == "day"]
    assert (day.words, day.sure) == ("May be on Thursdays: its text says “Every Thursday”", False)


@pytest.mark.parametrize(
    "words", ["coffee, nothing to do with church", "coffee but not church", "coffee. I hate chapels"]
)
def test_refusals_take_away(neighbourhood, words):
    assert "Chapel coffee morning" in names(find("coffee"))
    assert "Chapel coffee morning" not in names(find(words))


def test_avoid_takes_away_too(neighbourhood):
    assert "Walking football" not in names(find("football", avoid=("sport",)))
    band = neighbourhood["band"].public_id
    assert "Calderford brass band" not in names(find("brass band", leave_out=(band,)))


def test_free_and_days_filter(neighbourhood):
    assert names(find("music", free=True)) == ["Calderford brass band", "Music for toddlers"]
    assert names(find("music", days=(3,))) == ["Top Road choir"]
    assert names(find("", days=(3,))) == ["Top Road choir", "Walking football"]


def test_words_about_days_and_money_only_put_first(neighbourhood):
    assert names(find("music on thursday under £5"))[0] == "Top Road choir"
    assert "Calderford brass band" in names(find("music on thursday under £5"))


def test_distance(neighbourhood):
    everything = find("choir band shed", near=CALDERFORD)
    assert {one.name: one.miles is None for one in everything}["The Tin Kettle Band"]
    near = names(find("choir band shed", near=CALDERFORD, within_miles=3))
    assert "Top Road choir" not in near
    assert {"Calderford brass band", "The Tin Kettle Band"} <= set(near)


def test_of_two_alike_the_nearer_comes_first(worker):
    for name, north in (("far", 53.9), ("near", 53.73), ("further", 54.9)):
        place = PlaceDetails(name, "", "", north, -1.94)
        add_activity(name="Rock choir", organisation=name, place=place, by=worker)
    add_activity(name="Rock choir", organisation="unknown", by=worker)
    found = find("choir", near=CALDERFORD)
    placed = [one.organisation for one in found if one.miles is not None]
    assert placed == ["near", "far", "further"]
    assert [one.miles for one in found if one.organisation == "unknown"] == [None]


@pytest.mark.parametrize("typed", ["fotball", "footbal", "footballl", "wlaking football"])
def test_slips_of_the_keyboard(neighbourhood, typed):
    assert names(find(typed))[0] == "Walking football"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "the of and",
        "🎺",
        "' OR 1=1 --",
        '"',
        "NEAR(a b)",
        "a AND",
        "x:y*",
        "not",
        "{}",
        "&|!",
        "x" * 5000,
        "\x00",
    ],
)
def test_anything_may_be_typed(neighbourhood, typed):
    for one in find(typed, near=CALDERFORD, limit=5):
        assert one.why


def test_every_result_has_a_reason_and_a_score(neighbourhood):
    found = find("music band coffee football shed")
    assert all(one.why and 0 <= one.score <= 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_what_is_over_is_not_found(worker):
    for days, name in ((-1, "Past fair"), (0, "Fair today")):
        add_activity(name=name, on_date=clock.today() + timedelta(days=days), by=worker)
    assert names(find("fair")) == ["Fair today"]


@pytest.mark.parametrize("listings", [5, 60])
def test_looks_are_constant(worker, listings, django_assert_max_num_queries):
    for number in range(listings):
        add_activity(name=f"Choir {number}", place=PlaceDetails(f"Hall {number}", "", "", 53.7, -1.9), by=worker)
    with django_assert_max_num_queries(9):
        assert len(find("sing in a choir on tuesday evenings", near=CALDERFORD, limit=50)) == min(listings, 50)


def test_surprises_are_varied_and_repeatable(neighbourhood):
    first, again = surprise("a", limit=3), surprise("a", limit=3)
    assert first == again
    assert len({one.kind for one in first}) == 3
    assert all(one.why[0].kind == "surprise" for one in first)


def test_browse_one_kind(neighbourhood):
    assert {one.kind for one in browse(kind="music")} == {"music"}
    assert len(browse(limit=3)) == 3


def test_a_place_with_only_a_postcode_gets_the_middle_of_it(machine, worker, write):
    import_places(source_path=write("postcode,latitude,longitude\nCX1 2RG,53.71,-1.95\n", "one.csv"), by=machine)
    add_activity(name="Choir", place=PlaceDetails(postcode="CX1 2RG"), by=worker)
    (found,) = find("choir", near=(53.71, -1.95))
    assert found.miles == 0.0
