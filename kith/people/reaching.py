"""How an individual is reached: by which channel, at which address, and what a letter to them says."""

from django.conf import settings

from .models import Individual, User

SUBJECT = "You have a message"
INVITATION = "to individual: invitation"
NEW_WORKER = "to individual: new worker"
TO_WORKER = "to worker: invitation"


def texts_have_a_way_out() -> bool:
    """Whether a text can be sent from here; if not, pages give the words to copy into one’s own phone."""
    return settings.KITH_DEMO


def reached_at(individual: Individual, channel: str = "") -> tuple[str, str]:
    """The channel and address of a letter to them: the way they like, or the `channel` they chose for this one thing.
    An empty address: they like to be told another way, or there is nowhere to reach them yet."""
    channel = channel or individual.reached_by
    if channel == Individual.Channel.EMAIL:
        return "email", individual.written_to_at
    if channel == Individual.Channel.TEXT and texts_have_a_way_out():
        return "text", individual.phone
    return "", ""


def invitation(individual: Individual, worker: User) -> str:
    """The letter that invites them: the same words before it goes and when it goes."""
    return (
        f"Hello {individual.called},\n\n"
        f"{worker.first_name} here. What we talk about and plan is kept in one place. "
        "You can read it there, and write in it too.\n\n"
        f"Go to {settings.PUBLIC_URL} and give this email address. A code comes by email. There is no password.\n\n"
        "There is no rush, and nothing to fill in.\n\n"
        f"{worker.first_name}"
    )


def text_invitation(individual: Individual, worker: User, email: str) -> str:
    """The same in a text. With no email yet, a place is left for it."""
    return (
        f"{worker.first_name} here. What we talk about and plan is kept in one place. You can see it at "
        f"{settings.PUBLIC_URL} with {email or 'your email address'}. No rush, and nothing to fill in."
    )


def worker_invitation(inviter: User | None) -> str:
    """The letter to a worker, peer or volunteer. It names no team and nobody else."""
    who = inviter.first_name if inviter else "Somebody"
    return (
        f"Hello,\n\n{who} has invited you.\n\n"
        f"Go to {settings.PUBLIC_URL} and give this email address. A code comes by email. There is no password.\n"
    )


def new_worker(individual: Individual, old: User, new: User) -> str:
    """What the individual is told when another worker takes over."""
    return (
        f"Hello {individual.called},\n\n"
        f"From now on {new.first_name} is there for you, in place of {old.first_name}. "
        "What was planned stays as it is.\n\n"
        f"{new.first_name} will be in touch."
    )


def letter_words(individual: Individual, words: str, read_at: str, channel: str) -> str:
    """What a letter says: the words themselves where they may go along, else that there is something to read."""
    return f"There is a message for you.\n\nRead it here: {read_at}\n\nThere is no rush."
