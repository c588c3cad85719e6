"""The five levels of a goal, on its page."""

from kith.access import clock
from kith.measures import actions, queries
from kith.measures.models import Response
from tests.page_words import words_of

from .conftest import OFFICE
from .test_goals import LEVELS
from .test_pages import place


def test_five_levels_are_written_and_one_is_reached(own, cast, boxing, attainment):
    assert "“Anwen too” also means whoever covers for them" in words_of(own.get(place("goal", cast, boxing)))
    assert "Write five levels in my own words" in words_of(own.get(place("goal", cast, boxing)))
    short = own.post(place("levels", cast, boxing), {"level_0": LEVELS[0]})
    assert short.status_code == 422 and LEVELS[0] in short.content.decode()
    sent = {f"level_{number}": words for number, words in enumerate(LEVELS)} | {"weight": "2"}
    page = words_of(own.post(place("levels", cast, boxing), sent, follow=True))
    assert "Which is closest to how it is now?" in page and LEVELS[3] in page
    assert own.post(place("reach", cast, boxing), {"level": "9"}).status_code == 422
    assert "Kept." in words_of(own.post(place("reach", cast, boxing), {"level": "1"}, follow=True))
    page = words_of(own.get(place("page", cast)))
    assert "<strong>60</strong>, by the published formula." in page and LEVELS[3] in page


def test_a_level_has_its_own_words_and_whoever_sees_it(own, cast, boxing, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    actions.switch_off(measure=queries.own_rating(clock.today()), by=OFFICE)
    answer = own.post(place("reach", cast, boxing), {"words": "Nearly there", "whose": "only me"})
    assert answer.status_code == 422
    assert "Please choose one of the five." in words_of(answer) and "Nearly there" in words_of(answer)
    sent = {"level": "1", "words": "Nearly there", "whose": "only me"}
    page = words_of(own.post(place("reach", cast, boxing), sent, follow=True))
    assert "Kept. Only you can read it." in page and "Only you can read this." in page
    assert (Response.objects.get().words, Response.objects.get().is_with_others) == ("Nearly there", False)


def test_where_levels_are_not_in_use_there_are_none(own, cast, boxing):
    assert own.get(place("levels", cast, boxing)).status_code == 404
    assert "level" not in words_of(own.get(place("goal", cast, boxing)))
