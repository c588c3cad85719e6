"""A plain yes or no that comes back to “did you go?” about a first visit, by email or text, is the answer to it."""

import pytest

from kith.access import clock
from kith.introductions import actions as introductions
from kith.introductions.models import Report
from kith.messaging.models import Message
from kith.outbox.models import Letter
from tests.messaging.conftest import answer_to, comes_in

from .conftest import at
from .test_every_letter import answers_have_a_way_in, visit_question  # noqa: F401 - the first is a fixture


def told() -> list[str]:
    return [each.kind for each in Report.objects.filter(kind__in=("went", "not this time"))]


def answer(cast, words: str):
    letter = Letter.objects.get(kind="to individual: visit question")
    with clock.at(at(21, 10)):
        return comes_in(answer_to(letter, words, sender=cast.user.email))


@pytest.mark.parametrize(("words", "kind"), [("Yes", "went"), ("not this week", "not this time"), ("👍", "went")])
def test_a_plain_answer_is_kept_and_thanked_for(cast, boxing, words, kind):
    introduction = visit_question(cast, boxing)
    assert answer(cast, words).message is None
    said = introduction.reports.get(kind=kind)
    assert said.typed_by_individual
    thanks = Letter.objects.get(kind="to individual: thank you")
    assert "It is written down." in thanks.body and thanks.cause == f"introduction {introduction.public_id}"


def test_with_any_other_word_a_person_reads_it(cast, boxing):
    introduction = visit_question(cast, boxing)
    message = answer(cast, "Yes, but I was scared").message
    assert message.about == introduction and told() == []


def test_what_was_told_already_is_not_told_again(cast, boxing):
    introduction = visit_question(cast, boxing)
    with clock.at(at(21, 9)):
        introductions.report(introduction=introduction, kind="went", by=cast.as_individual)
    assert answer(cast, "Yes").message is not None
    assert told() == ["went"] and Message.objects.count() == 1
