"""What a report tells: each figure with its title, what is counted, and whether quarters of it add up to a year."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`counts` is the plain sentence beside it; `nothing` is said where it names nothing."""

    key: str
    title: str
    counts: str
    adds_up: bool = True
    nothing: str = ""


FIGURES = (
    Figure("made", "Introductions made", "Each introduction that the person said yes to in the time."),
    Figure("went", "Went for the first time", "Each introduction where the first visit was in the time."),
    Figure("again", "Went again", "Each introduction where the second visit was in the time."),
    Figure("belongs", "Belongs there", "Each introduction of which the person themself said so for the first time."),
    Figure("meetings", "Meetings held", "Each meeting of a person and whoever supports them, by its day."),
    Figure(
        "unpaid",
        "People there without being paid",
        "People written down as being in somebody’s life when the time ended. What is kept to oneself is left out.",
        adds_up=False,
    ),
    Figure("paid", "People paid to be there", "The same, where the person is paid to be there.", adds_up=False),
)
NUMBERS = {figure.key: figure for figure in FIGURES}
INTRODUCTIONS = ("made", "went", "again", "belongs")
AGREED = Figure(
    "agreed",
    "From write-up to agreement",
    "From the day a meeting was written up to the day the person first said “That’s right”. Half took no longer.",
    adds_up=False,
)
BARRIERS = Figure(
    "barriers",
    "What gets in the way",
    "Kinds of things that at least ten people met in the time. What they said of it stays with them.",
    adds_up=False,
    nothing="Nothing that ten people or more met",
)
INTERESTS = Figure(
    "interests",
    "Liked, with nothing near",
    "What at least ten people of a team like, and nothing within five miles of them is about, on the day of preparing.",
    adds_up=False,
    nothing="Nothing that ten people or more like",
)
EVERY = (*FIGURES, AGREED, BARRIERS, INTERESTS)
BECAME = "As it stood on the day of preparing."
OF_SAFETY = (  # of all teams together alone
    Figure("worries", "Worries about safety", "Each worry that somebody told of in the time, about anybody in a team."),
    Figure("worries_by_month", "Worries, by month", "The same, by the month in which they were told.", adds_up=False),
    Figure("worries_became", "What became of the worries", BECAME, adds_up=False),
    Figure("astray", "Information that went astray", "Each time that somebody told of, of ten people or more in all."),
    Figure("astray_by_month", "Went astray, by month", "The same, by the month in which it was told.", adds_up=False),
    Figure("astray_became", "What became of what went astray", BECAME, adds_up=False),
)
# Half of the agreements came within so many days. Bands, as a day more or less could be one person's.
BANDS = (
    (0, "The same day"),
    (7, "Within a week"),
    (14, "One to two weeks"),
    (28, "Two to four weeks"),
)
LONGER = "More than four weeks"


def band_of(days: float) -> str:
    """Days, in words."""
    return next((words for most, words in BANDS if days <= most), LONGER)
