"""Letting somebody in: what may be shared with whom, and how it ends."""

import pytest

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.people import actions
from kith.people.models import Individual, Relation, Share
from tests.letting_in import let_see, lets

NOT_LET_IN = "not let in here now"


def share(cast, *sections, **changed) -> Share:
    return actions.let_see(individual=cast.record, lets=lets(cast.tom, *sections, **changed), by=cast.acts("greg"))


@pytest.mark.parametrize("section", ["budget", "diary", "barriers", "messages", "network_map", "no such row"])
def test_only_what_supporters_pages_show_safely_can_be_shared(cast, section):
    for sections in ([section], ["goals", section]):
        with pytest.raises(Refused, match="This cannot be shown to somebody from here."):
            share(cast, *sections)
    assert not Share.objects.exists()
    assert share(cast, "goals").sections == ["goals"]


def test_a_share_of_words_alone_needs_nobody_let_in(cast):
    kept = actions.agree(
        individual=cast.record, recipient="The gym", purpose="To be introduced", words="Greg.", by=cast.acts("greg")
    )
    assert (kept.sections, kept.relation) == ([], None)


@pytest.mark.shows("Q-09")
def test_the_individual_sends_away_whom_they_let_in_and_what_was_shared_stops(cast):
    shares = [let_see(cast.record, cast.tom, *sections, by=cast.acts("greg")) for sections in (["goals"], ["needs"])]
    actions.revoke(share=shares[0], by=cast.acts("greg"))
    actions.end(relation=cast.support, by=cast.acts("greg"))
    assert Relation.objects.get(pk=cast.support.pk).ends_at is not None
    assert not Share.objects.filter(revoked_at__isnull=True).exists()
    told = TrailEntry.objects.filter(chain=cast.record.public_id).order_by("sequence").values_list("what", flat=True)
    assert list(told)[-3:] == ["share stopped", "support ended", "share stopped"]


def test_nobody_else_sends_them_away_and_the_partnership_stays_the_manager_s(cast):
    for name in ("maya", "tom", "deb", "morgan"):
        with pytest.raises(NotPermitted):
            actions.end(relation=cast.support, by=cast.acts(name))
    with pytest.raises(NotPermitted):
        actions.end(relation=cast.partnership, by=cast.acts("greg"))


def open_with(cast, phone: str) -> Individual:
    by = Actor.command_line()
    opened = actions.open_partnership(worker=cast.deb, team=cast.other_team, called="Sam", phone=phone, by=by)
    return opened.individual


def test_a_number_is_kept_so_that_it_can_be_rung(cast):
    typed = {
        "07700 900 123": "+447700900123",
        " 01632 960412 ": "+441632960412",
        "": "",
        "  ": "",
        "ask for 12": "ask for 12",
    }
    assert {number: open_with(cast, number).phone for number in typed} == typed


def test_a_number_without_figures_is_answered_with_a_sentence(cast):
    before = Individual.objects.count()
    with pytest.raises(Refused, match="A telephone number has figures in it, like 01632 960412."):
        open_with(cast, "none yet")
    with pytest.raises(Refused, match="figures in it"):
        actions.add_account(email="sam@kith.example", name="Sam", phone="none", by=Actor.command_line())
    assert Individual.objects.count() == before
