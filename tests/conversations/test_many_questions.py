"""Ten questions may wait at a time; what was answered makes room, with a meeting planned or without."""

import pytest

from kith.access.refusal import Refused
from kith.conversations import actions


def ask(cast, number: int):
    return actions.ask(individual=cast.individual, words=f"Question {number}?", by=cast.as_individual)


def test_an_answer_makes_room_for_the_next_question(cast):
    first, *_ = [ask(cast, number) for number in range(10)]
    with pytest.raises(Refused, match="ten things"):
        ask(cast, 10)
    actions.answer_asked(asked=first, words="Yes.", by=cast.as_worker)
    assert ask(cast, 10).words == "Question 10?"
