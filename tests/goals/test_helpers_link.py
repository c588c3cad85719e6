"""The page behind a helper's link: one step and nothing else; and what is told there comes to the individual."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import FromHelper
from kith.people import actions as people
from kith.people.models import Individual

from .helping import WORDS, as_helper, place, signed_in, text_of

pytestmark = pytest.mark.usefixtures("neutral")


@pytest.mark.shows("S40")
def test_the_helper_sees_the_step_and_nothing_else(cast, page):
    told = text_of(as_helper(page))
    assert WORDS in told and "Hello Sam" in told and "Tomos would like your help with one thing" in told
    assert "You can give Anwen a ring: 07700 900123" in told
    for hidden in ("kick-boxing", "Reed", "Hollis", "Calder Valley", "Kith", "Help now", "worker", "team", "council"):
        assert hidden.casefold() not in told.casefold(), hidden


def test_looking_twice_changes_nothing_sets_no_cookie_and_is_kept_by_nobody(page):
    before = TrailEntry.objects.count(), FromHelper.objects.count()
    for _ in range(2):
        answer = as_helper(page)
        assert answer.status_code == 200 and not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert (TrailEntry.objects.count(), FromHelper.objects.count()) == before


def end_by(what: str, cast, page) -> None:
    if what == "stopped":
        actions.stop_page(page=page, by=cast.as_individual)
    elif what == "share revoked":
        people.revoke(share=page.share, by=cast.as_worker)
    elif what == "step done":
        actions.finish_step(step=page.step, by=cast.as_worker)
    elif what == "goal let go":
        actions.let_go(goal=page.step.goal, by=cast.as_individual)
    elif what == "no longer helps":
        actions.stop_helping(goal=page.step.goal, helper=page.helper, by=cast.as_individual)
    elif what == "closed":
        Individual.objects.update(closed_at=clock.now())


ENDS = ("stopped", "share revoked", "step done", "goal let go", "no longer helps", "closed", "run out")


@pytest.mark.parametrize("what", ENDS)
def test_whatever_ends_it_looks_like_a_link_that_never_was(cast, page, what):
    page.was_at = queries.address_of(page)
    end_by(what, cast, page)
    with clock.at(clock.now() + timedelta(days=91 if what == "run out" else 0)):
        ended, pressed = as_helper(page), as_helper(page, "Hello")
    made_up = Client(headers={"Host": "goodcompany.example"}).get("/s/zzzz/")
    assert ended.status_code == pressed.status_code == made_up.status_code == 404
    assert ended.content == pressed.content == made_up.content
    assert not FromHelper.objects.exists()


def test_a_paused_goal_keeps_its_helpers_page(cast, page):
    actions.pause(goal=page.step.goal, by=cast.as_individual)
    assert as_helper(page).status_code == 200


def test_it_stands_on_the_neutral_host_alone(page):
    address = queries.address_of(page).removeprefix("https://goodcompany.example")
    assert Client(headers={"Host": "kith.example"}).get(address).status_code == 404


@pytest.mark.parametrize("made_up", ["/s/", "/s/a/b/c"])
def test_other_addresses_there_look_like_a_link_that_has_ended(page, made_up):
    browser = Client(headers={"Host": "goodcompany.example"})
    assert browser.get(made_up).content == browser.get("/s/zzzz/").content


def test_what_the_helper_tells_is_the_individuals_alone_until_they_pass_it_on(cast, page):
    assert as_helper(page, "He rang me himself!").status_code == 302
    told = queries.to_look_at(cast.individual)[0]
    worker, own = signed_in(cast.worker), signed_in(cast.user)
    for where in (place(page), f"/people/{cast.individual.public_id}/helpers/"):
        assert "He rang me himself!" in text_of(own.get(where))
        assert "He rang me himself!" not in text_of(worker.get(where))
    assert worker.post(f"/people/{cast.individual.public_id}/told/{told.public_id}/pass-on/").status_code == 404
    own.post(f"/people/{cast.individual.public_id}/told/{told.public_id}/pass-on/")
    assert queries.to_look_at(cast.individual) == []
    assert "He rang me himself!" in text_of(worker.get(place(page)))
    assert "He rang me himself!" in text_of(worker.get(f"/people/{cast.individual.public_id}/helpers/"))


def test_what_is_kept_to_oneself_stays_so_and_can_be_passed_on_later(cast, page):
    told = actions.tell(page=page, words="All well", by=Actor.with_link(Role.HELPER, cast.individual.pk))
    actions.keep_to_oneself(told=told, by=cast.as_individual)
    assert queries.passed_on(cast.individual) == [] and queries.to_look_at(cast.individual) == []
    actions.pass_on(told=told, by=cast.as_individual)
    assert queries.passed_on(cast.individual) == [told]


@pytest.mark.shows("Q-68")
def test_only_a_helper_tells_and_only_the_individual_passes_on(cast, page):
    for by in (cast.as_worker, cast.as_individual, cast.as_stranger, Actor.with_link(Role.HOST, cast.individual.pk)):
        with pytest.raises(NotPermitted):
            actions.tell(page=page, words="Hello", by=by)
    told = actions.tell(page=page, words="Hello", by=Actor.with_link(Role.HELPER, cast.individual.pk))
    for act in (actions.pass_on, actions.keep_to_oneself):
        with pytest.raises(NotPermitted):
            act(told=told, by=cast.as_worker)


def test_an_empty_box_or_too_much_is_answered_and_what_was_typed_stays(page):
    assert "Or leave it: nothing is asked of you" in text_of(as_helper(page, "  "))
    long = as_helper(page, "x" * 1001)
    assert long.status_code == 422 and "x" * 1001 in long.content.decode()
    assert not FromHelper.objects.exists()


def test_pressed_twice_is_told_once_and_ten_that_wait_are_enough(cast, page):
    for _ in range(2):
        as_helper(page, "The same")
    assert FromHelper.objects.count() == 1
    for number in range(9):
        as_helper(page, f"More {number}")
    full = as_helper(page, "One too many")
    assert full.status_code == 409 and "One too many" in full.content.decode()
    assert FromHelper.objects.count() == 10


@pytest.mark.shows("Q-06")
def test_without_an_account_nobody_would_read_it_so_there_is_no_box(cast, page):
    Individual.objects.update(user=None)
    answer = as_helper(page, "Hello")
    assert "<form" not in answer.content.decode() and not FromHelper.objects.exists()


def test_whoever_covers_or_manages_sees_that_there_is_a_page_and_neither_link_nor_words_told(cast, page):
    actions.tell(page=page, words="Just for Tomos", by=Actor.with_link(Role.HELPER, cast.individual.pk))
    shown = signed_in(cast.manager).get(place(page)).content.decode()
    assert WORDS in shown
    assert (
        "Just for Tomos" not in shown
        and queries.address_of(page) not in shown
        and '<form method="post" action="/people' not in shown
    )


CLOSES = {"step done": "undo_step", "goal let go": "start_again"}


@pytest.mark.parametrize("what", CLOSES)
@pytest.mark.parametrize("who", ["as_individual", "as_worker"])
def test_what_is_undone_opens_no_page_again_without_a_new_yes(cast, page, what, who):
    page.was_at = queries.address_of(page)
    end_by(what, cast, page)
    page.share.refresh_from_db()
    assert page.share.revoked_at and not cast.individual.links.filter(stopped_at=None).exists()
    about = {"step": page.step} if what == "step done" else {"goal": page.step.goal}
    getattr(actions, CLOSES[what])(**about, by=getattr(cast, who))
    assert as_helper(page).status_code == 404
    assert "Make a new page" in text_of(signed_in(cast.user).get(place(page)))


def test_what_is_told_as_the_page_closes_is_not_kept(cast, page, monkeypatch):
    page.was_at, tell = queries.address_of(page), actions.tell

    def closed_meanwhile(**told):
        people.revoke(share=page.share, by=cast.as_individual)
        return tell(**told)

    monkeypatch.setattr(actions, "tell", closed_meanwhile)
    answer = as_helper(page, "He came along")
    assert answer.status_code == 404 and "He came along" not in text_of(answer)
    assert not FromHelper.objects.exists()


@pytest.mark.parametrize("what", ["stopped", "step done", "goal let go"])
def test_another_page_is_offered_while_there_is_something_to_help_with_and_no_longer(cast, page, what):
    end_by(what, cast, page)
    may_be_made = what == "stopped"
    own = signed_in(cast.user)
    shown = own.get(place(page))
    assert shown.status_code == 200 and "It opens nothing now." in text_of(shown)
    assert ("Make a new page" in text_of(shown)) == may_be_made
    assert (queries.step_held(cast.individual, page.step.public_id) is not None) == may_be_made


def test_a_page_that_waits_when_the_goal_ends_cannot_be_agreed_any_more(cast, held):
    made = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    actions.let_go(goal=held.goal, by=cast.as_individual)
    made.refresh_from_db()
    with pytest.raises(Refused, match="come to an end"):
        actions.agree_to_page(page=made, by=cast.as_individual)
    assert "Yes, Sam may read this" not in text_of(signed_in(cast.user).get(place(made)))
