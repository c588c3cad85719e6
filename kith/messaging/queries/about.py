"""What an answer is about: told by the letter that it answers."""

from django.db.models import Model

from kith.conversations.models import Asked, Meeting, VisitMessage
from kith.goals import queries as goals
from kith.goals.models import Goal, Step
from kith.introductions.models import Introduction
from kith.messaging.models import Message
from kith.people.models import Individual, Team
from kith.people.queries import individual_called

FEW_STEPS = 5


def individual_of(letter) -> Individual | None:
    """Whose record this letter of the outbox belongs to; nobody's once the notebook is closed."""
    found = individual_called(letter.individual_ref) if letter.individual_ref else None
    return found if found and not found.closed_at else None


def team_of(letter) -> Team | None:
    """Whose team it was that wrote this letter; None for a letter about nobody."""
    found = individual_called(letter.individual_ref) if letter and letter.individual_ref else None
    return found.team if found else None


def about_of(letter) -> Model | None:
    """The goal, step, introduction or meeting that this letter is about; None for anything else."""
    kind, _, public_id = letter.cause.partition(" ")
    find = _FINDERS.get(kind)
    return find(public_id) if find else None


def few_to_write_about(individual: Individual) -> list[Goal | Step]:
    """The goals going on and what My plan calls their next small step: a choice that leaves “Send” in sight."""
    step = goals.next_step(individual)
    return [*goals.goals_in_play(individual), *([step] if step else [])]


def things_to_write_about(individual: Individual) -> list[Goal | Step]:
    """The goals going on, and the few small steps that are next. Two looks."""
    return [*goals.goals_in_play(individual), *goals.open_steps(individual)[:FEW_STEPS]]


def with_chosen(things: list[Goal | Step], individual: Individual, public_id: str) -> list[Goal | Step]:
    """These, and what somebody chose while it was among them: a page may have stood open for a while."""
    is_there = not public_id or any(thing.public_id == public_id for thing in things)
    chosen = None if is_there else thing_called(individual, public_id)
    return [*things, chosen] if chosen else things


def thing_called(individual: Individual, public_id: str) -> Goal | Step | None:
    """One of their goals or steps; None for neither."""
    return goals.goal_called(individual, public_id) or goals.step_called(individual, public_id)


def _of_words(public_id: str) -> Model | None:
    message = Message.objects.filter(public_id=public_id).first()
    return message.about if message else None


def _of_asked(public_id: str) -> Model | None:
    asked = Asked.objects.select_related("meeting").filter(public_id=public_id).first()
    return asked.meeting if asked else None


def _of_visit_message(public_id: str) -> Model | None:
    message = VisitMessage.objects.select_related("meeting").filter(public_id=public_id).first()
    return message.meeting if message else None


_FINDERS = {
    "goal": lambda public_id: Goal.objects.filter(public_id=public_id).first(),
    "step": lambda public_id: Step.objects.filter(public_id=public_id).first(),
    "introduction": lambda public_id: Introduction.objects.filter(public_id=public_id).first(),
    "meeting": lambda public_id: Meeting.objects.filter(public_id=public_id).first(),
    "words": _of_words,
    "asked": _of_asked,
    "message": _of_visit_message,
}
