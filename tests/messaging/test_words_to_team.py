"""Anybody can tell the team something: it lands with somebody, goes on when nobody reads it, and never confirms."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.messaging import actions, letters, rules
from kith.messaging.models import Message, WordToTeam
from kith.messaging.queries import words_to_team as queries
from kith.outbox.models import Letter
from kith.people.actors import actor_for
from kith.rights.gathering import rows_of
from kith.rights.register import entries
from tests.letting_in import let_see
from tests.pages.forms_on import forms_on

WORDS = "He has not been at the bus stop this week."


def page(response) -> str:
    words = unescape(response.content.decode())
    return " ".join(words[words.index("<main") :].split())


def tells(client: Client, **typed):
    return client.post(reverse("telling:tell"), {"words": WORDS} | typed, follow=True)


def acts(user) -> Actor:
    return actor_for(user, clock.now())


@pytest.mark.shows("Q-47")
def test_whoever_it_is_about_the_answer_is_the_same_and_help_stands_beside_the_box(cast):
    asked = page(Client().get(reverse("telling:tell")))
    assert "999" in asked and "116 123" in asked and "may one day read" in asked
    known, unknown = (tells(Client(), about_whom=name) for name in (cast.individual.called, "Nobody At All"))
    assert page(known) == page(unknown)
    assert "cannot tell you whether we know the person" in page(known)
    assert cast.individual.called not in page(known)
    assert list(WordToTeam.objects.values_list("individual", flat=True)) == [None, None]


@pytest.mark.shows("Q-47", "Q-06")
def test_it_waits_for_the_team_which_says_about_whom_it_is(cast, signed_in):
    tells(Client(), about_whom="Tomos", teller="Joan", reached_at="01632 960734")
    word, notice = WordToTeam.objects.get(), Letter.objects.get(kind=letters.UNREAD)
    assert notice.to == cast.manager.email and WORDS not in notice.body and "Tomos" not in notice.body
    workers, there = signed_in(cast.worker), reverse("messaging:unknown", args=[cast.team.public_id])
    assert WORDS in page(workers.get(there)) and "01632 960734" in page(workers.get(there))
    sort = reverse("telling:sort", args=[cast.team.public_id, word.public_id])
    workers.post(sort, {"individual": cast.individual.public_id})
    word.refresh_from_db()
    assert (word.individual, word.owner, word.turn) == (cast.individual, cast.worker, Message.Turn.WORKER)
    assert WORDS not in page(workers.get(there))
    assert "Somebody told the team something" in page(workers.get(reverse("messaging:inbox")))
    theirs = reverse("telling:words_page", args=[cast.individual.public_id])
    assert WORDS in page(workers.get(theirs))
    workers.post(reverse("telling:read", args=[cast.individual.public_id, word.public_id]))
    assert not queries.words_waiting([cast.individual]).exists()


def test_what_is_about_nobody_here_is_set_aside_by_a_person(cast, signed_in):
    tells(Client())
    sort = reverse("telling:sort", args=[cast.team.public_id, WordToTeam.objects.get().public_id])
    for _ in range(2):
        signed_in(cast.worker).post(sort, {"aside": "yes"})
    assert WordToTeam.objects.get().state == Message.State.ASIDE


@pytest.mark.shows("Q-12", "Q-47")
def test_a_supporter_names_them_by_a_press_and_only_who_lets_them_in(cast, signed_in):
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    browser = signed_in(cast.stranger)
    assert page(browser.get(reverse("telling:tell"))).count('type="radio"') == 2
    tells(browser, whom=share.public_id)
    word = WordToTeam.objects.get()
    assert (word.individual, word.author, word.owner) == (cast.individual, cast.stranger, cast.worker)
    by = acts(cast.manager)
    assert actions.tell_team(words="x", share=share, by=by).individual is None


@pytest.mark.shows("Q-47")
def test_nobody_reads_it_it_goes_to_the_manager_who_may(cast, signed_in):
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    word = actions.tell_team(words=WORDS, share=share, by=acts(cast.stranger))
    with clock.at(word.read_by_day + timedelta(minutes=1)):
        assert actions.pass_on_what_waits(by=Actor.system())["passed on"] == 1
        word.refresh_from_db()
        assert (word.owner, word.turn) == (None, Message.Turn.MANAGER)
        managers = signed_in(cast.manager)
        assert "Nobody has read what somebody told about Tomos" in page(managers.get("/?as=team"))
        assert WORDS in page(managers.get(reverse("telling:words_page", args=[cast.individual.public_id])))
        actions.read_word(word=word, by=acts(cast.manager))
        assert not actions.pass_on_what_waits(by=Actor.system())


@pytest.mark.shows("Q-12")
def test_the_individual_sees_no_sign_of_it_and_has_it_when_they_ask_for_a_copy(cast, signed_in):
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    before = TrailEntry.objects.filter(chain=cast.individual.public_id).count()
    word = actions.tell_team(words=WORDS, share=share, by=acts(cast.stranger))
    own = signed_in(cast.user)
    there = reverse("telling:words_page", args=[cast.individual.public_id])
    signed_in(cast.worker).get(there)
    assert own.get(there).status_code == 404
    assert TrailEntry.objects.filter(chain=cast.individual.public_id).count() == before
    with pytest.raises(NotPermitted):
        actions.read_word(word=word, by=cast.as_individual)
    assert list(rows_of(entries()["messaging.WordToTeam"], cast.individual)) == [word]


def test_very_many_in_an_hour_are_told_kindly_and_keep_their_words(cast, monkeypatch):
    monkeypatch.setattr(rules, "MOST_AN_HOUR", 1)
    tells(Client())
    again = tells(Client())
    assert again.status_code == 422 and "try again in an hour" in page(again) and WORDS in page(again)
    assert WordToTeam.objects.count() == 1


@pytest.mark.shows("Q-47")
def test_whom_they_would_like_told_is_asked_of_them_with_what_is_kept_to_ourselves(cast, signed_in):
    theirs, reach = (reverse(name, args=[cast.individual.public_id]) for name in ("telling:words_page", "people:reach"))
    assert "has not said whom we may tell" in page(signed_in(cast.worker).get(theirs))
    asked = signed_in(cast.user).get(reach)
    assert "Whom would you like us to tell, if we are worried about you?" in page(asked)
    assert "Only if somebody could come to serious harm do we tell others." in page(asked)
    form = next(each for each in forms_on(asked.content.decode(), reach) if "called" in each.values)
    signed_in(cast.user).post(reach, form.values | {"if_worried": "My sister Nia, 01632 960735"})
    assert "would like us to tell: My sister Nia, 01632 960735" in page(signed_in(cast.worker).get(theirs))
