"""A worker opens a notebook, and invites the person, or not."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions
from kith.people.models import Individual, User

NEW = "people:new_notebook"


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def opened(cast, **about) -> Individual:
    typed = {"called": "Sam"} | about
    return actions.open_notebook(team=cast.team, by=cast.acts("vish"), **typed).individual


def invite(individual, cast, email="sam@calderford.example", channel="email", by="vish"):
    by = cast.acts(by, clock.now())
    return actions.invite_individual(individual=individual, email=email, channel=channel, by=by)


def test_only_a_name_is_needed_and_nobody_is_told(cast):
    client = signed_in(cast.vish)
    answer = client.post(reverse(NEW), {"called": "Sam", "opened_from": "abc"}, follow=True)
    sam = Individual.objects.get(called="Sam")
    assert answer.redirect_chain[-1][0] == reverse("people:invite", args=[sam.public_id])
    assert "Sam’s notebook is open. Nobody was told." in answer.content.decode()
    assert (sam.reached_by, sam.user, sam.team) == ("in person", None, cast.team)
    assert not Letter.objects.exists()
    assert client.get(reverse("home:person", args=[sam.public_id])).status_code == 200


def test_pressed_twice_it_opens_one(cast):
    client = signed_in(cast.vish)
    for _ in range(2):
        client.post(reverse(NEW), {"called": "Sam", "opened_from": "abc"})
    client.post(reverse(NEW), {"called": "Sam", "opened_from": "another page"})
    assert Individual.objects.filter(called="Sam").count() == 2


def test_the_address_of_a_new_notebook_is_nobody_s_page(cast):
    assert reverse(NEW) == "/people/new/"
    assert "Open a notebook" in signed_in(cast.vish).get("/people/new/").content.decode()


def test_whoever_works_in_no_team_opens_none(cast):
    for name in ("greg", "tom", "ines", "alex"):
        assert signed_in(getattr(cast, name)).get(reverse(NEW)).status_code == 404
        with pytest.raises(NotPermitted):
            actions.open_notebook(team=cast.team, called="Sam", by=cast.acts(name))
    with pytest.raises(NotPermitted):
        actions.open_notebook(team=cast.other_team, called="Sam", by=cast.acts("vish"))


def test_a_worker_of_two_teams_chooses(cast):
    actions.join_team(user=cast.deb, team=cast.team, by=cast.acts("morgan"))
    client = signed_in(cast.deb)
    assert client.post(reverse(NEW), {"called": "Sam"}).status_code == 422
    client.post(reverse(NEW), {"called": "Sam", "team": cast.other_team.public_id})
    assert Individual.objects.get(called="Sam").team == cast.other_team


def test_an_address_somebody_has_is_answered_with_a_sentence_that_tells_nothing_of_whose(cast):
    client = signed_in(cast.vish)
    opened(cast, called="First", email="first@calderford.example")
    for email in ("Deb@kith.example", "first@calderford.example"):
        answer = client.post(reverse(NEW), {"called": "Sam", "email": email})
        words = answer.content.decode()
        assert answer.status_code == 422
        assert "This address cannot be used here. Another one can, or a printed code." in words
        assert email in words and "Deb Example" not in words and "First" not in words
    assert not Individual.objects.filter(called="Sam").exists()


def test_the_letter_is_shown_exactly_as_it_goes_and_goes_at_the_press_alone(cast):
    sam = opened(cast, email="sam@calderford.example", reached_by="email")
    client, place = signed_in(cast.vish), reverse("people:invite", args=[sam.public_id])
    shown = client.get(place)
    assert not Letter.objects.exists() and not User.objects.filter(email="sam@calderford.example").exists()
    for _ in range(2):
        client.post(place, {"email": "sam@calderford.example", "do": "email"})
    letter = Letter.objects.get()
    assert letter.body == shown.context["letter"]
    assert gates.ask(letter) == gates.Go(to="sam@calderford.example", to_name="Sam")
    for word in ("support", "team", "Riverside", "health", "notebook"):
        assert word not in letter.body
    sam.refresh_from_db()
    assert (sam.user.email, sam.user.name, sam.email) == ("sam@calderford.example", "Sam", "")


def test_an_invitation_leaves_however_they_like_to_be_reached_and_other_letters_do_not(cast):
    sam = opened(cast, reached_by="phone", phone="01632 960412")
    invite(sam, cast)
    letter = Letter.objects.get()
    assert isinstance(gates.ask(letter), gates.Go)
    letter.kind = "to individual: something else"
    assert isinstance(gates.ask(letter), gates.HoldBack)


def test_until_they_came_the_address_is_put_right(cast):
    sam = opened(cast)
    invite(sam, cast, email="san@calderford.example")
    invite(sam, cast)
    assert [letter.to for letter in Letter.objects.order_by("pk")] == [
        "san@calderford.example",
        "sam@calderford.example",
    ]
    user = User.objects.get(individual=sam)
    assert user.email == "sam@calderford.example"
    User.objects.filter(pk=user.pk).update(last_login=clock.now())
    sam.refresh_from_db()
    with pytest.raises(Refused, match="Sam has signed in already."):
        invite(sam, cast, email="other@calderford.example")
    assert (
        "There is nothing to do."
        in signed_in(cast.vish).get(reverse("people:invite", args=[sam.public_id])).content.decode()
    )


def test_by_text_without_a_way_out_the_words_are_to_be_copied(cast, settings):
    settings.KITH_DEMO = False
    sam = opened(cast, phone="07700 900123", reached_by="text")
    client, place = signed_in(cast.vish), reverse("people:invite", args=[sam.public_id])
    answer = client.post(place, {"email": "sam@calderford.example", "do": "text"}, follow=True).content.decode()
    assert "Now copy the words into your own phone." in answer
    assert "Vish here." in answer and "with sam@calderford.example" in answer
    assert not Letter.objects.exists()


def test_by_text_with_a_way_out_the_text_leaves(cast, settings):
    settings.KITH_DEMO = True
    sam = opened(cast, phone="07700 900123", reached_by="text")
    invite(sam, cast, channel="text")
    letter = Letter.objects.get()
    assert (letter.channel, letter.to) == ("text", "+447700900123")
    assert isinstance(gates.ask(letter), gates.Go)


def test_somebody_with_a_card_gets_an_address_later(cast):
    sam = opened(cast)
    actions.print_card(individual=sam, by=cast.acts("vish", clock.now()))
    invite(sam, cast)
    sam.refresh_from_db()
    assert sam.user.email == "sam@calderford.example"


def test_without_an_address_the_page_says_what_is_needed(cast):
    sam = opened(cast)
    answer = signed_in(cast.vish).post(reverse("people:invite", args=[sam.public_id]), {"email": "", "do": "email"})
    assert answer.status_code == 422
    assert "Please write an email address." in answer.content.decode()
    assert "Print a card" in answer.content.decode()


def test_the_individual_reads_how_they_sign_in_and_invites_nobody(cast):
    client, place = signed_in(cast.greg), reverse("people:invite", args=[cast.record.public_id])
    assert "You sign in with greg@kith.example." in client.get(place).content.decode()
    client.post(place, {"email": "other@calderford.example", "do": "email"})
    assert not Letter.objects.exists()


def test_how_to_reach_somebody_is_put_right_by_either(cast):
    place = reverse("people:reach", args=[cast.record.public_id])
    typed = {"called": "Greg", "reached_by": "text", "phone": "07700 900123"}
    assert signed_in(cast.greg).post(place, typed).status_code == 302
    cast.record.refresh_from_db()
    assert (cast.record.reached_by, cast.record.phone) == ("text", "+447700900123")
    wrong = signed_in(cast.vish).post(place, typed | {"phone": "no idea"})
    assert wrong.status_code == 422 and 'value="no idea"' in wrong.content.decode()
    assert cast.greg.email in signed_in(cast.vish).get(place).content.decode()
