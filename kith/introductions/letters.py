"""Letters about an introduction: to the place, word for word as shown; to the individual, saying nothing."""

from django.conf import settings

from kith.access import clock
from kith.people import links
from kith.people.models import Link

from . import wording
from .human import human_of
from .models import Introduction
from .wording import SUBJECT

__all__ = ["STILL_ON", "SUBJECT", "as_shown", "body", "in_writing", "still_on_body", "still_on_subject", "way"]
STILL_ON, TOMORROW = "Is it still on today?", "Is it still on tomorrow?"


def body(introduction: Introduction, link: Link) -> str:
    """The letter to the place, with its own link."""
    return _written(introduction, links.address(link))


def still_on_body(introduction: Introduction, link: Link) -> str:
    """One short question on the morning itself. It says no more than was agreed; a name only where one may be said."""
    human, named = human_of(introduction), wording.is_named(introduction.says)
    who = wording.first_name(introduction.individual.called) if named else "Somebody"
    host, time = introduction.host_name, introduction.first_visit_time.strip().rstrip(".")
    day = "today" if introduction.first_visit_on == clock.today() else "tomorrow"
    when = f"{day}, {time}" if time else day
    how = "You can just answer this email, or ring me:" if human.reads_replies else "You can ring me:"
    return "\n\n".join(
        [
            f"Hello {wording.first_name(host)}." if host else "Hello.",
            f"{who} would like to come to {introduction.activity.name} {when}. Is it still on?",
            f"One press answers:\n{links.address(link)}",
            f"Either answer is fine. {how} {human.number}.",
            human.first_name,
        ]
    )


def still_on_subject(introduction: Introduction) -> str:
    """Of an early visit it is asked the evening before."""
    return STILL_ON if introduction.first_visit_on == clock.today() else TOMORROW


def as_shown(introduction: Introduction, placeholder: str) -> str:
    """The same letter before it has a link."""
    return _written(introduction, placeholder)


def in_writing(introduction: Introduction) -> str:
    """Two lines for a place that was rung and asks for it in an email."""
    return wording.two_lines(introduction.words_to_say, _when(introduction), human_of(introduction))


def way() -> str:
    """Where a letter leaves from, where an answer to it goes and where its link leads, in one line: nothing in it may
    name a service."""
    return f"{settings.INTRODUCTION_SENDER} {settings.REPLY_ADDRESS} {settings.INTRODUCTION_URL}"


def _written(introduction: Introduction, address: str) -> str:
    return wording.message(introduction.words_to_say, _when(introduction), address, human_of(introduction))


def _when(introduction: Introduction) -> str:
    on = introduction.first_visit_on
    is_to_come = on is not None and on >= clock.today()
    return wording.when_words(on, introduction.first_visit_time) if is_to_come else ""
