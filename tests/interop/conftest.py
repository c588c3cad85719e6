"""The cast, a place they go to, and a second reader for what we write."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from django.conf import settings as configured
from django.test import Client

import kith.directory
from kith.access import clock
from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.interop import actions
from kith.interop.queries import address_of
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

from .life import lived

LONDON = ZoneInfo("Europe/London")
TODAY = date(2027, 1, 12)  # a Tuesday


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture(autouse=True)
def terms_of_the_demo(settings):
    settings.TERM_DATES = str(Path(kith.directory.__file__).parent / "terms.toml")


@pytest.fixture(autouse=True)
def in_january():
    """Everything happens on 12 January 2027, at noon."""
    with clock.at(datetime.combine(TODAY, time(12), tzinfo=LONDON)):
        yield


@pytest.fixture
def cast(db, in_january) -> Cast:
    """They have known each other for a year."""
    with clock.at(clock.now() - timedelta(days=365)):
        return gather()


@pytest.fixture(scope="module")
def lived_before(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    """One of them, with something of everything in his life."""
    noon = datetime.combine(TODAY, time(12), tzinfo=LONDON)

    def live() -> Cast:
        with clock.at(noon - timedelta(days=365)):
            cast = gather()
        with clock.at(noon):
            return lived(cast)

    with once_a_file(django_db_blocker, live) as cast:
        yield cast


@pytest.fixture
def life(lived_before, db) -> Cast:
    return deepcopy(lived_before)


@pytest.fixture
def park_run(cast):
    """A run on Saturday mornings, in a park."""
    park = PlaceDetails("Calder Park", "Mill Lane, Calderford", "HX7 0AA")
    times = [Slot(weekday=5, starts=time(9), ends=time(10))]
    return directory.add_activity(name="Calder Park Run", place=park, times=times, by=cast.as_worker)


@pytest.fixture
def signed_in():
    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user, configured.AUTHENTICATION_BACKENDS[0])
        return client

    return sign_in


@pytest.fixture
def fetched():
    """Somebody's calendar, as a phone that holds its address gets it. Choices are made first."""

    def fetch(user, by, **choices) -> bytes:
        feed = actions.make_feed(user=user, by=by)
        if choices:
            chosen = {"names_places": False, "reminder": None} | choices
            actions.choose_for_feed(feed=feed, by=by, **chosen)
        response = Client().get(path_of(feed))
        assert response.status_code == 200
        return response.content

    return fetch


def path_of(feed) -> str:
    return "/calendar/" + address_of(feed).rpartition("/calendar/")[2]


def told(body: bytes, first: date, last: date) -> list[str]:
    """What a calendar shows from one day to another, read by another library than the one that wrote it."""
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between(first, last + timedelta(days=1))
    lines = [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events]
    return [f"{_when(starts)} {title}" for starts, title in sorted(lines, key=lambda line: (str(line[0]), line[1]))]


def _when(starts) -> str:
    if not isinstance(starts, datetime):
        return f"{starts:%-d %b}"
    return f"{starts.astimezone(LONDON):%-d %b %H:%M}"


def events_in(body: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")
