"""How old a listing is, in words: wherever one is shown, its age is."""

from datetime import date

from django.utils.formats import date_format

from kith.access import clock
from kith.directory import ages
from kith.directory import queries as directory

IN_DAYS, IN_WEEKS = 13, 56  # days: after these the month says enough
RING = "ring before you go"
BY = {
    "rang them": "by somebody who rang them",
    "went there": "by somebody who went",
    "saw their page": "by somebody who saw their page",
    "checked by its source": "by the list it came from",
    "they said so": "by the place itself",
    "read from its leaflet": "from its leaflet",
    "when it was added": "by whoever added it",
    "brought back": "by whoever brought it back",
}


def freshness(activity, today: date | None = None) -> tuple[str, bool]:
    """When it was last checked and by whom, in a role word; and whether that is recent enough to lean on."""
    today = today or clock.today()
    known = directory.known_right_on(activity)
    if activity.last_checked_on is None and not _is_from_its_list(activity, known):
        return f"Nobody has checked it yet: {RING}", False
    if (today - known).days > ages.RING_FIRST:
        return f"Nobody has checked this since {month(known, today)}: {RING}", False
    if _is_from_its_list(activity, known):
        return f"Still on the list it came from, {then(known, today)}", True
    by = BY.get(activity.last_checked_how, "")
    return " ".join(filter(None, ("Checked", then(known, today), by))), True


def warning(activity) -> str:
    """What stands on top of a listing that is older than anybody should lean on; empty for others."""
    if activity.standing != ages.Standing.WARNED:
        return ""
    return "Nobody has checked this for a year. Please ring before you set out."


def then(day: date, today: date) -> str:
    """“today”, “4 days ago”, “3 weeks ago”, “in October”, “in October 2024”."""
    days = (today - day).days
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    if days <= IN_DAYS:
        return f"{days} days ago"
    return f"{days // 7} weeks ago" if days < IN_WEEKS else f"in {month(day, today)}"


def month(day: date, today: date) -> str:
    """“March”, or “March 2024” where it was not the last one."""
    return date_format(day, "F" if (today - day).days < 300 else "F Y")


def _is_from_its_list(activity, known: date) -> bool:
    """Its newest check is that its source was read anew and still had it."""
    return activity.last_checked_on != known and bool(activity.source_id and activity.source.refreshed_on == known)
