"""What was begun and left goes after its time, never while something holds it; its writer reads until when."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.config.of_rights import remove_old_drafts
from kith.conversations import actions as conversations
from kith.conversations.models import Draft
from kith.rights import actions
from tests.rights.conftest import TUESDAY


@pytest.fixture
def draft(rights) -> Draft:
    return conversations.save_draft(individual=rights.individual, typed={"shared": "We"}, by=rights.cast.as_worker)


def swept(days: float) -> bool:
    """Whether it is gone when so many days have passed and the clock has looked."""
    with clock.at(TUESDAY + timedelta(days=days)):
        remove_old_drafts(lambda: True)
    return not Draft.objects.exists()


@pytest.mark.shows("Q-28")
def test_it_goes_after_thirty_days_and_not_before(rights, draft):
    assert [swept(29.9), swept(30)] == [False, True]


def test_saving_it_again_keeps_it_longer_and_an_organisation_says_how_long(rights, draft):
    actions.keep_for(record_class="drafts", months=2, by=rights.as_ines)
    with clock.at(TUESDAY + timedelta(days=20)):
        conversations.save_draft(individual=rights.individual, typed={"shared": "We met"}, by=rights.cast.as_worker)
    assert [swept(79), swept(81)] == [False, True]


def test_nothing_goes_while_a_hold_lasts_or_somebody_has_asked(rights, draft):
    actions.begin_hold(individual=rights.individual, why="A court.", by=rights.as_ines)
    assert not swept(60)
    actions.end_hold(individual=rights.individual, by=rights.as_ines)
    wanted = actions.ask(individual=rights.individual, kind="copy", by=rights.cast.as_individual)
    assert not swept(60)
    actions.take_back(wanted=wanted, by=rights.cast.as_individual)
    assert swept(60)


def test_whoever_writes_it_reads_until_when_it_is_kept(rights, draft, signed_in):
    page = reverse("conversations:write_up", args=[rights.individual.public_id])
    assert "It is kept until Thursday 30 April" in signed_in(rights.cast.worker).get(page).content.decode()
