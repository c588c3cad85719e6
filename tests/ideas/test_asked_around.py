"""“The library knew of one”: whom somebody here asked, and the unproven place that came of it."""

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.ideas import actions
from kith.local_knowledge import actions as local_knowledge
from kith.local_knowledge.models import AskedAround
from tests.page_words import words_of

ADD = "/community/add/"
LIBRARY = {"name": "Chess at the Crown", "whom": "Mill Lane library", "words": "In winter, they think"}
TOLD = "Heard of through Mill Lane library, not checked yet"


def page_of(cast, who, path) -> str:
    answer = cast.browsing(who).get(path)
    assert answer.status_code == 200
    return words_of(answer)


@pytest.mark.shows("S35")
def test_what_they_knew_of_is_on_the_table_and_says_that_it_is_unproven(cast):
    assert cast.browsing("idris").post(ADD, LIBRARY).status_code == 302
    made = Activity.objects.get(name="Chess at the Crown")
    for path in (f"/community/{made.public_id}/", cast.at("table/?q=chess"), cast.at(f"table/{made.public_id}/")):
        for who in ("idris", "olwen"):
            assert TOLD in page_of(cast, who, path), (who, path)
    assert "Idris asked Mill Lane library, 23 November 2026. “In winter, they think”" in page_of(
        cast, "mair", f"/community/{made.public_id}/"
    )
    assert "In winter" not in page_of(cast, "olwen", f"/community/{made.public_id}/")
    assert f"{TOLD}." in page_of(cast, "mair", "/community/keeping/")
    local_knowledge.confirm_still_true(activity=made, how="rang them", by=cast.worker)
    assert "Heard of" not in page_of(cast, "olwen", f"/community/{made.public_id}/")


def test_who_asked_whom_when_and_what_came_of_it_stands_beside_the_form(cast):
    cast.browsing("idris").post(ADD, LIBRARY)
    cast.browsing("mair").post(ADD, {"name": "", "whom": "The post office", "words": ""})
    page = page_of(cast, "idris", ADD)
    assert "Chess at the Crown</a>." in page and "Mair, 23 November 2026. Knew of nothing." in page
    assert TrailEntry.objects.filter(what="asked around").count() == 2
    assert Activity.objects.count() == 4


def test_what_is_much_like_it_is_offered_with_what_was_typed(cast):
    typed = LIBRARY | {"name": "Valley Community Choirs"}
    page = cast.browsing("idris").post(ADD, typed).content.decode()
    assert "Is it one of these?" in page and "It is this one" in page and 'value="Mill Lane library"' in page
    cast.browsing("idris").post(ADD, typed | {"activity": cast.choir.public_id})
    asked = AskedAround.objects.get()
    assert asked.activity == cast.choir and asked.asked_by == cast.users["idris"]
    assert "Heard of" not in page_of(cast, "olwen", f"/community/{cast.choir.public_id}/")


def test_for_somebodys_table_it_leads_on_to_their_leaflet_and_keeps_nothing_of_them(cast):
    typed = LIBRARY | {"whose": cast.individual.public_id}
    answer = cast.browsing("idris").post(ADD, typed)
    assert answer.url.startswith(cast.at("table/"))
    assert not cast.individual.ideas.exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"name": "", "whom": "", "words": "x"}, "Please give it a name."),
        (
            {"name": "Chess", "whom": "Mill Lane library", "words": "For Olwen"},
            "This may name somebody the team supports.",
        ),
        ({"name": "Chess", "whom": "y" * 101, "words": "x"}, "100 fit here"),
    ],
)
def test_what_has_to_be_looked_at_again_stays_in_the_boxes(cast, typed, why):
    answer = cast.browsing("idris").post(ADD, typed)
    assert answer.status_code in (409, 422) and why in answer.content.decode()
    assert typed["words"] in answer.content.decode()
    assert not AskedAround.objects.exists() and not Activity.objects.filter(name="Chess").exists()


def test_only_the_team_notes_it_and_another_team_does_not_read_it(cast):
    for who in ("olwen", "noor"):
        with pytest.raises(NotPermitted):
            local_knowledge.note_asked(team=cast.team, whom="The library", by=cast.acting(who))
    with pytest.raises(Refused, match="in no team"):
        actions.note_heard_of(team=None, whom="The library", by=cast.worker)
    with pytest.raises(Refused, match="who was asked"):
        local_knowledge.note_asked(team=cast.team, whom=" ", by=cast.worker)
    cast.browsing("idris").post(ADD, LIBRARY)
    assert "Mill Lane library" not in page_of(cast, "cai", ADD)
