"""What the gallery shows: every component, every drawing, every field (empty, and with words to look at)."""

from datetime import date
from types import SimpleNamespace

from kith.design import fields, icons
from kith.design.charts import Point, line_chart
from kith.design.forms import KithForm

SEEN = "Greg sees this"
NOT_SEEN = "Greg does not see this here. He can ask for a copy."
TOLD = [("none", "No name"), ("first", "First name"), ("number", "First name and number")]
ALONG = [("nobody", "Nobody, Greg is fine"), ("host", "Dawn meets him at the gate"), ("friend", "A friend")]
DAYS = [("tue", "Tuesday"), ("thu", "Thursday"), ("sun", "Sunday")]


class EveryField(KithForm):
    """One of each field."""

    day = fields.Day(label="When did you meet?")
    place = fields.ShortText(label="Where?", required=False)
    talked = fields.LongText(label="What you talked about", seen_by=SEEN, required=False)
    reflection = fields.LongText(
        label="Your own reflection",
        seen_by=NOT_SEEN,
        seen_only=True,
        rows=2,
        limit=20,
        hint="A line is plenty.",
    )
    email = fields.Email(label="Email")
    phone = fields.Phone(label="Telephone", hint="We ring only if you ask us to.")
    told = fields.Choice(
        label="What may be said?",
        look="segments",
        choices=TOLD,
    )
    along = fields.Choice(
        label="Who goes along the first time?",
        choices=ALONG,
        hints={"host": "She stays with the last runner."},
        seen_by=SEEN,
    )
    again = fields.YesNo(label="Shall we ask again in spring?", hint="Either is fine.")
    days = fields.Choices(label="Which days suit?", choices=DAYS)


def everything():
    """The gallery's context."""
    return {
        "empty_form": EveryField(prefix="empty", initial={"told": "first"}),
        "wrong_form": EveryField(WRONG, prefix="wrong"),
        "activities": list(icons.FIELDS),
        "signs": [name for name in icons.names() if name not in icons.FIELDS],
        "chart": line_chart(title="My 5km", points=RUNS),
        "long_chart": line_chart(title="Lengths of the pool", points=LENGTHS, columns=("Day", "Lengths")),
        "shell": SHELL,
    } | LISTS


WRONG = {
    "wrong-day": "the day after the market",
    "wrong-reflection": "Walked there together again: easier than talking.",
    "wrong-email": "greg at home",
    "wrong-phone": "ask at the desk",
    "wrong-told": "first",
    "wrong-again": "yes",
}
RUNS = [
    Point(date(2026, 9, 12), 1870, "31:10"),
    Point(date(2026, 10, 10), 1742, "29:02"),
    Point(date(2026, 11, 14), 1660, "27:40"),
]
LENGTHS = [
    Point(date(2026, month, 3), lengths, str(lengths))
    for month, lengths in enumerate([4, 6, 6, 10, 8, 12, 16, 14, 20, 18, 24], start=1)
]
SHELL = SimpleNamespace(
    links=[
        ("Today", "/", False),
        ("People", "/", True),
        ("Community", "/", False),
        ("Messages", "/", False),
    ],
    person="Vish",
    sign_out="/account/logout/",
    account=[("Your account", "/")],
)
LISTS = {
    "sure": [
        "You want to be more active",
        "Vish knows Sam at the desk. People have gone from here before, and stayed",
    ],
    "ask": ["Nobody from here has been yet: we can ring first"],
    "week": [
        ("M", "Monday", ""),
        ("T", "Tuesday: running club", "yes"),
        ("W", "Wednesday", ""),
        ("T", "Thursday: kick-boxing", "yes"),
        ("F", "Friday", ""),
        ("S", "Saturday", ""),
        ("S", "Sunday", ""),
    ],
    "facts": [
        ("Likes", "Just talk. Forms afterwards, by phone."),
        ("By", "Text or email, not letters."),
        ("Print", "Large"),
    ],
    "choices": [
        ("Is this right?", "#", "What we wrote down in August"),
        ("Who has looked", "#", ""),
        ("My Personal Budget", "#", "What the council wrote"),
    ],
}
