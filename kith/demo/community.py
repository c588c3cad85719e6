"""The invented town: what goes on in it, and what the team knows of that."""

import csv
import tempfile
from collections.abc import Callable, Iterator
from datetime import time, timedelta
from functools import partial
from pathlib import Path

from kith.access.actor import Actor
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.ideas import actions as ideas
from kith.local_knowledge import actions as local_knowledge

from .cast import OFFICE, OPENED, Cast
from .days import Chronicle, Days

DATA = Path(__file__).parent / "data"
SOURCE = "Calderford leaflets"
KINDS_OF_DAY = ("week", "saturday", "sunday")
CHECKERS = ("vish", "priya", "deb")
HOW = ("rang them", "went there", "read their page", "spoke to them")
FRESH_DAYS = 90  # what is not stale was looked at within these
MONTH = 30
STAYED = {"cal-005": 7, "cal-043": 9, "cal-063": 6, "cal-078": 5, "cal-133": 8, "cal-065": 11, "cal-068": 3}


class Town:
    """The activities by their ids in activities.csv, once they are read in."""

    def __init__(self) -> None:
        self._known: dict[str, Activity] = {}

    def __getitem__(self, known_as: str) -> Activity:
        if not self._known:
            activities = Activity.objects.prefetch_related("times").select_related("organisation")
            self._known = {each.external_id: each for each in activities}
        return self._known[known_as]


def tell_of_the_town(chronicle: Chronicle, cast: Cast, town: Town, days: Days, notes: dict) -> None:
    """Postcodes and leaflets are read in at the very start; checks and corrections follow over time."""
    opened = days.before_review(OPENED)
    chronicle.tell(opened, "08:00", lambda: _read_in(days, notes["dates"]))
    chronicle.tell(opened, "11:00", lambda: _correct(town, notes))
    checked = [known_as for known_as in _rows_by_id() if known_as not in notes["closed"]]
    for number, known_as in enumerate(checked):
        ago = notes["stale"].get(known_as, 0) * MONTH or 1 + number * 37 % FRESH_DAYS
        chronicle.tell(days.ago(ago), "15:00", _check(cast, town, known_as, number))
    for known_as in notes["closed"]:
        chronicle.tell(days.ago(FRESH_DAYS), "12:00", partial(_close, cast, town, known_as))
    for each in notes["new"]:
        chronicle.tell(days.ago(each["days_ago"]), "10:00", partial(_add, cast, each))
    chronicle.tell(days.ago(FRESH_DAYS // 2), "16:00", lambda: _note_last_buses(cast, town, notes["last_bus"]))
    chronicle.tell(days.ago(FRESH_DAYS), "13:00", lambda: _count_who_stayed(cast, town))


def tell_what_the_team_knows(chronicle: Chronicle, cast: Cast, town: Town, days: Days, told: dict) -> None:
    """Who knows somebody there, what was heard, who was asked, what is full, and what a place wrote itself."""
    for each in told["team_knows"]:
        chronicle.tell(days.before_review(each["days_before_review"]), "11:30", partial(_note, cast, town, each))
    for each in told["full"]:
        chronicle.tell(days.ago(each["days_ago"]), "14:10", partial(_say_full, cast, town, days, each))
    for each in told["asked"]:
        chronicle.tell(days.ago(each["days_ago"]), "14:20", partial(_note_asked, cast, each))
    for each in told["from_place"]:
        chronicle.tell(days.ago(each["days_ago"]), "14:30", partial(_hear_from_place, town, each))


def _rows_by_id() -> dict[str, dict[str, str]]:
    with (DATA / "activities.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _read_in(days: Days, dates: dict[str, int]) -> None:
    directory.import_places(source_path=DATA / "places", by=OFFICE)
    with tempfile.TemporaryDirectory() as folder:
        leaflets = Path(folder) / "activities.csv"
        _write(leaflets, _this_year(days, dates))
        directory.import_directory(source_path=leaflets, source_name=SOURCE, by=OFFICE)


def _this_year(days: Days, dates: dict[str, int]) -> Iterator[dict[str, str]]:
    """One-off events keep their weekday and come round about now."""
    for known_as, row in _rows_by_id().items():
        if known_as in dates:
            row["date"] = (days.monday + timedelta(days=dates[known_as])).isoformat()
        yield row


def _write(path: Path, rows: Iterator[dict[str, str]]) -> None:
    first = next(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=first)
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)


def _correct(town: Town, notes: dict) -> None:
    """What is known beyond the leaflets' own words."""
    for known_as in notes["taster"]:
        directory.correct(activity=town[known_as], field="taster", value=True, by=OFFICE)
    for known_as in notes["audience"]:
        directory.correct(activity=town[known_as], field="audience", value="specialist", by=OFFICE)
    for known_as, words in notes["good_to_know"].items():
        directory.correct(activity=town[known_as], field="what_to_expect", value=words, by=OFFICE)


def _note_last_buses(cast: Cast, town: Town, known: dict[str, list[str]]) -> None:
    """As Priya read them at the stop."""
    for known_as, times in known.items():
        leaves = {days: time.fromisoformat(at) if at else None for days, at in zip(KINDS_OF_DAY, times, strict=True)}
        directory.note_last_buses(place=town[known_as].place, leaves=leaves, by=cast.by("priya"))


def _check(cast: Cast, town: Town, known_as: str, number: int) -> Callable[[], object]:
    who, how = CHECKERS[number % len(CHECKERS)], HOW[number % len(HOW)]
    return lambda: local_knowledge.confirm_still_true(activity=town[known_as], how=how, by=cast.by(who))


def _add(cast: Cast, new: dict) -> None:
    """As somebody typed it in."""
    starts, ends = (time.fromisoformat(new[name]) for name in ("starts", "ends"))
    told = {"name": new["name"], "summary": new["summary"], "times": [Slot(new["weekday"], starts, ends)]}
    directory.add_activity(**told, place=PlaceDetails(new["place"], "", new["postcode"]), by=cast.by(new["by"]))


def _close(cast: Cast, town: Town, known_as: str) -> None:
    directory.close(activity=town[known_as], by=cast.by("priya"))


def _count_who_stayed(cast: Cast, town: Town) -> None:
    for known_as, people in STAYED.items():
        for _ in range(people):
            local_knowledge.count_one_who_stayed(activity=town[known_as], team=cast.teams["reviews"], by=Actor.system())


def _note(cast: Cast, town: Town, known: dict) -> None:
    who = known["by"]
    somebody = known.get("knows_somebody", "")
    more = {name: known[name] for name in ("after", "hurdle", "agreed", "agreed_with") if name in known}
    local_knowledge.note(
        activity=town[known["activity"]],
        team=cast.teams["reviews"],
        kind="knows somebody" if somebody else known.get("kind", "heard good"),
        words=somebody or known.get(f"{who}_words", ""),
        heard_from=known.get("heard_from", ""),
        may_be_named=bool(somebody) and not known.get("not_asked", False),
        by=cast.by(who),
        **more,
    )


def _say_full(cast: Cast, town: Town, days: Days, full: dict) -> None:
    opens_on = days.ago(0) + timedelta(days=full["opens_in_days"])
    local_knowledge.say_full(activity=town[full["activity"]], told_by="call", opens_on=opens_on, by=cast.by(full["by"]))


def _note_asked(cast: Cast, asked: dict) -> None:
    team, by = cast.teams["reviews"], cast.by(asked["by"])
    told = {"whom": asked["whom"], "words": asked["said"], "name": asked.get("name", "")}
    ideas.note_heard_of(team=team, **told, by=by)


def _hear_from_place(town: Town, wrote: dict) -> None:
    """As its host wrote it on the page behind their link."""
    by = Actor.at_own_address()
    local_knowledge.hear_from_place(activity=town[wrote["activity"]], words=wrote["words"], by=by)
