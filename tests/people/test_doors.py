"""Doors open while a relation lives, and to others look like nothing at all."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import path, reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, permit
from kith.access.refusal import Refused
from kith.config.urls import urlpatterns as addresses
from kith.people import actions
from kith.people.doors import individual_page, self_page
from kith.people.models import Relation, Share
from tests.letting_in import let_see


@individual_page(Permission.READ_GOALS)
def goals(request, individual):
    return HttpResponse(individual.called)


@individual_page(Permission.WRITE_GOALS, trails=False)
def saves(request, individual):
    return HttpResponse("saved")


@self_page
def refuses(request):
    raise Refused("It is too early for that.")


@self_page
def asks_too_much(request):
    permit(request.actor, Permission.MANAGE_ACCOUNTS)


urlpatterns = [
    path("p/<str:individual>/goals/", goals),
    path("p/<str:individual>/save/", saves),
    path("refuses/", refuses),
    path("asks-too-much/", asks_too_much),
    *addresses,
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def visit(cast, client):
    """Signs somebody in and gives the answer to Greg's goals, or to another address."""

    def go(name, address=None):
        client.force_login(getattr(cast, name))
        return client.get(address or f"/p/{cast.record.public_id}/goals/")

    return go


def test_those_with_a_relation_come_in(visit):
    for name in ("greg", "vish", "morgan"):
        assert visit(name).content == b"Greg", name


def bare(answer) -> str:
    """The page byte for byte, but for the form key that is new at every visit, and the address that was asked for."""
    page = answer.content.decode().replace(answer.request["PATH_INFO"], "")
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w{64}', r"\1", page)


@pytest.mark.shows("Q-42")
@pytest.mark.parametrize("name", ["priya", "deb", "maya", "tom", "ines", "alex"])
def test_what_is_not_theirs_and_what_is_not_there_answer_alike(cast, client, visit, name):
    not_theirs = visit(name)
    not_there = client.get(f"/p/{'a' * 16}/goals/")
    assert (not_theirs.status_code, not_there.status_code) == (404, 404)
    assert bare(not_theirs) == bare(not_there)
    assert sorted(not_theirs.headers) == sorted(not_there.headers)


@pytest.mark.shows("Q-09")
def test_a_supporter_sees_what_was_shared_and_no_more(cast, visit):
    share = let_see(cast.record, cast.tom, "goals", by=cast.acts("greg"))
    shown = f"/shared/{share.public_id}/"
    assert [visit(name, shown).status_code for name in ("tom", "vish", "maya")] == [200, 404, 404]
    assert visit("tom").status_code == visit("tom", f"/p/{cast.record.public_id}/save/").status_code == 404
    actions.revoke(share=share, by=cast.acts("greg"))
    assert visit("tom", shown).status_code == 404


@pytest.mark.shows("Q-02")
def test_an_ended_relation_shuts_the_door_on_the_next_request(cast, visit, client):
    assert visit("vish").status_code == 200
    actions.end(relation=cast.partnership, by=cast.acts("morgan"))
    assert client.get(f"/p/{cast.record.public_id}/goals/").status_code == 404
    with pytest.raises(Refused, match="already ended"):
        actions.end(relation=cast.partnership, by=cast.acts("morgan"))


def test_two_presses_at_once_end_a_relation_and_stop_a_share_once(cast):
    gregs = cast.acts("greg")
    share = let_see(cast.record, cast.tom, "goals", by=gregs)
    again = Share.objects.get(pk=share.pk)
    actions.revoke(share=share, by=gregs)
    with pytest.raises(Refused, match="already been stopped"):
        actions.revoke(share=again, by=gregs)
    ended = Relation.objects.get(pk=cast.partnership.pk)
    actions.end(relation=cast.partnership, by=cast.acts("morgan"))
    with pytest.raises(Refused, match="already ended"):
        actions.end(relation=ended, by=cast.acts("morgan"))


@pytest.mark.shows("Q-02")
def test_a_relation_opens_nothing_before_it_begins(cast, now):
    with clock.at(now + timedelta(days=2)):
        actions.cover(user=cast.deb, individual=cast.record, by=cast.acts("morgan"))
    asked = (Permission.READ_GOALS, cast.record)
    with pytest.raises(NotPermitted):
        permit(cast.acts("deb", now + timedelta(days=1)), *asked)
    permit(cast.acts("deb", now + timedelta(days=3)), *asked)


@pytest.mark.shows("Q-02")
def test_a_closed_record_opens_to_nobody(cast, visit):
    cast.record.closed_at = cast.now
    cast.record.save()
    for name in ("greg", "vish", "tom"):
        assert visit(name).status_code == 404, name


def test_nobody_is_asked_to_sign_in_and_comes_back(cast, client):
    address = f"/p/{cast.record.public_id}/goals/"
    assert client.get(address).url == f"/account/login/?next={address}"


def test_a_part_of_a_page_leads_to_sign_in_and_typing_is_never_thrown_away(cast, client):
    there = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/p/{cast.record.public_id}/"}
    answer = client.post(f"/p/{cast.record.public_id}/goals/", headers=there)
    assert answer["HX-Redirect"] == f"/account/login/?next=/p/{cast.record.public_id}/"
    assert client.post(f"/p/{cast.record.public_id}/save/", headers=there).status_code == 401


@pytest.mark.shows("Q-13")
def test_reading_leaves_a_line_in_their_trail_and_saving_does_not(cast, visit):
    def readings():
        return TrailEntry.objects.filter(chain=cast.record.public_id, is_reading=True, who=cast.vish.public_id)

    visit("vish")
    visit("vish", f"/p/{cast.record.public_id}/save/")
    assert [line.what for line in readings()] == ["read goals"]


@pytest.mark.shows("Q-22")
def test_nothing_private_is_kept_or_listed(visit, client):
    for answer in (visit("vish"), visit("deb")):
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
    client.logout()
    assert "noindex" in client.get("/account/login/")["X-Robots-Tag"]


def test_a_refusal_is_a_sentence_and_too_much_is_nothing(visit):
    refused = visit("greg", "/refuses/")
    assert refused.status_code == 409 and "It is too early for that." in refused.content.decode()
    assert visit("greg", "/asks-too-much/").status_code == 404


def test_one_person_may_be_a_worker_here_and_the_individual_there(cast):
    own = actions.open_partnership(
        worker=cast.deb, team=cast.other_team, called="Vish", user=cast.vish, by=Actor.command_line()
    ).individual
    vish = cast.acts("vish", clock.now())
    permit(vish, Permission.WRITE_OWN_ACCOUNT, own)
    with pytest.raises(NotPermitted):
        permit(vish, Permission.WRITE_REFLECTION, own)
    permit(vish, Permission.WRITE_REFLECTION, cast.record)
    with pytest.raises(NotPermitted):
        permit(vish, Permission.WRITE_OWN_ACCOUNT, cast.record)


@pytest.mark.parametrize("whose", ["theirs", "nobody's", "not even an id"])
def test_that_somebody_tried_is_kept_alike_for_a_record_that_is_there_and_for_none(client, cast, whose):
    ids = {"theirs": cast.record.public_id, "nobody's": "z" * 16, "not even an id": "Greg Doyle"}
    client.force_login(cast.deb)
    for method in (client.get, client.post):
        assert method(reverse("goals:goals_page", args=[ids[whose]])).status_code == 404
    lines = list(TrailEntry.objects.filter(what="tried to open").order_by("sequence"))
    kept = "nothing there" if whose == "not even an id" else ids[whose]
    assert [(line.chain, line.who, line.about, line.detail) for line in lines] == [
        ("install", cast.deb.public_id, "goals:goals_page", kept)
    ] * 2
