"""Letters about an introduction: to the place, word for word as shown; to the individual, saying nothing."""

from django.conf import settings

from kith.access import clock
from kith.design import phones
from kith.people import links
from kith.people.models import Link

from . import wording
from .models import Introduction
from .wording import SUBJECT

__all__ = ["SUBJECT", "STILL_ON", "as_shown", "body", "still_on_body", "way"]
STILL_ON = "Is it still on today?"


def body(introduction: Introduction, link: Link) -> str:
    """The letter to the place, with its own link."""
    return _written(introduction, links.address(link))


def still_on_body(introduction: Introduction, link: Link) -> str:
    """One short question on the morning itself. It says no more than was agreed; a name only where one may be said."""
    named = introduction.says != wording.NO_NAME
    who = wording.first_name(introduction.individual.called) if named else "Somebody"
    host, time = introduction.host_name, introduction.first_visit_time.strip().rstrip(".")
    when = f"today, {time}" if time else "today"
    partnership = introduction.partnership
    number = phones.as_people_write(partnership.user.phone) if partnership and partnership.user.phone else ""
    return "\n\n".join(
        [
            f"Hello {wording.first_name(host)}." if host else "Hello.",
            f"{who} would like to come to {introduction.activity.name} {when}. Is it still on?",
            f"One press answers:\n{links.address(link)}",
            " ".join(filter(None, ["Either answer is fine.", f"You can ring me too: {number}." if number else ""])),
            wording.first_name(partnership.user.first_name if partnership else ""),
        ]
    )


def as_shown(introduction: Introduction, placeholder: str) -> str:
    """The same letter before it has a link."""
    return _written(introduction, placeholder)


def way() -> str:
    """Where a letter leaves from and where its link leads, in one line: nothing in it may name a service."""
    return f"{settings.INTRODUCTION_SENDER} {settings.INTRODUCTION_URL}"


def _written(introduction: Introduction, address: str) -> str:
    on, partnership = introduction.first_visit_on, introduction.partnership
    is_to_come = on is not None and on >= clock.today()
    when = wording.when_words(on, introduction.first_visit_time) if is_to_come else ""
    return wording.message(introduction.words_to_say, when, address, partnership.user.first_name if partnership else "")
