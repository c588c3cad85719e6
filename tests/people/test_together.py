"""Who works with an individual: others join and stop, somebody covers, another worker takes over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.people import actions, queries
from kith.people.actors import actor_for
from kith.people.models import Relation, User


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(cast, name: str, place="who") -> str:
    answer = signed_in(getattr(cast, name)).get(reverse(f"people:{place}", args=[cast.record.public_id]))
    return answer.content.decode()


def send(cast, name: str, place: str, typed: dict):
    return signed_in(getattr(cast, name)).post(reverse(f"people:{place}", args=[cast.record.public_id]), typed)


@pytest.mark.shows("S40")
def test_a_peer_joins_is_seen_by_the_individual_and_stops(cast):
    send(cast, "vish", "add", {"who": cast.priya.public_id, "role_words": "peer"})
    send(cast, "vish", "add", {"who": cast.priya.public_id, "role_words": "peer"})
    relation = Relation.objects.get(kind=Relation.Kind.ALSO_WORKING_WITH)
    seen = page(cast, "greg")
    assert "Who works with me" in seen and "Priya Example" in seen and "Peer, since" in seen
    assert "Priya stops" not in seen and "Priya stops" in page(cast, "vish")
    place = reverse("people:end", args=[cast.record.public_id, relation.public_id])
    assert signed_in(cast.greg).post(place).status_code == 404
    signed_in(cast.vish).post(place)
    assert "Before" in page(cast, "greg") and "Peer, on" in page(cast, "greg")
    assert signed_in(cast.priya).get(reverse("people:who", args=[cast.record.public_id])).status_code == 404


def test_somebody_from_outside_joins_after_the_individual_said_yes(cast):
    typed = {"from": "outside", "name": "Idris Vale", "email": "idris@calderford.example", "role_words": "volunteer"}
    answer = send(cast, "vish", "add", typed)
    assert answer.status_code == 422
    assert "Please ask first, then choose this." in answer.content.decode()
    assert 'value="Idris Vale"' in answer.content.decode()
    assert not Letter.objects.exists()
    for _ in range(2):
        send(cast, "vish", "add", typed | {"agreed": "yes"})
    letter = Letter.objects.get()
    assert letter.to == "idris@calderford.example"
    assert "Greg" not in letter.body and "Idris" not in letter.body
    assert "Volunteer, since" in page(cast, "greg")


def test_nobody_works_with_themselves(cast):
    with pytest.raises(Refused, match="Nobody can be their own worker."):
        actions.also_work_with(user=cast.greg, individual=cast.record, by=cast.acts("vish"))


def test_nobody_becomes_their_own_worker_by_their_address_before_they_have_an_account(cast):
    rose = actions.open_partnership(
        worker=cast.vish, team=cast.team, called="Rose", email="rose@calderford.example", by=cast.acts("morgan")
    ).individual
    by = actor_for(cast.vish, datetime.now(UTC))
    with pytest.raises(Refused, match="This is where Rose is written to."):
        actions.also_invite(name="Rose", email=" Rose@calderford.example", individual=rose, by=by)
    assert not User.objects.filter(email="rose@calderford.example").exists() and not Letter.objects.exists()


def test_that_somebody_is_supported_here_is_not_learned_by_typing_their_address(cast):
    """Nor that they were let in; whoever sees them anyway may invite them, and a worker is known to be one."""
    others = {"name": "Robin", "individual": cast.record, "by": cast.acts("vish")}
    with pytest.raises(Refused, match="This address cannot be used here."):
        actions.also_invite(email="Maya@kith.example", **others)
    assert actions.also_invite(email=cast.deb.email, **others).user == cast.deb
    by = cast.acts("morgan")
    for user in (cast.maya, cast.tom):
        assert actions.invite_worker(team=cast.team, name="Robin", email=user.email, by=by).user == user


def test_others_add_nobody(cast):
    for name in ("greg", "priya", "deb", "tom"):
        assert send(cast, name, "add", {"who": cast.priya.public_id}).status_code == 404
        with pytest.raises(NotPermitted):
            actions.also_work_with(user=cast.deb, individual=cast.record, by=cast.acts(name))


def test_cover_ends_by_itself_within_two_weeks(cast):
    today = clock.today()
    late = send(cast, "vish", "cover", {"who": cast.priya.public_id, "until": str(today + timedelta(days=15))})
    assert late.status_code == 422 and "Cover lasts two weeks at most." in late.content.decode()
    until = today + timedelta(days=14)
    assert send(cast, "vish", "cover", {"who": cast.priya.public_id, "until": str(until)}).status_code == 302
    assert f"Covers for the worker, until {until.day} {until:%B}" in page(cast, "greg")
    assert queries.works_with(cast.priya, cast.record).kind == Relation.Kind.COVER
    with clock.at(clock.now() + timedelta(days=16)):
        assert queries.works_with(cast.priya, cast.record) is None


def test_cover_can_be_ended_before_its_day(cast):
    cover = actions.cover(user=cast.priya, individual=cast.record, by=cast.acts("vish"))
    actions.end(relation=cover, by=cast.acts("vish"))
    with pytest.raises(Refused, match="This has already ended."):
        actions.end(relation=cover, by=cast.acts("vish"))
    assert queries.works_with(cast.priya, cast.record) is None


def test_handing_over_ends_one_begins_the_other_and_tells_the_individual_once(cast):
    shown = send(cast, "vish", "hand_over", {"who": cast.priya.public_id, "do": "show"})
    assert not Letter.objects.exists()
    assert send(cast, "vish", "hand_over", {"who": cast.priya.public_id, "do": "hand over"}).status_code == 302
    letter = Letter.objects.get()
    assert letter.body == shown.context["letter"]
    assert "Priya" not in letter.body  # until Greg says that a message may say what it is about
    assert reverse("people:who", args=[cast.record.public_id]) in letter.body
    assert queries.worker_of(cast.record) == cast.priya
    place = reverse("home:person", args=[cast.record.public_id])
    assert signed_in(cast.vish).get(place).status_code == 404
    assert signed_in(cast.priya).get(place).status_code == 200
    told = TrailEntry.objects.filter(chain=cast.record.public_id, is_reading=False).order_by("sequence")
    assert list(told.values_list("what", flat=True))[-3:] == [
        "partnership ended",
        "partnership began",
        "partnership handed over",
    ]


def test_the_letter_waits_for_the_day(cast):
    with clock.at(datetime(2026, 9, 11, 20, 0, tzinfo=UTC)):
        partnership = Relation.objects.get(pk=cast.partnership.pk)
        Relation.objects.all().update(starts_at=clock.now() - timedelta(days=1))
        actions.hand_over_partnership(relation=partnership, to=cast.priya, by=cast.acts("morgan", clock.now()))
    assert Letter.objects.get().next_try_at == datetime(2026, 9, 12, 8, 0, tzinfo=UTC)


def test_whoever_is_not_written_to_is_told_by_the_worker(cast):
    cast.record.reached_by = "phone"
    cast.record.save()
    shown = send(cast, "vish", "hand_over", {"who": cast.priya.public_id, "do": "show"}).content.decode()
    assert "Please tell Greg" in shown and "Nothing is sent." in shown
    send(cast, "vish", "hand_over", {"who": cast.priya.public_id, "do": "hand over"})
    assert not Letter.objects.exists()
    assert queries.worker_of(cast.record) == cast.priya


def test_whoever_takes_over_is_then_in_one_place_alone(cast):
    actions.also_work_with(user=cast.priya, individual=cast.record, by=cast.acts("vish"))
    actions.hand_over_partnership(relation=cast.partnership, to=cast.priya, by=cast.acts("vish"))
    assert [each.kind for each in queries.working_with(cast.record)] == [Relation.Kind.PARTNERSHIP]


@pytest.mark.parametrize(
    ("to", "by", "reason"),
    [
        ("deb", "vish", "Deb does not work in this team."),
        ("vish", "morgan", "Vish is the worker already."),
        ("greg", "vish", "Greg does not work in this team."),
        ("morgan", "priya", "Vish can hand this over, or the team’s manager."),
    ],
)
def test_it_is_handed_over_within_the_team_by_the_worker_or_the_manager(cast, to, by, reason):
    actions.also_work_with(user=cast.priya, individual=cast.record, by=cast.acts("vish"))
    by = cast.acts(by, clock.now())
    with pytest.raises(Refused, match=reason):
        actions.hand_over_partnership(relation=cast.partnership, to=getattr(cast, to), by=by)
    assert queries.worker_of(cast.record) == cast.vish


def test_it_is_handed_over_once(cast):
    manager = cast.acts("morgan")
    actions.hand_over_partnership(relation=cast.partnership, to=cast.priya, by=manager)
    with pytest.raises(Refused, match="This has already ended."):
        actions.hand_over_partnership(relation=cast.partnership, to=cast.priya, by=manager)
    assert Relation.objects.filter(kind=Relation.Kind.PARTNERSHIP, individual=cast.record).count() == 2
    assert Letter.objects.count() == 1


def test_the_worker_s_own_place_is_not_ended_from_the_list(cast):
    place = reverse("people:end", args=[cast.record.public_id, cast.partnership.public_id])
    answer = signed_in(cast.vish).post(place)
    assert answer["Location"] == reverse("people:hand_over", args=[cast.record.public_id])
    assert queries.worker_of(cast.record) == cast.vish
