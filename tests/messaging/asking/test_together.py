"""The gates of questions, reminders and visits answer for a few letters in a few looks, as they answer for one."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.goals import actions as goals
from kith.messaging.actions import asking
from kith.messaging.models import Question, Reminder
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import MORNING, THURSDAY, TUESDAY

MANY = 8


def letter_of(cast, kind: str, cause: str) -> Letter:
    letter = people.write_to(cast.individual, kind=kind, cause=cause, words="Something.", read_at="https://x.example/")
    assert letter is not None
    return letter


def questions(cast, goal) -> list[Letter]:
    """About a day each."""
    letters = [letter_of(cast, asking.DID_YOU_GO, f"goal {goal.public_id}") for _ in range(MANY)]
    for number, letter in enumerate(letters):
        day = THURSDAY - timedelta(days=number)
        Question.objects.create(goal=goal, day=day, asked_at=MORNING, letter=letter.public_id)
    return letters


def answers(letters: list[Letter]) -> list[gates.Answer]:
    """All at once; and one by one the same comes of it."""
    together = gates.ask_together(letters)
    assert [together[letter.pk] for letter in letters] == [gates.ask(letter) for letter in letters]
    return [together[letter.pk] for letter in letters]


def test_questions_are_looked_at_in_two_looks(cast, boxing, asked, django_assert_num_queries):
    letters = questions(cast, boxing)
    with django_assert_num_queries(2):
        gates.ask_together(letters)
    goals.check_in(goal=boxing, went=True, on=THURSDAY, by=cast.as_individual)
    told, *others = answers([*letters, Letter(pk=0, kind=asking.DID_YOU_GO, channel="email")])
    assert isinstance(told, gates.HoldBack) and isinstance(others[-1], gates.HoldBack)


@pytest.mark.parametrize("end", [asking.stop_asking_about, goals.pause])
def test_a_question_about_what_is_not_going_on_stays_here(cast, boxing, asked, end):
    letters = questions(cast, boxing)
    assert {type(each) for each in answers(letters)} == {gates.Go}
    end(goal=boxing, by=cast.as_individual)
    assert {type(each) for each in answers(letters)} == {gates.HoldBack}


def reminder(cast, kind: str, row, letter_kind: str, *, on=TUESDAY, to=None) -> Letter:
    if to:
        letter = people.write_to_worker(to, kind=letter_kind, cause="a test", words="Something.")
    else:
        letter = letter_of(cast, letter_kind, "a test")
    whose = {"individual": cast.individual, "to": to, "state": "sent", "at": clock.now()}
    Reminder.objects.create(kind=kind, about=row.public_id, on=on, letter=letter.public_id, **whose)
    return letter


def test_reminders_are_looked_at_in_a_few_looks(cast, race, meeting, django_assert_num_queries):
    kind = "to individual: target reminder"
    letters = [reminder(cast, name, race, kind) for name in ("target week", "target day")]
    letters += [reminder(cast, "target day", race, kind, on=THURSDAY)]  # moved since
    with django_assert_num_queries(3):
        gates.ask_together(letters)
    assert [type(each) for each in answers(letters)] == [gates.Go, gates.Go, gates.HoldBack]


def test_how_did_it_go_is_not_asked_once_it_was_told(cast, race):
    with clock.at(MORNING + timedelta(days=21)):
        letter = reminder(cast, "after target", race, "to individual: how did it go")
        assert isinstance(answers([letter])[0], gates.Go)
        goals.add_result(goal=race, value="27:40", on=TUESDAY, by=cast.as_individual)
        assert isinstance(answers([letter])[0], gates.HoldBack)


def test_a_worker_s_reminders_pass_the_gate_of_workers(cast, meeting):
    letter = reminder(cast, "brief", meeting, "to worker: brief", to=cast.worker)
    assert answers([letter]) == [gates.Go(to=cast.worker.email)]
    type(meeting).objects.filter(pk=meeting.pk).update(state="called off")
    assert isinstance(answers([letter])[0], gates.HoldBack)
