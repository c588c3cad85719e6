"""What may be said, level by level: from a card on which nobody is named to a number that they picked."""

import re
from dataclasses import replace
from importlib import import_module
from itertools import product

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from kith.about_me import actions as about_me
from kith.access.refusal import Refused
from kith.introductions import actions, asked_first, queries, stages, wording
from kith.introductions.card import pocket_card
from kith.introductions.models import Introduction, Report
from kith.introductions.states import state_words
from kith.people.models import Share, Team
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, prepared
from .test_pages import choosing, mark_in
from .test_wording import BASE, COMES, RINGS

LEVELS = ("nothing", "no name", "first name", "what helps", "first name and number")
HELPS = "A quiet corner.\nSomebody stays with me"
TOLD = {"Olwen": LEVELS[2:], "quiet corner": LEVELS[3:], "07700": LEVELS[4:]}


def test_the_levels_stand_in_their_order_the_lowest_first():
    assert tuple(Introduction.Says.values) == LEVELS


@pytest.mark.shows("S37", "S90")
@pytest.mark.parametrize(("level", "rings", "comes"), list(product(LEVELS, RINGS, COMES)))
def test_each_level_says_what_the_one_before_says_and_nothing_that_comes_later(level, rings, comes):
    chosen = replace(BASE, says=level, gets_in_touch=rings, goes_along=comes, what_helps=HELPS, team="Brightwater")
    said = f"{wording.words_to_say(chosen)} {wording.true_answer(chosen)} {wording.question_asked(chosen)}"
    assert {word: word in said for word in TOLD} == {word: level in levels for word, levels in TOLD.items()}
    assert wording.service_words(said) == [] and "Brightwater" not in said and "Hart" not in said


def test_what_helps_is_said_in_the_very_lines_that_were_picked():
    chosen = replace(BASE, says=wording.AND_HELPS, what_helps=HELPS)
    assert "Olwen says this helps: “A quiet corner”; “Somebody stays with me”." in wording.words_to_say(chosen)
    by_herself = replace(chosen, gets_in_touch=wording.INDIVIDUAL)
    assert "This helps me: “A quiet corner”; “Somebody stays with me”." in wording.words_to_say(by_herself)


@pytest.mark.parametrize(("says", "is_told"), [("no name", True), ("first name", False), ("nothing", False)])
def test_a_place_may_know_the_team_only_while_nobody_is_named(says, is_told):
    chosen = replace(BASE, says=says, team="Brightwater", names_team=True)
    for made in (wording.words_to_say, wording.true_answer):
        assert ("Brightwater" in made(chosen)) == is_told
    assert ("Idris, of Brightwater" in wording.words_to_say(chosen)) == is_told


def test_an_answer_that_names_the_team_goes_when_that_is_not_chosen_any_more():
    with_team = replace(BASE, says="no name", team="Brightwater", names_team=True)
    assert wording.is_made_by_choices(wording.true_answer(with_team), replace(with_team, names_team=False))


def test_with_a_card_nobody_gets_in_touch_and_a_day_is_chosen_next(cast):
    introduction = agreed(cast, says="nothing")
    assert introduction.gets_in_touch == "individual"
    with pytest.raises(Refused, match="Olwen carries a card, and nothing is said beforehand"):
        actions.note_call(introduction=introduction, words="Hello", by=cast.worker)
    for to_individual in (True, False):
        stage = stages.stage_of(introduction, to_individual=to_individual)
        assert (stage["now"], stage["has_run_out"], stage["may_note_elsewhere"]) == ("day", False, False)
    assert state_words(introduction) == "Choose a day for the first visit"
    card = pocket_card(introduction)
    assert dict(card.facts)["Next"] == "Choose a day to go along"
    assert card.to_show.startswith("Hello. I would like to try Calder Valley Harriers social run.")
    assert card.to_show not in dict(card.facts).values() and card.to_show in card.text
    page = words_of(cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/card/")))
    to_show = page.split('<section class="pocket-card">')[1]
    assert card.to_show in to_show and "01632 960123" not in to_show  # who else to ring stays with her


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"says": "what helps"}, "pick what may be said of what helps"),
        ({"says": "what helps", "what_helps": "My depression is better outdoors"}, "“depression”"),
        ({"says": "no name", "names_the_team": True}, "says “mental”, so it is not told"),
    ],
)
def test_what_would_give_them_away_is_refused_with_the_reason(cast, chosen, reason):
    Team.objects.update(name="Calder Mental Health Team")
    cast.individual.refresh_from_db()
    with pytest.raises(Refused, match=reason):
        prepared(cast, **chosen)


def test_what_a_lower_level_does_not_say_is_not_kept_for_it(cast):
    introduction = prepared(cast, says="what helps", what_helps=HELPS)
    actions.change(introduction=introduction, says="first name", by=cast.olwen)
    assert (introduction.what_helps, "quiet" in introduction.words_to_say) == ("", False)
    team = prepared(cast, says="no name", names_the_team=True)
    assert "of Calder Valley" in team.words_to_say
    actions.change(introduction=team, says="first name", by=cast.olwen)
    assert (team.names_the_team, "of Calder Valley." in team.words_to_say) == (False, False)


def says_what_helps(cast, *lines: str) -> None:
    for words in lines:
        about_me.add_line(individual=cast.individual, kind="helps", words=words, by=cast.olwen)


def test_lines_of_what_helps_are_off_until_they_are_picked(cast):
    says_what_helps(cast, "A quiet corner", "My nurse is near")
    page = words_of(cast.browsing("idris").get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}")))
    assert 'value="A quiet corner"' in page and page.count("checked>") == 3  # the three choices alone
    nothing_picked = choosing(cast, "idris", do="later", says="what helps")
    assert nothing_picked.status_code == 422 and "pick what may be said" in words_of(nothing_picked)
    flagged = choosing(cast, "idris", do="later", says="what helps", helps=["My nurse is near"])
    assert flagged.status_code == 422 and "“nurse” could tell them more" in words_of(flagged)
    choosing(cast, "idris", do="later", says="what helps", helps=["A quiet corner"], helps_otherwise="going slowly")
    introduction = Introduction.objects.get()
    assert introduction.what_helps == "A quiet corner\ngoing slowly"
    assert "“A quiet corner”; “going slowly”" in introduction.words_to_say
    again = words_of(cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/change/")))
    assert 'value="A quiet corner" ' in again and 'value="going slowly"' in again


def test_whoever_covers_picks_from_lines_only_where_they_may_read_them(cast):
    says_what_helps(cast, "A quiet corner")
    address = cast.at(f"introductions/new/?activity={cast.harriers.public_id}")
    may_read = cast.browsing("cai").get(cast.at("about/")).status_code == 200
    assert ('value="A quiet corner"' in words_of(cast.browsing("cai").get(address))) == may_read


def asks_in(page) -> list[str]:
    return re.findall(r'name="sure" value="(\w+)"', words_of(page))


def test_a_flagged_word_in_the_places_own_name_is_asked_about_and_goes_on(cast):
    cast.harriers.name = "Calder Health Club"
    cast.harriers.save()
    shown = choosing(cast, "idris", do="show")
    assert "“Calder Health Club” has “health” in it. It is their own name: go on?" in words_of(shown)
    unsure = choosing(cast, "idris", do="later", first_visit_time="by the bandstand")
    assert unsure.status_code == 422 and "by the bandstand" in words_of(unsure) and not Introduction.objects.exists()
    typed = {"sure": asks_in(shown), "shown": mark_in(shown)}
    assert choosing(cast, "idris", do="yes", **typed).status_code == 302
    assert "Calder Health Club" in Introduction.objects.get().words_to_say


@pytest.mark.parametrize("claim", ["I am an old friend of hers.", "We are family.", "I am her neighbour"])
def test_a_worker_who_claims_to_be_close_is_asked_whether_that_is_so(cast, claim):
    shown = choosing(cast, "idris", do="show", true_answer=claim)
    assert "Nobody has to say what is not so. Is it true?" in words_of(shown)
    assert choosing(cast, "idris", do="later", true_answer=claim).status_code == 422
    assert choosing(cast, "idris", do="later", true_answer=claim, sure=asks_in(shown)).status_code == 302
    assert Introduction.objects.get().true_answer == claim


def test_a_yes_to_one_question_is_no_yes_to_another():
    of_name, of_claim = (
        asked_first.questions("the Health Hub", answer, own_names=("Health Hub",) * own, by_individual=False)[0]
        for answer, own in (("", True), ("We are friends", False))
    )
    sure = asked_first.questions("", "We are friends", own_names=(), by_individual=False, sure=[of_name.mark])
    assert of_name.mark != of_claim.mark and not sure[0].is_sure
    assert asked_first.questions("", "A friend told me", own_names=(), by_individual=True) == []


@pytest.mark.shows("S37", "Q-42")
@pytest.mark.parametrize(
    ("kind", "named"), [("agreed", False), ("wrote", False), ("in writing", False), ("prepared", True)]
)
def test_the_database_keeps_no_yes_no_letter_and_no_name_without_a_share(cast, kind, named):
    made = {"introduction": prepared(cast), "kind": kind, "names_them": named, "typed_by_individual": False}
    made |= {"on": VISIT, "by_role": "worker", "noted_at": prepared(cast).opened_at}
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(**made)
    share = agreed(cast).share
    assert Report.objects.create(**made, share=share).share == Share.objects.latest("pk")


def test_a_call_in_which_nobody_is_named_needs_none_and_one_with_a_name_rests_on_it(cast):
    without = prepared(cast, says="no name")
    actions.note_call(introduction=without, words="Fine", by=cast.worker)
    named = agreed(cast)
    actions.note_call(introduction=named, words="Fine", by=cast.worker)
    told = {each.introduction_id: each for each in Report.objects.filter(kind="prepared")}
    assert (told[without.pk].share, told[without.pk].names_them) == (None, False)
    assert (told[named.pk].share, told[named.pk].names_them) == (named.share, True)
    assert queries.has(queries.introduction(cast.individual, named.public_id), "agreed")


def test_what_was_told_before_rests_on_the_yes_it_always_had(cast):
    introduction, without = agreed(cast), prepared(cast, says="no name")
    told = {"kind": "prepared", "on": VISIT, "by_role": "worker", "typed_by_individual": False}
    told["noted_at"] = introduction.opened_at
    old, unnamed = (Report.objects.create(introduction=each, **told) for each in (introduction, without))
    import_module("kith.introductions.migrations.0031_reports_rest_on_a_share").rest_on_the_yes(apps, None)
    old.refresh_from_db()
    unnamed.refresh_from_db()
    assert (old.share, old.names_them) == (introduction.share, True)
    assert (unnamed.share, unnamed.names_them) == (None, False)


@pytest.mark.parametrize(("who", "asks"), [("olwen", "Yes, this card"), ("idris", "Olwen says yes, here with me")])
def test_a_card_is_asked_about_as_a_card(cast, who, asks):
    introduction = prepared(cast, says="nothing")
    page = words_of(cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/")))
    assert asks in page and "These stand on a card. Nothing is said beforehand." in page
    together = words_of(cast.browsing("idris").get(cast.at(f"introductions/{introduction.public_id}/together/")))
    assert "Would you carry this card?" in together and "Yes, say these words" not in together


def test_whoever_likes_no_calls_gives_an_email_and_half_an_address_is_told_of(cast):
    half = choosing(cast, "idris", do="later", says="first name and number", number="olwen@")
    assert (
        half.status_code == 422 and "Write the whole address" in words_of(half) and 'value="olwen@"' in words_of(half)
    )
    choosing(cast, "idris", do="later", says="first name and number", number="olwen@post.example")
    introduction = Introduction.objects.get()
    assert "Olwen is glad of an email to olwen@post.example." in introduction.words_to_say
    actions.change(introduction=introduction, gets_in_touch="individual", by=cast.olwen)
    assert "You can email me at olwen@post.example." in introduction.words_to_say
    actions.change(introduction=introduction, number="01632 960188", by=cast.olwen)
    assert "You can ring me on 01632 960188." in introduction.words_to_say
