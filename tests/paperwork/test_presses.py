"""How much a form asks of a worker after a meeting was written up, beside the same form about somebody new. The
numbers stand in docs/benchmarks/by-hand.md as well, and are exact: whoever changes a form or a page counts again."""

import re
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest
from django.urls import reverse

from kith.access.actor import Actor
from kith.questionnaires import actions as questionnaires
from tests.questionnaires import ours

from .hand import Hand

TABLE = Path(__file__).parents[2] / "docs" / "benchmarks" / "by-hand.md"


@dataclass(frozen=True)
class Asked:
    """Of one form: its questions, answers there already, boxes to type into, presses until it is shown."""

    questions: int
    there: int
    typed: int
    pressed: int


AFTER_A_MEETING = {
    "About me": Asked(11, 9, 2, 4),
    "First visit": Asked(22, 12, 6, 8),
    "Personal Budget review": Asked(19, 9, 6, 10),
}
FROM_NOTHING = {
    "About me": Asked(11, 3, 8, 6),
    "First visit": Asked(22, 3, 15, 10),
    "Personal Budget review": Asked(19, 0, 15, 12),
}


@pytest.fixture
def forms(db) -> dict:
    """The three that come with Kith, by their title."""
    by = Actor.command_line()
    kept = [questionnaires.load_form(content=ours.text(name), by=by).form for name in ours.NAMES]
    return {each.title: each for each in kept}


@pytest.fixture
def workers(client, cast):
    client.force_login(cast.worker)
    return client


@pytest.mark.shows("S13")
@pytest.mark.parametrize("title", AFTER_A_MEETING)
def test_after_a_meeting_only_the_rest_is_asked_for(workers, cast, known, forms, title):
    ids = {"individual": cast.individual.public_id, "meeting": known.public_id}
    hand = Hand(workers, reverse("conversations:meeting_page", kwargs=ids))
    hand.waits_for_the_rest()
    hand.presses_beside("form", forms[title].public_id)
    assert counted(hand) == AFTER_A_MEETING[title]


@pytest.mark.parametrize("title", FROM_NOTHING)
def test_from_nothing_all_of_it_is_asked_for(workers, cast, forms, title):
    hand = Hand(workers, reverse("home:person", args=[cast.individual.public_id]))
    hand.follows("Forms")
    chosen = hand.chooses("form", forms[title].public_id) | hand.chooses("way", "talk")
    hand.presses("Begin", **chosen)
    assert counted(hand) == FROM_NOTHING[title]


def counted(hand: Hand) -> Asked:
    """Answers everything that is open in a form that was begun, and shows it."""
    there, questions = map(int, re.search(r"(\d+) of (\d+) answers are there", hand.html).groups())
    while "Answer the rest" in hand.html:
        hand.follows("Answer the rest")
        while hand.is_at_the_rest():
            hand.answers_all()
        while hand.is_at_a_question():
            hand.answers()
    assert f"{questions} of {questions} answers are there" in hand.html
    hand.presses("Show it to Tomos")
    assert "As Tomos sees it" in hand.html
    return Asked(questions, there, hand.typed, hand.pressed)


@pytest.mark.parametrize("title", AFTER_A_MEETING)
def test_the_table_of_figures_tells_the_same(title):
    after, new = AFTER_A_MEETING[title], FROM_NOTHING[title]
    told = [title, *astuple(after), *astuple(new)[1:]]
    assert f"| {' | '.join(map(str, told))} |" in TABLE.read_text(encoding="utf-8")
