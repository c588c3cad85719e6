"""What a place asks for: its own form, what to bring and the costs, as small steps with whoever sees to them."""

import pytest

from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.introductions import actions, costs
from kith.introductions.models import Introduction
from tests.page_words import words_of

from .test_actions import agreed

ASKS = "Name and address; any old injuries\nSomebody to ring"


@pytest.fixture
def cast(cast):
    listed = {"form_asks": ASKS, "price_pence": 200, "kit_words": "Running shoes, £7", "needs_funding": True}
    Activity.objects.filter(pk=cast.harriers.pk).update(**listed)
    cast.harriers.refresh_from_db()
    return cast


def place_of(cast, introduction, page="") -> str:
    return cast.at(f"introductions/{introduction.public_id}/{page}")


@pytest.mark.shows("S93")
def test_the_page_tells_what_is_asked_and_what_it_costs_in_all(cast):
    introduction = agreed(cast)
    Introduction.objects.update(to_bring="A bottle of water")
    page = words_of(cast.browsing("olwen").get(place_of(cast, introduction)))
    for told in ("Any old injuries", "Running shoes, £7", "About £9 the first time, £2 after", "A bottle of water"):
        assert told.casefold() in page.casefold(), told


def test_a_sheet_to_practise_on_has_a_line_for_each_thing_and_no_box(cast):
    assert costs.lines_of(ASKS) == ["Name and address", "any old injuries", "Somebody to ring"]
    sheet = cast.browsing("olwen").get(place_of(cast, agreed(cast), "their-form/paper/")).content.decode()
    assert sheet.count("<li>") == 3 and "<input" not in sheet and "<textarea" not in sheet
    assert "Kith" not in sheet.split("<body")[1]


def test_a_sheet_where_nobody_knows_what_it_asks(cast):
    Activity.objects.update(form_asks="")
    assert "Nobody has written down" in words_of(
        cast.browsing("olwen").get(place_of(cast, agreed(cast), "their-form/paper/"))
    )


@pytest.mark.parametrize("owner", ["individual", "worker", "helper"])
def test_paying_is_one_step_with_an_owner_pressed_once(cast, owner):
    introduction, own = agreed(cast), cast.browsing("olwen")
    nan = goals.add_helper(individual=cast.individual, name="Nan", by=cast.olwen)
    assert "How will this be paid for?" in words_of(own.get(place_of(cast, introduction)))
    for _ in range(2):
        own.post(place_of(cast, introduction, "paid/"), {"owner": nan.public_id if owner == "helper" else owner})
    step = cast.individual.steps.get()
    assert (step.owner, step.helper) == (owner, nan if owner == "helper" else None)
    assert step.words == "Find out how Calder Valley Harriers social run will be paid for"
    page = words_of(own.get(place_of(cast, introduction)))
    assert "How will this be paid for?" not in page and "We know" in page
    goals.finish_step(step=step, by=cast.olwen)
    whom = {"individual": "By you", "worker": "By Idris", "helper": "By Nan"}[owner]
    assert f"Known, 23 November. {whom}." in words_of(own.get(place_of(cast, introduction)))


def test_their_form_is_held_by_a_helper_too(cast):
    nan = goals.add_helper(individual=cast.individual, name="Nan", by=cast.olwen)
    step = actions.add_their_form(introduction=agreed(cast), owner=nan.public_id, by=cast.olwen)
    assert (step.owner, step.helper) == ("helper", nan)


def test_nobody_is_asked_how_to_pay_for_what_is_free(cast):
    free = {"is_free": True, "needs_funding": False, "kit_words": "", "price_pence": None, "cost_words": "Free"}
    Activity.objects.update(**free)
    assert "How will this be paid for?" not in words_of(cast.browsing("olwen").get(place_of(cast, agreed(cast))))


def test_whoever_is_named_is_one_of_them_and_an_ended_introduction_takes_no_step(cast):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="who does this step"):
        actions.ask_how_it_is_paid(introduction=introduction, owner="somebody", by=cast.olwen)
    actions.end(introduction=introduction, by=cast.olwen)
    with pytest.raises(Refused):
        actions.ask_how_it_is_paid(introduction=introduction, owner="individual", by=cast.olwen)
