"""From an empty install: a manager makes teams and invites workers, and says how the team works."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.people import actions
from kith.people.kinds import ways_of
from kith.people.models import Relation, Team, User

from .conftest import gather


@pytest.fixture
def cast(db):
    """Its own: other tests here begin with nobody."""
    return gather()


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def invite(cast, by="morgan", team=None, **other):
    asked = {"name": "Noor Field", "email": "noor@calderford.example"} | other
    return actions.invite_worker(team=team or cast.team, by=cast.acts(by), **asked)


def test_from_an_empty_install_to_a_team_with_a_worker_in_four_pages(db):
    boss = actions.first_manager(email="mair@calderford.example", name="Mair Bright", by=Actor.command_line())
    client = signed_in(boss)
    made = client.post(reverse("people:new_team"), {"name": "Calder Valley", "kind": "community"}, follow=True)
    team = Team.objects.get(name="Calder Valley")
    place = reverse("people:invite_worker", args=[team.public_id])
    assert made.redirect_chain[-1][0] == place
    client.post(place, {"name": "Noor Field", "email": "Noor@calderford.example", "role": "works"})
    page = client.get(reverse("people:team_page", args=[team.public_id])).content.decode()
    assert "Noor Field" in page and "Mair Bright" in page
    noor = User.objects.get(email="noor@calderford.example")
    assert signed_in(noor).get(reverse("people:new_notebook")).status_code == 200


@pytest.mark.shows("S2")
def test_a_new_team_says_what_kind_it_is_and_what_follows_stands_beside_each_kind(cast):
    client = signed_in(cast.morgan)
    page = client.get(reverse("people:new_team")).content.decode()
    assert "Today shows the next three months. The next meeting is usually 3 months on, for 60 minutes." in page
    assert "Today shows the next six weeks. The next meeting is usually a month on, for 60 minutes." in page
    client.post(reverse("people:new_team"), {"name": "Far Away", "kind": "assessment"})
    ways = ways_of(Team.objects.get(name="Far Away"))
    assert (ways.gap, ways.ahead_days) == ("3", 92)


def test_a_team_needs_a_name_that_its_manager_has_not_used_and_nothing_typed_is_lost(cast):
    client = signed_in(cast.morgan)
    again = client.post(reverse("people:new_team"), {"name": "riverside", "kind": "older"})
    assert again.status_code == 422
    assert "You have a team called riverside already." in again.content.decode()
    assert 'value="riverside"' in again.content.decode()
    assert client.post(reverse("people:new_team"), {"name": " ", "kind": "older"}).status_code == 422
    assert Team.objects.count() == 2


def test_only_managers_and_administrators_make_teams(cast):
    for name in ("vish", "greg", "tom"):
        assert signed_in(getattr(cast, name)).get(reverse("people:new_team")).status_code == 404
        with pytest.raises(NotPermitted):
            actions.make_team(name="Mine", kind="older", by=cast.acts(name))
    team = actions.make_team(name="By the office", kind="older", by=cast.acts("alex"))
    assert not team.relations.exists()


def test_an_invitation_makes_an_account_and_one_letter_that_says_nothing(cast):
    relation = invite(cast)
    again = invite(cast)
    assert (relation.pk, relation.kind) == (again.pk, Relation.Kind.MEMBERSHIP)
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("noor@calderford.example", "You have a message")
    for word in ("Riverside", "team", "Noor", "Greg", "support", "notebook"):
        assert word not in letter.body
    assert "Morgan has invited you." in letter.body


def test_an_address_that_is_known_just_joins_and_says_nothing_of_elsewhere(cast):
    client, place = signed_in(cast.morgan), reverse("people:invite_worker", args=[cast.team.public_id])
    answers = []
    for email in ("deb@kith.example", "new@calderford.example"):
        typed = {"name": "Sam", "email": email, "role": "works"}
        answer = client.post(place, typed, follow=True).content.decode()
        assert "Hilltop" not in answer
        answers.append("Sam is in the team. A letter is on its way." in answer)
    assert answers == [True, True]
    assert User.objects.filter(email="deb@kith.example").count() == 1
    assert cast.team.relations.filter(user=cast.deb).count() == 1
    assert Letter.objects.count() == 2


def test_an_administrator_names_a_manager_and_never_themselves(cast):
    for manages in (True, False):
        with pytest.raises(Refused, match="Nobody can invite themselves."):
            invite(cast, by="alex", email="Alex@kith.example", manages=manages)
    assert not cast.alex.relations.exists() and not Letter.objects.exists()
    assert invite(cast, by="alex", manages=True).kind == Relation.Kind.MANAGEMENT
    assert invite(cast, email="morgan@kith.example").user == cast.morgan  # a manager may work in the team as well


def test_workers_of_the_team_see_who_is_in_it_and_change_nothing(cast):
    client = signed_in(cast.vish)
    page = client.get(reverse("people:team_page", args=[cast.team.public_id])).content.decode()
    assert "Priya Example" in page and "Invite somebody" not in page
    assert client.get(reverse("people:invite_worker", args=[cast.team.public_id])).status_code == 404
    for name in ("vish", "greg", "deb"):
        with pytest.raises(NotPermitted):
            invite(cast, by=name)


@pytest.mark.shows("S61")
def test_what_is_decided_carries_where_it_comes_from_and_when(cast):
    client, place = signed_in(cast.morgan), reverse("people:ways", args=[cast.team.public_id])
    typed = {"name": "Riverside", "kind": "charity", "reached_at": "01632 960412, mornings"}
    typed |= {"decides": "What you do next.", "does_not_decide": "Your money.", "record_headings": "Said\n\n Agreed "}
    answer = client.post(place, typed)
    assert answer.status_code == 422
    assert "Please write who said what is decided, and when." in answer.content.decode()
    assert "What you do next." in answer.content.decode()
    client.post(place, typed | {"decides_said_by": "Service guide, page 4", "decides_said_on": "2026-03-02"})
    cast.team.refresh_from_db()
    assert cast.team.record_headings == ["Said", "Agreed"]
    page = signed_in(cast.vish).get(reverse("people:team_page", args=[cast.team.public_id])).content.decode()
    assert "From Service guide, page 4, 2 March 2026." in page
    assert "Your money." in page and "01632 960412, mornings" in page


def test_the_usual_words_need_no_source_and_follow_the_kind(cast):
    usual = ways_of(cast.team)
    kept = {"decides": usual.decides, "does_not_decide": usual.does_not_decide}
    by = cast.acts("morgan")
    actions.change_ways(team=cast.team, name="Riverside", kind="charity", by=by, **kept)
    assert (cast.team.decides, cast.team.does_not_decide) == ("", "")
    assert ways_of(cast.team).decides != usual.decides


def test_nobody_leaves_while_somebody_would_be_without_a_worker(cast):
    with pytest.raises(Refused, match="They still work with one person. Hand over first, then they can leave."):
        actions.leave_team(user=cast.vish, team=cast.team, by=cast.acts("morgan"))
    actions.hand_over_partnership(relation=cast.partnership, to=cast.priya, by=cast.acts("morgan"))
    actions.also_work_with(user=cast.vish, individual=cast.mayas, by=cast.acts("morgan"))
    actions.leave_team(user=cast.vish, team=cast.team, by=cast.acts("morgan"))
    assert not cast.vish.relations.filter(ends_at__isnull=True).exists()
    assert signed_in(cast.vish).get(reverse("people:team_page", args=[cast.team.public_id])).status_code == 404


def test_the_last_manager_stays(cast):
    with pytest.raises(Refused, match="A team needs a manager. Invite another one first."):
        actions.leave_team(user=cast.morgan, team=cast.team, by=cast.acts("morgan"))
    invite(cast, manages=True)
    actions.leave_team(user=cast.morgan, team=cast.team, by=cast.acts("morgan"))
    assert not cast.morgan.relations.filter(ends_at__isnull=True).exists()


def test_an_administrator_sees_who_works_here_and_not_with_whom(cast):
    place = reverse("people:member", args=[cast.team.public_id, cast.vish.public_id])
    page = signed_in(cast.alex).get(place).content.decode()
    assert "1 person of this team." in page and "Greg" not in page
    assert "Greg" in signed_in(cast.morgan).get(place).content.decode()


def test_with_several_teams_each_leads_to_the_others(cast):
    actions.make_team(name="Second", kind="older", by=cast.acts("morgan"))
    client = signed_in(cast.morgan)
    assert "Second" in client.get(reverse("people:team_page", args=[cast.team.public_id])).content.decode()
    listed = client.get(reverse("people:teams")).content.decode()
    assert "Riverside" in listed and "Second" in listed and "Hilltop" not in listed


@pytest.mark.shows("S64")
def test_a_worker_shows_at_most_three_interests_and_their_first_name(cast):
    client, place = signed_in(cast.vish), reverse("people:profile")
    empty = client.get(place).content.decode()
    assert "Only your first name, for now." in empty
    typed = {"first": "Football, and United above all", "second": " Walking ", "third": ""}
    page = client.post(place, typed, follow=True).content.decode()
    assert "Football, and United above all · Walking" in page
    with pytest.raises(Refused, match="Three interests are plenty."):
        actions.show_interests(user=cast.vish, interests=["a", "b", "c", "d"], by=cast.acts("vish"))
    with pytest.raises(NotPermitted):
        actions.show_interests(user=cast.priya, interests=["a"], by=cast.acts("vish"))
    gregs = signed_in(cast.greg).get(reverse("people:who", args=[cast.record.public_id])).content.decode()
    assert "Football, and United above all · Walking" in gregs
    assert signed_in(cast.greg).get(place).status_code == 404
