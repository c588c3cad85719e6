"""People and places as its pages show it: the list first, without JavaScript, to whom it may be shown."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access.refusal import Refused
from kith.network_map import actions, queries
from kith.network_map.models import Connection
from tests.page_words import words_of

from .conftest import add

TRUE = "Nothing here goes by itself to the people who decide about money."


def place(name: str, cast, **more) -> str:
    return reverse(f"network_map:{name}", kwargs={"individual": cast.individual.public_id, **more})


def one(name: str, cast, which: Connection) -> str:
    return place(name, cast, connection=which.public_id)


@pytest.mark.shows("S62")
def test_an_empty_page_says_how_to_begin_and_a_name_and_a_circle_do(own, cast):
    page = words_of(own.get(place("map_page", cast)))
    assert "Nobody is written down yet." in page
    assert TRUE in page
    assert "<svg viewBox" not in page
    sent = {"names": "Mum\nBig Sam\n", "sort": "person", "circle": "1"}
    page = words_of(own.post(place("add", cast), sent, follow=True))
    assert "All 2 are on the list. Nobody was told." in page
    assert (
        page.index(">Close</h2>") < page.index(">Big Sam</a>") < page.index(">Mum</a>") < page.index("The same, drawn")
    )


def test_what_was_typed_stays_where_something_is_missing_or_more_than_a_name(own, cast):
    answer = own.post(place("add", cast), {"names": "Mum", "sort": "person"})
    assert answer.status_code == 422
    assert "Please choose how close." in words_of(answer)
    assert "Mum</textarea>" in words_of(answer)
    answer = own.post(place("add", cast), {"names": "Sam 07700 900123", "sort": "paid", "circle": "2"})
    assert answer.status_code == 422
    assert "Please leave the telephone number out." in words_of(answer)
    assert "Sam 07700 900123</textarea>" in words_of(answer)
    assert not Connection.objects.exists()


def test_somebody_may_be_theirs_alone_from_the_first_moment(own, workers, cast):
    sent = {"names": "Rhys", "sort": "person", "circle": "1", "whose": "only me"}
    page = words_of(own.post(place("add", cast), sent, follow=True))
    assert "Rhys is on the list. Only you see this." in page
    own.post(place("who_writes", cast), {"who": "both"})
    page = words_of(workers.get(place("map_page", cast)))
    assert "Rhys" not in page and 'name="names"' in page and 'name="whose"' not in page
    workers.post(place("add", cast), sent | {"names": "Noor"})
    assert not Connection.objects.get(name="Noor").is_mine_alone
    with pytest.raises(Refused, match="Only Tomos can say this"):
        add(cast, "Sam", by=cast.as_worker, keeps=True)


def test_paid_is_one_choice_and_kept_as_a_fact_of_a_person(own, cast):
    own.post(place("add", cast), {"names": "Anwen", "sort": "paid", "circle": "2"})
    (anwen,) = queries.who_is_here(cast.individual, own=True)
    assert (anwen.kind, anwen.is_paid) == ("person", True)
    assert "Paid to be there" in words_of(own.get(place("map_page", cast)))


@pytest.mark.shows("S103")
def test_whoever_was_met_through_an_activity_is_added_with_it(own, cast, life, club):
    page = words_of(own.get(f"{place('map_page', cast)}?through={club.public_id}"))
    assert re.search(rf'value="{club.public_id}"[^>]* checked', page)
    sent = {"names": "Col", "sort": "person", "circle": "3", "through": club.public_id}
    assert "Through Calderford Running Club" in words_of(own.post(place("add", cast), sent, follow=True))
    own.post(place("add_from_activity", cast, activity=club.public_id))
    assert Connection.objects.filter(through=club, kind="activity").count() == 1


@pytest.mark.shows("Q-77")
def test_everything_is_moved_and_said_by_plain_buttons_and_boxes(own, cast, life):
    dee = life["Dee"]
    page = words_of(own.get(one("connection_page", cast, dee)))
    assert "Further out, now" in page
    page = words_of(own.post(one("move", cast, dee), {"circle": "1"}, follow=True))
    assert "Close, now" in page
    assert "<dt>Until 11 September 2026</dt><dd>Further out</dd>" in page
    said = {"name": "Dee", "sort": "person", "how_often": "weekly", "effect": "good", "i_give": "Company"}
    page = words_of(own.post(one("say_more", cast, dee), said, follow=True))
    for words in ("<dd>Most weeks</dd>", "<dt>How it is for me</dt><dd>Good</dd>", "<dd>Company</dd>"):
        assert words in page
    assert "How close, please" not in words_of(own.post(one("move", cast, dee), {"circle": "9"}, follow=True))
    answer = own.post(one("say_more", cast, dee), said | {"gives_me": "ring 01632 960123"})
    assert answer.status_code == 422
    assert "Please leave the telephone number out." in words_of(answer)
    assert "ring 01632 960123" in words_of(answer)


def test_who_died_is_gently_there_and_who_went_is_folded(own, cast, life):
    own.post(one("say_died", cast, life["Mum"]))
    own.post(one("say_ended", cast, life["The centre"]))
    page = words_of(own.get(place("map_page", cast)))
    assert page.index(">Remembered</h2>") < page.index(">Mum</a>")
    assert page.index("<span>Not here any more</span>") < page.index(">The centre</a>")
    assert "Remembered." in words_of(own.get(one("connection_page", cast, life["Mum"])))
    own.post(one("bring_back", cast, life["Mum"]))
    assert ">Remembered</h2>" not in words_of(own.get(place("map_page", cast)))


def test_the_worker_reads_and_writes_where_the_individual_wishes(own, workers, cast, life):
    page = words_of(workers.get(place("map_page", cast)))
    assert ">Mum</a>" in page
    assert "Only Tomos writes here, until Tomos says you may too." in page
    assert 'name="names"' not in page
    sent = {"names": "Noor", "sort": "person", "circle": "2"}
    assert "Only Tomos writes here" in words_of(workers.post(place("add", cast), sent))
    assert "Only you do." in words_of(own.get(place("map_page", cast)))
    own.post(place("who_writes", cast), {"who": "both"})
    workers.post(place("add", cast), sent)
    noor = Connection.objects.get(name="Noor")
    assert "As Anwen remembers, here since" in words_of(own.get(one("connection_page", cast, noor)))
    assert "How is it for Tomos?" in words_of(workers.get(one("connection_page", cast, noor)))
    own.post(place("who_writes", cast), {"who": "me"})
    assert 'name="names"' not in words_of(workers.get(place("map_page", cast)))


def test_what_was_put_away_is_brought_back_from_a_folded_list_of_their_own(own, workers, cast, life):
    assert "<span>Put away</span>" not in words_of(own.get(place("map_page", cast)))
    own.post(place("who_writes", cast), {"who": "both"})
    assert "Put it away" not in words_of(workers.get(one("connection_page", cast, life["Dee"])))
    assert "Put it away" in words_of(own.get(one("connection_page", cast, life["Dee"])))
    page = words_of(own.post(one("put_away", cast, life["Dee"]), follow=True))
    assert "<h3>Dee</h3>" in page.partition("<span>Put away</span>")[2]
    assert "Dee" not in words_of(workers.get(place("map_page", cast)))
    workers.post(one("show_again", cast, life["Dee"]))
    assert Connection.objects.get(name="Dee").put_away_on is not None, "others bring nothing back"
    page = words_of(own.post(one("show_again", cast, life["Dee"]), follow=True))
    assert "Dee is back." in page
    assert ">Dee</a>" in page


def test_what_is_kept_to_oneself_is_nowhere_for_the_worker(own, workers, cast, life):
    actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    own.post(one("keep_to_oneself", cast, life["Dee"]))
    assert "Only you see this" in words_of(own.get(place("map_page", cast)))
    (picture,) = queries.pictures_of(cast.individual)
    looked_back = place("then_and_now", cast, picture=picture.public_id)
    for page in (place("map_page", cast), place("paper", cast), looked_back):
        assert "Dee" in words_of(own.get(page))
        assert "Dee" not in words_of(workers.get(page))
    assert workers.get(one("connection_page", cast, life["Dee"])).status_code == 404
    assert workers.post(one("move", cast, life["Dee"]), {"circle": "1"}).status_code == 404


@pytest.mark.shows("S76")
def test_then_and_now_in_words_with_both_days_drawn_and_listed(own, cast, life, club):
    assert "Keep this as a picture of today" in words_of(own.get(place("map_page", cast)))
    own.post(place("keep_picture", cast))
    (picture,) = queries.pictures_of(cast.individual)
    looked_back = place("then_and_now", cast, picture=picture.public_id)
    assert "It is as it was then." in words_of(own.get(looked_back))
    add(cast, "Col", "Ines", through=club)
    page = words_of(own.get(looked_back))
    assert "Two new people, both from Calderford Running Club: Col and Ines." in page
    assert page.count('class="chart circles"') == 2
    assert "picture of today already" in words_of(own.post(place("keep_picture", cast), follow=True))


def test_a_talking_point_is_a_sentence_and_may_be_left(own, cast, life):
    sentence = "Two of the three people here are there without being paid."
    page = words_of(own.get(place("map_page", cast)))
    assert sentence in page
    own.post(place("skip_point", cast), {"point": "unpaid"})
    own.post(place("skip_point", cast), {"point": "nonsense"})
    page = words_of(own.get(place("map_page", cast)))
    assert sentence not in page
    assert "Here you find people" in page
    for word in ("score", "%", "out of 10"):
        assert word not in page.split('<main id="main"')[1].split("</main>")[0]


@pytest.mark.shows("Q-77")
def test_the_list_and_the_drawing_hold_the_same_facts(own, cast, life):
    """Each shape and name of the drawing stands in the list, in its circle; whom it leaves out, it counts."""
    add(cast, *[f"F{number}" for number in range(20)], circle=3)
    add(cast, "Biscuit", kind="pet")
    page = words_of(own.get(place("map_page", cast)))
    here = queries.life_of(cast.individual, own=True)
    drawn = re.findall(r'<g class="mark (\w+)">.*?<text[^>]*>([^<]+)</text>', page)
    listed = {each.name[:13]: "paid" if each.is_paid else each.kind for each in here.here}
    assert all(listed[name.rstrip("…")] == shape for shape, name in drawn)
    for circle, found in here.circles:
        names = [each.name[:13] for each in found]
        missing = len(found) - sum(name.rstrip("…") in names for _, name in drawn)
        said = re.search(rf"{circle.label}: and (\d+) more in the list", page)
        assert missing == (int(said[1]) if said else 0)
        for each in found:
            assert f">{each.name}</a>" in page


def test_one_sheet_of_paper_says_all_of_it_in_the_size_they_like(own, cast, life):
    actions.say_died(connection=life["Mum"], by=cast.as_individual)
    cast.user.look = {"paper": "large"}
    cast.user.save()
    page = words_of(own.get(place("paper", cast)))
    for words in ("<dd>Anwen (paid to be there), The centre (a place)</dd>", "<dt>Remembered</dt><dd>Mum</dd>"):
        assert words in page
    assert 'data-paper="large"' in page


@pytest.mark.fault("F-25")
def test_a_page_of_five_hundred_asks_as_few_questions_as_a_page_of_five(own, cast, life):
    actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    with CaptureQueriesContext(connection) as few:
        own.get(place("map_page", cast))
    mum = life["Mum"]
    Connection.objects.bulk_create(
        Connection(
            individual=mum.individual,
            name=f"Friend {number}",
            circle=number % 3 + 1,
            added_on=mum.added_on,
            recorded_by=mum.recorded_by,
            typed_by_individual=True,
        )
        for number in range(495)
    )
    with CaptureQueriesContext(connection) as many:
        page = words_of(own.get(place("map_page", cast)))
    assert len(many) == len(few) <= 25
    assert "more in the list" in page
    assert re.findall(r"<span>And (\d+) more</span>", page) == ["154", "155", "155"]


def test_a_stranger_and_a_manager_find_nothing(client, cast, life):
    for user in (cast.stranger, cast.manager):
        client.force_login(user)
        for name in ("map_page", "paper"):
            assert client.get(place(name, cast)).status_code == 404
        assert client.get(one("connection_page", cast, life["Mum"])).status_code == 404
