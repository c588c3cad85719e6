"""Somebody sees a part by law: a paper that two people saw, for its rows and its time, and only while it is in use."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import MATRIX
from kith.access.permit import NotPermitted, all_that_may
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions, authorities
from kith.people.actors import actor_for
from kith.people.models import LegalAuthority, User
from tests.gathered import once_a_file
from tests.goals.cast import gather

ADDRESS = "nest@elsewhere.example"


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker):
    with once_a_file(django_db_blocker, gather) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    return gathered


def as_(user) -> Actor:
    return actor_for(user, clock.now())


def written(cast, kind="attorney_property", rows=("budget",), **more) -> LegalAuthority:
    said = {"name": "Nest Reed", "email": ADDRESS, "kind": kind, "rows": list(rows), "paper": "The stamped copy"}
    said |= {"starts_on": clock.today(), "by": cast.as_worker}
    return actions.write_authority(individual=cast.individual, **(said | more))


def seen(cast, *args, **more) -> LegalAuthority:
    return actions.see_paper(authority=written(cast, *args, **more), by=as_(cast.manager))


def opens(cast) -> set[str]:
    """What it lets them do in this record, by its rows."""
    user = User.objects.get(email=ADDRESS)
    return {each.value for each in all_that_may(as_(user), cast.individual)} - {"read_listings"}


def at(cast, name: str, *more) -> str:
    return reverse(name, args=[cast.individual.public_id, *more])


@pytest.mark.shows("Q-45")
def test_it_opens_its_rows_once_a_second_person_saw_the_paper_and_no_more(cast, client):
    authority = written(cast)
    assert not User.objects.filter(email=ADDRESS).exists()
    with pytest.raises(Refused, match="you wrote it down"):
        actions.see_paper(authority=authority, by=as_with_both(cast))
    actions.see_paper(authority=authority, by=as_(cast.manager))
    assert opens(cast) == {"read_budget"}
    client.force_login(User.objects.get(email=ADDRESS))
    page = client.get("/").content.decode()
    assert "Attorney for property and money" in page and at(cast, "budget:budget_page") in page
    assert at(cast, "goals:goals_page") not in page
    assert client.get(at(cast, "budget:budget_page")).status_code == 200
    for shut in ("goals:goals_page", "conversations:meetings_page", "home:person", "people:shares"):
        assert client.get(at(cast, shut)).status_code == 404, shut


def as_with_both(cast) -> Actor:
    """The worker, were they the manager as well."""
    actions.appoint_manager(user=cast.worker, team=cast.team, by=Actor.command_line())
    return as_(cast.worker)


@pytest.mark.shows("Q-45")
def test_a_paper_about_life_opens_only_while_it_is_in_use(cast):
    authority = seen(cast, "attorney_welfare", ("goals", "shared_note"))
    assert opens(cast) == set()
    with pytest.raises(Refused, match="who found that"):
        actions.put_in_use(authority=authority, since=clock.today(), because=" ", by=cast.as_worker)
    found = {"since": clock.today(), "because": "Dr Evans, after two talks with pictures."}
    actions.put_in_use(authority=authority, by=cast.as_worker, **found)
    assert opens(cast) == {"read_goals", "read_shared_note"}
    actions.put_out_of_use(authority=authority, by=cast.as_worker)
    assert opens(cast) == set()


@pytest.mark.shows("Q-45")
def test_it_begins_and_ends_on_its_days_and_at_once_when_somebody_ends_it(cast):
    tomorrow = clock.today() + timedelta(days=1)
    authority = seen(cast, starts_on=tomorrow, ends_on=tomorrow)
    assert opens(cast) == set()
    with clock.at(clock.now() + timedelta(days=1)):
        assert opens(cast) == {"read_budget"}
        actions.end_authority(authority=authority, by=cast.as_worker)
        assert opens(cast) == set()
    with clock.at(clock.now() + timedelta(days=2)):
        assert opens(cast) == set()


def test_life_and_money_are_never_on_one_paper(cast):
    for kind, rows in (("attorney_property", ("goals",)), ("attorney_welfare", ("budget",)), ("appointee", ())):
        with pytest.raises(Refused, match="alone"):
            written(cast, kind, rows)


def test_a_paper_can_open_what_the_matrix_allows_and_nothing_else():
    allowed = {row for row, said in MATRIX["rows"].items() if said.get("legal") == "s"}
    assert {row for row, _ in authorities.all_rows()} == allowed
    assert not allowed & {"diary", "messages", "network_map", "reflection", "name_and_contact", "trail", "shares"}


def test_the_database_holds_that_two_people_saw_it(cast):
    authority = written(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalAuthority.objects.filter(pk=authority.pk).update(seen_by=cast.worker)


def test_whoever_has_no_account_is_on_paper_alone(cast):
    assert seen(cast, email="").relation is None


def test_neither_the_individual_nor_a_stranger_writes_one(cast):
    for user in (cast.user, cast.stranger):
        with pytest.raises(NotPermitted):
            written(cast, by=as_(user))
    authority = written(cast)
    with pytest.raises(NotPermitted):
        actions.see_paper(authority=authority, by=cast.as_worker)


def test_it_is_written_down_seen_and_put_in_use_on_pages_that_the_individual_reads(cast, client):
    client.force_login(cast.worker)
    days = {"starts_on": f"{clock.today():%d %B %Y}", "ends_on": ""}
    typed = {"name": "Nest Reed", "kind": "deputy_welfare", "paper": "The order itself", "email": ADDRESS}
    client.post(at(cast, "people:new_authority"), typed | days | {"rows": ["goals"]})
    authority = LegalAuthority.objects.get()
    assert "I have seen this paper" not in client.get(at(cast, "people:authorities")).content.decode()
    client.force_login(cast.manager)
    assert "I have seen this paper" in client.get(at(cast, "people:authorities")).content.decode()
    client.post(at(cast, "people:authority_does", authority.public_id), {"do": "seen"})
    told = {"since": days["starts_on"], "because": "Dr Evans found it."}
    client.post(at(cast, "people:in_use", authority.public_id), told)
    client.force_login(cast.user)
    assert "Can see now: Goals and steps" in client.get(at(cast, "people:shares")).content.decode()
    page = client.get(at(cast, "people:authorities")).content.decode()
    assert "Dr Evans found it." in page and "Mair saw the paper" in page and "<form" not in page.split("<main")[1]


def test_whoever_can_sign_in_by_it_hears_so_once_and_of_nobody(cast):
    authority = seen(cast, starts_on=clock.today() + timedelta(days=3))
    letter = Letter.objects.get(to=ADDRESS)
    assert (letter.subject, timezone.localdate(letter.not_before)) == ("Something to read", authority.starts_on)
    assert "Tomos" not in letter.body and "budget" not in letter.body.lower() and "Hello Nest" in letter.body
    with clock.at(letter.not_before):
        assert isinstance(gates.ask(letter), gates.Go)
        actions.end_authority(authority=authority, by=cast.as_worker)
        assert isinstance(gates.ask(letter), gates.HoldBack)


def test_where_a_paper_is_for_a_time_alone_they_hear_when_it_is_in_use(cast):
    authority = seen(cast, "attorney_welfare", ["goals"])
    assert not Letter.objects.filter(to=ADDRESS).exists()
    for _ in range(2):
        in_use = {"since": clock.today(), "because": "Dr Rowe found so."}
        actions.put_in_use(authority=authority, by=cast.as_worker, **in_use)
    assert Letter.objects.filter(to=ADDRESS).count() == 1
