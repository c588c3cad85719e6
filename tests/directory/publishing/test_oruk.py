"""Open Referral UK, as others read it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from kith.access import clock
from kith.directory import actions
from kith.directory.models import OpenListing
from kith.directory.publishing.ids import made_from

from ..conftest import service
from .conftest import TOWN

NOBODY = "00000000-0000-4000-8000-000000000000"


def test_it_says_which_standard_it_is(db, read):
    assert read("oruk/")["version"] == "HSDS-UK-3.0"
    assert read("oruk/").keys() == {"version", "profile", "openapi_url"}


def test_only_what_goes_on_is_listed(town, read):
    assert read.names("oruk/services") == [
        "Chair yoga",
        "Kickboxing for beginners",
        "Running club",
        "Spring fair",
        "Top Road choir",
    ]


def test_what_closed_is_gone_from_the_list_and_from_its_address(town, read, worker):
    (found,) = [each for each in read.all_of("oruk/services") if each["name"] == "Chair yoga"]
    actions.close(activity=town["yoga"], by=worker)
    assert "Chair yoga" not in read.names("oruk/services")
    assert "ended" in read(f"oruk/services/{found['id']}", status=404)["message"]


def test_a_one_off_is_there_until_its_day_is_over(town, read):
    opened = OpenListing.objects.get(activity=town["over"])
    read(f"oruk/services/{opened.open_id}", status=404)
    listing = OpenListing.objects.get(activity=town["fair"])
    told = read(f"oruk/services/{listing.open_id}")
    assert told["schedules"][0]["dtstart"] == "2099-05-01"


def test_pages_add_up(town, read):
    first, second = (read("oruk/services", page=number, per_page=3) for number in (1, 2))
    told = {key: [page[key] for page in (first, second)] for key in first if key != "contents"}
    assert told == {
        "total_items": [5, 5],
        "total_pages": [2, 2],
        "page_number": [1, 2],
        "size": [3, 2],
        "first_page": [True, False],
        "last_page": [False, True],
        "empty": [False, False],
    }
    assert len({each["id"] for each in first["contents"] + second["contents"]}) == 5


def test_an_empty_install_has_one_empty_page(db, read):
    page = read("oruk/services")
    assert (page["total_items"], page["empty"], page["last_page"], page["contents"]) == (0, True, True, [])


def test_everything_about_one_listing(town, read):
    (found,) = [each for each in read.all_of("oruk/services") if each["name"].startswith("Kick")]
    told = read(f"oruk/services/{found['id']}")
    assert {key: told[key] for key in found} == found
    assert told["organization"]["id"] == told["organization_id"]
    assert told["phones"][0]["number"] == "01632 960123"
    assert told["contacts"][0]["name"] == "Sam"
    assert told["cost_options"][0]["amount"] == 3.5
    (schedule,) = told["schedules"]
    assert (schedule["byday"], schedule["opens_at"], schedule["closes_at"]) == ("TU,TH", "19:00", "20:30")
    location = told["service_at_locations"][0]["location"]
    assert location["accessibility"][0]["description"] == "A ramp at the side door."
    address = location["addresses"][0]
    assert (address["address_1"], address["city"]) == ("1 Mill Lane", "Calderford")
    assert address["state_province"] and address["postal_code"] == "LS1 4AP"
    names = {each["taxonomy_term"]["name"] for each in told["attributes"]}
    assert names == {"Sport and keeping fit", "Keeping fit", "Adults", "Kickboxing"}


def test_a_group_without_an_organisation_is_one_of_its_own(town, read):
    (found,) = [each for each in read.all_of("oruk/services") if each["name"] == "Chair yoga"]
    runs = found["organization"]
    assert runs["name"] == "Chair yoga" and runs["description"]
    assert read(f"oruk/organizations/{runs['id']}")["services"][0]["id"] == found["id"]


def test_a_sources_own_ids_are_kept_where_they_are_uuids(db, read, machine, write):
    own = "3f7b145d-84af-42d7-8fae-eaca714b02b2"
    organisation = {"id": "9f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "Calder Music"}
    entries = [service(1, id=own, organization=organisation), service(2)]
    actions.import_directory(source_path=write(entries), source_name="council", by=machine)
    told = {each["name"]: each for each in read.all_of("oruk/services")}
    assert told["Calder choir 1"]["id"] == own
    assert told["Calder choir 1"]["organization_id"] == organisation["id"]
    assert UUID(told["Calder choir 2"]["id"]) == made_from("service", "council", "s2")


def test_one_uuid_in_two_sources_is_two_listings(db, read, machine, write):
    own = "3f7b145d-84af-42d7-8fae-eaca714b02b2"
    for name in ("council", "charity"):
        actions.import_directory(source_path=write([service(1, id=own)]), source_name=name, by=machine)
    ids = [each["id"] for each in read.all_of("oruk/services")]
    assert own in ids and len(set(ids)) == 2


def test_an_address_that_is_none_is_left_out(db, read, worker):
    actions.add_activity(name="Odd", url="https://a.example/ <b>", email="ring us", cost_words="", by=worker)
    (found,) = read.all_of("oruk/services")
    assert "fees" not in found and "email" not in found
    assert "<" not in found.get("url", "")


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"search": "friendly water"}, ["Kickboxing for beginners"]),
        ({"search": "nothing like this"}, []),
        (
            {"taxonomy_id": str(made_from("taxonomy", "openactive"))},
            ["Chair yoga", "Kickboxing for beginners", "Running club"],
        ),
        ({"taxonomy_term_id": str(made_from("word", "Adults"))}, ["Kickboxing for beginners"]),
        ({"taxonomy_term_id": NOBODY}, []),
        ({"organization_id": NOBODY}, []),
        ({"day": "TH"}, ["Kickboxing for beginners", "Top Road choir"]),
        ({"day": "TH", "start_time": "12:00"}, ["Kickboxing for beginners"]),
        ({"day": "MO", "search": "yoga", "end_time": "12:00"}, []),
        ({"modified_after": "2099-01-01"}, []),
        ({"full": "true", "search": "choir"}, ["Top Road choir"]),
        ({"minimal": "true", "search": "choir"}, ["Top Road choir"]),
    ],
)
def test_lists_hold_what_was_asked_for(town, read, asked, names):
    assert read.names("oruk/services", **asked) == names


def test_what_changed_since_then_is_found(town, read, worker):
    later = clock.now() + timedelta(minutes=5)
    with clock.at(later):
        actions.confirm(activity=town["choir"], how="rang them", by=worker)
    assert read.names("oruk/services", modified_after=later.isoformat()) == ["Top Road choir"]


@pytest.mark.parametrize(
    "asked",
    [
        {"page": "0"},
        {"page": "x"},
        {"per_page": "1001"},
        {"page": "1" * 30},
        {"taxonomy_term_id": "sport"},
        {"organization_id": "1"},
        {"modified_after": "yesterday"},
        {"modified_after": "2026-99-99T10:00:00Z"},
        {"full": "perhaps"},
        {"day": "someday"},
        {"start_time": "late"},
        {"minimum_age": "16"},
        {"format": "xml"},
        {"search": "a\x00b"},
        {"search": "a" * 301},
    ],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(town, read, asked):
    told = read("oruk/services", status=400, **asked)["message"]
    assert told.endswith(".") and list(asked)[0] in told or "format" in told


def test_a_page_beyond_the_last_is_not_there(town, read):
    assert read("oruk/services", status=404, page=9)["message"] == "There is no page 9: the last one is 1."


def test_near_a_postcode(town, read, worker, machine, write):
    codes = write("postcode,latitude,longitude\nLS1 4AP,53.72,-1.94\n", "codes.csv")
    actions.import_places(source_path=codes, by=machine)
    far = TOWN.__class__("Hall", "2 Top Road, Highmoor", "LS9 9AA", 53.9, -1.94)
    actions.add_activity(name="Far away club", place=far, by=worker)
    names = [
        each["service"]["name"] for each in read.all_of("oruk/service_at_locations", postcode="LS1 4AP", proximity=800)
    ]
    assert sorted(names) == ["Chair yoga", "Kickboxing for beginners", "Top Road choir"]
    for metres, many in ((20_015, 3), (20_016, 4)):
        assert len(read.all_of("oruk/service_at_locations", postcode="LS1 4AP", proximity=metres)) == many
    assert len(read.all_of("oruk/service_at_locations", postcode="LS9")) == 1
    assert "where?" in read("oruk/service_at_locations", status=400, proximity=5)["message"]
    assert "LS2" in read("oruk/service_at_locations", status=400, postcode="LS2", proximity=5)["message"]
    assert "postcode" in read("oruk/service_at_locations", status=400, postcode="nowhere")["message"]


@pytest.mark.parametrize("path", ["services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations"])
def test_each_of_a_list_has_its_own_address(town, read, path):
    found = read.all_of(f"oruk/{path}")
    assert found
    for each in found:
        told = read(f"oruk/{path}/{each['id']}")
        assert {key: value for key, value in told.items() if key in each} == each
    read(f"oruk/{path}/{NOBODY}", status=404)
    read(f"oruk/{path}/not-an-id", status=404)


def test_terms_belong_to_their_taxonomy(town, read):
    (openactive,) = [each for each in read.all_of("oruk/taxonomies") if each["name"].startswith("OpenActive")]
    names = read.names("oruk/taxonomy_terms", taxonomy_id=openactive["id"])
    assert names == ["Chair Yoga", "Kickboxing", "Running"]
    assert read.names("oruk/taxonomy_terms", search="adult") == ["Adults"]
    assert read.all_of("oruk/taxonomy_terms", parent_id=openactive["id"]) == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent(db, read, method):
    response = getattr(read.client, method)("/open/oruk/services")
    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (405, "*")


def test_whoever_is_signed_in_gets_the_same_and_is_not_asked_who_they_are(world, read, django_assert_num_queries):
    from kith.people.models import User

    read.client.force_login(User.objects.filter(is_active=True).first())
    with django_assert_num_queries(3):
        response = read.client.get("/open/oruk/services")
    with django_assert_num_queries(1):
        assert read.client.get("/open/oruk/services").content == response.content
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert response.json()["total_items"] > 100


def test_lists_take_as_many_questions_whatever_they_hold(town, read, django_assert_num_queries):
    for path, most in (
        ("services?full=1", 4),
        ("service_at_locations", 3),
        ("organizations", 3),
        ("taxonomy_terms", 2),
    ):
        with django_assert_num_queries(most):
            assert read.client.get(f"/open/oruk/{path}").status_code == 200


def test_a_page_that_was_kept_is_given_until_something_changes(town, read, worker, monkeypatch):
    before = read("oruk/services")
    actions.correct(activity=town["choir"], field="name", value="Bottom Road choir", by=worker)
    assert "Bottom Road choir" in {each["name"] for each in read("oruk/services")["contents"]}
    with clock.at(clock.now() + timedelta(days=30_000)):
        assert read("oruk/services")["total_items"] == before["total_items"] - 1  # the fair is over
    monkeypatch.setattr("kith.directory.publishing.kept.MOST_BYTES", 10)
    assert read("oruk/services", per_page=2)["size"] == read("oruk/services", per_page=2)["size"] == 2


def test_two_installs_whose_clocks_stand_keep_no_page_for_each_other(db, read, worker):
    with clock.at(clock.now()):
        for name in ("One", "Two"):
            with transaction.atomic():
                actions.add_activity(name=name, by=worker)
                assert read.names("oruk/services") == [name]
                transaction.set_rollback(True)
