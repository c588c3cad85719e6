"""A place says that it is worried about somebody: it goes to the few who read it, and nothing is read back."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kith.access.actor import Actor, Role
from kith.access.refusal import Refused
from kith.introductions import wording
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.safety import rules
from kith.safety.actions import raise_from_place
from kith.safety.models import Concern

from .test_to_a_place import OURS, WEB, address, as_host, cast, neutral, told_by_page, written

__all__ = ["cast", "neutral"]
SAW = "She had a bruise, and would not say from what."
TYPED = {"about": "them", "saw": SAW, "safe_now": "unknown", "knows": "not yet", "is_about_staff": "no"}
SAID = {"saw": SAW, "safe_now": "yes", "knows": "yes", "is_about_staff": False}


@pytest.fixture
def ines(cast):
    office = Actor.command_line()
    return people.add_account(
        email="ines@calderford.example", name="Ines Marlow", phone="01632 960777", is_rights_lead=True, by=office
    )


def at_place(introduction, **typed):
    path = f"{address(introduction).removeprefix('https://goodcompany.example')}worried/"
    browser = Client(headers={"Host": "goodcompany.example"}, enforce_csrf_checks=True)
    return browser.post(path, TYPED | typed, follow=True) if typed else browser.get(path)


def as_user(user, path: str):
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(user)
    return browser.get(path)


@pytest.mark.shows("Q-55")
def test_it_goes_to_the_lead_and_the_manager_at_once_and_they_read_where_it_came_from(cast, ines):
    introduction = written(cast)
    assert 'worried/">tell it here</a>' in told_by_page(as_host(introduction))
    answer = at_place(introduction, said_by="Dawn, 01632 960412")
    concern = Concern.objects.get()
    assert (concern.individual, concern.raised_by, concern.raised_as) == (cast.individual, None, "host")
    letters = Letter.objects.filter(cause=f"concern {concern.public_id}").order_by("pk")
    assert [each.to for each in letters] == ["ines@calderford.example", "mair@calderford.example"]
    page = as_user(ines, f"/worries/{concern.public_id}/").content.decode()
    assert SAW in page and f"Dawn, 01632 960412 ({cast.harriers.name})" in page
    assert as_user(cast.users["idris"], f"/worries/{concern.public_id}/").status_code == 404
    read_back = told_by_page(answer)
    assert "It has arrived" in read_back and "ring Ines: 01632 960777" in read_back
    assert SAW not in read_back and "Dawn" not in read_back


@pytest.mark.attack("A-27")
def test_none_of_its_pages_tells_of_a_service_or_sets_a_cookie(cast, ines):
    introduction = written(cast, says=wording.NO_NAME)
    answers = [at_place(introduction), at_place(introduction, saw=""), at_place(introduction, said_by="")]
    assert [each.status_code for each in answers] == [200, 422, 200]
    for each in answers:
        told = told_by_page(each)
        assert wording.service_words(told, apart_from=(cast.harriers.name, *WEB)) == []
        assert OURS.search(told) is None and "Olwen" not in told and "Marlow" not in told
    assert not any(each.cookies for each in answers)


def test_about_whoever_asked_the_place_or_about_somebody_else(cast, ines):
    introduction = written(cast)
    assert "Please write whom it is about" in told_by_page(at_place(introduction, about="else"))
    at_place(introduction, about="else", whom="A boy at the canal", is_about_staff="yes")
    concern = Concern.objects.get()
    assert (concern.individual, concern.whom, concern.team) == (None, "A boy at the canal", cast.team)
    assert concern.came_from == f"Somebody ({cast.harriers.name})"
    assert [each.to for each in Letter.objects.filter(cause=f"concern {concern.public_id}")] == [ines.email]
    with pytest.raises(IntegrityError), transaction.atomic():
        Concern.objects.update(said_by="")


def test_words_typed_before_it_was_called_off_arrive_and_machines_are_stopped(cast, ines, monkeypatch):
    introduction = written(cast)
    people.revoke(share=introduction.share, by=cast.olwen)
    assert at_place(introduction).status_code == 404
    at_place(introduction, said_by="Dawn")
    assert Concern.objects.get().saw == SAW
    monkeypatch.setattr(rules, "MOST_FROM_PLACES", 1)
    said = {"individual": cast.individual, "by": Actor.with_link(Role.HOST, cast.individual.pk)} | SAID
    last = Concern.objects.get()
    again = {"said_by": last.said_by, "safe_now": last.safe_now, "knows": last.knows}
    assert raise_from_place(**said | again) == last  # the second press of the last one that is let through
    with pytest.raises(Refused, match="Very many"):
        raise_from_place(said_by="Dawn", **said)
