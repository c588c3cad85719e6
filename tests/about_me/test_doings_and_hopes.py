"""What somebody does and did, what they hope for, and what they had not thought of before."""

from datetime import date

import pytest

from kith.about_me import actions, queries
from kith.about_me.models import Doing, Line
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from tests.page_words import words_of

from .test_page import place

CENTRE = {"words": "The resource centre", "where": "service", "how_often": "five days a week", "since_words": "2019"}


def add(cast, kind, words, by=None) -> Line:
    return actions.add_line(individual=cast.individual, kind=kind, words=words, by=by or cast.as_individual)


def doing(cast, by=None, **told) -> Doing:
    return actions.add_doing(individual=cast.individual, by=by or cast.as_individual, **(CENTRE | told))


@pytest.mark.shows("S56")
def test_what_somebody_does_and_did_is_kept_in_their_words_and_may_end(cast):
    centre = doing(cast)
    club = doing(cast, words="Five-a-side", where="ordinary", until_words="last spring", by=cast.as_worker)
    assert doing(cast) == centre
    assert queries.doing_of(cast.individual) == [centre, club]
    assert (centre.when_words, club.typed_by_individual) == ("five days a week, since 2019", False)
    actions.stop_doing(doing=centre, by=cast.as_individual)
    assert centre.until_words
    assert not centre.goes_on
    with pytest.raises(Refused, match="come to an end already"):
        actions.stop_doing(doing=centre, by=cast.as_individual)
    actions.put_doing_away(doing=club, by=cast.as_worker)
    assert queries.doing_of(cast.individual) == [centre]
    with pytest.raises(Refused, match="already been put away"):
        actions.put_doing_away(doing=club, by=cast.as_worker)
    with pytest.raises(NotPermitted):
        doing(cast, by=cast.as_stranger)


@pytest.mark.shows("S56")
def test_the_page_shows_a_small_list_of_it_service_or_place_for_everybody(own, cast):
    own.post(place("add_doing", cast), CENTRE)
    own.post(place("add_doing", cast), {"words": "The library", "where": "ordinary"})
    page = words_of(own.get(place("about_page", cast)))
    for words in ("five days a week, since 2019", "A service", "The library", "A place for everybody"):
        assert words in page
    centre = Doing.objects.get(words=CENTRE["words"])
    own.post(place("stop_doing", cast, doing=centre.public_id))
    assert "since 2019, until " in words_of(own.get(place("about_page", cast)))
    own.post(place("put_doing_away", cast, doing=centre.public_id))
    assert CENTRE["words"] not in words_of(own.get(place("about_page", cast)))


def test_what_was_typed_of_it_stays_when_the_choice_is_missing(own, cast):
    answer = own.post(place("add_doing", cast), {"words": "The library", "how_often": "Fridays"})
    assert answer.status_code == 422
    for words in ("Please choose one of these.", "The library", "Fridays"):
        assert words in words_of(answer)
    assert not Doing.objects.exists()


@pytest.mark.shows("S69")
def test_a_hope_stands_apart_from_likes_and_becomes_the_direction_in_one_press(own, cast):
    old = add(cast, "direction", "Get through the week")
    add(cast, "interest", "Boats")
    hope = add(cast, "hope", "Work outdoors one day")
    assert [*queries.lines_of(cast.individual)] == ["direction", "hope", "interest"]
    page = words_of(own.get(place("about_page", cast)))
    assert "What I hope for" in page
    assert "This becomes my direction: Work outdoors one day" in page
    own.post(place("make_direction", cast, line=hope.public_id))
    direction = queries.direction_of(cast.individual)
    assert (direction.words, direction.was_hope, direction.typed_by_individual) == (hope.words, hope, True)
    assert queries.earlier_directions(cast.individual) == [old]
    assert "hope" not in queries.lines_of(cast.individual)


@pytest.mark.shows("S69")
def test_words_of_a_hope_stay_those_of_whoever_wrote_them_whoever_presses(cast):
    heard = actions.add_line(
        individual=cast.individual, kind="hope", words="A dog", said_on=date(2026, 5, 1), by=cast.as_worker
    )
    own = actions.make_direction(hope=heard, by=cast.as_individual)
    assert (own.typed_by_individual, own.recorded_by, own.said_on) == (False, cast.worker, date(2026, 9, 11))
    theirs = actions.add_line(
        individual=cast.individual, kind="hope", words="A boat", said_on=date(2026, 5, 1), by=cast.as_individual
    )
    pressed = actions.make_direction(hope=theirs, by=cast.as_worker)
    assert (pressed.typed_by_individual, pressed.said_on) == (True, date(2026, 5, 1))
    with pytest.raises(Refused, match="already been put away"):
        actions.make_direction(hope=theirs, by=cast.as_worker)
    with pytest.raises(Refused, match="Only a hope"):
        actions.make_direction(hope=add(cast, "interest", "Boats"), by=cast.as_individual)


@pytest.mark.shows("S72")
def test_something_not_thought_of_before_is_noted_by_them_alone_in_one_box(own, cast):
    page = words_of(own.get(place("about_page", cast)))
    assert "Something I had not thought of" in page
    own.post(place("add_line", cast), {"kind": "thought", "words": "I could teach it"})
    (thought,) = queries.thoughts_since(cast.individual, date(2026, 9, 1))
    assert (thought.words, thought.typed_by_individual) == ("I could teach it", True)
    assert queries.thoughts_since(cast.individual, date(2026, 9, 12)) == []
    with pytest.raises(Refused, match="Only Tomos can write this one"):
        add(cast, "thought", "He could teach it", by=cast.as_worker)


@pytest.mark.shows("S72")
def test_the_worker_reads_it_and_has_no_box_for_it(workers, cast):
    add(cast, "thought", "I could teach it")
    page = words_of(workers.get(place("about_page", cast)))
    assert "I could teach it" in page
    assert "Keep this thought" not in page
    answer = workers.post(place("add_line", cast), {"kind": "thought", "words": "He could"})
    assert answer.status_code == 422
    assert Line.objects.count() == 1


@pytest.mark.shows("S76")
def test_where_somebody_began_is_kept_in_their_words_with_its_day(own, cast):
    own.post(place("add_line", cast), {"kind": "began", "words": "Sitting in the centre, not doing much"})
    page = words_of(own.get(place("about_page", cast)))
    assert page.index("Where I began</h2>") < page.index("Sitting in the centre")
    assert "Tomos, 11 September 2026" in page


@pytest.mark.shows("S80")
def test_no_weight_or_fitness_is_asked_for_anywhere_on_the_page(own, cast):
    add(cast, "used_to", "Ran for the works team")
    page = words_of(own.get(place("about_page", cast))).casefold()
    assert "ran for the works team" in page
    for word in ("weight", "fitness", "kilos", "score"):
        assert word not in page


def test_a_long_list_is_folded_after_three(own, cast):
    for number in range(4):
        add(cast, "interest", f"Thing {number}")
    page = words_of(own.get(place("about_page", cast)))
    assert page.index("Thing 2") < page.index("More of this") < page.index("Thing 3")


def test_each_question_is_one_look(cast, django_assert_num_queries):
    for number in range(4):
        doing(cast, words=f"Place {number}")
        add(cast, "thought", f"Thought {number}")
    for ask in (
        lambda: [each.recorded_by.first_name for each in queries.doing_of(cast.individual)],
        lambda: [each.recorded_by.first_name for each in queries.thoughts_since(cast.individual, date(2026, 1, 1))],
    ):
        with django_assert_num_queries(1):
            assert ask() == ["Tomos"] * 4
