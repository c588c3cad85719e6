"""Somebody who went may say that they were welcoming: told by nobody's name, day or number."""

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.local_knowledge import actions, queries
from kith.local_knowledge.models import Knowledge
from kith.people.models import Relation

from .test_local_knowledge import page_of, stayed

TOLD = "Somebody who went found them welcoming"


def press(cast, who="olwen"):
    return cast.browsing(who).post(f"/community/{cast.harriers.public_id}/welcoming/")


@pytest.mark.shows("S83", "S78")
def test_it_is_told_only_when_they_say_so_and_never_by_whom(cast):
    page = page_of(cast, "olwen", f"{cast.harriers.public_id}/still-right/")
    assert "They were welcoming" in page and "Your name is not kept with it." in page
    before = TrailEntry.objects.filter(is_reading=False).count()
    assert press(cast).status_code == 302
    assert TrailEntry.objects.filter(is_reading=False).count() == before
    known = Knowledge.objects.get()
    assert known.noted_by is None and known.noted_on.day == 1 and known.words == ""
    assert queries.warm_words(cast.harriers, cast.team) == [TOLD]
    ours = page_of(cast, "idris", f"{cast.harriers.public_id}/")
    assert "Somebody who went said so. It may be told. November 2026" in ours and "Olwen" not in ours


def test_several_are_told_as_one(cast):
    press(cast)
    press(cast)
    assert Knowledge.objects.count() == 1
    assert queries.warm_words(cast.harriers, cast.team) == [TOLD]


def test_staff_have_their_own_box_for_it_and_strangers_none(cast):
    assert "Yes, tell others" not in page_of(cast, "idris", f"{cast.harriers.public_id}/still-right/")
    assert press(cast, "noor").status_code == 404
    with pytest.raises(NotPermitted):
        actions.found_welcoming(activity=cast.harriers, team=cast.team, by=cast.acting("noor"))
    with pytest.raises(Refused):
        actions.found_welcoming(activity=cast.harriers, team=None, by=cast.olwen)


def test_two_rows_kept_before_do_not_stop_anybody_who_presses_again(cast):
    press(cast)
    Knowledge.objects.create(
        activity=cast.harriers, team=cast.team, kind="welcome", by_a_visitor=True, noted_on="2026-11-01"
    )
    assert press(cast).status_code == 302
    assert Knowledge.objects.count() == 2


def test_of_two_who_say_so_at_once_the_second_finds_what_the_first_said(cast, monkeypatch):
    """Whoever waits for the listing is told afterwards."""
    told = {"activity": cast.harriers, "team": cast.team, "kind": "welcome", "by_a_visitor": True}
    said_meanwhile = []

    def wait_for(row):
        said_meanwhile.append(Knowledge.objects.create(**told, noted_on="2026-11-01"))

    monkeypatch.setattr("kith.local_knowledge.actions.checking.hold", wait_for)
    assert actions.found_welcoming(activity=cast.harriers, team=cast.team, by=cast.olwen) == said_meanwhile[0]
    assert Knowledge.objects.count() == 1


def test_whoever_may_note_what_the_team_knows_says_it_with_their_name(cast):
    assert press(cast, "idris").status_code == 302
    with pytest.raises(Refused, match="with your name"):
        actions.found_welcoming(activity=cast.harriers, team=cast.team, by=cast.acting("idris"))
    assert not Knowledge.objects.exists()


def test_anybody_in_the_team_may_take_back_what_nobody_signed(cast):
    press(cast)
    known = Knowledge.objects.get()
    assert "Take this back" in page_of(cast, "idris", f"{cast.harriers.public_id}/")
    with pytest.raises(NotPermitted):
        actions.take_back(known=known, by=cast.olwen)
    actions.take_back(known=known, by=cast.acting("mair"))
    assert queries.warm_words(cast.harriers, cast.team) == []


def test_a_worry_of_somebody_who_left_the_team_may_be_taken_back_by_the_others(cast):
    known = actions.note(
        activity=cast.harriers, team=cast.team, kind="worry", words="Ring first", by=cast.acting("idris")
    )
    listing = f"{cast.harriers.public_id}/"
    assert "Take this back" not in page_of(cast, "mair", listing)
    Relation.objects.filter(user=known.noted_by, team=cast.team).delete()
    assert "Take this back" in page_of(cast, "mair", listing)
    actions.take_back(known=known, by=cast.acting("mair"))
    assert "Ring first" not in page_of(cast, "mair", listing)


@pytest.mark.parametrize("people", [0, 1, 4, 5, 6, 12])
def test_how_many_stayed_is_no_number_on_any_page_and_says_the_same_on_all(cast, people):
    """Two pages, or two days, can never be taken from each other."""
    stayed(cast, people)
    listing = f"{cast.harriers.public_id}/"
    pages = [page_of(cast, who, listing) for who in ("olwen", "idris", "mair")]
    pages += [page_of(cast, "olwen", f"table/?q={cast.harriers.name}")]
    is_told = people >= queries.SMALLEST_NUMBER_TOLD
    assert [queries.GONE_BEFORE in page for page in pages] == [is_told] * 4
    for page in pages:
        assert f"{people} people" not in page and f"{people} stayed" not in page
