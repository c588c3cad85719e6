"""What somebody wishes of being reached: kept wishes, or the careful usual ones; and how they read in words."""

from datetime import date

from django.core.exceptions import ObjectDoesNotExist

from kith.access import clock
from kith.design.telling import clock_words

from .models import ContactWishes, Individual, Team

Channel = Individual.Channel
BY = {
    Channel.EMAIL: "by email",
    Channel.TEXT: "by text",
    Channel.PHONE: "by phone",
    Channel.LETTER: "by post",
    Channel.IN_PERSON: "in person",
}
SEEN = {"email": "the email", "phone": "the phone", "device": "the screen"}
WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
WORKING, WEEKEND = [0, 1, 2, 3, 4], [5, 6]


def wishes_of(individual: Individual) -> ContactWishes:
    """What they wish. Without a row: only the way they like, by day, nothing said, nobody named."""
    return kept_wishes(individual) or ContactWishes(individual=individual)


def kept_wishes(individual: Individual) -> ContactWishes | None:
    """The row, if they were asked already."""
    try:
        return individual.contact_wishes
    except ObjectDoesNotExist:
        return None


def is_time_to_ask_again(wishes: ContactWishes, today: date | None = None) -> bool:
    """Whether it was asked about a year ago."""
    return wishes.pk is not None and wishes.review_on <= (today or clock.today())


def a_year_on(day: date) -> date:
    """The same day next year; from 29 February, the day before."""
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def in_short(individual: Individual, *, is_own: bool = False) -> str:
    """One line for whoever is about to write or ring: “By text, not before 10am. No voicemail.” With `is_own` it
    tells the individual what those others do."""
    wishes = wishes_of(individual)
    others = [BY[Channel(each)] for each in wishes.safe_channels if each != individual.reached_by]
    first = ", ".join(filter(None, [BY[Channel(individual.reached_by)], when_words(wishes)]))
    words = [f"{first[:1].upper()}{first[1:]}."]
    words += [f"Also {_listed(others)}."] if others else []
    words += _on_the_phone(wishes, is_own) if individual.phone else []
    words += [f"Somebody else may see {_listed([SEEN[each] for each in wishes.shared])}."] if wishes.shared else []
    return " ".join(words)


def _on_the_phone(wishes: ContactWishes, is_own: bool) -> list[str]:
    """What whoever rings had better know; or what they do, told to the one they ring."""
    no_voicemail = "Nobody leaves a voicemail." if is_own else "No voicemail."
    not_said = "Whoever rings does not say where from." if is_own else "Do not say where you ring from."
    return [
        *([] if wishes.may_leave_voicemail else [no_voicemail]),
        *([] if wishes.may_say_who_we_are else [not_said]),
    ]


def when_words(wishes: ContactWishes) -> str:
    """“not before 10am”, “between 9am and 5pm on Mondays”; "" when any time is fine."""
    begins, ends = clock_words(wishes.safe_from), clock_words(wishes.safe_until)
    hours = f"between {begins} and {ends}" if begins and ends else ""
    hours = hours or (f"not before {begins}" if begins else f"before {ends}" if ends else "")
    return " ".join(filter(None, [hours, days_words(wishes.safe_days)]))


def days_words(days: list[int]) -> str:
    """“on Mondays and Fridays”, “from Monday to Friday”; "" for every day."""
    days = sorted(days)
    if not days or len(days) == len(WEEKDAYS):
        return ""
    if days == WORKING:
        return "from Monday to Friday"
    return "at weekends" if days == WEEKEND else f"on {_listed([WEEKDAYS[day] for day in days])}"


def reads_words(team: Team) -> str:
    """“From Monday to Friday, between 9am and 5pm. An answer comes within 2 working days.”"""
    days = days_words(team.reads_days) or "every day"
    hours = f"between {clock_words(team.reads_from)} and {clock_words(team.reads_until)}"
    within = "1 working day" if team.answers_within == 1 else f"{team.answers_within} working days"
    return f"{days[:1].upper()}{days[1:]}, {hours}. An answer comes within {within}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
