"""“How will this be paid for?” is asked where something that costs money is kept, before anybody is introduced."""

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.ideas import actions as ideas
from kith.introductions import actions
from tests.page_words import words_of

from .test_actions import agreed

ASKS = "How will this be paid for?"


@pytest.fixture
def kept(cast):
    """The run costs two pounds, the choir nothing; Olwen keeps both."""
    for activity in (cast.harriers, cast.choir):
        ideas.keep(individual=cast.individual, activity=activity, reasons=[], by=cast.olwen)
    return cast


def leaflet(cast, activity, who="olwen") -> str:
    return words_of(cast.browsing(who).get(cast.at(f"table/{activity.public_id}/")))


def asked(cast, who="olwen", owner="worker", activity=None):
    page = cast.at(f"introductions/paid/{(activity or cast.harriers).public_id}/")
    return cast.browsing(who).post(page, {"owner": owner}, follow=True)


def test_it_is_asked_only_of_what_is_kept_and_costs_something(cast):
    assert ASKS not in leaflet(cast, cast.harriers)
    ideas.keep(individual=cast.individual, activity=cast.harriers, reasons=[], by=cast.olwen)
    ideas.keep(individual=cast.individual, activity=cast.choir, reasons=[], by=cast.olwen)
    assert ASKS in leaflet(cast, cast.harriers) and ASKS in leaflet(cast, cast.harriers, "idris")
    assert ASKS not in leaflet(cast, cast.choir)


@pytest.mark.parametrize(("owner", "told"), [("worker", "Idris finds out."), ("individual", "You find out.")])
def test_one_press_makes_one_step_with_whoever_finds_out(kept, owner, told):
    for _ in range(2):
        page = words_of(asked(kept, owner=owner))
    step = Step.objects.get()
    assert (step.words, step.owner) == (f"Find out how {kept.harriers.name} will be paid for", owner)
    assert told in page and ASKS not in page
    goals.finish_step(step=step, by=kept.olwen)
    assert "Known since 23 November." in leaflet(kept, kept.harriers)


def test_a_helper_may_find_out(kept):
    helper = goals.add_helper(individual=kept.individual, name="Bron", by=kept.olwen)
    assert "Bron finds out." in words_of(asked(kept, who="idris", owner=helper.public_id))


def test_an_introduction_finds_the_step_that_is_there(kept):
    asked(kept)
    introduction = agreed(kept)
    page = words_of(kept.browsing("olwen").get(kept.at(f"introductions/{introduction.public_id}/")))
    assert "Idris finds out" in page and ASKS not in page
    assert actions.ask_how_it_is_paid(introduction=introduction, owner="individual", by=kept.olwen).owner == "worker"


def test_what_cannot_be_asked_is_said_in_a_sentence_on_the_page_it_came_from(kept):
    assert "Nothing is known of a cost there" in words_of(asked(kept, activity=kept.choir))
    with pytest.raises(Refused):
        actions.ask_how_a_listing_is_paid(
            individual=kept.individual, activity=kept.harriers, owner="somebody", by=kept.olwen
        )
    assert not Step.objects.exists()


def test_nobody_else_asks_it(kept):
    for who in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            actions.ask_how_a_listing_is_paid(
                individual=kept.individual, activity=kept.harriers, owner="worker", by=kept.acting(who)
            )
    assert asked(kept, who="noor").status_code == 404
