"""How an individual is reached: by which channel, at which address, and what a letter to them says."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from kith.outbox.queries import has_way_out

from .models import ContactWishes, Individual, User
from .wishes import wishes_of

SUBJECT = "You have a message"
TO_READ = "Something to read"  # to a worker, where nothing says better what it is for
INVITATION = "to individual: invitation"
KEEPING = " to help keep a list of things to do nearby up to date. You see that list, and nothing about any person"
NEW_WORKER = "to individual: new worker"
TO_WORKER = "to worker: invitation"
SOMETHING = "There is a message for you."
NO_RUSH = "There is no rush."


def texts_have_a_way_out() -> bool:
    """Whether a text can be sent from here; if not, pages give the words to copy into one’s own phone."""
    return has_way_out("text")


def replies_have_a_way_in(channel: str = "email") -> bool:
    """Whether an answer by this channel arrives anywhere. Whoever is written to on paper rings."""
    ways_in = {"email": settings.REPLY_ADDRESS, "text": settings.NOTIFY_CALLBACK_WORD}
    return bool(ways_in.get(channel)) or (settings.KITH_DEMO and channel in ways_in)


def reached_at(individual: Individual, channel: str = "") -> tuple[str, str]:
    """The channel and address of a letter to them: the way they like, or the safe `channel` they chose for this one
    thing. An empty address: they like to be told another way, or there is nowhere to reach them yet."""
    liked, wishes = channel or individual.reached_by, wishes_of(individual)
    if liked not in wishes.safe_channels:
        return "", ""
    if liked == Individual.Channel.EMAIL:
        return "email", individual.written_to_at
    if liked == Individual.Channel.TEXT and texts_have_a_way_out():
        return "text", individual.phone
    if liked == Individual.Channel.LETTER and wishes.post_address:
        return "print", in_one_line(wishes.post_address)
    return "", ""


def in_one_line(address: str) -> str:
    """A postal address as one line."""
    return ", ".join(line.strip(" ,") for line in address.splitlines() if line.strip(" ,"))


def can_read_here(individual: Individual) -> bool:
    """Whether there is a way for them to read on their own pages."""
    return individual.user is not None and individual.user.is_active


def words_may_go(individual: Individual, channel: str) -> bool:
    """Whether a letter may say what it is about. Paper goes in a sealed envelope."""
    return channel == "print" or wishes_of(individual).says_words


def says_nothing(individual: Individual, words: str, *, read_at: str, channel: str) -> bool:
    """Whether such a letter would help nobody: no words may go along, and there is no page that they can open."""
    has_words = bool(words.strip()) and words_may_go(individual, channel)
    return not (has_words or read_at or can_read_here(individual))


def invitation(individual: Individual, worker: User) -> str:
    """The letter that invites them: the same words before it goes and when it goes."""
    return (
        f"Hello {wishes_of(individual).name},\n\n"
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


def worker_invitation(inviter: User | None, *, keeps_table: bool = False) -> str:
    """The letter to a worker, peer or volunteer. It names no team and nobody else. Whoever is to keep the table reads
    what that is."""
    to_do = KEEPING if keeps_table else ""
    who = inviter.first_name if inviter else "Somebody"
    return (
        f"Hello,\n\n{who} has invited you{to_do}.\n\n"
        f"Go to {settings.PUBLIC_URL} and give this email address. A code comes by email. There is no password.\n"
    )


def new_worker(individual: Individual, old: User, new: User) -> dict[str, str]:
    """What the individual is told when another worker takes over, and where they read who it is."""
    words = (
        f"From now on {new.first_name} is there for you, in place of {old.first_name}. "
        f"What was planned stays as it is. {new.first_name} will be in touch."
    )
    page = f"{settings.PUBLIC_URL.rstrip('/')}{reverse('people:who', args=[individual.public_id])}"
    return {"words": words, "read_at": page if can_read_here(individual) else ""}


@dataclass(frozen=True)
class Written:
    """A letter as it would leave now: by which channel, to where, and all its words."""

    channel: str
    to: str
    subject: str
    body: str


def written_to(  # noqa: PLR0913 - keywords that read as a sentence
    individual: Individual,
    words: str,
    *,
    read_at: str = "",
    takes_replies: bool = False,
    channel: str = "",
    pressing: str = "",
) -> Written | None:
    """What `actions.write_to` posts, to be shown before it goes. None: no letter would help them, because there is
    no such way, or neither words may go along nor is there a page that they can open."""
    channel, to = reached_at(individual, channel)
    if not to:
        return None
    body = says_now(individual, words, read_at, channel, takes_replies=takes_replies, pressing=pressing)
    return Written(channel, to, subject_of(channel), body) if body else None


def says_now(  # noqa: PLR0913 - keywords that read as a sentence
    individual: Individual, words: str, read_at: str, channel: str, *, takes_replies: bool = False, pressing: str = ""
) -> str:
    """The whole letter, as their wishes are now; "" where it would help nobody. `read_at` is "" for their own pages."""
    if says_nothing(individual, words, read_at=read_at, channel=channel):
        return ""
    read_at = read_at or (settings.PUBLIC_URL if can_read_here(individual) else "")
    return letter_words(individual, words, read_at, channel, takes_replies=takes_replies, pressing=pressing)


def subject_of(channel: str) -> str:
    """The same on every email; nothing else has one."""
    return SUBJECT if channel == "email" else ""


def letter_words(  # noqa: PLR0913 - keywords that read as a sentence
    individual: Individual, words: str, read_at: str, channel: str, *, takes_replies: bool = False, pressing: str = ""
) -> str:
    """What a letter says: the words themselves where they may go along, else that there is something to read.
    `read_at` is "" where there is nothing to read. `pressing`: why it is not left for later, in words that tell
    nothing else; then it does not say that there is no rush."""
    wishes = wishes_of(individual)
    said = words.strip() if words_may_go(individual, channel) else ""
    answer = "You can answer this message." if takes_replies and replies_have_a_way_in(channel) else ""
    haste = (pressing if not said else "") if pressing else _calm(wishes)
    if channel == "print":
        return _on_paper(wishes, said, haste)
    if channel == "text" and not wishes.links_in_texts:
        read_at = ""
    where = f"{'Read more here:' if said else 'Read it here:'} {read_at}" if read_at else ""
    greeting, between = (f"Hello {wishes.name}.", " ") if channel == "text" else (f"Hello {wishes.name},", "\n\n")
    return between.join(filter(None, [greeting, said or SOMETHING, where, haste, answer]))


def _calm(wishes: ContactWishes) -> str:
    """Easy words leave out what need not be said."""
    return "" if wishes.easy_words else NO_RUSH


def _on_paper(wishes: ContactWishes, said: str, haste: str) -> str:
    """No link: whoever likes paper answers by phone, or when they meet."""
    team = wishes.individual.team
    ring = f"To answer, please ring: {team.reached_at}" if team and team.reached_at else "Tell us when we next talk."
    parts = [f"Hello {wishes.name},", said or SOMETHING, haste, ring]
    return "\n\n".join(filter(None, parts))
