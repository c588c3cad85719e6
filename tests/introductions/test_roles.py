"""Roles at places grow: said by the individual or written down with them, kept one after the other."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.introductions import actions, roles
from kith.introductions.models import PlaceRole
from tests.page_words import words_of

from .test_actions import agreed


def said(cast, role, words="", by=None):
    about = {"individual": cast.individual, "activity": cast.harriers}
    return actions.say_role(role=role, words=words, by=by or cast.olwen, **about)


@pytest.mark.shows("S103")
def test_each_saying_stays_and_the_newest_holds(cast):
    for days, role in enumerate(("trying", "member", "helps out")):
        with clock.at(clock.now() + timedelta(days=days)):
            said(cast, role)
    assert [each.role for each in roles.how_it_grew(cast.individual)] == ["trying", "member", "helps out"]
    assert [each.role for each in roles.roles_now(cast.individual)] == ["helps out"]
    with clock.at(clock.now() + timedelta(days=9)):
        said(cast, "no more")
    assert roles.roles_now(cast.individual) == [] and PlaceRole.objects.count() == 4


def test_what_they_give_is_told_to_them_and_about_them(cast):
    said(cast, "member")
    assert roles.gives_to_others(cast.individual, to_individual=True) == []
    said(cast, "helps out", "chairs, on Thursdays.")
    told = [roles.gives_to_others(cast.individual, to_individual=own)[0].sentence for own in (True, False)]
    assert told == ["You help out: chairs, on Thursdays.", "Olwen helps out: chairs, on Thursdays."]


def test_the_same_said_again_is_kept_once_and_by_somebody_else_twice(cast):
    assert said(cast, "member") == said(cast, "member")
    theirs = said(cast, "member", by=cast.worker)
    assert PlaceRole.objects.count() == 2
    assert roles.in_words(theirs, to_individual=True).by == "Idris"
    assert roles.in_words(roles.how_it_grew(cast.individual)[0], to_individual=True).by == ""


def test_the_reasons_against(cast):
    for role, words, reason in (
        ("chairman", "", "choose one"),
        ("no more", "", "nothing to end"),
        ("member", "x" * 201, "fewer words"),
    ):
        with pytest.raises(Refused, match=reason):
            said(cast, role, words)
    with pytest.raises(NotPermitted):
        said(cast, "member", by=cast.acting("noor"))


def test_it_is_said_on_the_page_once_they_went(cast):
    introduction, own = agreed(cast), cast.browsing("olwen")
    at = cast.at(f"introductions/{introduction.public_id}/")
    assert "What you are there" not in words_of(own.get(at))
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    assert "What you are there" in words_of(own.get(at))
    wrong = own.post(f"{at}role/", {"role": "", "role_words": "chairs"})
    assert wrong.status_code == 422 and 'value="chairs"' in wrong.content.decode()
    assert wrong.context["is_elsewhere"] is False
    own.post(f"{at}role/", {"role": "member"})
    own.post(f"{at}role/", {"role": "helps out", "role_words": "chairs"})
    page = words_of(own.get(at))
    assert "You help out: chairs." in page and "You are a member." in page
    assert "Olwen helps out: chairs." in words_of(cast.browsing("idris").get(at))
