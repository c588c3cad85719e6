"""Why something was put off stands where both look, and may be said in other words or taken back."""

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.measures import actions, queries
from kith.measures.models import Deferral
from tests.page_words import words_of

from .conftest import browser_of
from .test_pages import place

MEETING = "meeting abc"


@pytest.fixture
def left_out(cast, ons4) -> Deferral:
    told = {"measure": ons4, "individual": cast.individual, "occasion": MEETING, "by": cast.as_individual}
    return actions.put_off(why="does not fit", words="My head is full", **told)


def is_offered(cast) -> bool:
    return queries.offer_for(cast.individual, MEETING, clock.today(), is_own=True) is not None


def test_it_is_changed_and_the_new_words_are_all_that_is_read(own, cast, left_out):
    page = own.get(place("page", cast)).content.decode()
    assert "My head is full" in page and "Take it back" in page
    sent = {"why": "does not fit", "reason": "Too long"}
    page = words_of(own.post(place("put_off_again", cast, left_out), sent, follow=True))
    assert "Too long" in page and "My head is full" not in page and "It does not fit" in page
    assert Deferral.objects.count() == 2
    assert own.post(place("put_off_again", cast, left_out), sent).status_code == 404
    assert not is_offered(cast)


def test_words_taken_out_leave_the_plainest_reason(cast, ons4):
    told = {"individual": cast.individual, "by": cast.as_individual}
    said = actions.put_off(measure=ons4, why="own words", words="Tired", **told)
    other = actions.put_off_in_other_words(deferral=said, why="own words", words=" ", by=cast.as_individual)
    assert (other.why, other.words, other.occasion) == ("not today", "", said.occasion)
    assert actions.put_off_in_other_words(deferral=other, why="not today", by=cast.as_individual) == other


def test_taken_back_it_is_offered_again_and_may_be_put_off_again(own, cast, ons4, left_out):
    assert not is_offered(cast)
    page = words_of(own.post(place("put_off_back", cast, left_out), follow=True))
    assert "it can be asked again" in page and "My head is full" not in page
    assert is_offered(cast)
    told = {"measure": ons4, "individual": cast.individual, "occasion": MEETING, "by": cast.as_individual}
    assert actions.put_off(why="not today", **told) != left_out


def test_whoever_wrote_it_down_puts_it_right_and_nobody_else(cast, left_out):
    for act in (actions.take_back_put_off, actions.put_off_in_other_words):
        with pytest.raises(Refused, match="Only Tomos can change this."):
            act(deferral=left_out, by=cast.as_worker, **({"why": "not today"} if "other" in act.__name__ else {}))
    page = browser_of(cast.worker).get(place("page", cast)).content.decode()
    assert "My head is full" in page and place("put_off_again", cast, left_out) not in page
    actions.take_back_put_off(deferral=left_out, by=cast.as_individual)
    with pytest.raises(Refused, match="This was taken back."):
        actions.take_back_put_off(deferral=left_out, by=cast.as_individual)
