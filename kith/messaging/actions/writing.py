"""One of the two writes to the other; or a worker writes down what was told on the telephone."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals.actions import heard
from kith.messaging import letters, queries, queue, rules
from kith.messaging.models import Message, WordToTeam
from kith.people import known_by
from kith.people.models import Individual, User
from kith.people.writer import account_of, is_the_individual


@action
def write(*, individual: Individual, words: str, by: Actor, about=None, sooner: bool = False) -> Message:
    """From the individual it waits for its reader; from the team it leaves for them. Pressed twice it goes once.
    `about`: a goal, a step, an introduction or a meeting of theirs."""
    permit(by, Permission.WRITE_MESSAGES, individual)
    hold(individual)
    is_own = is_the_individual(by, individual)
    said = {"said_by": Message.SaidBy.INDIVIDUAL if is_own else Message.SaidBy.TEAM, "way": Message.Way.PAGE}
    if again := queries.written_just_now(individual, words, about, author_id=by.user_id, **said):
        if sooner and again.is_waiting and again.sooner_at is None:
            set_sooner(again)
            tell_whoever_has_it(again, sooner=True)
        return again
    refuse_if(rules.cannot_write(words) or rules.cannot_be_about(about, individual))
    if is_own:
        return _from_them(individual, words, about, sooner, by)
    return to_them(individual, words, by, about=about)


def _from_them(individual: Individual, words: str, about, sooner: bool, by: Actor) -> Message:
    message = keep(individual, words, about, said_by="individual", way="page", author_id=by.user_id, typed=True)
    if sooner:
        set_sooner(message)
    tell_whoever_has_it(message, sooner=sooner)
    trail.record("message written", by=by, about=message, individual=individual)
    return message


def to_them(individual: Individual, words: str, by: Actor, *, about=None, answers: Message | None = None) -> Message:
    """The team's words, within an action that has asked: they stand on the individual's page and go to them."""
    writer = User.objects.get(pk=account_of(by))
    said = {"said_by": Message.SaidBy.TEAM, "way": Message.Way.PAGE, "author": writer, "answers": answers}
    message = Message(individual=individual, words=words.strip(), at=clock.now(), **said, **about_field(about))
    message.state = Message.State.READ
    letters.post_words(message, writer)
    message.save()
    trail.record("message sent", by=by, about=message, individual=individual)
    return message


@action
def note_told(*, individual: Individual, words: str, told_by: str, by: Actor, about=None) -> Message:
    """What the individual, or somebody for them, told on the telephone or on paper: kept as told, and read already."""
    permit(by, Permission.ANSWER_MESSAGES, individual)
    hold(individual)
    said = {"said_by": Message.SaidBy.INDIVIDUAL, "way": Message.Way.TOLD}
    if again := queries.written_just_now(individual, words, about, author_id=by.user_id, **said):
        return again
    refuse_if(rules.cannot_note_told(words, told_by) or rules.cannot_be_about(about, individual))
    message = keep(individual, words, about, **said, author_id=account_of(by), typed=False)
    message.told_by, message.state = told_by.strip(), Message.State.READ
    message.read_at, message.read_by_id = clock.now(), by.user_id
    message.save(update_fields=["told_by", "state", "read_at", "read_by"])
    trail.record("told, and written down", by=by, about=message, individual=individual)
    return message


def keep(individual: Individual, words: str, about, *, typed: bool, **said) -> Message:
    """A message that came in, in the queue of whoever is there, within an action that has asked."""
    now = clock.now()
    place = queue.place_for(individual, now).fields() | {"typed_by_individual": typed}
    message = Message.objects.create(
        individual=individual, team=individual.team, words=words.strip(), at=now, **said, **place, **about_field(about)
    )
    if message.said_by == Message.SaidBy.INDIVIDUAL:
        heard(message.goal)
    return message


def about_field(about) -> dict:
    """The key that says what it is about."""
    return {about._meta.model_name: about} if about is not None else {}


def set_sooner(message: Message) -> None:
    """It stands higher, and goes on earlier."""
    message.sooner_at = clock.now()
    message.read_by_day = min(queue.read_sooner_by(message.individual, clock.now()), message.read_by_day)
    message.save(update_fields=["sooner_at", "read_by_day"])


def tell_whoever_has_it(message: Message | WordToTeam, *, is_late: bool = False, sooner: bool = False) -> None:
    """A notice in their own hours to whoever reads it; where that is nobody, to whoever looks after the team, who
    sees that it waits and not what it says. `is_late`: nobody read it in time. That, and that nobody has it, nobody
    switches off. `sooner`: they are asked just now to look sooner."""
    post = letters.post_notice if message.owner and not is_late else letters.post_unread
    team = message.individual.team if message.individual else message.team
    for user in [message.owner] if message.owner else known_by.who_looks_after(team, of=message.individual):
        (letters.post_sooner if sooner else post)(user, message)
