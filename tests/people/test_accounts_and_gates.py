"""Accounts and relations have rules; letters to individuals pass a gate that reads their record as it is."""

import pytest

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions, queries
from kith.people.models import Individual, Relation

from .conftest import gather

COMMAND = Actor.command_line()


@pytest.fixture
def cast(db):
    """Its own: other tests here begin with nobody."""
    return gather()


@pytest.mark.parametrize(
    "name",
    ["Siân", "O’Brien-Łukasz", "X Æ A-12", "محمد", "Nguyễn Thị Mai", "李", "Sam\u200d", "<b>Bo</b>", "E"],
)
def test_names_of_every_kind_are_names(db, name):
    assert actions.add_account(email="a@kith.example", name=name, by=COMMAND).name == name


@pytest.mark.parametrize(
    ("email", "name"),
    [("a@kith.example", " "), ("", "Al"), ("al", "Al"), ("a@b.example\nBcc: c@d.example", "Al")],
)
def test_an_account_needs_a_name_and_a_whole_address(db, email, name):
    with pytest.raises(Refused, match=r"\.$"):
        actions.add_account(email=email, name=name, by=COMMAND)


def test_one_account_an_address_whatever_its_capitals(cast):
    with pytest.raises(Refused, match="already an account"):
        actions.add_account(email=" GREG@kith.example", name="Another", by=COMMAND)


def test_only_those_who_may_make_accounts_and_teams(cast):
    for name in ("greg", "vish", "tom", "ines"):
        with pytest.raises(NotPermitted):
            actions.add_account(email="new@kith.example", name="New", by=cast.acts(name))
        with pytest.raises(NotPermitted):
            actions.join_team(user=cast.deb, team=cast.team, by=cast.acts(name))
    actions.add_account(email="new@kith.example", name="New", by=cast.acts("alex"))
    actions.join_team(user=cast.deb, team=cast.team, by=cast.acts("morgan"))


def test_a_manager_manages_their_own_team_only(cast):
    with pytest.raises(NotPermitted):
        actions.join_team(user=cast.vish, team=cast.other_team, by=cast.acts("morgan"))


def test_the_first_manager_is_administrator_too(db):
    boss = actions.first_manager(email="Boss@Kith.example", name="Boss", by=COMMAND)
    assert (boss.email, boss.is_administrator) == ("boss@kith.example", True)
    assert Relation.objects.get(user=boss).kind == "management"


def test_a_person_has_one_notebook(cast):
    with pytest.raises(Refused, match="already has a notebook"):
        actions.open_partnership(worker=cast.deb, team=cast.other_team, called="G", user=cast.greg, by=COMMAND)


def test_changing_a_worker_copies_nothing(cast):
    actions.end(relation=cast.partnership, by=cast.acts("morgan"))
    actions.also_work_with(user=cast.priya, individual=cast.record, by=cast.acts("morgan"))
    assert Individual.objects.filter(called="Greg").count() == 1
    assert cast.record in queries.caseload(cast.priya)
    assert cast.record not in queries.caseload(cast.vish)


@pytest.fixture
def letter(cast, now):
    def make(channel="email", **changes):
        return Letter(
            **{"kind": "to individual:note", "channel": channel, "to": "old@kith.example", "created_at": now}
            | {"individual_ref": cast.record.public_id}
            | changes
        )

    return make


def test_a_letter_goes_to_where_they_are_reached_now(cast, letter):
    assert gates.ask(letter()) == gates.Go(to="greg@kith.example", to_name="Greg")
    cast.greg.email = "greg.new@kith.example"
    cast.greg.save()
    assert gates.ask(letter()) == gates.Go(to="greg.new@kith.example", to_name="Greg")


def test_by_text_or_post_when_they_like_that(cast, letter):
    cast.record.reached_by, cast.record.phone = "text", "+447700900123"
    cast.record.save()
    assert gates.ask(letter("text")) == gates.Go(to="+447700900123", to_name="Greg")
    assert gates.ask(letter()) == gates.HoldBack("They would rather not be reached by email.")


def test_by_post_only_where_we_may_write(cast, letter):
    kept = {"individual": cast.record, "by": cast.acts("greg"), "channels": ["letter"], "print_size": "large"}
    reach = {"called": "Greg", "reached_by": "letter"}
    where = {"post_to": "Flat 2\n12 Mill Street\nCalderford", "letter_name": "G. Example"}
    actions.keep_wishes(reach=reach, **kept, **where)
    assert gates.ask(letter("print")) == gates.HoldBack("There is nowhere to reach them by post yet.")
    actions.keep_wishes(may_write_there=True, **kept)
    address = "Flat 2\n12 Mill Street\nCalderford"
    assert gates.ask(letter("print")) == gates.Go(to=address, to_name="G. Example", print_size="large")


@pytest.mark.parametrize("way", ["phone", "in person"])
def test_nothing_is_sent_to_those_who_like_to_be_spoken_to(cast, letter, way):
    cast.record.reached_by = way
    cast.record.save()
    for channel in ("email", "text", "print"):
        assert isinstance(gates.ask(letter(channel)), gates.HoldBack)


def test_nothing_is_sent_once_the_notebook_is_closed_or_nowhere_is_known(cast, letter, now):
    assert isinstance(gates.ask(letter(individual_ref="nobody")), gates.HoldBack)
    cast.greg.is_active = False
    cast.greg.save()
    assert "nowhere to reach them" in gates.ask(letter()).reason
    cast.record.closed_at = now
    cast.record.save()
    assert "notebook is closed" in gates.ask(letter()).reason
