"""What is said of a connection changes, and what was said before stays with its day."""

from datetime import date

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.network_map import actions, brought, queries
from kith.network_map.words import past_of
from tests.page_words import words_of

from .conftest import add
from .test_pages import place


@pytest.mark.shows("S56")
def test_moving_closer_keeps_where_it_was_with_the_day(cast, life):
    mum = actions.move(connection=life["Dee"], circle=2, by=cast.as_individual)
    assert mum.circle == 2
    (before,) = queries.before_of(mum, own=True)
    assert (before.circle, before.until, before.recorded_by) == (3, date(2026, 9, 11), cast.user)
    assert actions.move(connection=mum, circle=2, by=cast.as_individual) == mum
    assert len(queries.before_of(mum, own=True)) == 1


def test_what_is_said_is_kept_and_contacts_are_not(cast, life):
    said = {"how_often": "weekly", "effect": "good", "gives_me": "Lifts", "i_give": "Company", "wish": "more"}
    said |= {"how_met": "at the canal", "since_words": "last spring"}
    dee = actions.say_more(connection=life["Dee"], by=cast.as_individual, **said)
    assert {name: getattr(dee, name) for name in said} == said
    assert dee.goes_both_ways
    assert dee.met_words == "at the canal, through Calderford Running Club"
    assert [each.name for each in queries.what_they_give(cast.individual, own=False)] == ["Dee"]
    with pytest.raises(Refused, match="leave the email address out"):
        actions.say_more(connection=dee, by=cast.as_individual, gives_me="write to dee@lifts.example")
    with pytest.raises(Refused, match="fewer words"):
        actions.say_more(connection=dee, by=cast.as_individual, i_give="x" * 201)
    with pytest.raises(Refused, match="Please write a name"):
        actions.say_more(connection=dee, by=cast.as_individual, name=" ")
    assert queries.connection_called(cast.individual, dee.public_id, own=True).gives_me == "Lifts"


def test_how_they_met_and_what_brought_it_stays_with_the_day_when_it_is_said_otherwise(cast, life, club, monkeypatch):
    dee = actions.say_more(connection=life["Dee"], by=cast.as_individual, how_met="At the canal", since_words="May")
    monkeypatch.setattr(brought, "_looks", [lambda individual, activity: "led-there" if activity == choir else ""])
    choir = directory.add_activity(name="Tuesday choir", by=cast.as_worker)
    said = {"how_met": "At a concert", "since_words": "June", "through": choir}
    dee = actions.say_more(connection=dee, by=cast.as_individual, **said)
    assert dee.met_words == "At a concert, through an introduction to Tuesday choir"
    before, first = queries.before_of(dee, own=True)
    assert (before.how_met, before.since_words, before.through, before.introduction) == (
        "At the canal",
        "May",
        club,
        "",
    )
    assert (first.how_met, first.through) == ("", club)
    told = ("Until 11 September 2026", "How we met: At the canal, through Calderford Running Club. Since: May")
    assert past_of(dee, [before, first], own=True, called="Tomos")[0] == told
    dee = actions.say_more(connection=dee, by=cast.as_individual, through=club)
    assert (dee.introduction, queries.before_of(dee, own=True)[0].introduction) == ("", "led-there")


def test_a_press_that_moves_makes_nobody_the_writer_and_words_do(cast, life):
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    dee = actions.move(connection=life["Dee"], circle=1, by=cast.as_worker)
    assert dee.typed_by_individual
    dee = actions.say_more(connection=dee, by=cast.as_worker, gives_me="A laugh")
    assert (dee.typed_by_individual, dee.recorded_by) == (False, cast.worker)
    dee = actions.move(connection=dee, circle=2, by=cast.as_individual)
    assert not dee.typed_by_individual


def test_who_is_gone_or_died_stays_and_may_come_back(cast, life):
    centre = actions.say_ended(connection=life["The centre"], by=cast.as_individual)
    nan = actions.say_died(connection=life["Mum"], by=cast.as_individual)
    found = queries.life_of(cast.individual, own=True)
    assert (found.gone, found.remembered) == ([centre], [nan])
    assert nan not in found.here
    with pytest.raises(Refused, match="said already"):
        actions.say_died(connection=centre, by=cast.as_individual)
    actions.bring_back(connection=nan, by=cast.as_individual)
    assert nan in queries.life_of(cast.individual, own=True).here
    assert [each.end for each in queries.before_of(nan, own=True)] == ["died", ""]
    with pytest.raises(Refused, match="here already"):
        actions.bring_back(connection=nan, by=cast.as_individual)


def test_what_is_kept_to_oneself_is_there_for_nobody_else(cast, life):
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    with pytest.raises(Refused, match="Only Tomos can say this"):
        actions.keep_to_oneself(connection=life["Dee"], by=cast.as_worker)
    dee = actions.keep_to_oneself(connection=life["Dee"], by=cast.as_individual)
    assert dee in queries.who_is_here(cast.individual, own=True)
    assert dee not in queries.who_is_here(cast.individual, own=False)
    assert queries.connection_called(cast.individual, dee.public_id, own=False) is None
    with pytest.raises(NotPermitted):
        actions.move(connection=dee, circle=1, by=cast.as_worker)
    actions.let_be_seen(connection=dee, by=cast.as_individual)
    assert dee in queries.who_is_here(cast.individual, own=False)


def test_what_was_said_while_it_was_kept_to_oneself_stays_so_once_others_see_it(cast, life, workers):
    dee = actions.say_more(connection=life["Dee"], gives_me="Lifts", by=cast.as_individual)
    actions.say_more(connection=dee, gives_me="A lot of laughs", by=cast.as_individual)
    actions.keep_to_oneself(connection=dee, by=cast.as_individual)
    for words in ("Sleepless nights", "Company"):
        actions.say_more(connection=dee, gives_me=words, by=cast.as_individual)
    actions.let_be_seen(connection=dee, by=cast.as_individual)
    page = words_of(workers.get(place("connection_page", cast, connection=dee.public_id)))
    assert "Company" in page and "Lifts" in page and "Sleepless nights" not in page
    assert "Sleepless nights" in [each.gives_me for each in queries.before_of(dee, own=True)]


def test_what_was_a_mistake_is_shown_nowhere_and_nothing_more_happens_to_it(cast, life):
    picture = actions.keep_picture(individual=cast.individual, by=cast.as_individual)
    dee = actions.put_away(connection=life["Dee"], by=cast.as_individual)
    assert "Dee" not in [each.name for each in queries.who_is_here(cast.individual, own=True)]
    assert "Dee" not in [each.name for each in queries.pictured_in(picture, own=True)]
    for happens in (actions.put_away, actions.say_ended, actions.bring_back, actions.keep_to_oneself):
        with pytest.raises(Refused, match="already been put away"):
            happens(connection=dee, by=cast.as_individual)
    with pytest.raises(Refused, match="already been put away"):
        actions.move(connection=dee, circle=1, by=cast.as_individual)


def test_only_the_individual_or_whoever_wrote_it_puts_away_and_the_individual_brings_back(cast, life):
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    with pytest.raises(Refused, match="Only Tomos puts this away"):
        actions.put_away(connection=life["Dee"], by=cast.as_worker)
    (noor,) = add(cast, "Noor", by=cast.as_worker)
    actions.put_away(connection=noor, by=cast.as_worker)
    with pytest.raises(Refused, match="Only Tomos can say this"):
        actions.show_again(connection=noor, by=cast.as_worker)
    assert queries.put_away_of(cast.individual) == [noor]
    actions.show_again(connection=noor, by=cast.as_individual)
    assert noor in queries.who_is_here(cast.individual, own=True)
    with pytest.raises(Refused, match="shown already"):
        actions.show_again(connection=noor, by=cast.as_individual)


def test_words_become_ones_own_only_where_all_of_them_are(cast, life):
    actions.let_worker_write(individual=cast.individual, by=cast.as_individual)
    (noor,) = add(cast, "Noor", by=cast.as_worker, how_met="At the choir")
    noor = actions.say_more(connection=noor, by=cast.as_individual, gives_me="Lifts", name="Noor F")
    assert (noor.typed_by_individual, noor.recorded_by) == (False, cast.worker)
    noor = actions.say_more(connection=noor, by=cast.as_individual, name="N", gives_me="Cake", how_met="At school")
    assert (noor.typed_by_individual, noor.recorded_by) == (True, cast.user)


def test_people_come_first_in_each_circle_and_the_paid_after_the_others(cast, life):
    add(cast, "Zoe", circle=2)
    here = queries.life_of(cast.individual, own=True)
    assert [[each.name for each in found] for _, found in here.circles] == [
        ["Mum"],
        ["Zoe", "Anwen", "The centre"],
        ["Dee", "Calderford Running Club"],
    ]
