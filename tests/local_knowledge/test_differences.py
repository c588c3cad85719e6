"""What was put right here stands beside what its source says now, until somebody chooses."""

import json
from datetime import date, time

import pytest

from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.models import Activity
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.ideas import actions as ideas
from kith.local_knowledge.differences import differences_of


@pytest.fixture
def council(tmp_path):
    """Brings in the council's list, which holds one chess club, with these changes."""

    def bringing_in(**changes) -> Activity:
        plain = {
            "id": "c1",
            "name": "Calder chess",
            "status": "active",
            "description": "Boards are there.",
            "fees": "£2",
        }
        club = {"organization": {"id": "o1", "name": "Mill Social"}}
        club["schedules"] = [{"freq": "WEEKLY", "byday": "TU", "opens_at": "19:00"}]
        file = tmp_path / "council.json"
        file.write_text(json.dumps([plain | club | changes]), encoding="utf-8")
        actions.import_directory(source_path=file, by=Actor.command_line())
        return Activity.objects.get(external_id="c1")

    return bringing_in


def page(cast, activity) -> str:
    return cast.browsing("idris").get(f"/community/{activity.public_id}/").content.decode()


def take(cast, activity, part: str):
    return cast.browsing("idris").post(f"/community/{activity.public_id}/take-theirs/", {"part": part}, follow=True)


def test_a_page_without_an_edit_shows_nothing_of_it(cast, council):
    assert "Where we and its source differ" not in page(cast, council())


def test_both_stand_side_by_side_and_one_press_takes_theirs(cast, council):
    chess = council()
    actions.correct(activity=chess, field="name", value="Chess at the mill", by=cast.worker)
    chess = council(name="Calder Valley chess")
    shown = page(cast, chess)
    assert "We say: Chess at the mill" in shown and "They say: Calder Valley chess" in shown
    assert chess.name == "Chess at the mill"
    answer = take(cast, chess, "name").content.decode()
    assert "It says what its source says now." in answer and "They say:" not in answer
    assert directory.activity(chess.public_id).name == "Calder Valley chess"
    assert [found.name for found in directory.find("chess")] == ["Calder Valley chess"]
    assert council(name="Calder chess again").name == "Calder chess again"  # it follows its source from here on


def test_cost_is_one_part(cast, council):
    chess = council()
    parts = {"cost_words": "", "is_free": True, "price_pence": None}
    actions.fill_in(activity=chess, parts=parts, by=cast.worker)
    chess = council(fees="£3")
    (cost,) = differences_of(chess)
    assert (cost.label, cost.ours, cost.theirs) == ("Cost", "Free", "£3")
    take(cast, chess, "cost")
    chess = directory.activity(chess.public_id)
    assert (chess.is_free, chess.price_pence, chess.cost_words) == (False, 300, "£3")
    assert differences_of(chess) == []


PARTS = [
    ("times", [Slot(4, time(18))], "When", "Fridays 6pm", "Tuesdays 7pm"),
    ("place", PlaceDetails("The Crown", "", "CX1 2RG"), "Where", "The Crown, CX1 2RG", "Nothing"),
    ("organisation", "Calder Chess", "Run by", "Calder Chess", "Mill Social"),
    ("on_date", date(2026, 12, 5), "Once, on", "Saturday 5 December 2026", "Nothing"),
    ("categories", ["games", "chess"], "Listed under", "games, chess", "Nothing"),
    ("status", "closed", "Whether it goes on", "Closed", "Going on"),
    ("taster", True, "Can you try it once?", "Yes", "Nothing"),
    ("audience", "mixed", "Who it is for", "For both", "Not known"),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part[0])
def test_every_part_is_told_in_words_and_can_be_taken(cast, council, part):
    field, value, *said = part
    before = council()
    was = _said(before)
    actions.correct(activity=before, field=field, value=value, by=cast.worker)
    (told,) = differences_of(directory.activity(before.public_id))
    assert [told.label, told.ours, told.theirs] == said
    take(cast, before, told.part)
    after = directory.activity(before.public_id)
    assert _said(after) == was and not after.overlays.exists()


def _said(activity) -> tuple:
    plain = ("status", "taster", "audience", "on_date", "categories", "organisation_id", "place_id")
    return *(getattr(activity, name) for name in plain), [Slot.of(row) for row in activity.times.all()]


def test_what_was_added_by_hand_has_no_source_to_differ_from(cast):
    chess = ideas.add_by_name(name="Calder Chess", by=cast.worker)
    actions.correct(activity=chess, field="name", value="Chess", by=cast.worker)
    assert differences_of(chess) == []
    with pytest.raises(Refused, match="by hand"):
        actions.take_from_source(activity=chess, fields=["name"], by=cast.worker)


@pytest.mark.parametrize("part", ["name", "", "no such part", "cost"])
def test_a_press_with_nothing_to_take_says_so(cast, council, part):
    chess = council()
    assert "says what its source says already" in take(cast, chess, part).content.decode()
    assert directory.activity(chess.public_id).name == "Calder chess"
