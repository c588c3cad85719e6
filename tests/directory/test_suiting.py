"""What is found suits who asks: no wish broken before one that is met, nothing unkind, nothing for others first."""

import pytest

from kith.directory.actions import add_activity
from kith.directory.queries import find
from kith.directory.reading.entry import PlaceDetails, Slot

from .conftest import CALDERFORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(worker):
    def listing(name: str, day: int | None = None, hour: int = 10, **more):
        times = () if day is None else (Slot(weekday=day, starts=f"{hour:02}:00"),)
        place = PlaceDetails(name, "", "", 53.72, -1.94)
        return add_activity(name=name, place=place, times=times, by=worker, **more)

    return listing


def names(words: str) -> list[str]:
    return [one.name for one in find(words, near=CALDERFORD)]


def test_what_breaks_a_wish_comes_after_what_meets_it_and_after_what_is_not_known(listed):
    listed("Yoga yoga yoga", day=1, long_text="Yoga, and yoga again.")
    listed("Yoga on the green", day=3)
    listed("Gentle yoga")
    assert names("yoga on thursday") == ["Yoga on the green", "Gentle yoga", "Yoga yoga yoga"]
    assert [one.score for one in find("yoga on thursday")] == sorted(
        (one.score for one in find("yoga on thursday")), reverse=True
    )


def test_a_free_thing_meets_a_price(listed):
    listed("Painting for all", is_free=True)
    listed("Painting with masters", price_pence=4000)
    assert names("painting under £5") == ["Painting for all", "Painting with masters"]


@pytest.mark.parametrize("words", ["something on a tuesday morning", "free on tuesday morning, something to do"])
def test_help_for_an_illness_is_not_what_fills_a_morning(listed, words):
    listed("Anxiety support group", day=1, kind="support", is_free=True)
    listed("Jigsaws and a brew", day=1, is_free=True)
    assert names(words)[0] == "Jigsaws and a brew"


def test_a_group_for_others_comes_after_one_for_everybody(listed):
    listed("Veterans’ coffee morning")
    listed("Coffee morning at the mill")
    assert names("coffee morning")[0] == "Coffee morning at the mill"
    assert names("coffee with other veterans")[0] == "Veterans’ coffee morning"


def test_whoever_does_not_drink_is_sent_to_no_pub(listed):
    listed("Quiz night at the pub", long_text="A pint and a quiz.")
    listed("Quiz in the library")
    assert names("a quiz, I don't drink")[0] == "Quiz in the library"


def test_what_is_far_away_comes_last_however_well_it_fits(worker):
    for name, north in (("Choir, the choir of choirs", 55.5), ("Choir", 53.73)):
        add_activity(name=name, place=PlaceDetails(name, "", "", north, -1.94), by=worker)
    assert names("choir") == ["Choir", "Choir, the choir of choirs"]


def test_what_would_hurt_is_shown_only_to_whoever_names_it(listed):
    listed("Left Behind", categories=("bereavement",), long_text="Walking and talking for people bereaved by suicide.")
    listed("Walking and talking")
    assert names("walking and talking") == ["Walking and talking"]
    assert names("left behind") == ["Left Behind"]


@pytest.mark.parametrize("words", ["swimming, but I don't want blokes gawping", "swimming but no men"])
def test_whoever_wants_no_men_about_is_shown_what_is_for_women(listed, words):
    listed("Lane swimming")
    listed("Ladies’ swim", long_text="Swimming with female lifeguards.")
    listed("Men’s swimming squad")
    assert names(words)[0] == "Ladies’ swim"
    assert "Men’s swimming squad" not in names(words)


def test_hearing_aids_are_no_answer_to_voices_nor_voices_to_hearing_aids(listed):
    listed("Hearing voices group", kind="support", categories=["mental health"])
    listed("Hearing aid clinic", kind="support", categories=["hearing loss"])
    assert names("I hear things other people don't")[0] == "Hearing voices group"
    assert names("my hearing aid whistles")[0] == "Hearing aid clinic"


def test_slimming_is_not_put_beside_an_eating_disorder(listed):
    listed("Eating disorder group", kind="support", long_text="For people with eating problems.")
    listed("Slimming and cooking club", long_text="Weigh in, then a healthy meal.")
    assert names("makes herself sick after meals") == ["Eating disorder group"]
