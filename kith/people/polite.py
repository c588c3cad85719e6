"""When a notice may arrive: by day. Nobody is written to in the evening about what was said of them."""

from datetime import datetime, time, timedelta

from django.utils import timezone

FROM, UNTIL = time(9), time(19)


def polite_moment(now: datetime) -> datetime:
    """This instant between 9am and 7pm where the team works; otherwise the next 9am."""
    here = timezone.localtime(now)
    if FROM <= here.time() < UNTIL:
        return now
    day = here.date() if here.time() < FROM else here.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, FROM))
