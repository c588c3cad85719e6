"""What we ask about what a worker keeps for the next time."""

from django.db.models import QuerySet

from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.access.one import the_one
from kith.conversations.models import Draft, Meeting, Prompt, Reflection
from kith.people.models import Individual


def reflection_on(meeting: Meeting, user_id: int | None) -> Reflection | None:
    """What this user wrote for themselves about this meeting; nobody else's."""
    return meeting.reflections.filter(author_id=user_id).first()


def last_reflection(individual: Individual, user_id: int | None) -> Reflection | None:
    """The latest thing this user wrote for themselves about meeting this individual."""
    return the_one(_last_reflection(individual, user_id))


@kept
def _last_reflection(individual: Individual, user_id: int | None) -> QuerySet[Reflection]:
    mine = Reflection.objects.filter(meeting__individual=individual, author_id=user_id)
    return mine.select_related("meeting").order_by("-meeting__day", "-pk")[:1]


def open_prompts(individual: Individual) -> QuerySet[Prompt]:
    """What waits for the next meeting."""
    return individual.prompts.filter(ticked_at__isnull=True).select_related("author")


def prompt_of(individual: Individual, public_id: str) -> Prompt | None:
    return individual.prompts.filter(public_id=public_id).first()


def draft_of(individual: Individual, user_id: int | None) -> Draft | None:
    """What this user was typing about this individual."""
    return individual.drafts.filter(author_id=user_id).first()


def drafts_of(user_id: int | None, individuals: list[Individual]) -> QuerySet[Draft]:
    """What this user began to write about these people and has not finished."""
    begun = Draft.objects.filter(author_id=user_id, individual__in=individuals, saved_at__isnull=False)
    begun = begun.exclude(typed="")
    return alongside(begun, individual=("public_id", "called")).order_by("-saved_at")
