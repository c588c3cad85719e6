"""What an administrator should know of how Kith runs, in sentences. Nothing in them is about anybody's record."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from kith.design.telling import clock_words, day_words
from kith.messaging.queries.arrivals import not_fetched, not_read
from kith.messaging.queries.inbox import with_no_manager
from kith.outbox.queries import accounts_not_reached, all_waiting_long
from kith.people import queries as people
from kith.upkeep.models import Beat, Interruption

from .beats import recent_interruptions, still_since
from .errands import called, given_up

SHOWN = 10
OFTEN = 3  # a job that stumbles once or twice is tried again, and is nothing to tell of
UNITS = ((365 * 86_400, "year"), (86_400, "day"), (3_600, "hour"))


def troubles(now: datetime) -> list[str]:
    """All of them; an empty list when all is well."""
    return [
        *_standing_still(now),
        *_stumbling(),
        *_given_up(),
        *_post(now),
        *_not_read(),
        *_for_nobody(),
        *_interrupted(now),
    ]


def _standing_still(now: datetime) -> Iterator[str]:
    still = still_since(now)
    if still:
        since = f" since {moment_words(still.since, now)}" if still.since else ""
        yield f"The clock stands still{since}, so letters and reminders do not leave. Nothing is lost."


def _stumbling() -> Iterator[str]:
    for beat in Beat.objects.filter(stumbles__gte=OFTEN).order_by("job"):
        yield f"“{beat.job}” has not worked {beat.stumbles} times in a row ({beat.problem}). It is tried again."


def _given_up() -> Iterator[str]:
    for (name, kind), count in Counter((called(each), _kind(each)) for each in given_up()).items():
        times = "once" if count == 1 else f"{count} times"
        yield f"“{name}” is left undone, {times}: it was tried five times and did not work ({kind})."


def _kind(errand) -> str:
    return errand.exception_class_path.rpartition(".")[2]


def _post(now: datetime) -> Iterator[str]:
    """Letters that stay here for hours, and those to people who work here that came back."""
    if waiting := all_waiting_long(now).count():
        are = "1 letter has" if waiting == 1 else f"{waiting} letters have"
        yield f"{are} waited over four hours to leave. Nothing is lost. Please look at the mail server."
    letters = list(accounts_not_reached()[:SHOWN])
    names = people.names_of({letter.tells for letter in letters})
    for letter in letters:
        yield f"A letter to {names.get(letter.tells, 'somebody')} did not arrive: {letter.last_problem}".rstrip(": ")


def _not_read() -> Iterator[str]:
    if count := not_read().count():
        came = "1 message" if count == 1 else f"{count} messages"
        yield f"{came} came in and could not be read, and nothing of it is lost. You can try again."
    if count := not_fetched().count():
        lie = "1 email lies" if count == 1 else f"{count} emails lie"
        yield f"{lie} in the mailbox and could not be fetched. Please have somebody look there. You can try again."


def _for_nobody() -> Iterator[str]:
    if count := with_no_manager().count():
        waits = "1 message waits" if count == 1 else f"{count} messages wait"
        yield f"{waits} for somebody, and there is no manager to see to it. Please name one, or wake an account up."


def _interrupted(now: datetime) -> Iterator[str]:
    for each in recent_interruptions(now):
        if each.kind == Interruption.Kind.JUMP:
            way = "forward" if each.seconds > 0 else "back"
            yield f"The clock of this machine jumped {way} by {_how_long(abs(each.seconds))}. Please check its time."
        else:
            yield still_words(each, now)


def still_words(each: Interruption, now: datetime) -> str:
    """One time without a clock, and what came of it."""
    began, ended = moment_words(each.since, now), moment_words(each.noticed_at, now)
    ended += " today" if timezone.localdate(each.noticed_at) == timezone.localdate(now) else ""
    late = _letters(each.late, "was sent late", "were sent late")
    held = _letters(each.held, "was of no use any more and stayed here", "were of no use any more and stayed here")
    return f"Kith stood still from {began} to {ended}. {late} {held}"


def _letters(count: int, one: str, several: str) -> str:
    return f"{count or 'No'} {'letter' if count == 1 else 'letters'} {one if count == 1 else several}."


def _how_long(seconds: int) -> str:
    size, unit = next(((size, unit) for size, unit in UNITS if seconds >= size), UNITS[-1])
    count = max(round(seconds / size), 1)
    return f"{count} {unit}{'' if count == 1 else 's'}"


def moment_words(moment: datetime, now: datetime) -> str:
    """“2:14pm”, or with its day when that is another one."""
    here, today = timezone.localtime(moment), timezone.localtime(now).date()
    at = clock_words(here.time())
    return at if here.date() == today else f"{day_words(here.date(), today)}, {at}"
