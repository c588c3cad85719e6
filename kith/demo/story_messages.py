"""What Greg and Vish wrote to each other between the meetings: as it came in by post, and answered by Vish."""

import json
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations.wording import first_lines
from kith.messaging import actions as messaging
from kith.messaging.models import Message

from .story import Story
from .who import EVERYBODY

SHORT_ANSWERS = ("That is good to hear. Thank you for telling me.", "Got it. I will ring you this week.")


def tell_of_messages(story: Story) -> None:
    """Each at its own time; an answer is to what came last."""
    for entry in story.told["messages"]:
        days = story.days.ago(entry["days_ago"]) if "days_ago" in entry else story.day(entry)
        story.chronicle.tell(days, entry["at"], partial(_tell, story, entry))
    for entry in story.told["told_the_team"]:
        story.chronicle.tell(story.days.ago(entry["days_ago"]), entry["at"], partial(_tell_team, entry))
    first = story.told["messages"][0]
    story.tell(first, "08:00", lambda story, _: _keep_short_answers(story))


def _tell(story: Story, entry: dict) -> None:
    if entry["from"] == "greg":
        _came_in(story, entry)
    else:
        last = story.greg.messages.filter(said_by=Message.SaidBy.INDIVIDUAL).first()
        messaging.answer(message=last, words=entry["vish_words"], by=story.by("vish"))


def _tell_team(entry: dict) -> None:
    """Somebody who did not sign in: it waits for the team to say about whom it is."""
    said = {"words": entry["joan_words"], "about_whom": entry["about"], "teller": entry["by"]}
    messaging.tell_team(reached_at=entry["reached_at"], by=Actor.nobody(), **said)


def _came_in(story: Story, entry: dict) -> None:
    raw = _email(entry) if entry["by"] == "email" else _text(story, entry)
    name = f"story {clock.now().isoformat()}"
    arrival = messaging.arrive(way=entry["by"], known_as=name, raw=raw, by=Actor.system())
    message = messaging.take_in(arrival=arrival, by=Actor.system()).message
    about = story.goals.get(entry["about"])
    if about is not None and message.about is None:
        messaging.put_to(message=message, about=about, by=story.by("vish"))
    if message.found_is == Message.Found.WAITS and _is_told_already(story, clock.today()):
        messaging.leave_found(message=message, by=story.by("vish"))


def _is_told_already(story: Story, day: date) -> bool:
    """He typed the result himself, the day before he wrote."""
    return story.goals["5km"].results.filter(on__lte=day).exists()


def _email(entry: dict) -> bytes:
    message = EmailMessage()
    message["From"] = f"Greg <{EVERYBODY['greg'].email}>"
    message["To"] = "hello@goodcompany.example"
    message["Date"] = format_datetime(clock.now())
    message["Authentication-Results"] = "mail.goodcompany.example; dkim=pass header.d=kith.example"
    message["Subject"] = first_lines(entry["greg_words"], 1)[0][:60]
    message.set_content(entry["greg_words"])
    return message.as_bytes()


def _text(story: Story, entry: dict) -> bytes:
    return json.dumps({"source_number": story.greg.phone, "message": entry["greg_words"]}).encode()


def _keep_short_answers(story: Story) -> None:
    for words in SHORT_ANSWERS:
        messaging.keep_phrase(user=story.cast.users["vish"], words=words, by=story.by("vish"))
