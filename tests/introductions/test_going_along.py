"""Who goes along, where they meet, and the two cards: what the individual carries, and what anybody else holds."""

import pytest

from kith.access.refusal import Refused
from kith.introductions import actions, queries, wording
from kith.introductions.card import pocket_card, their_card, whose_card
from kith.people import actions as people
from kith.people.queries import working_with
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, prepared
from .test_pages import choosing

MEETING = {"meet_at": "The bench by the door", "look_for": "a red jacket", "ask_else": "Joe"}
PLACES = {"first_visit_on": VISIT, **MEETING}


def also_noor(cast):
    """Noor also works with Olwen."""
    people.also_work_with(individual=cast.individual, user=cast.users["noor"], by=cast.worker)
    return next(each for each in working_with(cast.individual) if each.user == cast.users["noor"])


def again(cast, introduction):
    return queries.introduction(cast.individual, introduction.public_id)


def test_the_pocket_card_says_where_to_meet_whom_to_look_for_and_that_going_home_is_fine(cast):
    card = pocket_card(again(cast, agreed(cast, **PLACES)))
    facts = dict(card.facts)
    assert (facts["Meet"], facts["Look for"], facts["Or ask for"]) == (
        "The bench by the door",
        "Dawn, a red jacket",
        "Joe",
    )
    assert "Comes along" not in facts
    assert "If you cannot find them, going home is fine. Tell us." in card.text
    assert wording.service_words(card.text, apart_from=(cast.harriers.name,)) == []


def test_nothing_about_meeting_has_to_be_said(cast):
    facts = dict(pocket_card(again(cast, agreed(cast, first_visit_on=VISIT))).facts)
    assert facts["Look for"] == "Dawn" and not {"Meet", "Or ask for"} & set(facts)


def test_without_a_day_to_come_the_card_says_nothing_of_going_home(cast):
    assert pocket_card(again(cast, agreed(cast, **MEETING))).calm == ""


@pytest.mark.parametrize(
    ("comes", "whose", "name_is_said"),
    [("worker", "Idris", True), ("friend", "the friend", True), ("also", "Noor", True), ("host", "Dawn", False)],
)
def test_a_second_card_holds_only_what_was_agreed(cast, comes, whose, name_is_said):
    chosen = {"goes_along": comes, "says": "no name", "companion": "Bron", **PLACES}
    if comes == "also":
        chosen["along_with"] = also_noor(cast)
    introduction = again(cast, agreed(cast, **chosen))
    card = their_card(introduction)
    assert whose_card(introduction) == whose
    assert ("Olwen" in card.text) == name_is_said
    assert "The bench by the door" in card.text and "Tuesday 1 December" in card.text
    assert ("a red jacket" in card.text) == (comes != "host")  # a host is not told what they wear themselves
    for told in ("Bron", "Hart", "999"):
        assert told not in card.text
    assert wording.service_words(card.text, apart_from=(cast.harriers.name,)) == []


def test_the_host_is_told_a_name_only_where_that_was_agreed(cast):
    introduction = again(cast, agreed(cast, goes_along="host", says="first name", **PLACES))
    assert dict(their_card(introduction).facts)["Who"] == "Olwen"


@pytest.mark.parametrize("chosen", [{"goes_along": "nobody", **PLACES}, {"goes_along": "worker"}])
def test_there_is_no_second_card_where_nobody_needs_one(cast, chosen):
    assert whose_card(again(cast, agreed(cast, **chosen))) == ""


def test_both_cards_are_pages_and_the_second_is_found_from_the_first(cast):
    introduction = agreed(cast, goes_along="worker", **PLACES)
    place = cast.at(f"introductions/{introduction.public_id}/card/")
    browser = cast.browsing("olwen")
    assert "A card for Idris" in words_of(browser.get(place))
    page = words_of(browser.get(f"{place}?for=along"))
    assert "For Idris" in page and "If you miss each other, going home is fine." in page and "Print the card" in page


def test_a_friend_is_named_for_the_individual_alone(cast):
    introduction = agreed(cast, goes_along="friend", companion="Bron")
    place = cast.at(f"introductions/{introduction.public_id}/")
    assert "Bron" in words_of(cast.browsing("olwen").get(place))
    for who in ("idris", "cai", "mair"):
        page = words_of(cast.browsing(who).get(place))
        assert "A friend" in page and "Bron" not in page


def test_a_worker_who_changes_the_words_neither_reads_nor_loses_the_friends_name(cast):
    introduction = prepared(cast, by=cast.olwen, goes_along="friend", companion="Bron")
    place = cast.at(f"introductions/{introduction.public_id}/change/")
    browser = cast.browsing("idris")
    assert "Bron" not in words_of(browser.get(place))
    typed = {"says": "no name", "gets_in_touch": "worker rings", "goes_along": "friend", "do": "save"}
    assert browser.post(place, typed).status_code == 302
    introduction.refresh_from_db()
    assert (introduction.says, introduction.companion) == ("no name", "Bron")


def test_somebody_who_also_works_with_them_may_come_and_is_not_named_to_the_place(cast):
    noor = also_noor(cast)
    page = words_of(cast.browsing("olwen").get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}")))
    assert f'value="also {noor.public_id}"' in page
    choosing(cast, "idris", do="later", goes_along=f"also {noor.public_id}", **MEETING)
    introduction = queries.latest_to(cast.individual, cast.harriers)
    assert (introduction.goes_along, introduction.along_with, introduction.meet_at) == (
        "also",
        noor,
        MEETING["meet_at"],
    )
    assert "Noor" not in introduction.words_to_say
    assert "Somebody else we know would come along too" in introduction.words_to_say


def test_whoever_covers_is_not_offered_to_go_along(cast):
    page = words_of(cast.browsing("idris").get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}")))
    assert 'value="also' not in page


def test_it_is_chosen_with_the_day_too_and_the_agreed_words_stay(cast):
    introduction = agreed(cast, goes_along="nobody")
    before, place = introduction.words_to_say, cast.at(f"introductions/{introduction.public_id}/visit/")
    cast.browsing("olwen").post(place, {"on": "2026-12-01", "goes_along": "worker", **MEETING})
    kept = again(cast, introduction)
    assert (kept.goes_along, kept.meet_at, kept.look_for, kept.ask_else) == ("worker", *MEETING.values())
    assert kept.words_to_say == before
    cast.browsing("olwen").post(place, {"on": "2026-12-08", **MEETING})
    assert again(cast, introduction).goes_along == "worker"  # nothing chosen changes nothing


@pytest.mark.parametrize("name", ["meet_at", "look_for", "ask_else"])
def test_what_is_written_for_the_cards_tells_of_no_service(cast, name):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="could tell them more"):
        actions.plan_visit(introduction=introduction, on=VISIT, by=cast.worker, **{name: "by the day centre"})
    with pytest.raises(Refused, match="could tell them more"):
        prepared(cast, **{name: "by the day centre"})
    place = cast.at(f"introductions/{introduction.public_id}/visit/")
    answer = cast.browsing("idris").post(place, {"on": "2026-12-01", **MEETING, name: "by the day centre"})
    assert answer.status_code == 409
    assert "could tell them more" in words_of(answer) and "by the day centre" in words_of(answer)


def test_the_second_card_is_nothing_to_whoever_may_not_read_introductions(cast):
    introduction = agreed(cast, goes_along="worker", **PLACES)
    place = cast.at(f"introductions/{introduction.public_id}/card/?for=along")
    assert cast.browsing("noor").get(place).status_code == 404


def test_before_the_visit_the_page_tells_where_to_meet_and_that_going_home_is_fine(cast):
    introduction = agreed(cast, goes_along="worker", **PLACES)
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)
    page = words_of(cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/")))
    for told in ("The bench by the door", "Dawn, a red jacket", "Joe", "going home is fine. Tell us."):
        assert told in page
