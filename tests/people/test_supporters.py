"""Somebody is let in, comes, and is sent away: with a letter that says nothing, and no word of the end to them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions, links, supporting
from kith.people.letters_to_supporters import ENDS, ENDS_WORKER, INVITATION
from kith.people.models import Relation, Share, SupporterNeeds, User
from tests.letting_in import let_see, lets

SYSTEM = Actor.system()


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def alice(**changed):
    """Nobody here yet."""
    nobody = User(name="Alice Moore", email="alice@elsewhere.example")
    return lets(nobody, "goals", **changed)


def let_in(cast, by="greg", **changed) -> Share:
    return actions.let_see(individual=cast.record, lets=alice(**changed), by=cast.acts(by))


def page_of(share) -> str:
    return reverse("people:come_in", args=[links.written(share.public_id, supporting.SALT)])


@pytest.mark.shows("Q-42")
def test_the_letter_names_nobody_and_an_account_is_made_only_when_they_say_yes(cast):
    share = let_in(cast)
    letter = Letter.objects.get(kind=INVITATION)
    assert page_of(share) in letter.body and letter.to == "alice@elsewhere.example"
    for word in ("Greg", "goal", "team", "Vish", "Riverside"):
        assert word not in letter.body + letter.subject
    assert not User.objects.filter(email=letter.to).exists()
    page = Client().get(page_of(share))  # opening it does nothing
    assert "Greg" not in page.content.decode() and not User.objects.filter(email=letter.to).exists()
    Client().post(page_of(share))
    alice = User.objects.get(email=letter.to)
    assert supporting.shares_for(alice).get() == share and not alice.has_usable_password()
    assert Client().get(page_of(share)).status_code == 404


def test_a_yes_taken_back_before_they_came_leaves_nothing_to_come_to(cast):
    share = let_in(cast)
    letter = Letter.objects.get(kind=INVITATION)
    assert isinstance(gates.ask(letter), gates.Go)
    actions.revoke(share=share, by=cast.acts("greg"))
    assert isinstance(gates.ask(letter), gates.HoldBack)
    assert Client().post(page_of(share)).status_code == 404
    assert not User.objects.filter(email=letter.to).exists()


def test_pressed_twice_it_is_one_yes_and_they_come_once(cast):
    first, again = let_in(cast), let_in(cast)
    assert first == again and Letter.objects.filter(kind=INVITATION).count() == 1
    for _ in range(2):
        actions.come_in(share=Share.objects.get(pk=first.pk), by=Actor.nobody())
    assert Relation.objects.filter(user__email="alice@elsewhere.example").count() == 1


@pytest.mark.shows("Q-48")
def test_a_worker_says_that_they_talked_alone_first_and_at_each_renewal(cast):
    with pytest.raises(Refused, match="talk with them alone first"):
        let_in(cast, by="vish")
    share = let_in(cast, by="vish", talked_alone=True, on_paper=True)
    assert (share.how, share.told_to, share.talked_alone) == ("paper", cast.vish, True)
    with pytest.raises(Refused, match="talk with them alone first"):
        actions.let_go_on(share=share, by=cast.acts("vish"))
    ends = share.ends_at
    assert actions.let_go_on(share=share, talked_alone=True, by=cast.acts("vish")).ends_at > ends
    for name in ("tom", "maya", "priya", "alex"):
        with pytest.raises(NotPermitted):
            let_in(cast, by=name, talked_alone=True)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"email": "greg@kith.example"}, "address of whose page it is"),
        ({"email": "vish@kith.example"}, "works here and sees it already"),
        ({"email": "alice"}, "whole email address"),
        ({"purpose": " "}, "what for"),
        ({"new_too": ()}, "at least one thing"),
        ({"months": 60}, "choose from what stands there"),
    ],
)
def test_reasons_against_are_said_in_words(cast, changed, why):
    with pytest.raises(Refused, match=why):
        let_in(cast, **changed)
    assert not Share.objects.exists()


@pytest.mark.shows("Q-09", "Q-12")
def test_the_individual_is_asked_before_it_ends_once_and_whoever_sees_it_hears_nothing(cast):
    share = let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))
    before = Letter.objects.count()
    assert not actions.ask_before_the_end(by=SYSTEM)
    with clock.at(share.ends_at - timedelta(days=10)):
        for _ in range(2):
            actions.ask_before_the_end(by=SYSTEM)
    [letter] = Letter.objects.order_by("pk")[before:]
    assert (letter.kind, letter.to) == (ENDS, cast.greg.email)
    with clock.at(share.ends_at + timedelta(minutes=1)):
        assert not supporting.shares_for(cast.tom).exists()


def test_where_no_letter_would_help_their_worker_is_asked_to_talk_with_them(cast):
    share = let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))
    cast.record.reached_by = "in person"
    cast.record.save()
    with clock.at(share.ends_at - timedelta(days=10)):
        actions.ask_before_the_end(by=SYSTEM)
    letter = Letter.objects.get(kind=ENDS_WORKER)
    assert letter.to == cast.vish.email and "Tom" not in letter.body and "Greg" not in letter.body


@pytest.mark.shows("Q-62")
def test_whoever_is_let_in_says_what_makes_it_easier_and_it_is_used_and_seen(cast):
    let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))
    toms, gregs = Client(), Client()
    toms.force_login(cast.tom)
    gregs.force_login(cast.greg)
    typed = {"print_size": "large", "easy_words": "yes", "language_note": "Welsh", "easier": "Ring twice"}
    assert toms.post(reverse("people:own_needs"), typed).status_code == 302
    assert 'value="Welsh"' in toms.get(reverse("people:own_needs")).content.decode()
    page = gregs.get(reverse("people:shares", args=[cast.record.public_id])).content.decode()
    assert "Large print. Short and easy words. Welsh. Ring twice." in page
    let_see(cast.record, cast.tom, "needs", by=cast.acts("greg"))
    assert "If you would rather not" not in Letter.objects.filter(kind=INVITATION).latest("pk").body
    assert gregs.get(reverse("people:own_needs")).status_code == 404


@pytest.mark.shows("Q-62")
def test_a_year_later_they_are_asked_once_and_one_press_says_that_nothing_has_changed(cast, client):
    let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))
    client.force_login(cast.tom)
    front, needs = reverse("home:front"), reverse("people:own_needs")
    client.post(needs, {"easier": "Ring twice"})
    assert "Is this still right?" not in client.get(front).content.decode()
    SupporterNeeds.objects.update(told_on=clock.today() - timedelta(days=366))
    assert "easier for you: Ring twice." in client.get(front).content.decode()
    page = client.post(needs, {"nothing_changed": "yes"}, follow=True).content.decode()
    assert "It stays as it is." in page and "Is this still right?" not in page
    kept = SupporterNeeds.objects.get(user=cast.tom)
    assert (kept.easier, kept.told_on) == ("Ring twice", clock.today())
