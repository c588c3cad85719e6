"""A copy to keep: the same words on the page, on paper and in a file; the pictures if they like; nothing of money."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.budget import actions as budget
from kith.directory import actions as directory
from kith.moving_on import actions, queries
from kith.moving_on.booklet import booklet_of
from kith.moving_on.models import Part
from kith.moving_on.one_file import booklet_file
from kith.network_map import actions as network_map
from kith.people import actions as people
from kith.people.queries import partnership_with
from tests.budget.conftest import terms
from tests.home.papers import boxes_in, text_of

from .conftest import FRIDAY, browser_of

Kind = Part.Kind


@pytest.fixture
def full(cast, talk):
    """Everything written, seen differently, and people and places then and now."""
    before = FRIDAY - timedelta(days=200)
    club = directory.add_activity(name="Calderford Running Club", by=cast.as_worker)
    life = {"individual": cast.individual, "by": cast.as_individual}
    with clock.at(before):
        network_map.add(names=["Mum"], circle=1, **life)
        network_map.add(names=["Carol"], circle=2, is_paid=True, **life)
        network_map.keep_picture(**life)
    network_map.add(names=["Dee", "Col"], circle=2, through=club, **life)
    for kind, words in (
        (Kind.GOES_ON, "Running on Saturdays.\nThe choir, where I belong."),
        (Kind.LIFE, "Mum, Dee and Col."),
        (Kind.BACK, "Ring us: 01632 960123."),
    ):
        actions.write_part(talk=talk, kind=kind, words=words, by=cast.as_individual)
    actions.write_part(talk=talk, kind=Kind.OUR_WORD, words="You found the bus.", by=cast.as_worker)
    actions.answer(talk=talk, answer="differs", words="I would say it was both of us.", by=cast.as_individual)
    return cast


def made(cast, *, is_own=True, with_pictures=True):
    talk = queries.talk_of(cast.individual)
    return booklet_of(cast.individual, talk, is_own=is_own, with_pictures=with_pictures)


def words_on_paper(cast, size="", **how) -> str:
    from kith.moving_on.pdf import document

    return text_of(document(made(cast, **how), size))


def test_it_says_what_was_written_in_order_and_how_it_is_seen(full):
    words = words_on_paper(full)
    told = ["Running on Saturdays.", "Mum, Dee and Col.", "Ring us", "You found the bus.", "both of us"]
    places = [words.index(each) for each in told]
    assert places == sorted(places)
    assert "What I give" not in words  # it was left out
    assert "Samaritans 116 123" in words


@pytest.mark.shows("S103")
def test_the_pictures_say_who_is_new_and_through_what_and_paid_is_no_target(full):
    pictures = made(full).pictures
    assert pictures.then_on == date(2026, 2, 23)
    assert pictures.sentences == ["Two new people, both from Calderford Running Club: Col and Dee."]
    assert pictures.unpaid == "Paid to be there: 1 of 2 people then, 1 of 4 now."
    assert "Two new people" in words_on_paper(full)
    assert "Two new people" not in words_on_paper(full, with_pictures=False)


def test_a_count_of_who_is_paid_stands_there_only_where_it_fell(full):
    network_map.add(individual=full.individual, names=["Vi", "Jo", "Al"], circle=3, is_paid=True, by=full.as_individual)
    assert made(full).pictures.unpaid == ""  # one of two then, four of seven now


def test_nothing_is_said_of_who_is_paid_where_they_said_not_this_one(full):
    network_map.skip_point(individual=full.individual, point="unpaid", by=full.as_individual)
    assert made(full).pictures.unpaid == ""


def test_what_they_did_not_type_says_whose_words_it_is(full, talk):
    seen = queries.written_in(talk)
    for kind, words in ((Kind.LIFE, "Mum, Dee, Col and I."), (Kind.BACK, "Ring me.")):
        actions.write_part(talk=talk, kind=kind, words=words, seen=seen[kind].part.version, by=full.as_worker)
    said = {chapter.title: chapter.said_by for chapter in made(full).chapters}
    assert said == {
        "What carries on": "",
        "Who is in my life": "as Anwen remembers it",
        "How to come back": "written by Anwen",
        "A last word from Anwen": "",
    }
    assert "as Anwen remembers it" in words_on_paper(full)


def test_a_last_word_is_headed_by_whoever_wrote_it_also_after_somebody_else_took_over(full, priya):
    people.hand_over_partnership(relation=partnership_with(full.individual), to=priya, by=full.as_worker)
    assert made(full).chapters[-1].title == "A last word from Anwen"
    page = browser_of(full.user).get(reverse("moving_on:talk", args=[full.individual.public_id])).content.decode()
    assert "A last word from Anwen" in page and "A last word from Priya" not in page


def test_without_a_talk_it_says_until_when_all_the_same(moved_on):
    network_map.add(individual=moved_on.individual, names=["Mum"], circle=1, by=moved_on.as_individual)
    assert "From September 2025 to September 2026." in words_on_paper(moved_on)


def test_without_a_picture_from_before_there_is_no_then_and_now(cast, talk):
    network_map.add(individual=cast.individual, names=["Mum"], circle=1, by=cast.as_individual)
    pictures = made(cast).pictures
    assert (pictures.then, pictures.unpaid, pictures.sentences) == (None, "", [])


def test_whom_they_keep_to_themself_is_in_their_own_copy_alone(cast, talk):
    (mum,) = network_map.add(individual=cast.individual, names=["Mum"], circle=1, by=cast.as_individual)
    network_map.keep_to_oneself(connection=mum, by=cast.as_individual)
    assert "Mum" in made(cast).pictures.now.says
    assert made(cast, is_own=False).pictures is None
    for name in ("moving_on:booklet", "network_map:paper"):  # before it goes on paper, and not on it
        page = browser_of(cast.user).get(reverse(name, args=[cast.individual.public_id])).content.decode()
        assert "It shows those you keep to yourself too." in page
    assert "keep to yourself" not in booklet_file(made(cast))


def test_every_shape_in_the_pictures_is_told_also_on_paper(cast, talk):
    told = {"individual": cast.individual, "circle": 2, "by": cast.as_individual}
    network_map.add(names=["Anwen"], is_paid=True, **told)
    network_map.add(names=["Bracken"], kind="pet", **told)
    words = words_on_paper(cast)
    assert "A person, paid to be there" in words and "A pet" in words and "A place" not in words


def test_it_holds_nothing_about_money(full):
    budget.record(individual=full.individual, terms=terms(), by=full.as_worker)
    page = booklet_file(made(full))
    assert "£" not in page and "Budget" not in page and "£" not in words_on_paper(full)


def test_the_file_needs_nothing_else_and_names_nothing(full):
    answer = browser_of(full.user).get(reverse("moving_on:booklet_file", args=[full.individual.public_id]))
    page = answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="booklet.html"'
    assert page.count("<style>") == 1 and "src=" not in page and "href=" not in page and "<script" not in page
    assert "Running on Saturdays." in page and "<svg" in page


def test_what_was_typed_stays_words(full, talk):
    seen = queries.written_in(talk)[Kind.LIFE].part.version
    nasty = '<img src="http://x.example/a.png"><script>'
    actions.write_part(talk=talk, kind=Kind.LIFE, words=nasty, by=full.as_individual, seen=seen)
    assert "<img" not in booklet_file(made(full)) and "<script" not in booklet_file(made(full))
    assert "<img src=" in words_on_paper(full)


@pytest.mark.parametrize(("size", "millimetres"), [("", 148), ("large", 210), ("largest", 210)])
def test_it_is_a_booklet_and_large_print_has_large_pages_with_nothing_cut_off(full, size, millimetres):
    from kith.moving_on.pdf import document

    pages = document(made(full), size).pages
    assert round(pages[0].width * 25.4 / 96) == millimetres
    for page in pages:
        for box in boxes_in(page._page_box):
            if box.element_tag in ("p", "li", "h1", "h2", "svg"):
                assert box.position_x + box.width <= page.width + 1, (size, box.element_tag)
                assert box.position_y + box.height <= page.height + 1, (size, box.element_tag)


def test_the_pdf_is_in_their_own_print_size(full):
    from kith.moving_on.pdf import document

    people.keep_wishes(individual=full.individual, by=full.as_individual, print_size="large")
    full.individual.refresh_from_db()
    assert round(document(made(full)).pages[0].width * 25.4 / 96) == 210


def test_anybody_may_take_it_who_may_read_it_and_nobody_else(full):
    address = reverse("moving_on:booklet_pdf", args=[full.individual.public_id])
    assert browser_of(full.user).get(address).content.startswith(b"%PDF-")
    assert browser_of(full.worker).get(address).content.startswith(b"%PDF-")
    assert browser_of(full.stranger).get(address).status_code == 404


def test_a_copy_of_nothing_says_so(cast):
    page = browser_of(cast.user).get(reverse("moving_on:booklet", args=[cast.individual.public_id])).content.decode()
    assert "Nothing is written yet" in page
