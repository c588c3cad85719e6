"""A plan as a FHIR R4 bundle: whole, and understood by others."""

import json
import re
from collections import Counter
from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.goals import actions as goals
from kith.interop.fhir import bundle_of
from kith.interop.queries import whole_of
from kith.people import actions as people
from kith.people.models import User

from .readers import as_read, faults_by_schema, needs_schema, needs_second_reader, read_by_another

KNOWN_SYSTEMS = ("http://terminology.hl7.org/CodeSystem/", "http://hl7.org/fhir/CodeSystem/")
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
WITH_ZONE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def told(individual, *, is_own=True) -> dict:
    return bundle_of(whole_of(individual, is_own=is_own))


def written_with_z(bundle: dict) -> dict:
    """As that library writes a moment in winter."""
    return json.loads(json.dumps(bundle).replace("+00:00", "Z"))


def of_kind(bundle: dict, kind: str) -> list[dict]:
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def one(bundle: dict, kind: str, words: str) -> dict:
    """The resource of this kind in which these words stand."""
    return next(each for each in of_kind(bundle, kind) if words in str(each))


def parts(value):
    """Every name and value, however deep."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inside:
        yield name, part
        yield from parts(part)


def test_everything_of_a_plan_is_in_it(life):
    found = Counter(entry["resource"]["resourceType"] for entry in told(life.individual)["entry"])
    assert found == {
        "Patient": 1,
        "CarePlan": 1,
        "Goal": 3,
        "Observation": 6,  # the direction, and one result
        "Task": 7,  # four steps, three introductions
        "ServiceRequest": 3,
        "Consent": 3,
        "QuestionnaireResponse": 1,
        "Practitioner": 1,
        "RelatedPerson": 1,
        "Location": 3,
        "Organization": 1,
    }


def test_whatever_is_pointed_at_is_in_it_once(life):
    bundle = told(life.individual)
    addresses = [entry["fullUrl"] for entry in bundle["entry"]]
    there = {f"{entry['resource']['resourceType']}/{entry['resource']['id']}" for entry in bundle["entry"]}
    pointed_at = {part for name, part in parts(bundle) if name == "reference" and isinstance(part, str)}
    assert pointed_at <= there
    assert len(addresses) == len(set(addresses)) == len(there)
    assert all(address.startswith("https://kith.example/fhir/") for address in addresses)


def test_codes_are_of_systems_that_hl7_keeps_and_moments_have_their_zone(life):
    found = list(parts(told(life.individual)))
    systems = [part for name, part in found if name == "system" and part != "https://kith.example/fhir/individual"]
    assert systems
    assert all(system.startswith(KNOWN_SYSTEMS) for system in systems)
    moments = [part for _, part in found if isinstance(part, str) and A_MOMENT.match(part)]
    assert moments
    assert all(WITH_ZONE.fullmatch(each) for each in moments)


def test_a_library_of_its_classes_reads_it_back_as_it_was(life):
    bundle = told(life.individual)
    assert as_read(bundle) == written_with_z(bundle)


@needs_schema
def test_it_is_fhir_by_the_schema(life):
    bundle = told(life.individual)
    assert faults_by_schema(bundle) == []
    of_kind(bundle, "Task")[0]["status"] = "bogus"
    assert faults_by_schema(bundle), "the schema would find a fault"


@needs_second_reader
def test_it_is_fhir_by_a_second_reader(life, tmp_path):
    bundle = told(life.individual)
    assert read_by_another(bundle, tmp_path)[0] == 0


def test_a_goal_says_what_it_aims_for_where_it_leads_and_how_it_turned_out(life):
    bundle = told(life.individual)
    race = one(bundle, "Goal", "A 10k in May")
    assert race["lifecycleStatus"] == "active"
    assert race["target"] == [
        {"measure": {"text": "What it aims for"}, "detailString": "1:00:00", "dueDate": "2027-05-02"}
    ]
    assert race["note"] == [{"text": "Dad ran it."}]
    came_of_it = race["outcomeReference"][0]["reference"]
    assert one(bundle, "Observation", "1:10:30")["id"] == came_of_it.partition("/")[2]
    leads_to = one(bundle, "Goal", "Run on Saturdays.")["addresses"][0]["reference"].partition("/")[2]
    assert one(bundle, "Observation", "I want to run with others.")["id"] == leads_to
    assert one(bundle, "Goal", "Chess")["lifecycleStatus"] == "cancelled"


@pytest.mark.parametrize(
    ("act", "lifecycle", "activity"), [("pause", "on-hold", "on-hold"), ("reach", "completed", "completed")]
)
def test_a_goal_that_rests_or_is_reached_says_so(life, act, lifecycle, activity):
    goal = life.individual.goals.get(words="Run on Saturdays.")
    getattr(goals, act)(goal=goal, by=life.as_individual)
    bundle = told(life.individual)
    found = one(bundle, "Goal", "Run on Saturdays.")
    assert found["lifecycleStatus"] == lifecycle
    assert ("achievementStatus" in found) == (act == "reach")
    assert of_kind(bundle, "CarePlan")[0]["activity"][0]["detail"]["status"] == activity
    assert one(bundle, "Task", "Find shoes")["status"] == {"pause": "on-hold", "reach": "cancelled"}[act]
    assert one(bundle, "Task", "Find socks")["status"] == "completed"


def test_each_step_has_whoever_takes_it(life):
    bundle = told(life.individual)
    worker, helper = of_kind(bundle, "Practitioner")[0], of_kind(bundle, "RelatedPerson")[0]
    assert helper["name"] == [{"text": "Bryn"}]
    owners = {each["description"]: each["owner"]["reference"] for each in of_kind(bundle, "Task") if "owner" in each}
    assert owners == {
        "Find shoes": f"Patient/{life.individual.public_id}",
        "Find socks": f"Patient/{life.individual.public_id}",
        "Come along": f"RelatedPerson/{helper['id']}",
        "Ring the club": f"Practitioner/{worker['id']}",
    }


def test_an_introduction_stands_where_it_stands_and_rests_on_its_yes(life):
    bundle = told(life.individual)
    club = one(bundle, "ServiceRequest", "Calderford Runners")
    assert (club["status"], club["intent"], club["occurrenceDateTime"]) == ("active", "plan", "2027-01-16")
    yes = next(each["reference"] for each in club["supportingInfo"] if each["reference"].startswith("Consent"))
    assert one(bundle, "Consent", yes.partition("/")[2])["status"] == "active"
    choir, swim = (one(bundle, "ServiceRequest", name) for name in ("Open choir", "Swimming"))
    assert (choir["status"], choir["intent"]) == ("draft", "proposal")
    assert swim["status"] == "revoked"
    task = one(bundle, "Task", f"ServiceRequest/{swim['id']}")
    assert (task["status"], task["statusReason"]) == ("cancelled", {"text": "The yes was taken back"})


def test_a_yes_says_to_whom_and_how_long_and_one_taken_back_says_no_words(life):
    bundle = told(life.individual)
    holds, ended = one(bundle, "Consent", "'Calderford Runners'"), one(bundle, "Consent", "'Swimming'")
    assert "Tomos would like to try Calderford Runners" in holds["policyRule"]["text"]
    assert (ended["status"], ended["policyRule"]["text"]) == (
        "inactive",
        "This has ended. It allows nothing any more.",
    )
    assert ended["provision"]["period"]["end"] == "2027-01-12T12:00:00+00:00"


def test_own_ratings_are_of_their_goal_by_whoever_gave_them(life):
    bundle = told(life.individual)
    rated = [each for each in of_kind(bundle, "Observation") if "valueInteger" in each]
    assert [(each["valueInteger"], each.get("note")) for each in rated] == [
        (0, [{"text": "As told to Anwen."}]),
        (5, None),
        (7, [{"text": "Nearly there."}]),
    ]
    race = one(bundle, "Goal", "A 10k in May")
    assert {f"Observation/{each['id']}" for each in rated} <= {each["reference"] for each in race["outcomeReference"]}
    assert {each["focus"][0]["reference"] for each in rated} == {f"Goal/{race['id']}"}


def test_a_short_measure_is_told_answer_by_answer_and_adds_up_nothing_by_itself(life):
    (found,) = [each for each in of_kind(told(life.individual), "Observation") if "component" in each]
    assert found["code"]["text"].startswith("Feeling connected")
    said = {each["code"]["text"]: each["valueString"] for each in found["component"]}
    assert said["How often do you feel that you lack companionship?"] == "Some of the time"
    assert said["The first three together, 3 to 9"] == "Too little was answered for a number."
    assert "value" not in {name[:5] for name in found}


def test_others_get_no_number_that_somebody_keeps_or_has_not_seen(life):
    own, others = told(life.individual), told(life.individual, is_own=False)
    values = [each["valueInteger"] for each in of_kind(others, "Observation") if "valueInteger" in each]
    assert values == [0, 7]
    assert len(of_kind(own, "Observation")) == len(of_kind(others, "Observation")) + 1


def another_worker(cast) -> User:
    office = Actor.command_line()
    user = people.add_account(email="gwen@calderford.example", name="Gwen Ash", by=office)
    people.join_team(user=user, team=cast.team, by=office)
    return user


def test_with_another_worker_a_promise_goes_along_and_says_who_made_it(life):
    gwen = another_worker(life)
    relation = life.individual.relations.get(kind="partnership")
    relation.ends_at = clock.now() - timedelta(minutes=1)
    relation.save()
    ring = one(told(life.individual), "Task", "Ring the club")
    assert ring["owner"]["display"] == "Anwen Hollis"  # nobody else is there
    life.individual.relations.create(kind="partnership", user=gwen, starts_at=clock.now())
    ring = one(told(life.individual), "Task", "Ring the club")
    assert (ring["owner"]["display"], ring["requester"]["display"]) == ("Gwen Ash", "Anwen Hollis")


def test_a_record_that_is_closed_is_a_plan_that_has_ended(life):
    life.individual.closed_at = clock.now()
    life.individual.save()
    bundle = told(life.individual)
    assert of_kind(bundle, "Patient")[0]["active"] is False
    plan = of_kind(bundle, "CarePlan")[0]
    assert (plan["status"], plan["period"]["end"]) == ("completed", "2027-01-12T12:00:00+00:00")
