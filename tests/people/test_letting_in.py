"""Letting somebody in: what may be shared with whom, and how it ends."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.people import actions
from kith.people.models import Individual, Relation, Share

NOT_LET_IN = "not let in here now"


def share(cast, *sections, by="greg", relation=None, individual=None) -> Share:
    return actions.agree(
        individual=individual or cast.record,
        recipient="Tom",
        purpose="to cheer me on",
        sections=list(sections),
        relation=relation or cast.support,
        by=cast.acts(by),
    )


@pytest.mark.parametrize("section", ["about_me", "shared_note", "budget", "diary", "barriers", "no such row"])
def test_only_what_supporters_pages_show_safely_can_be_shared(cast, section):
    for sections in ([section], ["goals", section]):
        with pytest.raises(Refused, match="Only goals can be shown to somebody for now."):
            share(cast, *sections)
    assert not Share.objects.exists()
    assert share(cast, "goals").sections == ["goals"]


@pytest.mark.shows("Q-09")
def test_a_share_goes_to_somebody_who_is_let_in_by_this_individual_now(cast):
    mayas = actions.let_in(supporter=cast.tom, individual=cast.mayas, by=cast.acts("maya"))
    for relation in (mayas, cast.partnership):
        with pytest.raises(Refused, match=NOT_LET_IN):
            share(cast, "goals", relation=relation)
    with pytest.raises(Refused, match="Please choose who is let in to see this."):
        actions.agree(individual=cast.record, recipient="Tom", purpose="x", sections=["goals"], by=cast.acts("greg"))
    with clock.at(cast.now - timedelta(days=1)), pytest.raises(Refused, match=NOT_LET_IN):
        share(cast, "goals")
    actions.end(relation=cast.support, by=cast.acts("greg"))
    with pytest.raises(Refused, match=NOT_LET_IN):
        share(cast, "goals")
    assert not Share.objects.exists()


def test_a_share_of_words_alone_needs_nobody_let_in(cast):
    kept = actions.agree(
        individual=cast.record, recipient="The gym", purpose="To be introduced", words="Greg.", by=cast.acts("greg")
    )
    assert (kept.sections, kept.relation) == ([], None)


@pytest.mark.shows("Q-09")
def test_the_individual_sends_away_whom_they_let_in_and_what_was_shared_stops(cast):
    shares = [share(cast, "goals"), share(cast, "goals")]
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
