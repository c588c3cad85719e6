"""A worker leaves in the middle of the day: everything has a new owner at once, and each individual is told once."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import trail
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations import queries as about_conversations
from kith.conversations import two_places
from kith.conversations.models import BroughtIn, Draft
from kith.goals.queries import owners_of
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import reaching
from kith.people.models import User
from kith.people.queries import partnership_with, worker_of
from kith.upkeep import actions, queries
from tests.letting_in import related
from tests.upkeep.conftest import to_individuals, wait_for


def leaves(team, to: User | None = None, by: Actor | None = None) -> bool:
    by = by or team.as_manager
    return actions.leave(user=team.anwen, team=team.cast.team, takes_over=team.all_to(to or team.noor), by=by)


@pytest.fixture
def client(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    return Client()


@pytest.mark.shows("Q-50")
@pytest.mark.fault("F-21")
def test_everything_has_a_new_owner_and_each_individual_is_told_once(midday):
    assert leaves(midday)
    assert [worker_of(each) for each in midday.hers] == [midday.noor] * 3
    for each in midday.hers:
        assert to_individuals().filter(individual_ref=each.public_id).count() == (0 if each == midday.bea else 1)
        told = TrailEntry.objects.filter(chain=each.public_id, what="partnership handed over")
        assert told.count() == 1
    assert set(to_individuals().values_list("kind", flat=True)) == {reaching.NEW_WORKER}
    waiting = Message.objects.filter(state="waiting")
    assert {each.owner for each in waiting.filter(individual__isnull=False)} == {midday.noor}
    assert {(each.owner, each.turn) for each in waiting.filter(individual=None)} == {(None, Message.Turn.MANAGER)}
    assert not Draft.objects.filter(author=midday.anwen).exists()
    assert [each.words for each in about_conversations.open_prompts(midday.tomos)] == ["Ask about Sam"]
    assert owners_of(midday.tomos).worker == "Noor"
    assert not midday.anwen.relations.filter(ends_at=None).exists()
    assert trail.verify() == []


def test_each_trail_says_once_what_was_passed_on(midday):
    leaves(midday)
    lines = TrailEntry.objects.filter(what="what was begun passed on")
    told = {(line.chain, line.detail) for line in lines}
    assert len(lines) == 3
    assert told == {
        (midday.tomos.public_id, "messages: 2, pages begun: 1"),
        (midday.bea.public_id, "messages: 1, pages begun: 0"),
        (midday.dai.public_id, "messages: 1, pages begun: 1"),
    }


def test_the_shared_part_of_a_half_written_page_goes_along_and_the_private_part_stays_theirs(midday):
    leaves(midday)
    for each in (midday.tomos, midday.dai):
        draft = about_conversations.draft_of(each, midday.noor.pk)
        typed = two_places.typed_in(draft)
        assert typed["shared"] == f"We talked, {each.called} and I."
        assert "rushed" not in draft.typed + draft.beside
    kept = BroughtIn.objects.filter(author=midday.anwen)
    assert [each.words for each in kept] == ["I rushed it."] * 2
    assert not about_conversations.last_reflection(midday.tomos, midday.noor.pk)


def test_what_the_new_worker_was_writing_stands_beside_it(midday):
    by = midday.acts(midday.noor)
    conversations.save_draft(individual=midday.dai, typed={"shared": "Noor’s own.", "page": "two"}, by=by)
    leaves(midday)
    draft = about_conversations.draft_of(midday.dai, midday.noor.pk)
    assert two_places.typed_in(draft)["shared"] == "Noor’s own."
    assert [each["shared"] for each in two_places.beside(draft).values()] == ["We talked, Dai and I."]
    both = conversations.settle_draft(individual=midday.dai, keep="both", by=by)
    assert two_places.typed_in(both)["shared"] == "Noor’s own.\n\nWe talked, Dai and I."


def test_the_new_worker_finds_it_on_the_page_with_a_name(midday, client):
    by = midday.acts(midday.noor)
    conversations.save_draft(individual=midday.dai, typed={"shared": "Noor’s own.", "page": "two"}, by=by)
    leaves(midday)
    client.force_login(midday.noor)
    page = client.get(reverse("conversations:write_up", args=[midday.dai.public_id])).content.decode()
    assert "Handed over to you" in page and "We talked, Dai and I." in page
    page = client.get(reverse("conversations:write_up", args=[midday.tomos.public_id])).content.decode()
    assert "We talked, Tomos and I." in page and "rushed" not in page


def test_a_page_open_in_two_places_goes_along_whole(team):
    by = team.acts(team.anwen)
    for page, words in (("one", "Here."), ("two", "There.")):
        typed = {"shared": words, "reflection": f"Mine: {words}", "page": page}
        conversations.save_draft(individual=team.tomos, typed=typed, by=by)
    leaves(team)
    draft = about_conversations.draft_of(team.tomos, team.noor.pk)
    found = [two_places.typed_in(draft), *two_places.beside(draft).values()]
    assert [each["shared"] for each in found] == ["Here.", "There."]
    assert BroughtIn.objects.get().words == "Mine: Here.\n\nMine: There."


def test_a_page_with_private_thoughts_alone_leaves_nothing_to_the_new_worker(team):
    by = team.acts(team.anwen)
    conversations.save_draft(individual=team.tomos, typed={"reflection": "Only mine.", "place": "At home"}, by=by)
    leaves(team)
    assert about_conversations.draft_of(team.tomos, team.noor.pk) is None
    assert BroughtIn.objects.get().author == team.anwen


@pytest.mark.fault("F-21")
def test_an_account_that_is_needed_for_nothing_else_rests_and_is_signed_out_everywhere(midday):
    at_work, at_home, other = Client(), Client(), Client()
    for each in (at_work, at_home):
        each.force_login(midday.anwen)
    other.force_login(midday.noor)
    assert leaves(midday)
    anwen = User.objects.get(pk=midday.anwen.pk)
    assert not anwen.is_active
    assert queries.sessions_of(anwen) == []
    for each in (at_work, at_home):
        assert each.get("/")["Location"].startswith("/account/login/")
    assert len(queries.sessions_of(midday.noor)) == 1
    assert not anwen.phrases.filter(put_away_at=None).exists()


@pytest.mark.parametrize("still", ["another team", "an office", "a notebook", "somebody who lets them in"])
def test_an_account_that_is_needed_stays(midday, still):
    office = Actor.command_line()
    if still == "another team":
        people.join_team(user=midday.anwen, team=people.create_team(name="Hill", by=office), by=office)
    if still == "an office":
        User.objects.filter(pk=midday.anwen.pk).update(is_rights_lead=True)
    if still == "a notebook":
        hill = people.create_team(name="Hill", by=office)
        people.open_partnership(worker=midday.noor, team=hill, called="Anwen", user=midday.anwen, by=office)
    if still == "somebody who lets them in":
        related(midday.tomos, midday.anwen, by=midday.cast.as_individual)
    assert not leaves(midday)
    anwen = User.objects.get(pk=midday.anwen.pk)
    assert anwen.is_active and anwen.phrases.filter(put_away_at=None).exists()


def test_what_she_has_in_another_team_stays_hers(midday):
    office = Actor.command_line()
    hill = people.create_team(name="Hill", by=office)
    people.join_team(user=midday.anwen, team=hill, by=office)
    efa = people.open_partnership(worker=midday.anwen, team=hill, called="Efa", by=office).individual
    message = wait_for(midday, efa)
    Message.objects.filter(pk=message.pk).update(team=hill)
    leaves(midday)
    message.refresh_from_db()
    assert message.owner == midday.anwen and worker_of(efa) == midday.anwen


def test_pressed_twice_they_leave_once(midday):
    assert leaves(midday)
    assert leaves(midday)
    assert to_individuals().count() == 2


def test_different_people_may_take_over(team):
    takes_over = team.all_to(team.noor) | {team.bea.public_id: team.cast.manager}
    actions.leave(user=team.anwen, team=team.cast.team, takes_over=takes_over, by=team.as_manager)
    assert [worker_of(each) for each in team.hers] == [team.noor, team.cast.manager, team.noor]


def test_nothing_happens_unless_all_of_it_can(midday):
    takes_over = {midday.tomos.public_id: midday.noor}
    with pytest.raises(Refused, match="Who takes over with Bea"):
        actions.leave(user=midday.anwen, team=midday.cast.team, takes_over=takes_over, by=midday.as_manager)
    assert worker_of(midday.tomos) == midday.anwen and not Letter.objects.exists()


def test_nobody_hands_to_themselves(team):
    with pytest.raises(Refused, match="Anwen is leaving. Please choose somebody else for"):
        leaves(team, to=team.anwen)


def test_nobody_becomes_their_own_worker(team):
    office = Actor.command_line()
    person = people.add_account(email="cai@calderford.example", name="Cai Lowe", by=office)
    type(team.cai).objects.filter(pk=team.cai.pk).update(user=person)
    people.join_team(user=person, team=team.cast.team, by=office)
    with pytest.raises(Refused, match="Nobody can be their own worker. Please choose somebody else for Cai."):
        leaves(team, to=person)


def test_the_last_manager_stays_until_there_is_another(team):
    mair, office = team.cast.manager, Actor.command_line()
    going = {"user": mair, "team": team.cast.team, "takes_over": {}}
    with pytest.raises(Refused, match="A team needs a manager. Invite another one first."):
        actions.leave(**going, by=team.as_manager)
    people.appoint_manager(user=team.noor, team=team.cast.team, by=office)
    assert actions.leave(**going, by=team.as_manager)


def test_only_who_manages_the_team_may(team):
    for somebody in (team.anwen, team.noor, team.cast.user):
        with pytest.raises(NotPermitted):
            leaves(team, by=team.acts(somebody))


def test_an_administrator_names_nobody(team, client):
    alex = people.add_account(email="alex@kith.example", name="Alex", by=Actor.command_line(), is_administrator=True)
    with pytest.raises(Refused, match="The team’s manager names who takes over."):
        leaves(team, by=team.acts(alex))
    client.force_login(alex)
    page = client.get(reverse("upkeep:leaves", args=[team.cast.team.public_id, team.anwen.public_id])).content.decode()
    assert "The team’s manager names who takes over." in page and "Tomos" not in page


def place_of(team, who: User | None = None) -> str:
    return reverse("upkeep:leaves", args=[team.cast.team.public_id, (who or team.anwen).public_id])


def test_the_page_of_somebody_who_works_with_nobody_needs_no_choice(team, client):
    client.force_login(team.cast.manager)
    page = client.get(place_of(team, team.cast.manager)).content.decode()
    assert "Nothing waits for Mair here." in page and "Mair leaves now" in page
    assert "Who takes over?" not in page


def test_the_page_tells_in_numbers_what_moves(midday, client):
    client.force_login(midday.cast.manager)
    page = " ".join(re.sub(r"<[^>]+>", " ", client.get(place_of(midday)).content.decode()).split())
    for words in (
        "3 notebooks handed over",
        "2 half-written pages",
        "5 messages",
        "1 person they helped beside a worker",
    ):
        assert words in page
    assert "Anwen leaves now" not in page


def test_the_page_shows_what_happens_and_then_it_happens_in_one_press(midday, client):
    client.force_login(midday.cast.manager)
    chosen = {"everybody": midday.noor.public_id, f"for_{midday.bea.public_id}": midday.cast.manager.public_id}
    shown = client.post(place_of(midday), chosen | {"do": "show"}).content.decode()
    assert "From now on Noor is there for you, in place of Anwen." in shown
    assert "&#x27;words&#x27;" not in shown
    assert "2 people get a letter like this" in shown and "Anwen leaves now" in shown
    assert "1 person gets no letter." in shown and "<p>Bea</p>" in shown
    assert worker_of(midday.tomos) == midday.anwen
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', shown))
    sent.pop("csrfmiddlewaretoken", None)
    assert sent == chosen
    done = client.post(place_of(midday), sent | {"do": "leave"}, follow=True)
    assert "Anwen Hollis has left Calder Valley." in done.content.decode()
    assert [worker_of(each) for each in midday.hers] == [midday.noor, midday.cast.manager, midday.noor]
    assert client.post(place_of(midday), sent | {"do": "leave"}).status_code == 404


def test_without_a_choice_the_page_asks_and_loses_nothing(midday, client):
    client.force_login(midday.cast.manager)
    chosen = {f"for_{midday.bea.public_id}": midday.noor.public_id, "do": "leave"}
    answer = client.post(place_of(midday), chosen)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Please choose who takes over, for all or person by person." in page
    assert f'value="{midday.noor.public_id}" checked' in re.sub(r"\s+", " ", page) or page.count(" checked") == 3
    assert worker_of(midday.bea) == midday.anwen


def test_a_partnership_that_ended_opens_nothing(midday, client):
    User.objects.filter(pk=midday.anwen.pk).update(is_rights_lead=True)
    client.force_login(midday.anwen)
    leaves(midday)
    place = reverse("conversations:write_up", args=[midday.tomos.public_id])
    assert client.get(place).status_code == client.post(place, {"shared": "Late"}).status_code == 404
    assert partnership_with(midday.tomos).user == midday.noor
