"""A plan in which nothing is written yet, or next to nothing."""

from kith.goals import actions as goals

from .readers import as_read
from .test_plan_as_fhir import of_kind, told, written_with_z
from .test_plan_pages import page_of


def test_a_commitment_has_its_weekday_or_the_words_it_was_said_in(cast):
    weekly = {"kind": "commitment", "words": "Walk", "weekday": 3}
    goals.set_goal(individual=cast.individual, by=cast.as_individual, **weekly)
    said = {"kind": "commitment", "words": "Swim", "rhythm_words": "when it rains", "weekday": None}
    goals.set_goal(individual=cast.individual, by=cast.as_individual, **said)
    walk, swim = (each["detail"] for each in of_kind(told(cast.individual), "CarePlan")[0]["activity"])
    assert walk["scheduledTiming"]["repeat"]["dayOfWeek"] == ["thu"]
    assert "timeOfDay" not in walk["scheduledTiming"]["repeat"]
    assert swim["scheduledString"] == "when it rains"


def test_nothing_at_all_is_a_plan_too(cast):
    bundle = told(cast.individual)
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert kinds == ["Patient", "CarePlan", "Practitioner"]
    assert as_read(bundle) == written_with_z(bundle)


def test_with_nothing_written_the_page_says_so(cast, signed_in):
    page = signed_in(cast.user).get(page_of(cast.individual)).content.decode()
    assert "Nothing is written here yet." in page
