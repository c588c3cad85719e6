"""An account rests from one moment to the next: nobody comes in by it, and nobody waits for whoever is away."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import two_places
from kith.conversations.models import Draft
from kith.goals import actions as goals
from kith.messaging import actions as messaging
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.people.queries import account_of, worker_of
from kith.upkeep import actions
from tests.upkeep.conftest import to_individuals, wait_for


@pytest.fixture
def alex(db) -> User:
    office = Actor.command_line()
    return people.add_account(email="alex@kith.example", name="Alex Hill", by=office, is_administrator=True)


@pytest.fixture
def client(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    return Client()


def rests(team, alex) -> None:
    actions.rest(user=team.anwen, by=team.acts(alex))


@pytest.mark.shows("Q-02")
def test_every_page_that_is_open_stops_at_its_next_press(midday, alex, client):
    client.force_login(midday.anwen)
    rests(midday, alex)
    place = reverse("conversations:write_up", args=[midday.tomos.public_id])
    assert client.post(place, {"shared": "Half typed"})["Location"].startswith("/account/login/")
    assert account_of("anwen@calderford.example") is None


def token_on(browser: Client, place: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(place).content.decode())[1]


def comes_in(browser: Client, user: User) -> None:
    """With a code from a letter, as in life."""
    kept = {"csrfmiddlewaretoken": token_on(browser, "/account/login/")}
    to_type = browser.post("/account/login/", {"login": user.email} | kept).url
    code = re.search(r"^(\d{6}) is your code", Letter.objects.latest("pk").body)[1]
    browser.post(to_type, {"code": code, "csrfmiddlewaretoken": token_on(browser, to_type)})
    assert "_auth_user_id" in browser.session


def test_what_was_being_typed_is_kept_and_is_there_when_they_come_in_again(team, alex, client):
    cache.clear()
    browser = Client(enforce_csrf_checks=True)
    comes_in(browser, team.anwen)
    place = reverse("conversations:write_up", args=[team.tomos.public_id])
    typed = {"csrfmiddlewaretoken": token_on(browser, place), "shared": "We walked to the river."}
    rests(team, alex)
    answer = browser.post(place, typed, headers={"referer": f"http://testserver{place}"})
    assert answer.status_code == 302 and answer["Location"].startswith("/account/login/")
    actions.wake(user=team.anwen, by=team.acts(alex))
    comes_in(browser, team.anwen)
    page = browser.get(place).content.decode()
    assert "We walked to the river." in page and "Your words are back" in page


@pytest.mark.shows("Q-50")
def test_what_waited_for_them_waits_for_the_team_and_nobody_is_told_yet(midday, alex):
    rests(midday, alex)
    waiting = Message.objects.filter(state="waiting")
    assert {(each.owner, each.turn) for each in waiting} == {(None, Message.Turn.MANAGER)}
    assert not to_individuals().exists()
    assert worker_of(midday.tomos).pk == midday.anwen.pk


def test_the_manager_is_asked_who_looks_after_people_and_then_they_are_told(midday, alex, client):
    rests(midday, alex)
    client.force_login(midday.cast.manager)
    page = client.get("/").content.decode()
    assert "Anwen’s account rests" in page and "4 people wait for somebody." in page
    for each in (*midday.hers, midday.dai):
        assert reverse("people:cover", args=[each.public_id]) in page
    takes_over = midday.all_to(midday.noor)
    actions.leave(user=midday.anwen, team=midday.cast.team, takes_over=takes_over, by=midday.as_manager)
    assert to_individuals().count() == 2
    assert "account rests" not in client.get("/").content.decode()


def told(kind: str = "to worker: an account rests") -> dict[str, str]:
    return dict(Letter.objects.filter(kind=kind).values_list("to", "body"))


def test_the_manager_is_told_at_once_in_one_letter_of_all_that_waits(midday, alex):
    goals.add_step(individual=midday.bea, words="Ring Sam", owner="worker", by=midday.acts(midday.anwen))
    User.objects.filter(pk=midday.cast.manager.pk).update(hears=["to worker: a message"])
    rests(midday, alex)
    assert Letter.objects.filter(to=midday.cast.manager.email).count() == 1
    letter = told()[midday.cast.manager.email]
    assert "Anwen’s account rests. What waits for somebody: 4 people, 5 messages, 1 begun page, 2 promises." in letter
    assert not {"Tomos", "Bea", "Cai", "Dai"} & set(re.findall(r"\w+", letter))


def test_what_was_begun_goes_to_whoever_is_there_and_else_along_with_whoever_takes_over(midday, alex, client):
    rests(midday, alex)
    assert not Draft.objects.filter(author=midday.anwen, individual=midday.dai).exists()
    assert two_places.typed_in(Draft.objects.get(author=midday.noor))["shared"] == "We talked, Dai and I."
    assert "rushed" not in Draft.objects.get(author=midday.noor).typed
    assert Draft.objects.filter(author=midday.anwen, individual=midday.tomos).exists()  # nobody is there for Tomos
    client.force_login(midday.cast.manager)
    assert "Left as it was: 1 begun page, 1 promise." in client.get("/").content.decode()
    takes_over = midday.all_to(midday.noor)
    actions.leave(user=midday.anwen, team=midday.cast.team, takes_over=takes_over, by=midday.as_manager)
    assert not Draft.objects.filter(author=midday.anwen).exists()


def test_what_waited_for_the_team_is_the_new_worker_s_and_they_are_told(midday, alex):
    rests(midday, alex)
    takes_over = midday.all_to(midday.noor)
    actions.leave(user=midday.anwen, team=midday.cast.team, takes_over=takes_over, by=midday.as_manager)
    assert {each.owner for each in Message.objects.filter(individual__in=midday.hers)} == {midday.noor}
    assert midday.noor.email in told("to worker: a message")


@pytest.mark.parametrize("without", ["a team", "a manager"])
def test_where_nobody_manages_whoever_looks_after_accounts_is_told(team, alex, client, without):
    if without == "a team":
        Individual.objects.filter(pk=team.tomos.pk).update(team=None)
    else:
        User.objects.filter(pk=team.cast.manager.pk).update(is_active=False)
    wait_for(team, team.tomos)
    rests(team, alex)
    assert alex.email in told()
    tomos = Individual.objects.get(pk=team.tomos.pk)
    messaging.write(individual=tomos, words="Is anybody there?", by=team.cast.as_individual)
    assert alex.email in told("to worker: nobody has read this")
    client.force_login(alex)
    page = client.get("/").content.decode()
    assert "2 messages wait for somebody, and there is no manager to see to it." in page


def test_somebody_can_cover_meanwhile(midday, alex):
    rests(midday, alex)
    people.cover(user=midday.noor, individual=midday.tomos, by=midday.as_manager)
    assert midday.acts(midday.noor).ties_to(midday.tomos)


def test_it_is_woken_up_again_and_what_went_to_the_team_stays_there(midday, alex, client):
    client.force_login(midday.anwen)
    rests(midday, alex)
    actions.wake(user=midday.anwen, by=midday.acts(alex))
    assert account_of("anwen@calderford.example") == midday.anwen
    assert client.get("/").status_code == 302
    assert not Message.objects.filter(owner=midday.anwen).exists()
    client.force_login(User.objects.get(pk=midday.anwen.pk))
    assert client.get("/").status_code == 200


def test_only_who_looks_after_accounts_may_and_never_with_their_own(midday, alex):
    for somebody in (midday.cast.manager, midday.noor, midday.cast.user):
        with pytest.raises(NotPermitted):
            actions.rest(user=midday.anwen, by=midday.acts(somebody))
        with pytest.raises(NotPermitted):
            actions.wake(user=midday.anwen, by=midday.acts(somebody))
    with pytest.raises(Refused, match="This is your own account."):
        actions.rest(user=alex, by=midday.acts(alex))
    with pytest.raises(Refused, match="Somebody has to look after accounts."):
        actions.rest(user=alex, by=Actor.command_line())


def test_a_press_too_many_is_answered_in_words(midday, alex):
    rests(midday, alex)
    with pytest.raises(Refused, match="Anwen’s account rests already."):
        rests(midday, alex)
    actions.wake(user=midday.anwen, by=midday.acts(alex))
    with pytest.raises(Refused, match="Anwen’s account is awake already."):
        actions.wake(user=midday.anwen, by=midday.acts(alex))


def test_the_page_of_an_account(midday, alex, client):
    client.force_login(alex)
    place = reverse("upkeep:account", args=[midday.anwen.public_id])
    assert place in client.get("/").content.decode()
    assert "This account rests from now on" in client.get(place).content.decode()
    assert "Anwen Hollis’s account rests now." in client.post(place, {"do": "rest"}, follow=True).content.decode()
    again = client.post(place, {"do": "rest"})
    assert again.status_code == 422 and "rests already" in again.content.decode()
    assert ">rests<" in client.get("/").content.decode()
    assert "is awake now" in client.post(place, {"do": "wake"}, follow=True).content.decode()
    own = client.get(reverse("upkeep:account", args=[alex.public_id])).content.decode()
    assert "<button" not in own.split("<main", 1)[1] and "Somebody else can let it rest." in own


def test_nobody_else_finds_that_page(midday, alex, client):
    place = reverse("upkeep:account", args=[midday.anwen.public_id])
    for somebody in (midday.cast.manager, midday.anwen, midday.cast.user):
        client.force_login(somebody)
        assert client.get(place).status_code == client.post(place, {"do": "rest"}).status_code == 404
        assert client.post(reverse("upkeep:try_again")).status_code == 404
