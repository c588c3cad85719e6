"""A listing in a few words: its drawing, and the line of place, time, cost and distance."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from kith.access import clock
from kith.design.telling import clock_words
from kith.directory.models import Audience, Setting
from kith.directory.search.reasons import pounds
from kith.directory.travel import walk_minutes

from . import costs
from .freshness import freshness
from .spans import days_off_words, span_words

DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
WEEKS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}
IN_THE_LINE = ("cost", "day", "near")  # reasons that the line under the name tells already

WHO_SAYS_HELLO = "Who says hello"
ELSEWHERE = {Setting.REMOTE: "Online, or by telephone", Setting.HOME: "They come to you"}
WHOM = {
    Audience.MAINSTREAM: "Everybody",
    Audience.SPECIALIST: "People with something in common",
    Audience.MIXED: "Everybody, and people with something in common",
}

ICON_OF_WORDS = {
    "boxing": ("box",),
    "running": ("run", "harrier"),
    "swimming": ("swim", "aqua"),
    "ball": ("football", "cricket", "tennis", "netball", "bowls"),
    "singing": ("choir", "sing"),
    "repair": ("repair",),
    "allotment": ("allotment",),
    "books": ("book", "librar"),
    "knitting": ("knit", "sew", "stitch"),
    "computer": ("computer", "digital"),
    "animals": ("dog", "animal"),
    "dance": ("danc", "ceilidh"),
    "tea": ("coffee",),
    "cooking": ("cook", "lunch"),
    "walking": ("walk",),
}
ICON_OF_KIND = {
    "music": "music",
    "sport": "gym",
    "walk": "walking",
    "craft": "paint",
    "garden": "garden",
    "food": "cooking",
    "talk": "tea",
    "learn": "learning",
    "faith": "faith",
    "stage": "cinema",
    "games": "games",
    "helping": "volunteering",
    "support": "talk",
    "family": "event",
    "place": "books",
}


@dataclass(frozen=True)
class Leaflet:
    """One listing on the table. `sure` and `ask`: sentences beside a tick and a question mark."""

    activity_id: int
    public_id: str
    name: str
    icon: str
    meta: str
    sure: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    is_over: bool = False  # a one-off whose day has passed, or the last day to put a name down
    miles: float | None = None  # None when nobody knows
    is_elsewhere: bool = False  # online, by telephone, or they come: neither near nor far
    mark: str = ""  # what it is among those that lie beside it, in a word or two


def leaflet(activity, *, miles=None, why=(), first=(), missed=()) -> Leaflet:
    """`why` are the search's reasons, but for what the line under the name says; `first` come before them.
    `missed` are times after which no bus goes back."""
    told = [each for each in why if each.kind not in IN_THE_LINE or not each.sure]
    told = [each for each in told if each.kind != "fresh"]
    fresh, is_fresh = freshness(activity)
    sure = [*first, *(each.words for each in told if each.sure), *([fresh] if is_fresh else [])]
    ask = [*missed, *(each.words for each in told if not each.sure), *([] if is_fresh else [fresh])]
    return Leaflet(
        activity_id=activity.pk,
        public_id=activity.public_id,
        name=activity.name,
        icon=icon_of(activity),
        meta=" · ".join(filter(None, _meta(activity, miles if activity.is_gone_to else None))),
        sure=tuple(sure),
        ask=tuple(ask),
        is_over=is_over(activity),
        miles=miles,
        is_elsewhere=not activity.is_gone_to,
    )


def is_over(activity) -> bool:
    """Whether nobody can begin with it any more. The last day itself counts."""
    return activity.over_after is not None and activity.over_after < clock.today()


def over_words(activity) -> str:
    """What stands above a listing that is over; "" for all others."""
    if not is_over(activity):
        return ""
    is_late = activity.apply_by is not None and activity.apply_by < clock.today()
    return f"The last day to put a name down was {_day(activity.apply_by)}." if is_late else "This is over."


def name_down_words(activity) -> str:
    """“by 4 December 2026”, until that day is over."""
    return f"by {_day(activity.apply_by)}" if activity.apply_by and not is_over(activity) else ""


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def icon_of(activity) -> str:
    """The drawing: by a word in the name, or else by its kind."""
    name = activity.name.lower()
    fitting = (icon for icon, words in ICON_OF_WORDS.items() if any(word in name for word in words))
    return next(fitting, "") or ICON_OF_KIND.get(activity.kind, "other")


def when_words(activity, most: int = 2) -> str:
    """“Tuesdays 7pm to 9pm, Saturdays 9am”, or the day and hours of a one-off; empty when nobody knows."""
    is_once = activity.on_date is not None
    slots = [on_the_day(each, activity.on_date) if is_once else slot_words(each) for each in activity.times.all()]
    known = list(dict.fromkeys(filter(None, slots)))
    told = ", ".join(known[:most]) + (" and more" if len(known) > most else "")
    return ", ".join(filter(None, [date_format(activity.on_date, "l j F Y"), told])) if is_once else told


def cost_words(activity) -> str:
    """“Free”, “£4”, or the listing's own words where they are short."""
    if activity.is_free:
        return "Free"
    if activity.price_pence:
        return pounds(activity.price_pence)
    return activity.cost_words if len(activity.cost_words) <= 40 else ""


def where_words(activity) -> str:
    """The name of the place, that it is at none, or who runs it."""
    if activity.setting in ELSEWHERE:
        return ELSEWHERE[activity.setting]
    if activity.place_id and activity.place.name:
        return activity.place.name
    return activity.organisation.name if activity.organisation_id else ""


def web_words(address: str) -> str:
    """The same as people write it, so that it can be read from paper."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def how_far(miles: float | None) -> str:
    """“0.8 miles, about 20 minutes on foot”; empty when nobody knows."""
    if miles is None:
        return ""
    if miles < 0.1:
        return "Very near"
    far = f"{miles:.1f} miles"
    minutes = walk_minutes(miles)
    return f"{far}, about {minutes} minutes on foot" if minutes else far


def facts_of(activity, miles: float | None = None, last_bus: str = "") -> list[tuple[str, str]]:
    """What is known of it, as (term, words); what is not known is left out."""
    place = activity.place
    where = ", ".join(filter(None, (place.name, place.address, place.postcode))) if place else ""
    where = " · ".join(filter(None, (ELSEWHERE.get(activity.setting, ""), where)))
    run_by = activity.organisation.name if activity.organisation_id else ""
    facts = (
        ("When", when_words(activity, most=7)),
        ("Not on", days_off_words(activity.times.all())),
        ("Put a name down by", _day(activity.apply_by) if name_down_words(activity) else ""),
        ("Where", where),
        ("How far", how_far(miles) if activity.is_gone_to else ""),
        ("Getting there", activity.getting_there),
        ("Last bus back", last_bus),
        ("Cost", "Free" if activity.is_free else activity.cost_words or cost_words(activity)),
        ("What to buy first", activity.kit_words),
        ("Fares", activity.travel_words),
        ("In all", costs.in_all(activity)),
        ("First time", "You can try it once" if activity.taster else ""),
        ("Funding", "It may need funding" if activity.needs_funding else ""),
        ("Who it is for", WHOM.get(activity.audience, "")),
        ("Getting in", activity.access_words),
        (WHO_SAYS_HELLO, activity.host_name),
        ("Run by", run_by),
        ("Their form asks", activity.form_asks),
    )
    return [(term, words) for term, words in facts if words]


def web_address(activity) -> str:
    """Their own page, when it is one a browser may be sent to."""
    return activity.url if activity.url.lower().startswith(("https://", "http://")) else ""


def _meta(activity, miles) -> list[str]:
    far = "" if miles is None else "very near" if miles < 0.1 else f"{miles:.1f} miles"
    by = name_down_words(activity)
    apply = f"put your name down {by}" if by else ""
    return [where_words(activity), when_words(activity), cost_words(activity), far, apply]


def slot_words(times) -> str:
    """“Tuesdays 7pm to 9pm”, “1st Saturday 10am”; the words as they came where no day is known."""
    if times.weekday is None:
        return times.words or hours_words(times)
    span = span_words(times)
    return f"{_day_and_hours(times)} ({span})" if span else _day_and_hours(times)


def hours_words(times) -> str:
    """“7pm to 9pm”, or “7pm” where nobody knows when it ends."""
    if not times.starts:
        return ""
    return clock_words(times.starts) + (f" to {clock_words(times.ends)}" if times.ends else "")


def on_the_day(times, day: date) -> str:
    """The hours of a one-off. Times of another weekday are not of that day."""
    return hours_words(times) if times.weekday in (None, day.weekday()) else ""


def _day_and_hours(times) -> str:
    hours = f" {hours_words(times)}" if times.starts else ""
    if times.frequency == "monthly" and times.week_of_month in WEEKS:
        return f"{WEEKS[times.week_of_month]} {DAYS[times.weekday][:-1]}{hours}"
    other = "every other " if times.frequency == "fortnightly" else ""
    return f"{other}{DAYS[times.weekday][:-1] if other else DAYS[times.weekday]}{hours}"
