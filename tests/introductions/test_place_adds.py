"""What a place adds on its own page: what to expect, for everybody and of nobody; and that it is full."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.introductions import actions, queries, wording
from kith.local_knowledge.models import FromPlace, Full
from kith.people import actions as people

from .test_to_a_place import OURS, WEB, address, as_host, cast, neutral, told_by_page, written

__all__ = ["cast", "neutral"]
TYPED = {"who": "Gwen, in the red coat", "may_be_shown": "yes", "door": "The side door", "quiet": "Before seven."}
PARAGRAPH = (
    "From the place, 23 November 2026:\n"
    "Look for: Gwen, in the red coat.\nWhich way in: The side door.\nWhen it is quiet: Before seven."
)


def add(introduction, what="expect", **typed):
    path = address(introduction).removeprefix("https://goodcompany.example")
    browser = Client(headers={"Host": "goodcompany.example"}, enforce_csrf_checks=True)
    return browser.post(f"{path}{what}/", typed or TYPED)


def answered(cast, **chosen):
    introduction = written(cast, **chosen)
    as_host(introduction, "host yes")
    return introduction


def expects(cast) -> str:
    cast.harriers.refresh_from_db()
    return cast.harriers.what_to_expect


def as_user(cast, who: str, path: str) -> str:
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(cast.users[who])
    return browser.get(path).content.decode()


@pytest.mark.shows("S29")
def test_what_to_expect_goes_into_the_listing_for_everybody_marked_and_dated(cast):
    directory.correct(activity=cast.harriers, field="what_to_expect", value="Tea first.", by=cast.worker)
    answer = add(answered(cast))
    assert answer.status_code == 302
    assert expects(cast) == f"Tea first.\n\n{PARAGRAPH}"
    page = as_user(cast, "olwen", f"/community/{cast.harriers.public_id}/")
    assert "From the place, 23 November 2026:" in page and "Gwen, in the red coat" in page
    assert TrailEntry.objects.filter(what="what to expect, from the place", who="contact with a link").exists()


def test_said_again_it_takes_the_place_of_what_they_said_before(cast):
    introduction = answered(cast)
    add(introduction)
    with clock.at(clock.now() + timedelta(days=1)):
        add(introduction, door="The front door")
    assert expects(cast) == "From the place, 24 November 2026:\nWhich way in: The front door."
    assert FromPlace.objects.filter(seen_to_on=None).count() == 1


def test_a_name_is_asked_about_and_left_out_where_it_may_not_be_shown(cast):
    introduction = answered(cast)
    page = add(introduction, who="Gwen", door="The side door")
    assert page.status_code == 422 and "whether everybody may read" in page.content.decode()
    assert 'value="Gwen"' in page.content.decode() and 'value="The side door"' in page.content.decode()
    assert expects(cast) == ""
    assert add(introduction, who="Gwen", may_be_shown="no", door="The side door").status_code == 302
    assert "Gwen" not in expects(cast) and "The side door" in expects(cast)


@pytest.mark.parametrize(
    ("door", "why"),
    [
        ("Olwen comes by the side door", "Please leave out Olwen"),
        ("Ring 07700 900123", "leave out telephone numbers"),
        ("Write to gwen@harriers.example", "leave out telephone numbers"),
        ("Where the mental health team meets", "another way"),
        ("", "at least one of the boxes"),
    ],
)
def test_what_tells_of_somebody_or_of_a_service_is_kindly_asked_to_be_left_out(cast, door, why):
    introduction = answered(cast, says=wording.FIRST_NAME)
    page = add(introduction, door=door, quiet="")
    assert page.status_code in (409, 422) and why in page.content.decode()
    assert door in page.content.decode() and expects(cast) == ""


@pytest.mark.parametrize("door", ["Olwen knows the way", "Hart knows the way", "She knows the way"])
def test_what_may_tell_of_them_reaches_the_worker_and_the_page_answers_alike(cast, door):
    """The place need not know that name: whether it was right is not to be found out here."""
    type(cast.individual).objects.filter(pk=cast.individual.pk).update(called="Olwen Hart")
    introduction = answered(cast, says=wording.NO_NAME)
    actions.see_answer(introduction=introduction, by=cast.worker)
    held, open_to_all = add(introduction, door=door), add(introduction, door="By the gate")
    assert (held.status_code, held.url) == (open_to_all.status_code, open_to_all.url)
    assert expects(cast).endswith("By the gate.") and door not in expects(cast)
    assert queries.news_from_places([cast.individual]).exists()
    page = as_user(cast, "idris", cast.at(f"introductions/{introduction.public_id}/"))
    assert door in page


def test_a_guess_at_the_name_is_not_confirmed_by_the_page_of_the_place(cast):
    introduction = written(cast, says=wording.NO_NAME)
    as_host(introduction, "host yes", words="Bring a towel")
    before = as_host(introduction).content.decode()
    pages = [add(introduction, door=door) and as_host(introduction) for door in ("Olwen knows the way", "By the gate")]
    assert [page.content.decode() for page in pages] == [before, before]
    path = cast.at(f"introductions/{introduction.public_id}/")
    told = "Olwen knows the way"
    assert told in as_user(cast, "idris", path) and told not in as_user(cast, "olwen", path)


@pytest.mark.parametrize("name", ["Hart", "olwen", "Idris", "Pugh", "Noor", "Sadia", "Bevan"])
def test_no_name_of_whoever_comes_or_goes_along_is_given_to_everybody(cast, name):
    type(cast.individual).objects.filter(pk=cast.individual.pk).update(full_name="Olwen Hart")
    introduction = answered(cast, says=wording.NO_NAME)
    type(cast.users["idris"]).objects.filter(pk=cast.users["idris"].pk).update(name="Idris Pugh")
    also = type(introduction.partnership).objects.filter(user=cast.users["mair"]).first()
    type(cast.users["mair"]).objects.filter(pk=cast.users["mair"].pk).update(name="Noor Bevan")
    told = {"companion": "Sadia Rees", "along_with": also}
    type(introduction).objects.filter(pk=introduction.pk).update(**told)
    assert add(introduction, door=f"{name} knows the way").status_code == 302
    assert expects(cast) == ""


def test_the_boxes_are_offered_after_an_answer_and_tell_of_no_service(cast):
    introduction = written(cast)
    assert "what to expect" not in as_host(introduction).content.decode()
    as_host(introduction, "host yes")
    page = as_host(introduction)
    assert "Tell everybody what to expect" in page.content.decode()
    for told in (page, add(introduction, who="Gwen"), add(introduction, "full", opens_on="never")):
        assert wording.service_words(told_by_page(told), apart_from=(cast.harriers.name, *WEB)) == []
        assert OURS.search(told_by_page(told)) is None and not told.cookies


def test_whoever_keeps_the_table_has_a_look(cast):
    add(answered(cast))
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(cast.users["mair"])
    told = "The place wrote what to expect, 23 November. It is in the listing."
    assert told in browser.get("/community/keeping/").content.decode()
    browser.post(f"/community/{cast.harriers.public_id}/seen-to/")
    assert told not in browser.get("/community/keeping/").content.decode()
    assert expects(cast) == PARAGRAPH


def test_full_is_told_to_everybody_and_is_not_this_time_here(cast):
    introduction = written(cast)
    assert add(introduction, "full", opens_on="1 May 2027").status_code == 302
    assert Full.objects.get().told_by == "place"
    said = queries.host_answer(queries.introduction(cast.individual, introduction.public_id))
    assert (said.kind, said.words) == ("host not now", "Full for now. There is room again from 1 May 2027.")
    assert "There is room again from 1 May 2027" in as_user(cast, "olwen", f"/community/{cast.harriers.public_id}/")


@pytest.mark.parametrize(("told_by", "still"), [("place", False), ("call", True)])
def test_welcoming_somebody_ends_what_the_place_itself_said_of_being_full(cast, told_by, still):
    introduction = written(cast)
    add(introduction, "full", opens_on="")
    Full.objects.update(told_by=told_by)
    as_host(introduction, "host turn up")
    assert Full.objects.filter(ended_on=None).exists() is still


def test_a_wrong_day_stays_in_the_box(cast):
    page = add(written(cast), "full", opens_on="1 May 2020")
    assert page.status_code == 409 and "has come already" in page.content.decode()
    page = add(written(cast), "full", opens_on="in spring")
    assert page.status_code == 422 and "in spring" in page.content.decode()
    assert not Full.objects.exists()


@pytest.mark.parametrize("what", ["expect", "full"])
def test_once_the_link_has_ended_nothing_can_be_added(cast, what):
    introduction = answered(cast)
    people.revoke(share=introduction.share, by=cast.olwen)
    answer = add(introduction, what, **TYPED)
    assert answer.status_code == 404 and expects(cast) == "" and not Full.objects.exists()


def test_words_beside_a_not_this_time_are_for_the_worker_alone_as_the_box_says(cast):
    introduction = written(cast)
    assert "Idris reads this." in as_host(introduction).content.decode()
    as_host(introduction, "host not now", words="Not that sort here")
    path = cast.at(f"introductions/{introduction.public_id}/")
    theirs = as_user(cast, "olwen", path)
    assert "not this time" in theirs and "That says nothing about you." in theirs and "that sort" not in theirs
    assert "that sort" in as_user(cast, "idris", path)
    as_host(introduction, "host yes", words="Bring a towel")
    assert "Bring a towel" in as_user(cast, "olwen", path)


def test_nobody_else_speaks_for_the_place(cast):
    introduction = answered(cast)
    for act in (actions.say_full, lambda **told: actions.say_what_to_expect(words="Door: side.", **told)):
        with pytest.raises(NotPermitted):
            act(introduction=introduction, by=cast.worker)
    unanswered = written(cast)
    with pytest.raises(Refused, match="answers first"):
        actions.say_what_to_expect(
            introduction=unanswered, words="Door: side.", by=Actor.with_link(Role.HOST, cast.individual.pk)
        )


def test_a_yes_taken_back_while_they_write_lets_nothing_in(cast):
    """Whoever had opened the page before is told that it is over, and the listing stays as it was."""
    introduction = answered(cast)
    people.revoke(share=introduction.share, by=cast.olwen)
    with pytest.raises(Refused, match="come to an end"):
        actions.say_what_to_expect(
            introduction=introduction, words="Door: side.", by=Actor.with_link(Role.HOST, cast.individual.pk)
        )
    assert expects(cast) == ""
