"""What the team knows of places: who reads what, and how little of it can point at anybody."""

import re
from datetime import date, time

import pytest

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, may
from kith.access.refusal import Refused
from kith.directory.models import Activity, Suggestion
from kith.local_knowledge import actions, listings, queries
from kith.local_knowledge.models import Check, Knowledge


def note(cast, kind="knows somebody", words="Dawn", who="idris", **more):
    about = {"activity": cast.harriers, "team": cast.team}
    return actions.note(kind=kind, words=words, by=cast.acting(who), **about, **more)


def stayed(cast, times):
    for _ in range(times):
        actions.count_one_who_stayed(activity=cast.harriers, team=cast.team, by=Actor.system())


def page_of(cast, who, path="", **asked) -> str:
    response = cast.browsing(who).get(f"/community/{path}", asked)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.shows("S81")
def test_who_knows_somebody_there_is_told_by_name(cast):
    known = note(cast)
    assert queries.warm_words(cast.harriers, cast.team) == ["Idris knows somebody there"]
    actions.may_be_named(known=known, by=cast.worker)
    assert queries.warm_words(cast.harriers, cast.team) == ["Idris knows Dawn there"]


@pytest.mark.shows("S82")
def test_a_small_number_is_never_told(cast):
    stayed(cast, 4)
    assert queries.warm_words(cast.harriers, cast.team) == []
    stayed(cast, 1)
    assert queries.warm_words(cast.harriers, cast.team) == [queries.GONE_BEFORE]
    assert not re.search(r"\d", queries.GONE_BEFORE)


def test_only_kith_counts_and_the_trail_does_not_tell_who(cast):
    before = TrailEntry.objects.count()
    stayed(cast, 1)
    assert TrailEntry.objects.count() == before
    with pytest.raises(Refused):
        actions.count_one_who_stayed(activity=cast.harriers, team=cast.team, by=cast.olwen)


@pytest.mark.shows("S36")
def test_worries_and_words_stay_with_the_team(cast):
    note(cast, kind="worry", words="The stairs are steep")
    note(cast, kind="heard good", words="Mrs Pugh loved it", heard_from="Mrs Pugh")
    assert queries.warm_words(cast.harriers, cast.team) == [queries.HEARD_GOOD]
    theirs = page_of(cast, "olwen", f"{cast.harriers.public_id}/")
    assert "steep" not in theirs and "Pugh" not in theirs and "For the team" not in theirs
    assert queries.HEARD_GOOD in theirs
    ours = page_of(cast, "idris", f"{cast.harriers.public_id}/")
    assert "steep" in ours and "Heard from Mrs Pugh" in ours


@pytest.mark.shows("S49")
def test_that_they_helped_is_noted_on_their_page_and_how_they_did_for_the_team(cast):
    note(cast, kind="helped", words="Found a run to train for", heard_from="Dawn")
    theirs = page_of(cast, "olwen", f"{cast.harriers.public_id}/")
    assert queries.HELPED in theirs and "train for" not in theirs
    ours = page_of(cast, "idris", f"{cast.harriers.public_id}/")
    assert queries.HELPED in ours and "Found a run to train for" in ours and "Heard from Dawn" in ours


@pytest.mark.parametrize(
    ("kind", "words"),
    [("knows somebody", " "), ("helped", " "), ("worry", ""), ("gossip", "x"), ("heard good", "x" * 501)],
)
def test_what_cannot_be_kept(cast, kind, words):
    with pytest.raises(Refused):
        note(cast, kind=kind, words=words)


def test_only_the_team_adds_to_what_it_knows(cast):
    for who in ("olwen", "noor", "cai"):
        with pytest.raises(NotPermitted):
            note(cast, who=who)
    assert note(cast, who="mair").noted_by == cast.users["mair"]


def test_another_teams_knowledge_is_not_read(cast):
    note(cast)
    assert queries.warm_words(cast.harriers, None) == []


@pytest.mark.shows("S26")
def test_one_tap_keeps_a_listing_fresh(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(last_checked_on=date(2026, 3, 1))
    path = f"/community/{cast.harriers.public_id}/"
    assert "Nobody has checked this since March: ring before you go" in page_of(
        cast, "idris", f"{cast.harriers.public_id}/"
    )
    cast.browsing("idris").post(f"{path}still-true/", {"how": "rang them"})
    cast.harriers.refresh_from_db()
    assert (cast.harriers.last_checked_on, cast.harriers.last_checked_how) == (date(2026, 11, 23), "rang them")
    assert cast.users["idris"].name not in cast.harriers.checked_by
    assert Check.objects.get().user == cast.users["idris"]


@pytest.mark.shows("S28")
def test_how_to_get_there_is_told(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(getting_there="Bus 43 stops at the gate.")
    assert "Bus 43 stops at the gate." in page_of(cast, "olwen", f"{cast.harriers.public_id}/")


@pytest.mark.shows("S26")
def test_staff_read_who_checked_it_and_others_do_not(cast):
    cast.browsing("idris").post(f"/community/{cast.harriers.public_id}/still-true/", {"how": "rang them"})
    path = f"{cast.harriers.public_id}/"
    assert "Checked by Idris, 23 November 2026 (rang them)." in page_of(cast, "mair", path)
    assert "Idris" not in page_of(cast, "olwen", path)
    assert "Checked by" not in page_of(cast, "mair", f"{cast.choir.public_id}/")


def test_somebody_in_no_team_has_nobody_to_keep_it_for(cast):
    path = f"/community/{cast.harriers.public_id}/"
    assert "Keep for the team" in page_of(cast, "idris", f"{cast.harriers.public_id}/")
    assert "Keep for the team" not in page_of(cast, "cai", f"{cast.harriers.public_id}/")
    answer = cast.browsing("cai").post(f"{path}note/", {"kind": "knows somebody", "words": "Dawn"})
    assert answer.status_code == 422
    assert "You are in no team yet, so there is nobody to keep this for." in answer.content.decode()
    assert not Knowledge.objects.exists()


def test_what_is_unsure_says_so(cast):
    Suggestion.objects.create(activity=cast.harriers, field="is_free", value=True, words="first run is on us")
    page = page_of(cast, "olwen", f"{cast.harriers.public_id}/")
    assert "Its text says “first run is on us”: not checked." in page


def test_a_box_that_needs_another_look_keeps_what_was_typed(cast):
    path = f"/community/{cast.harriers.public_id}/note/"
    answer = cast.browsing("idris").post(path, {"kind": "worry", "words": "", "heard_from": "A neighbour"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Please write what to look into" in page and "A neighbour" in page


@pytest.mark.parametrize(("who", "status"), [("idris", 302), ("mair", 302), ("olwen", 404), ("noor", 404)])
def test_who_may_add(cast, who, status):
    typed = {"kind": "knows somebody", "words": "Dawn"}
    path = f"/community/{cast.harriers.public_id}"
    assert cast.browsing(who).post(f"{path}/note/", typed).status_code == status
    assert cast.browsing(who).post(f"{path}/bring-back/").status_code == status


@pytest.mark.parametrize(("who", "status"), [("idris", 302), ("mair", 302), ("olwen", 302), ("noor", 404)])
def test_who_may_check(cast, who, status):
    path = f"/community/{cast.harriers.public_id}"
    for said, typed in (("still-true", {"how": "rang them"}), ("changed", {"changed": "Thursdays"}), ("gone", {})):
        assert cast.browsing(who).post(f"{path}/{said}/", typed).status_code == status


@pytest.mark.parametrize(("who", "status"), [("idris", 200), ("olwen", 200), ("noor", 404)])
def test_who_opens_a_listing(cast, who, status):
    assert cast.browsing(who).get(f"/community/{cast.choir.public_id}/").status_code == status
    assert cast.browsing("idris").get("/community/nowhere/").status_code == 404


def test_a_number_is_rung_without_its_spaces_and_hours_are_told_in_one_way(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(phone="07700 900182")
    cast.harriers.times.update(starts=time(18, 30), ends=time(20))
    page = page_of(cast, "olwen", f"{cast.harriers.public_id}/")
    assert 'href="tel:07700900182"' in page and "6:30pm" in page


def test_warm_words_for_many_take_one_question(cast, django_assert_num_queries):
    note(cast, may_be_named=True)
    stayed(cast, 5)
    with django_assert_num_queries(1):
        found = queries.reasons_for([cast.choir.pk, cast.harriers.pk, cast.repair.pk], cast.team)
    assert found == {cast.harriers.pk: ["Idris knows Dawn there", queries.GONE_BEFORE]}


def test_a_page_that_is_no_page_is_not_linked(cast):
    cast.choir.url = "javascript:alert(1)"
    assert listings.web_address(cast.choir) == ""
    cast.choir.url = "https://choir.example/"
    assert listings.web_address(cast.choir) == "https://choir.example/"


def test_the_line_on_who_sees_it_is_the_matrix(cast):
    assert "Only the team sees this." in page_of(cast, "idris", f"{cast.harriers.public_id}/")
    assert not may(cast.olwen, Permission.READ_KNOWLEDGE)
    assert may(cast.worker, Permission.READ_KNOWLEDGE, team=cast.team)
