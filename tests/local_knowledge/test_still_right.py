"""Every use is a check: yes, changed or gone, from a worker and from an individual."""

import re
from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.directory import ages
from kith.directory import queries as listed
from kith.directory.models import Activity, Doubt, Source
from kith.local_knowledge.freshness import freshness, warning
from kith.local_knowledge.models import Check

TODAY = date(2026, 11, 23)


def say(cast, who, answer, typed=None, **more):
    path = f"/community/{cast.harriers.public_id}/{answer}/"
    response = cast.browsing(who).post(path, typed or {}, **more)
    cast.harriers.refresh_from_db()
    return response


def page_of(cast, who, path="") -> str:
    response = cast.browsing(who).get(f"/community/{cast.harriers.public_id}/{path}")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def is_found(cast) -> bool:
    return cast.harriers.pk in [each.activity_id for each in listed.find("harriers run")]


@pytest.mark.shows("S26", "S83")
def test_an_individuals_yes_renews_the_check_and_nobody_reads_whose_it_was(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(last_checked_on=date(2026, 1, 1), standing="later")
    say(cast, "olwen", "still-true", {"how": "went there"})
    assert (cast.harriers.last_checked_on, cast.harriers.checked_by) == (TODAY, "individual")
    assert cast.harriers.standing == ages.Standing.FINE
    assert Check.objects.get().user is None
    page = page_of(cast, "idris")
    assert "Checked today by somebody who went." in page and "Olwen" not in page


def test_what_has_changed_waits_for_the_keeper_and_the_listing_stays(cast):
    say(cast, "olwen", "changed", {"changed": " now on Fridays "})
    doubt = Doubt.objects.get()
    assert (doubt.kind, doubt.words, doubt.said_by) == ("changed", "now on Fridays", "individual")
    assert cast.harriers.status == "live" and is_found(cast)
    assert "Fridays" not in page_of(cast, "idris")


def test_whoever_puts_it_right_has_seen_to_it(cast):
    say(cast, "olwen", "changed", {"changed": "now on Fridays"})
    directory.fill_in(activity=cast.harriers, parts={}, by=cast.worker)
    assert Doubt.objects.filter(seen_to_on__isnull=True).exists()
    directory.fill_in(activity=cast.harriers, parts={"phone": "01632 960123"}, by=cast.worker)
    assert not Doubt.objects.filter(seen_to_on__isnull=True).exists()


def test_said_twice_it_is_kept_once(cast):
    for _ in range(2):
        say(cast, "olwen", "changed", {"changed": "now on Fridays"})
        say(cast, "olwen", "gone")
    assert sorted(Doubt.objects.values_list("kind", flat=True)) == ["changed", "gone"]


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_a_box_that_says_nothing_or_too_much_keeps_what_was_typed(cast, words):
    response = say(cast, "olwen", "changed", {"changed": words})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Doubt.objects.exists()


def test_gone_from_one_individual_goes_behind_the_others_until_somebody_looks(cast):
    say(cast, "olwen", "gone")
    assert (cast.harriers.status, cast.harriers.standing) == ("live", ages.Standing.LATER)
    score = next(each.score for each in listed.find("harriers run") if each.activity_id == cast.harriers.pk)
    directory.see_to(activity=cast.harriers, by=cast.acting("mair"))
    cast.harriers.refresh_from_db()
    assert cast.harriers.standing == ages.Standing.FINE
    better = next(each.score for each in listed.find("harriers run") if each.activity_id == cast.harriers.pk)
    assert score < better
    assert "It goes behind the others" in page_of(cast, "olwen", "still-right/")


def test_an_individuals_yes_does_not_settle_what_another_said(cast):
    say(cast, "olwen", "gone")
    say(cast, "olwen", "still-true", {"how": "went there"})
    assert cast.harriers.standing == ages.Standing.LATER
    say(cast, "idris", "still-true", {"how": "rang them"})
    assert cast.harriers.standing == ages.Standing.FINE
    assert not Doubt.objects.filter(seen_to_on__isnull=True).exists()


@pytest.mark.shows("S26")
def test_gone_from_a_worker_leaves_the_table_and_one_press_brings_it_back(cast):
    assert is_found(cast)
    say(cast, "idris", "gone")
    assert cast.harriers.status == "closed" and not is_found(cast)
    page = page_of(cast, "idris")
    assert "This is not going on any more." in page and "Bring it back to the table" in page
    assert "Bring it back" not in page_of(cast, "olwen")
    say(cast, "mair", "bring-back")
    assert cast.harriers.status == "live" and is_found(cast)
    assert not cast.harriers.overlays.exists()
    assert freshness(cast.harriers) == ("Checked today by whoever brought it back", True)


def test_what_its_source_calls_closed_is_brought_back_and_says_so_beside_it(cast):
    source = Source.objects.create(name="council")
    Activity.objects.filter(pk=cast.harriers.pk).update(source=source, external_id="s1", status="closed")
    say(cast, "mair", "bring-back")
    overlay = cast.harriers.overlays.get()
    assert (overlay.field, overlay.value, overlay.imported_value) == ("status", "live", "closed")


def test_it_is_brought_back_once_and_never_from_what_its_source_dropped(cast):
    with pytest.raises(Refused):
        directory.bring_back(activity=cast.harriers, by=cast.worker)
    directory.retire(activity=cast.harriers, by=cast.worker)
    with pytest.raises(Refused):
        directory.bring_back(activity=cast.harriers, by=cast.worker)


def test_what_is_off_the_table_is_not_said_to_be_right(cast):
    say(cast, "idris", "gone")
    answer = cast.browsing("olwen").post(
        f"/community/{cast.harriers.public_id}/still-true/", {"how": "went there"}, follow=True
    )
    assert "This is off the table. Bring it back first." in answer.content.decode()


def test_it_goes_on_to_where_they_came_from_and_nowhere_else(cast):
    here = say(cast, "idris", "still-true", {"how": "rang them", "next": "/people/"})
    assert here["Location"] == "/people/"
    away = say(cast, "idris", "still-true", {"how": "rang them", "next": "https://elsewhere.example/"})
    assert away["Location"] == f"/community/{cast.harriers.public_id}/"


@pytest.mark.parametrize(
    ("days", "how", "words"),
    [
        (0, "they said so", "Checked today by the place itself"),
        (1, "", "Checked yesterday"),
        (5, "rang them", "Checked 5 days ago by somebody who rang them"),
        (22, "went there", "Checked 3 weeks ago by somebody who went"),
        (100, "read from its leaflet", "Checked in August from its leaflet"),
        (121, "went there", "Nobody has checked this since July: ring before you go"),
        (700, "", "Nobody has checked this since December 2024: ring before you go"),
    ],
)
def test_age_in_words(cast, days, how, words):
    cast.harriers.last_checked_on, cast.harriers.last_checked_how = TODAY - timedelta(days=days), how
    assert freshness(cast.harriers)[0] == words


def test_a_source_read_anew_counts_as_its_check(cast):
    cast.harriers.source = Source(pk=1, name="council", refreshed_on=TODAY - timedelta(days=9))
    cast.harriers.last_checked_on = date(2025, 1, 1)
    assert freshness(cast.harriers) == ("Still on the list it came from, 9 days ago", True)
    cast.harriers.last_checked_on = None
    cast.harriers.source.refreshed_on = None
    assert freshness(cast.harriers) == ("Nobody has checked it yet: ring before you go", False)


def test_what_nobody_checked_for_a_year_carries_a_warning(cast):
    assert warning(cast.harriers) == ""
    Activity.objects.filter(pk=cast.harriers.pk).update(standing="warned")
    assert "Nobody has checked this for a year." in page_of(cast, "olwen")


def test_the_gaps_grow_and_each_step_comes_after_the_one_before():
    first, second, third = ages.ASKED
    assert first > ages.RING_FIRST and second - first < third - second < ages.WARNED - third
    assert third < ages.LATER < ages.WARNED < ages.OFF
    assert ages.leaves_the_table(clock.today() - timedelta(days=ages.OFF), clock.today())
    assert ages.share(ages.Standing.FINE) > ages.share(ages.Standing.LATER) > ages.share(ages.Standing.WARNED) > 0
