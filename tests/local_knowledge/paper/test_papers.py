"""Leaflets handed in: read in the background, looked over beside their words, put on the table or thrown away."""

import io
from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from PIL import Image

from benchmarks.leaflet.drawing import drawn, leaflets
from benchmarks.leaflet.spoiling import as_file
from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions, handed_in, queries
from kith.directory.models import Activity, Paper
from kith.directory.paper.apart import Answer, read_apart
from kith.directory.paper.recognise import can_read_pictures
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.upkeep.errands import do_errands
from tests.local_knowledge.paper.sending import FOUND, PAPERS, TUESDAY, address, filled, part, send
from tests.local_knowledge.test_photographs import picture, taken_somewhere
from tests.page_words import words_of

MADE = {each.key: each for each in leaflets()}
reads = pytest.mark.skipif(not can_read_pictures(), reason="tesseract is not on this machine")


@reads
@pytest.mark.shows("S30")
def test_a_photograph_is_read_in_the_background_and_becomes_a_listing(world, monkeypatch):
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    client = world.client("vish")
    answer = send(client, as_file(drawn(MADE["choir"]), "photo", seed=7))
    assert "It is being read." in client.get(answer["Location"]).content.decode()
    do_errands()
    page = words_of(client.get(answer["Location"]))
    assert "Sure: “01632 960123”" in page and "Not sure, please look: “Calder Valley Community Choir”" in page
    made = Paper.objects.get()
    done = client.post(answer["Location"], filled(client, made))
    choir = Activity.objects.get(name="Calder Valley Community Choir")
    assert done["Location"] == reverse("local_knowledge:listing", args=[choir.public_id])
    assert (choir.price_pence, choir.phone, choir.place.postcode) == (400, "01632 960123", "CX1 2HP")
    assert [(slot.weekday, f"{slot.starts:%H:%M}") for slot in choir.times.all()] == [(1, "19:00")]
    assert queries.leaflet_of(choir, clock.today())


def test_wherever_a_listing_is_typed_it_says_that_anybody_may_read_it(world, paper):
    client, listing = world.client("vish"), Activity.objects.first()
    for place in ("/community/add/", address(paper), reverse("local_knowledge:fill_in", args=[listing.public_id])):
        assert "Anybody may read this, outside Kith as well." in strip_tags(words_of(client.get(place))), place


def test_every_box_stands_beside_its_words(world, paper):
    page = words_of(world.client("vish").get(address(paper)))
    assert "Sure: “Tel 01632 960123”" in page
    assert "Not sure, please look: “Kite Makers”" in page
    assert "Tuesdays 7pm to 9pm" in page
    shown, folded = page.split("Add what was not found")
    assert "Cost" in shown and "Getting in" in folded and "Put a name down by" in folded and "Postcode" not in folded


def test_one_press_puts_it_on_the_table_with_its_picture(world, paper, folder, django_capture_on_commit_callbacks):
    client = world.client("vish")
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address(paper), filled(client, paper))
    kites = Activity.objects.get(name="Kite Makers")
    assert answer["Location"] == reverse("local_knowledge:listing", args=[kites.public_id])
    assert (kites.price_pence, kites.last_checked_how) == (200, "read from its leaflet")
    assert queries.leaflet_of(kites, clock.today()) and not list(folder.iterdir())
    assert client.get(address(paper))["Location"] == answer["Location"]
    assert "kites.jpg" not in words_of(client.get(PAPERS))


def test_what_was_put_right_is_what_is_kept(world, paper):
    client = world.client("vish")
    sent = filled(client, paper, name="Kites", weekday="4", starts="10am", phone="")
    sent.pop("kept_times")
    client.post(address(paper), sent)
    kites = Activity.objects.get(name="Kites")
    assert [(slot.weekday, slot.starts.hour) for slot in kites.times.all()] == [(4, 10)] and kites.phone == ""


def test_nothing_typed_is_lost_when_a_box_cannot_be_read(world, paper):
    client = world.client("vish")
    sent = filled(client, paper, name="", postcode="nowhere", url="no page", starts="9am", long_text="All about kites")
    answer = client.post(address(paper), sent)
    page = words_of(answer)
    assert answer.status_code == 422 and "Please give it a name." in page and "could not read that as a page" in page
    assert "could not read that as a postcode" in page and "Please say on which day that is." in page
    assert "All about kites" in answer.content.decode() and "nowhere" in answer.content.decode()


def test_one_that_may_be_there_already_is_offered_and_keeps_what_is_known(world, paper):
    there = actions.add_activity(name="The Kite Makers", host_name="Bet", by=world.actor("vish"))
    client = world.client("vish")
    assert "Or is it one of these?" in words_of(client.get(address(paper)))
    client.post(address(paper), filled(client, paper, same=there.public_id))
    there.refresh_from_db()
    assert (there.name, there.host_name, there.phone) == ("The Kite Makers", "Bet", "01632 960123")
    assert not Activity.objects.filter(name="Kite Makers").exists()


def test_the_same_under_another_spelling_is_offered_too(world, paper):
    by = world.actor("vish")
    rung = actions.add_activity(name="Highmoor Fliers", phone="01632 960123", by=by)
    where, when = PlaceDetails("", "1 Mill Lane", "CX1 2HP"), Slot(1, time(19), time(21))
    there = actions.add_activity(name="Dragons of the air", place=where, times=[when], by=by)
    other = actions.add_activity(name="Pottery", place=where, times=[Slot(2, time(19))], by=by)
    page = words_of(world.client("vish").get(address(paper)))
    assert rung.name in page and there.name in page and other.name not in page


def test_what_happens_once_keeps_its_time(world, paper):
    paper.found = FOUND | {"date": part("2027-01-19", "Tuesday 19 January 2027", sure=True)}
    paper.save()
    client = world.client("vish")
    assert "On that day, 7pm to 9pm" in words_of(client.get(address(paper)))
    client.post(address(paper), filled(client, paper))
    kites = Activity.objects.get(name="Kite Makers")
    assert (f"{kites.on_date}", [f"{slot.starts:%H:%M}" for slot in kites.times.all()]) == ("2027-01-19", ["19:00"])


def test_several_at_once_and_the_bad_one_is_told_by_name(world):
    answer = send(world.client("vish"), picture(), b"no picture", picture((90, 90)))
    page = words_of(answer)
    assert answer.status_code == 422 and "IMG_1.jpg: This is neither a photograph" in page
    assert sorted(Paper.objects.values_list("called", flat=True)) == ["IMG_0.jpg", "IMG_2.jpg"]
    assert send(world.client("vish"), picture(), picture())["Location"] == PAPERS


def test_none_and_too_many_are_asked_for_again(world):
    client = world.client("vish")
    assert "Please choose a photograph or a PDF." in words_of(client.post(PAPERS, {}))
    assert "Please choose up to 12 at a time." in words_of(send(client, *[picture()] * 13))
    assert not Paper.objects.exists()


def test_what_cannot_be_read_says_why_and_can_be_typed(world, monkeypatch):
    made = actions.hand_in(called="dog.jpg", data=picture(), by=world.actor("vish"))
    monkeypatch.setattr(
        handed_in, "read_apart", lambda file, today: Answer({}, picture(), "We found no words on this.")
    )
    handed_in.read_handed_in(made.public_id, by=Actor.system())
    client = world.client("vish")
    assert "Could not be read. We found no words on this." in words_of(client.get(PAPERS))
    page = client.get(address(made))
    assert "We found no words on this." in words_of(page) and "Type the leaflet in" in words_of(page)
    assert not page.context["form"].folded and "Postcode" in words_of(page)
    client.post(address(made), {"name": "Dog walkers"})
    assert Activity.objects.filter(name="Dog walkers").exists()


@pytest.mark.parametrize(("read", "stay"), [({}, True), ({"date": part("2026-12-05", "5 December")}, False)])
def test_hours_go_with_the_day_that_was_read_and_with_nothing_else(world, paper, read, stay):
    paper.found = FOUND | {"schedule": part([TUESDAY | {"weekday": None, "words": ""}], "7pm - 9pm")} | read
    paper.save()
    client = world.client("vish")
    client.post(address(paper), filled(client, paper, on_date=""))
    assert Activity.objects.get(name="Kite Makers").times.exists() is stay


def test_it_waits_without_a_script_and_never_blocks(world):
    made = actions.hand_in(called="kites.jpg", data=picture(), by=world.actor("vish"))
    client = world.client("vish")
    page = client.get(address(made)).content.decode()
    assert "Look again" in page and "Type it instead" in page
    asked = client.get(address(made), headers={"HX-Request": "true"})
    assert b"<html" not in asked.content and b"It is being read." in asked.content
    assert client.get(address(made, "paper_picture")).status_code == 404


def test_once_read_the_page_is_loaded_whole(world, paper):
    asked = world.client("vish").get(address(paper), headers={"HX-Request": "true"})
    assert asked["HX-Redirect"] == address(paper)


def test_what_cameras_write_is_gone_once_it_is_read(world, folder):
    body = picture(exif=taken_somewhere())
    made = actions.hand_in(called="a.jpg", data=body, by=world.actor("vish"))
    handed_in.read_handed_in(made.public_id, by=Actor.system())
    kept = queries.paper_file(made).read_bytes()
    assert b"telephone" in body and b"telephone" not in kept and kept.startswith(b"\xff\xd8")
    shown = world.client("vish").get(address(made, "paper_picture"))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert b"".join(shown.streaming_content) == kept


def test_read_twice_it_is_read_once(world, paper, monkeypatch):
    monkeypatch.setattr(handed_in, "read_apart", lambda file, today: pytest.fail("it was read again"))
    handed_in.read_handed_in(paper.public_id, by=Actor.system())
    handed_in.read_handed_in("zzzzzzzzzzzzzzzz", by=Actor.system())


def test_a_reader_that_stumbles_leaves_a_sentence(tmp_path):
    file = tmp_path / "bad"
    file.write_bytes(b"%PDF-1.4 and no more")
    answer = read_apart(file, clock.today())
    assert answer.problem.startswith("This PDF cannot be read.") and not answer.picture
    assert [each.name for each in tmp_path.iterdir()] == ["bad"]


def test_thrown_away_it_is_gone_and_cannot_be_decided_on_again(
    world, paper, folder, django_capture_on_commit_callbacks
):
    client = world.client("vish")
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address(paper, "throw_away"))["Location"] == PAPERS
    assert client.get(address(paper)).status_code == 404 and not list(folder.iterdir())
    paper.refresh_from_db()
    with pytest.raises(Refused, match="thrown this leaflet away"):
        actions.put_on_table(paper=paper, picture=None, name="Kites", by=world.actor("vish"))


@pytest.mark.parametrize("decide", ["throw_away", "put_on_table"])
def test_decided_on_while_it_is_read_nothing_of_it_stays(
    world, folder, monkeypatch, django_capture_on_commit_callbacks, decide
):
    made, by = actions.hand_in(called="a.jpg", data=picture(), by=world.actor("vish")), world.actor("vish")
    typed = {"picture": None, "name": "Kites"} if decide == "put_on_table" else {}

    def meanwhile(file, today):
        with django_capture_on_commit_callbacks(execute=True):
            getattr(actions, decide)(paper=queries.paper(made.public_id), by=by, **typed)
        return Answer(FOUND, picture((60, 80)))

    monkeypatch.setattr(handed_in, "read_apart", meanwhile)
    handed_in.read_handed_in(made.public_id, by=Actor.system())
    assert queries.paper(made.public_id).state in ("gone", "done") and not list(folder.iterdir())


def test_after_thirty_days_undecided_it_goes(world, paper, folder, django_capture_on_commit_callbacks):
    with clock.at(clock.now() + timedelta(days=31)), django_capture_on_commit_callbacks(execute=True):
        actions.hand_in(called="b.jpg", data=picture(), by=world.actor("vish"))
    paper.refresh_from_db()
    assert paper.state == "gone" and not queries.paper_file(paper).exists()


@pytest.mark.parametrize("who", ["greg", "tom", "alex"])
def test_only_those_who_keep_the_directory_hand_leaflets_in(world, paper, who):
    client = world.client(who)
    for where in (PAPERS, address(paper), address(paper, "paper_picture")):
        assert client.get(where).status_code == 404
    assert send(client, picture()).status_code == 404
    with pytest.raises(NotPermitted):
        actions.hand_in(called="x", data=picture(), by=world.actor(who))
    assert "Photograph a leaflet" not in words_of(client.get("/community/", follow=True))


def test_the_way_from_the_community(world):
    assert PAPERS in world.client("vish").get("/community/").content.decode()


def test_a_pdf_is_kept_as_its_first_page(world):
    body = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(body, "PDF")
    made = actions.hand_in(called="a.pdf", data=body.getvalue(), by=world.actor("vish"))
    handed_in.read_handed_in(made.public_id, by=Actor.system())
    assert queries.paper_file(made).read_bytes().startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"on_date": "1 March 2026"}, "This day has gone."),
        ({"on_date": "2027-01-20"}, "Then take the tick off “Tuesdays 7pm to 9pm”."),
    ],
)
def test_a_day_on_a_leaflet_that_cannot_stand_is_asked_about(world, paper, typed, told):
    client = world.client("vish")
    answer = client.post(address(paper), filled(client, paper, **typed))
    assert answer.status_code == 422 and told in words_of(answer)
    assert not Activity.objects.filter(name="Kite Makers").exists()
