"""What a place adds to what to expect stands beside what its source says, and neither stops the other."""

import pytest

from kith.directory import from_place
from kith.directory.actions import add_from_place, correct, import_directory, take_from_source
from kith.directory.models import Activity
from kith.directory.queries import differences

from .conftest import service

pytestmark = pytest.mark.django_db
WORDS = "Which way in: The side door."


@pytest.fixture
def says(machine, write):
    """The source says this of what to expect, and is read."""

    def saying(text: str) -> Activity:
        told = write([service(application_process=text)])
        import_directory(source_path=told, source_name="council", by=machine)
        return Activity.objects.get()

    return saying


def test_what_the_source_says_later_comes_in_and_the_places_words_stay(says, worker):
    add_from_place(activity=says("Tea first."), words=WORDS, by=worker)
    told = says("Coffee first.").what_to_expect
    assert told.startswith("Coffee first.\n\nFrom the place, ") and told.endswith(WORDS)
    activity = says("Juice first.")
    assert activity.what_to_expect.startswith("Juice first.\n\nFrom the place, ")
    assert activity.overlays.get().value == activity.what_to_expect
    assert differences(activity) == []


def test_what_somebody_put_right_here_stays_and_theirs_is_shown_beside_it(says, worker):
    activity = says("Tea first.")
    correct(activity=activity, field="what_to_expect", value="Bring a mug.", by=worker)
    add_from_place(activity=activity, words=WORDS, by=worker)
    activity = says("Coffee first.")
    assert activity.what_to_expect.startswith("Bring a mug.\n\nFrom the place, ")
    assert [each.imported_value for each in differences(activity)] == ["Coffee first."]


def test_following_the_source_again_leaves_the_places_words(says, worker):
    activity = says("Tea first.")
    correct(activity=activity, field="what_to_expect", value="Bring a mug.", by=worker)
    add_from_place(activity=activity, words=WORDS, by=worker)
    take_from_source(activity=activity, fields=["what_to_expect"], by=worker)
    activity.refresh_from_db()
    assert activity.what_to_expect.startswith("Tea first.\n\nFrom the place, ")
    assert differences(activity) == []
    assert says("Coffee first.").what_to_expect.startswith("Coffee first.\n\nFrom the place, ")


def test_without_words_of_the_place_the_source_is_followed_as_it_is(says, worker):
    activity = says("Tea first.")
    correct(activity=activity, field="what_to_expect", value="Bring a mug.", by=worker)
    take_from_source(activity=activity, fields=["what_to_expect"], by=worker)
    assert not activity.overlays.exists() and says("Coffee first.").what_to_expect == "Coffee first."


@pytest.mark.parametrize("text", ["", "Tea first.", "Tea first.\n\n\n\nThen a walk."])
def test_a_text_without_a_paragraph_from_the_place_is_not_touched(text):
    assert from_place.beside(text, "Bring a mug.") == text and not from_place.only_adds(text, text)
