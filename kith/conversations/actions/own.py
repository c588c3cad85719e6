"""What a worker writes for the next time."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import rules
from kith.conversations.models import Meeting, Prompt, Reflection
from kith.people.models import Individual


@action
def add_prompt(*, individual: Individual, words: str, by: Actor, kind: str = Prompt.Kind.BEFORE) -> Prompt:
    """Something to remember before the next meeting, whenever that turns out to be."""
    permit(by, Permission.WRITE_PROMPTS, individual)
    refuse_if(rules.cannot_prompt(words))
    prompt = Prompt.objects.create(
        individual=individual, author_id=by.user_id, kind=kind, words=words.strip(), written_at=clock.now()
    )
    trail.record("prompt added", by=by, about=prompt, individual=individual)
    return prompt


@action
def tick_prompt(*, prompt: Prompt, by: Actor) -> Prompt:
    """Done: it need not come up again."""
    permit(by, Permission.WRITE_PROMPTS, prompt.individual)
    refuse_if(rules.cannot_tick(prompt))
    return _set(prompt, clock.now(), "prompt ticked", by)


@action
def untick_prompt(*, prompt: Prompt, by: Actor) -> Prompt:
    """Not done after all: it comes up again."""
    permit(by, Permission.WRITE_PROMPTS, prompt.individual)
    return _set(prompt, None, "prompt opened again", by)


def _set(prompt: Prompt, ticked_at, said: str, by: Actor) -> Prompt:
    prompt.ticked_at = ticked_at
    prompt.save(update_fields=["ticked_at"])
    trail.record(said, by=by, about=prompt, individual=prompt.individual)
    return prompt


@action
def write_reflection(*, meeting: Meeting, words: str, by: Actor) -> Reflection:
    """How it went, for the one who writes it. Writing again replaces their own words only, and other words than
    those that were sent to supervision are not sent yet."""
    permit(by, Permission.WRITE_REFLECTION, meeting.individual)
    Meeting.objects.select_for_update().get(pk=meeting.pk)  # of two presses the second finds the words of the first
    theirs = meeting.reflections.select_for_update().filter(author_id=by.user_id)
    reflection = theirs.first() or Reflection(meeting=meeting, author_id=by.user_id)
    reflection.words, reflection.written_at = words.strip(), clock.now()
    reflection.sent_to_supervision_at = None
    reflection.save()
    trail.record("reflection written", by=by, about=reflection, individual=meeting.individual)
    return reflection
