"""Two presses at once, and one page sent twice: everything happens once, to words that stay as agreed."""

import re

import pytest
from django.db.models import QuerySet

from kith.access.refusal import Refused
from kith.introductions import actions, wording
from kith.introductions import choosing as page_of_choices
from kith.introductions.models import Introduction
from kith.people.models import Individual, Share
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import CHOSEN, agreed, mark, prepared
from .test_pages import CHOICES, another, choosing, mark_in


def as_seen_before(introduction):
    """The same row as a page had it before something happened to it."""
    return Introduction.objects.get(pk=introduction.pk)


@pytest.mark.fault("F-13")
def test_two_yes_presses_make_one_share(cast):
    introduction = prepared(cast)
    seen = as_seen_before(introduction)
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    with pytest.raises(Refused, match="a yes to these words already"):
        actions.agree(introduction=seen, shown=mark(seen), by=cast.olwen)
    assert Share.objects.count() == 1


def test_a_change_that_comes_with_the_yes_leaves_the_agreed_words(cast):
    introduction = prepared(cast)
    seen, words = as_seen_before(introduction), introduction.words_to_say
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    with pytest.raises(Refused, match="were agreed"):
        actions.change(introduction=seen, says="first name and number", by=cast.worker)
    introduction.refresh_from_db()
    assert introduction.share is not None
    assert introduction.words_to_say == words


def test_a_yes_that_comes_with_a_change_is_not_to_the_new_words(cast):
    introduction = prepared(cast)
    seen = as_seen_before(introduction)
    actions.change(introduction=introduction, says="first name and number", by=cast.worker)
    with pytest.raises(Refused, match="changed since"):
        actions.agree(introduction=seen, shown=mark(seen), by=cast.olwen)
    assert not Share.objects.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda cast, seen: actions.plan_visit(introduction=seen, on=VISIT, by=cast.worker),
        lambda cast, seen: actions.note_call(introduction=seen, words="Hello", by=cast.worker),
        lambda cast, seen: actions.report(introduction=seen, kind="went", by=cast.worker),
    ],
)
def test_what_has_ended_meanwhile_stays_ended(cast, act):
    introduction = agreed(cast)
    seen = as_seen_before(introduction)
    list(seen.reports.all())
    actions.end(introduction=introduction, by=cast.olwen)
    with pytest.raises(Refused, match="come to an end"):
        act(cast, seen)


def test_not_now_comes_too_late_after_the_yes(cast):
    introduction = prepared(cast)
    seen = as_seen_before(introduction)
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    with pytest.raises(Refused, match="were agreed"):
        actions.not_now(introduction=seen, by=cast.olwen)


@pytest.mark.parametrize("kind", ["went again", "belongs"])
def test_those_who_stayed_are_counted_one_after_the_other(cast, monkeypatch, kind):
    introduction, held = agreed(cast), []
    hold = QuerySet.select_for_update
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **of: held.append(rows.model) or hold(rows, **of))
    actions.report(introduction=introduction, kind=kind, by=cast.olwen)
    assert held[:2] == [Individual, Introduction]


def page_in(response) -> str:
    return re.search(r'name="opened_from" value="(\w+)"', words_of(response))[1]


def opened(cast, who="idris"):
    return cast.browsing(who).get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}"))


@pytest.mark.parametrize("do", ["yes", "later"])
def test_the_same_page_sent_twice_gives_the_same_introduction(cast, do):
    typed = {"opened_from": page_in(opened(cast))}
    typed["shown"] = mark_in(choosing(cast, "idris", do="show", **typed))
    first, second = (choosing(cast, "idris", do=do, **typed) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert Introduction.objects.count() == 1
    assert Share.objects.count() == (1 if do == "yes" else 0)


def test_showing_the_words_keeps_the_page_the_same(cast):
    page = page_in(opened(cast))
    assert page_in(choosing(cast, "idris", do="show", opened_from=page)) == page


def test_each_opening_is_a_page_of_its_own(cast):
    pages = [page_in(opened(cast)) for _ in range(2)]
    for page in pages:
        choosing(cast, "idris", do="later", opened_from=page)
    assert Introduction.objects.count() == 2


def test_going_back_and_choosing_otherwise_changes_it_until_the_yes(cast):
    page = page_in(opened(cast))
    choosing(cast, "idris", do="later", opened_from=page)
    choosing(cast, "idris", do="later", opened_from=page, says="no name")
    introduction = Introduction.objects.get()
    assert introduction.says == "no name"
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    answer = choosing(cast, "idris", do="later", opened_from=page, first_visit_time="by the bandstand")
    assert answer.status_code == 409
    assert "begin a new introduction" in words_of(answer) and "by the bandstand" in words_of(answer)


def test_a_page_of_somebody_else_opens_nothing_of_theirs(cast):
    page = page_in(opened(cast))
    choosing(cast, "idris", do="later", opened_from=page)
    theirs = another(cast)
    about = {"individual": theirs, "activity": cast.harriers, **CHOSEN}
    actions.prepare(by=cast.acting("noor"), opened_from=page, **about)
    assert theirs.introductions.count() == cast.individual.introductions.count() == 1


def test_an_odd_name_for_a_page_is_looked_at_again(cast):
    assert choosing(cast, "idris", do="later", opened_from="x" * 500).status_code == 422


def test_a_change_that_comes_too_late_keeps_what_was_chosen(cast, monkeypatch):
    introduction = prepared(cast)
    place = cast.at(f"introductions/{introduction.public_id}/change/")
    begin = page_of_choices.begin

    def agreed_meanwhile(**about):
        seen = as_seen_before(introduction)
        actions.agree(introduction=seen, shown=wording.digest(seen.words_to_say, seen.true_answer), by=cast.olwen)
        return begin(**about)

    monkeypatch.setattr(page_of_choices, "begin", agreed_meanwhile)
    answer = cast.browsing("idris").post(place, {**CHOICES, "says": "no name", "do": "save"})
    assert answer.status_code == 409
    assert "were agreed" in words_of(answer)
