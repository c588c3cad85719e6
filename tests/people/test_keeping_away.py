"""Somebody who works here is not to see a notebook: the individual says so, or they know each other and say so."""

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, all_that_may
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.people import actions, queries
from kith.people.actors import actor_for
from kith.people.models import Individual, KeptAway, Relation, User
from tests.gathered import once_a_file
from tests.goals.cast import gather

OFFICE = Actor.command_line()


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker):
    with once_a_file(django_db_blocker, a_team_with_a_lead) as cast:
        yield cast


def a_team_with_a_lead():
    cast = gather()
    actions.join_team(user=cast.stranger, team=cast.team, by=OFFICE)
    actions.add_account(email="ines@calderford.example", name="Ines Lee", by=OFFICE, is_rights_lead=True)
    return cast


@pytest.fixture
def cast(gathered, db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    return gathered


@pytest.fixture
def lead(cast):
    return User.objects.get(is_rights_lead=True)


def as_(user) -> Actor:
    return actor_for(user, clock.now())


def keep_away(cast, user) -> KeptAway:
    return actions.keep_away(user=user, individual=cast.individual, by=cast.as_individual)


def at(cast, name: str) -> str:
    return reverse(name, args=[cast.individual.public_id])


@pytest.mark.parametrize("who", ["worker", "manager", "stranger", "lead"])
def test_every_way_in_is_shut_at_once(cast, lead, who):
    user = lead if who == "lead" else getattr(cast, who)
    assert all_that_may(as_(user), cast.individual)
    keep_away(cast, user)
    assert not all_that_may(as_(user), cast.individual)
    with pytest.raises(NotPermitted):
        actions.look_urgently(
            individual=cast.individual, reason="danger", words="Her sister rang and was afraid.", by=as_(user)
        )


def test_a_look_that_is_open_and_a_cover_that_is_planned_end_too(cast):
    why = {"reason": "danger", "words": "Her sister rang and was afraid."}
    actions.look_urgently(individual=cast.individual, by=as_(cast.stranger), **why)
    actions.cover(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    keep_away(cast, cast.stranger)
    assert not as_(cast.stranger).ties_to(cast.individual)
    theirs = Relation.objects.filter(user=cast.stranger, individual=cast.individual)
    assert set(theirs.filter(ends_at=None).values_list("kind", flat=True)) == {"kept away"}


def test_it_stays_shut_when_the_record_is_closed(cast, lead):
    keep_away(cast, lead)
    Individual.objects.filter(pk=cast.individual.pk).update(closed_at=clock.now())
    assert not all_that_may(as_(lead), Individual.objects.get(pk=cast.individual.pk))


def test_their_pages_name_the_individual_no_more(cast, client):
    keep_away(cast, cast.manager)
    keep_away(cast, cast.stranger)
    for user, page in (
        (cast.manager, reverse("home:front")),
        (cast.manager, reverse("people:member", args=[cast.team.public_id, cast.worker.public_id])),
        (cast.manager, reverse("moving_on:team", args=[cast.team.public_id])),
    ):
        client.force_login(user)
        assert "Tomos" not in client.get(page).content.decode(), page
    client.force_login(cast.stranger)
    found = client.post(reverse("people:urgent_find", args=[cast.team.public_id]), {"called": "Tomos"})
    assert "Nobody in this team is called exactly that" in found.content.decode()


def test_they_are_told_nothing_and_no_way_leads_back_in(cast):
    keep_away(cast, cast.stranger)
    assert not Letter.objects.filter(to=cast.stranger.email).exists()
    assert cast.stranger not in queries.may_join(cast.individual)
    towards = {"user": cast.stranger, "individual": cast.individual, "by": cast.as_worker}
    for act in (actions.also_work_with, actions.cover):
        with pytest.raises(Refused, match="do not work together"):
            act(**towards)


def test_a_worker_who_is_kept_away_leaves_the_notebook_to_the_manager(cast, client):
    keep_away(cast, cast.worker)
    assert queries.partnership_with(cast.individual) is None
    (letter,) = Letter.objects.filter(kind="to worker: works apart")
    assert letter.to == cast.manager.email and "Tomos" not in letter.body
    client.force_login(cast.manager)
    assert "Looking for a worker" in client.get(reverse("home:front")).content.decode()
    client.post(at(cast, "people:hand_over"), {"who": cast.stranger.public_id})
    assert queries.worker_of(cast.individual) == cast.stranger


def test_only_a_rights_lead_opens_it_again_and_the_individual_is_told_why(cast, lead, client):
    kept = keep_away(cast, cast.stranger)
    for user in (cast.user, cast.worker, cast.manager):
        with pytest.raises(NotPermitted):
            actions.let_back(kept=kept, why="A mistake.", by=as_(user))
    with pytest.raises(Refused, match="say why"):
        actions.let_back(kept=kept, why=" ", by=as_(lead))
    client.force_login(lead)
    client.post(at(cast, "people:let_back"), {"kept": kept.public_id, "why": "Tomos asked me to."})
    assert all_that_may(as_(cast.stranger), cast.individual)
    assert Letter.objects.filter(kind="to individual: something to read", to=cast.user.email).count() == 1


def test_the_page_is_one_press_for_the_individual_and_as_told_for_the_worker(cast, client):
    client.force_login(cast.user)
    page = client.get(at(cast, "people:kept_away")).content.decode()
    assert "You need no reason" in page and "Tomos Reed" not in page
    assert at(cast, "people:kept_away") in client.get(at(cast, "people:shares")).content.decode()
    client.post(at(cast, "people:keep_away"), {"who": cast.manager.public_id})
    client.force_login(cast.worker)
    client.post(at(cast, "people:keep_away"), {"who": cast.stranger.public_id})
    client.force_login(cast.user)
    page = client.get(at(cast, "people:kept_away")).content.decode()
    assert "You said so." in page and "You said so, and Anwen wrote it down." in page
    client.force_login(cast.manager)
    assert client.get(at(cast, "people:kept_away")).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "worker", "manager", "lead"])
def test_whoever_knows_them_says_so_and_sees_nothing_more(cast, lead, client, who):
    user = lead if who == "lead" else getattr(cast, who)
    client.force_login(user)
    assert "Do you know Tomos?" in client.get(at(cast, "people:knows")).content.decode()
    assert client.post(at(cast, "people:knows")).status_code == 302
    assert not all_that_may(as_(user), cast.individual)
    told = set(Letter.objects.filter(kind="to worker: works apart").values_list("to", flat=True))
    assert told == (set() if who == "manager" else {cast.manager.email})


def test_a_worker_who_knows_them_is_told_of_once_and_the_individual_hears_it_too(cast, client):
    client.force_login(cast.worker)
    client.post(at(cast, "people:knows"))
    (letter,) = Letter.objects.filter(kind="to worker: works apart")
    page = at(cast, "people:kept_away")
    assert "needs another worker" in letter.body and page in letter.body and "Tomos" not in letter.body
    assert Letter.objects.filter(kind="to individual: something to read").count() == 1
    client.force_login(cast.manager)
    assert f'href="{at(cast, "people:hand_over")}">Choose another worker' in client.get(page).content.decode()


def test_towards_their_own_notebook_staff_are_the_individual_alone(cast, client):
    for kind in ("management", "membership"):
        Relation.objects.create(kind=kind, user=cast.user, team=cast.team, starts_at=clock.now())
    User.objects.filter(pk=cast.user.pk).update(is_rights_lead=True)
    user = User.objects.get(pk=cast.user.pk)
    assert {tie.role for tie in as_(user).ties_to(cast.individual)} == {"individual"}
    mine = (Permission.READ_PROMPTS, Permission.LOOK_URGENTLY, Permission.GO_OVER_LOOKS, Permission.LET_BACK)
    assert not set(mine) & all_that_may(as_(user), cast.individual)
    why = {"reason": "danger", "words": "Her sister rang and was afraid."}
    look = actions.look_urgently(individual=cast.individual, by=as_(cast.stranger), **why)
    client.force_login(user)
    assert look.public_id not in client.get("/?as=requests").content.decode()
    assert look.public_id not in client.get("/?as=team").content.decode()


def test_nobody_is_kept_away_from_their_own_notebook(cast):
    with pytest.raises(Refused, match="their own"):
        keep_away(cast, cast.user)
