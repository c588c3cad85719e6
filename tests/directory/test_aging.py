"""What time alone does: later, a warning, off the table, and back with its source."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.directory import actions, ages
from kith.directory import queries as directory
from kith.directory.models import Activity, Doubt, OpenListing, Source


@pytest.fixture
def choir(db, worker) -> Activity:
    return actions.add_activity(name="Calder choir", by=worker)


def after(days: int, choir: Activity) -> Activity:
    with clock.at(clock.now() + timedelta(days=days)):
        actions.let_listings_age()
    choir.refresh_from_db()
    return choir


@pytest.mark.parametrize(
    ("days", "status", "standing"),
    [
        (ages.LATER - 1, "live", ""),
        (ages.LATER, "live", "later"),
        (ages.WARNED - 1, "live", "later"),
        (ages.WARNED, "live", "warned"),
        (ages.OFF - 1, "live", "warned"),
        (ages.OFF, "off", ""),
    ],
)
def test_it_stands_where_its_age_says(choir, days, status, standing):
    after(days, choir)
    assert (choir.status, choir.standing) == (status, standing)
    with clock.at(clock.now() + timedelta(days=days)):
        expected = ages.standing(directory.age_counts_from(choir), clock.today())
        assert status == "off" or expected == standing


def test_each_step_comes_after_the_other_and_a_check_undoes_them(choir, worker):
    for days in (ages.LATER, ages.WARNED):
        after(days, choir)
    actions.confirm(activity=choir, how="rang", by=worker)
    assert choir.standing == ages.Standing.FINE
    assert after(0, choir).standing == ages.Standing.FINE


def test_off_the_table_it_is_not_found_not_given_out_and_kept(choir, worker):
    after(ages.OFF, choir)
    assert directory.find("choir") == []
    assert not OpenListing.objects.get(activity=choir).is_open
    actions.bring_back(activity=choir, by=worker)
    assert [each.name for each in directory.find("choir")] == ["Calder choir"]


def test_what_came_back_or_was_old_when_it_came_has_its_whole_time_before_it(db, worker):
    old = actions.add_activity(name="Old", last_checked_on=clock.today() - timedelta(days=2000), by=worker)
    assert after(0, old).status == "live" and old.standing == ""
    assert after(ages.OFF, old).status == "off"


def test_a_source_read_anew_keeps_its_listings_and_brings_them_back(choir):
    source = Source.objects.create(name="council")
    Activity.objects.filter(pk=choir.pk).update(source=source, external_id="s1")
    assert after(ages.OFF, choir).status == "off"
    with clock.at(clock.now() + timedelta(days=ages.OFF)):
        source.refreshed_on = clock.today()
        source.save()
        actions.let_listings_age()
    choir.refresh_from_db()
    assert (choir.status, choir.standing) == ("live", "")
    assert [each.name for each in directory.find("choir")] == ["Calder choir"]


def test_what_happens_once_is_ended_by_its_day_alone(choir):
    Activity.objects.filter(pk=choir.pk).update(on_date=clock.today() + timedelta(days=700))
    assert after(ages.OFF, choir).status == "live"


def test_what_was_said_to_have_stopped_is_not_fine_before_it_was_looked_at(choir):
    Doubt.objects.create(activity=choir, kind="gone", said_on=clock.today())
    Activity.objects.filter(pk=choir.pk).update(standing="later")
    assert after(1, choir).standing == "later"


def test_closed_by_somebody_it_stays_closed(choir, worker):
    actions.close(activity=choir, by=worker)
    assert after(ages.OFF, choir).status == "closed"


def test_it_stops_when_told_and_goes_on_from_there(db, worker, monkeypatch):
    monkeypatch.setattr("kith.directory.actions.aging.BATCH", 1)
    for number in range(3):
        actions.add_activity(name=f"Choir {number}", by=worker)
    answers = iter([True, False, False, False, False, False])
    with clock.at(clock.now() + timedelta(days=ages.OFF)):
        actions.let_listings_age(lambda: next(answers))
        assert Activity.objects.filter(status="off").count() == 1
        actions.let_listings_age()
    assert Activity.objects.filter(status="off").count() == 3


def test_later_comes_after_what_somebody_vouches_for(db, worker):
    old = actions.add_activity(name="Choir by the mill", by=worker)
    new = actions.add_activity(name="Choir by the weir", by=worker)
    Activity.objects.filter(pk=old.pk).update(standing="later")
    assert [each.activity_id for each in directory.find("choir")] == [new.pk, old.pk]
