"""The other people that Vish supports, and Maya: who they are, what they aim for, when they meet next."""

import csv
from dataclasses import dataclass
from datetime import date, time, timedelta

from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import When, in_window, on_day
from kith.directory.queries import point_of
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.introductions.wording import digest
from kith.people.models import Individual

from .cast import PARTNERSHIP, Cast
from .community import DATA, Town
from .days import Chronicle, Days

SEASONS = {"in the spring": "spring", "next summer": "summer", "after Christmas": "winter"}
WITH_A_DAY = 8  # weeks; what is further off has no day yet
HOLIDAYS = {(12, 25), (12, 26), (12, 31), (1, 1)}
THREE_MONTHS = timedelta(days=91)


@dataclass(frozen=True)
class Somebody:
    """One row, what has happened since, and the days on which it did."""

    number: int
    row: dict[str, str]
    since: dict
    cast: Cast
    town: Town
    days: Days

    @property
    def key(self) -> str:
        return self.row["sign_in"] or self.row["called"]

    @property
    def individual(self) -> Individual:
        return self.cast.individuals[self.key]

    @property
    def by(self) -> Actor:
        return self.cast.by(self.row["worker"])

    @property
    def opened(self) -> date:
        if self.row["sign_in"]:
            return self.days.before_review(PARTNERSHIP)
        return self.days.ago(20 + self.number if self.since.get("is_new") else 200 + 6 * self.number)

    @property
    def met(self) -> date:
        """When they last met, on a working day; for somebody new, when they first spoke."""
        if self.since.get("is_new"):
            return self.opened + timedelta(days=3)
        day = self.days.monday - timedelta(weeks=4 + 7 * self.number % 12)
        return day + timedelta(days=self.number % 5)

    @property
    def activity(self):
        return self.town[self.since["activity"]] if "activity" in self.since else None


def tell_of_the_others(chronicle: Chronicle, cast: Cast, town: Town, days: Days, since: dict) -> None:
    """Everybody in caseload.csv, one after the other."""
    with (DATA / "caseload.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        _tell_of(chronicle, Somebody(number, row, since[row["called"]], cast, town, days))


def _tell_of(chronicle: Chronicle, who: Somebody) -> None:
    if not who.row["sign_in"]:  # those with an account have their notebook already
        chronicle.tell(who.opened, "11:20", lambda: _open(who))
    chronicle.tell(who.opened + timedelta(days=1), "16:00", lambda: _write_about(who))
    chronicle.tell(who.met, "17:10", lambda: _agree(who) if who.since.get("is_new") else _write_up(who))
    chronicle.tell(_planned_on(who), "17:30", lambda: _plan(who))
    if "promise_kept" in who.since:
        chronicle.tell(who.met + timedelta(days=6), "12:10", lambda: _keep_promise(who))
    if "introduced_to" in who.since:
        chronicle.tell(who.days.ago(14), "15:30", lambda: _introduce(who))


def _open(who: Somebody) -> None:
    who.cast.open(
        worker=who.row["worker"],
        key=who.key,
        called=who.row["called"],
        full_name=who.row["full_name"],
        phone=f"07700 900{500 + who.number}",
        reached_by="phone",
        near=point_of(who.row["postcode"]),
        sets_out_from=who.row["postcode"],
    )


def _write_about(who: Somebody) -> None:
    """What the worker remembers; and a line of their own from those who have an account."""
    lines = [("interest", words) for words in who.row["interests"].split(";")]
    lines.append(("how_i_like", who.row["how_they_like_it"]))
    if "helps" in who.since:
        lines.append(("helps", who.since["helps"]))
    for kind, words in lines:
        about_me.add_line(individual=who.individual, kind=kind, words=_capital(words), by=who.by)
    if "typed" in who.since:
        own = who.cast.by(who.row["sign_in"])
        about_me.add_line(individual=who.individual, kind="helps", words=who.since["typed"], by=own)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _goal(who: Somebody) -> dict:
    goal = {"kind": who.row["goal_kind"], "words": who.row["goal"], "activity": who.activity, "asked_by": "both"}
    weekly = who.activity.times.first() if goal["kind"] == "commitment" and who.activity else None
    if weekly:
        goal |= {"weekday": weekly.weekday, "at_time": weekly.starts}
    return goal


def _steps(who: Somebody) -> list[dict]:
    steps = []
    if "step" in who.since:
        steps.append({"words": who.since["step"], "owner": "individual"})
    if "promise" in who.since:
        by_when = who.days.monday + timedelta(weeks=who.since["promise_in_weeks"], days=who.number % 5)
        steps.append({"words": who.since["promise"], "owner": "worker", "by_when": by_when})
    return steps


def _agree(who: Somebody) -> None:
    goal = goals.set_goal(individual=who.individual, by=who.by, **_goal(who))
    for step in _steps(who):
        goals.add_step(goal=goal, by=who.by, **step)


def _write_up(who: Somebody) -> None:
    wrote = WriteUp(
        held_on=who.met,
        place=who.since.get("place", ""),
        shared=who.since.get("said", ""),
        goal=_goal(who),
        steps=_steps(who),
    )
    conversations.write_up(individual=who.individual, wrote=wrote, by=who.by)


def _keep_promise(who: Somebody) -> None:
    goals.finish_step(step=who.individual.steps.get(words=who.since["promise"]), by=who.by)


def _weeks(who: Somebody) -> int:
    return int(who.row["next_meeting_weeks"] or 0)


def _planned_on(who: Somebody) -> date:
    """The day on which the next meeting was settled, yesterday at the latest."""
    if _weeks(who) <= WITH_A_DAY:
        return who.days.ago(1 + who.number % 12)
    return min(who.days.ago(1), who.days.today + timedelta(weeks=_weeks(who)) - THREE_MONTHS)


def _when(who: Somebody) -> When:
    if not _weeks(who):
        return in_window(SEASONS[who.row["next_meeting_season"]], clock.today())
    if _weeks(who) > WITH_A_DAY:
        return in_window("3", clock.today())
    day = who.days.monday + timedelta(weeks=_weeks(who), days=who.number % 5)
    if (day.month, day.day) in HOLIDAYS:
        day += timedelta(weeks=1)
    return on_day(day, time.fromisoformat(who.since["at"]))


def _plan(who: Somebody) -> None:
    conversations.plan_next(individual=who.individual, when=_when(who), place=who.since["place"], by=who.by)


def _introduce(who: Somebody) -> None:
    """Prepared; and for one of them agreed, with a first visit whose day has passed without a word."""
    introduction = introductions.prepare(
        individual=who.individual,
        activity=who.town[who.since["introduced_to"]],
        says="first name",
        gets_in_touch="worker rings",
        goes_along="host",
        first_visit_on=who.days.monday - timedelta(days=6) if "agreed" in who.since else None,
        by=who.by,
    )
    if "agreed" in who.since:
        shown = digest(introduction.words_to_say, introduction.true_answer)
        introductions.agree(introduction=introduction, shown=shown, by=who.by)
        words = "He can have the bench by the window. Tell him to ask for me."
        introductions.note_call(introduction=introduction, words=words, by=who.by)
