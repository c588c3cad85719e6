"""What few leaflets say has its box; a front and a back become one leaflet, before they are read and after."""

from datetime import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.directory import actions, queries
from kith.directory.models import Activity, Paper
from kith.directory.reading.entry import Slot
from tests.local_knowledge.paper.sending import FOUND, PAPERS, TUESDAY, address, filled, part
from tests.local_knowledge.test_photographs import picture
from tests.page_words import words_of

MORE = {
    "place_name": part("Kite Barn", "Kite Barn, 1 Mill Lane"),
    "address": part("Kite Barn, 1 Mill Lane", "Kite Barn, 1 Mill Lane"),
    "host_name": part("Bet", "Ask for Bet"),
    "phone": part("07700 900123", "07700 900123"),
    "access_words": part("Ramp at the side", "Ramp at the side"),
    "getting_there": part("Bus 43", "Bus 43"),
    "taster": part("yes", "first session free"),
    "apply_by": part("2027-01-09", "Book by 9 January 2027"),
}


def test_what_few_leaflets_say_has_a_box_of_its_own_and_is_kept(world, paper):
    paper.found = FOUND | MORE
    paper.save()
    client = world.client("vish")
    assert "Not sure, please look: “Ask for Bet”" in words_of(client.get(address(paper)))
    client.post(address(paper), filled(client, paper))
    kites = Activity.objects.get(name="Kite Makers")
    assert (kites.place.name, kites.place.address, kites.place.postcode) == ("Kite Barn", "1 Mill Lane", "CX1 2HP")
    assert (kites.host_name, kites.access_words, kites.getting_there) == ("Bet", "Ramp at the side", "Bus 43")
    assert (kites.taster, f"{kites.apply_by}") == (True, "2027-01-09")
    assert not kites.contact_is_public


def test_a_name_and_a_mobile_are_given_out_only_with_a_tick(world, paper):
    paper.found = FOUND | MORE
    paper.save()
    client = world.client("vish")
    client.post(address(paper), filled(client, paper, contact_is_public=["yes"]))
    assert Activity.objects.get(name="Kite Makers").contact_is_public


def test_a_day_that_cannot_be_is_asked_for_again_in_the_fold(world, paper):
    client = world.client("vish")
    answer = client.post(address(paper), filled(client, paper, apply_by="9999-12-31"))
    assert answer.status_code == 422 and answer.context["form"].folded_is_open


BACK = {
    "name": part("How to find us", "How to find us"),
    "postcode": part("CX1 2HQ", "CX1 2HQ", sure=True),
    "email": part("kites@kites.example", "kites@kites.example", sure=True),
    "schedule": part([TUESDAY, TUESDAY | {"weekday": 3}], "Tuesdays and Thursdays 7pm - 9pm"),
}


@pytest.fixture
def back(world, paper) -> Paper:
    """Another file, read as well."""
    made = actions.hand_in(called="back.jpg", data=picture(), by=world.actor("vish"))
    actions.note_read(paper=made, found=BACK, by=Actor.system())
    return made


def test_front_and_back_that_were_read_are_put_together_and_become_one(
    world, paper, back, folder, django_capture_on_commit_callbacks
):
    client = world.client("vish")
    answer = client.post(f"{PAPERS}join/", {"sides": [back.public_id, paper.public_id]})
    assert answer["Location"] == address(paper) and client.get(address(back))["Location"] == address(paper)
    page = words_of(client.get(address(paper)))
    assert "Sure: “kites@kites.example”" in page and "Not sure, please look: “CX1 2HP”" in page
    assert page.count("Tuesdays 7pm to 9pm") == 1 and "Thursdays 7pm to 9pm" in page
    assert "back.jpg" not in words_of(client.get(PAPERS))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(paper), filled(client, paper))
    assert Activity.objects.get(name="Kite Makers").email == "kites@kites.example"
    assert set(Paper.objects.values_list("state", flat=True)) == {"done"} and not list(folder.iterdir())


def test_sides_are_parted_again(world, paper, back):
    client = world.client("vish")
    client.post(f"{PAPERS}join/", {"sides": [back.public_id, paper.public_id]})
    assert client.post(address(paper, "part_paper"))["Location"] == PAPERS
    assert "back.jpg" in words_of(client.get(PAPERS))
    assert "kites@kites.example" not in words_of(client.get(address(paper)))


def test_a_side_that_was_thrown_away_says_nothing_any_more(world, paper, back):
    by = world.actor("vish")
    actions.join_sides(papers=[paper, back], by=by)
    actions.throw_away(paper=queries.paper(back.public_id), by=by)
    page = words_of(world.client("vish").get(address(paper)))
    assert "kites@kites.example" not in page and "Kite Makers" in page
    actions.put_on_table(paper=queries.paper(paper.public_id), picture=None, name="Kites", by=by)
    assert queries.paper(back.public_id).state == "gone"


def test_one_is_not_enough_to_join_and_says_so(world, paper, back):
    client = world.client("vish")
    for sent in ({}, {"sides": [paper.public_id]}):
        answer = client.post(f"{PAPERS}join/", sent)
        assert answer.status_code == 422 and "Please tick at least two." in words_of(answer)
    actions.throw_away(paper=back, by=world.actor("vish"))
    with pytest.raises(Refused, match="thrown this leaflet away"):
        actions.join_sides(papers=[paper, back], by=world.actor("vish"))


def test_handed_in_as_one_leaflet_they_wait_as_one(world):
    client = world.client("vish")
    files = [SimpleUploadedFile(f"IMG_{number}.jpg", picture()) for number in range(2)]
    answer = client.post(PAPERS, {"files": files, "are_one": ["yes"]})
    front = Paper.objects.get(front=None)
    assert answer["Location"] == address(front) and Paper.objects.filter(front=front).count() == 1
    actions.note_read(paper=front, found=FOUND, by=Actor.system())
    assert "It is being read." in words_of(client.get(address(front)))
    actions.note_not_read(paper=Paper.objects.get(front=front), problem="No words.", by=Actor.system())
    page = words_of(client.get(address(front)))
    assert "Sure: “Tel 01632 960123”" in page and "No words." not in page


def test_one_telephone_that_serves_many_clubs_makes_them_no_duplicates(world, paper):
    by = world.actor("vish")
    other = actions.add_activity(name="Pottery", phone="01632 960123", times=[Slot(2, time(10))], by=by)
    same_time = actions.add_activity(name="Wind toys", phone="01632 960123", times=[Slot(1, time(19))], by=by)
    page = words_of(world.client("vish").get(address(paper)))
    assert same_time.name in page and other.name not in page
