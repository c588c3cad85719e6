"""What a worker tells the team of a place from an introduction: of the place, and of nobody who was introduced."""

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.introductions import actions
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.models import Full, Knowledge
from tests.page_words import words_of

from .test_actions import agreed

TYPED = {
    "hurdle": "new people",
    "words": "Ring Dawn, not the desk",
    "agreed": "There is a side room",
    "agreed_with": "Dawn",
    "after": "call",
    "also": ["go along", "full"],
    "opens_on": "1 May 2027",
}
KIND_WORDS = [
    "It helps to go with somebody the first time",
    "It helps to ring them first",
    "Agreed with them: There is a side room",
]


def called(cast):
    introduction = agreed(cast)
    actions.note_call(
        introduction=introduction, words="We do not want that sort here", asked="Is it loud there?", by=cast.worker
    )
    return introduction


def page_of(cast, introduction, who) -> str:
    return words_of(cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/")))


def tell(cast, introduction, who="idris", **typed):
    return cast.browsing(who).post(cast.at(f"introductions/{introduction.public_id}/place/"), typed or TYPED)


@pytest.mark.shows("S83")
def test_the_barrier_belongs_to_the_place_and_hurtful_words_stay_in_the_report(cast):
    introduction = called(cast)
    assert tell(cast, introduction).status_code == 302
    assert local_knowledge.warm_words(cast.harriers, cast.team) == KIND_WORDS
    assert Full.objects.get().told_by == "call"
    team = words_of(cast.browsing("mair").get(f"/community/{cast.harriers.public_id}/"))
    assert "They were unsure about new people." in team and "Idris, 23 November 2026, after a call" in team
    assert "Ring Dawn, not the desk" in team and "that sort" not in team and "Olwen" not in team
    assert "that sort" in page_of(cast, introduction, "idris")
    theirs = page_of(cast, introduction, "olwen")
    assert "that sort" not in theirs and "Is it loud there" not in theirs and "talked with them" in theirs
    noted = TrailEntry.objects.filter(what="local knowledge noted")
    assert noted.count() == 2 and not any(cast.individual.public_id in entry.about for entry in noted)


def test_individuals_read_the_kind_version_on_the_introduction_and_its_call_card(cast):
    introduction = agreed(cast)
    actions.tell_of_the_place(introduction=introduction, words="Stared", hurdle="new people", by=cast.worker)
    for who in ("olwen", "idris"):
        page = page_of(cast, introduction, who)
        assert page.count("What we know of them") == 1 and "It helps to ring them first" in page
        assert "Stared" not in page and "unsure about new people" not in page.split("Tell the team")[0]


def test_it_is_offered_to_staff_once_they_were_spoken_with(cast):
    introduction = agreed(cast)
    assert "Tell the team about the place" not in page_of(cast, introduction, "idris")
    introduction = called(cast)
    assert "Tell the team about the place" in page_of(cast, introduction, "idris")
    assert "Tell the team about the place" not in page_of(cast, introduction, "olwen")


def test_what_they_were_told_on_their_own_call_stays_with_them(cast):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="Come along", asked="Is it loud?", by=cast.olwen)
    theirs = page_of(cast, introduction, "olwen")
    assert "Come along" in theirs and "Asked: Is it loud?" in theirs


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Olwen was too much for them", "Please leave out Olwen"),
        ("OLWEN", "Please leave out Olwen"),
        ("She was too loud", "may tell of a person"),
        ("", "Please write or choose something"),
    ],
)
def test_words_that_name_or_describe_somebody_are_asked_to_be_of_the_place(cast, words, why):
    introduction = called(cast)
    answer = tell(cast, introduction, words=words, agreed_with="Dawn")
    page = answer.content.decode()
    assert answer.status_code in (409, 422) and why in page and 'value="Dawn"' in page
    assert not Knowledge.objects.exists()


def test_a_part_that_cannot_stand_keeps_nothing_of_the_rest(cast):
    introduction = called(cast)
    answer = tell(cast, introduction, **TYPED | {"opens_on": "1 May 2020"})
    assert answer.status_code == 409 and "has come already" in answer.content.decode()
    assert not Knowledge.objects.exists() and not Full.objects.exists()


def test_only_whoever_works_with_them_tells_of_it(cast):
    introduction = called(cast)
    assert tell(cast, introduction, who="noor").status_code == 404
    with pytest.raises(NotPermitted):
        actions.tell_of_the_place(introduction=introduction, hurdle="way in", by=cast.acting("noor"))
    with pytest.raises(Refused, match="leave out Olwen"):
        actions.tell_of_the_place(introduction=introduction, agreed="Olwen has a key", by=cast.worker)
    for who in ("olwen", "cai"):
        with pytest.raises(Refused, match="not in this team"):
            actions.tell_of_the_place(introduction=introduction, hurdle="way in", by=cast.acting(who))
        assert "Tell the team about the place" not in page_of(cast, introduction, who)
