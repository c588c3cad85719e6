"""The neighbourhood: the invented world of the demo, the tests and the pictures, built only through actions."""

import tomllib
from datetime import date

from django.conf import settings

from kith.access import clock, trail
from kith.people.queries import account_of

from .caseload import tell_of_the_others
from .cast import Cast, tell_who_lives_here
from .community import DATA, Town, tell_of_the_town, tell_what_the_team_knows
from .days import Chronicle, Days
from .post import let_letters_leave
from .story import Story, tell_about_greg, tell_of_meetings
from .story_around import tell_around_the_meetings
from .story_budget import tell_of_the_budget
from .story_diary import tell_of_the_diary
from .story_goals import tell_of_goals
from .story_helpers import tell_of_helpers
from .story_introductions import tell_of_introductions
from .story_life import tell_of_people_and_places
from .story_measures import tell_of_measures
from .story_messages import tell_of_messages
from .story_moving_on import tell_of_moving_on
from .story_rights import tell_of_rights
from .story_safety import tell_of_safety
from .who import EVERYBODY


def is_built() -> bool:
    """Whether the neighbourhood stands in this database."""
    return account_of(EVERYBODY["vish"].email) is not None


def build(*, today: date | None = None) -> None:
    """Tells everything that has happened here, up to `today`. All of it stands, or none; twice changes nothing."""
    if is_built():
        return
    chronicle, cast, town = Chronicle(), Cast(), Town()
    days = Days(today or clock.today())
    told, notes = _read("story.toml"), _read("notes.toml")
    tell_of_the_town(chronicle, cast, town, days, notes)
    tell_who_lives_here(chronicle, cast, days, told)
    tell_what_the_team_knows(chronicle, cast, town, days, told)
    story = Story(chronicle, cast, town, days, told)
    for tell in (tell_of_meetings, tell_about_greg, tell_of_goals, tell_of_introductions, tell_around_the_meetings):
        tell(story)
    tell_of_helpers(story)
    tell_of_people_and_places(story)
    tell_of_measures(story)
    tell_of_the_budget(story)
    tell_of_messages(story)
    tell_of_moving_on(story)
    tell_of_rights(story)
    tell_of_safety(story)
    tell_of_the_diary(story)
    tell_of_the_others(chronicle, cast, town, days, _read("caseload.toml"))
    with trail.recorded():
        chronicle.play()
    if settings.KITH_DEMO:
        let_letters_leave()


def _read(name: str) -> dict:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
