"""How many of the first five listings are wrong after two years: `python -m benchmarks.staying_true [YEARS]`.

An invented town, week by week, under four policies: nobody does anything; every contact is written to once a year;
Kith's with nobody named to keep the table; and Kith's with a keeper. Both use the product's own ages
(`kith.directory.ages`) and its own ranking (`settle` of the search). The same town and the same people for all. Told
are the last three months, over several towns.
What is assumed stands in `ASSUMED`, each with where it comes from; try others. Ends with 1 when Kith's policy leaves
more than half as many wrong as none, or loses more than one right listing in ten.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

TOPICS, OF_A_TOPIC, TOWNS, FIRST = 40, 12, 3, 5
BEGINS, WEEK = date(2026, 1, 5), timedelta(days=7)
TOLD_WEEKS = 13
MOST_TIMES, MOST_LOST = 0.5, 0.1
NOBODY, YEARLY, ALONE, KITH = "none", "a letter a year", "Kith’s, no keeper", "Kith’s"
POLICIES = (NOBODY, YEARLY, ALONE, KITH)


@dataclass(frozen=True)
class Assumption:
    """A figure, and where it comes from."""

    value: float
    words: str
    source: str


GUESS = "assumed"
ASSUMED = {
    "ends": Assumption(0.12, "of listings end for good in a year", "fits the line below"),
    "changes": Assumption(
        0.22,
        "change their day, price or contact in a year",
        "with it about half are wrong after two years unkept: "
        "of 50 food pantries in an online directory half were open when it said (Bronx, 2018, PMC6330151)",
    ),
    "has_email": Assumption(0.7, "of listings give an email address", GUESS),
    "answers": Assumption(0.25, "of letters to somebody who is there are answered", GUESS),
    "answers_when_ended": Assumption(0.05, "of letters to a group that has ended are answered", GUESS),
    "looks": Assumption(0.5, "looks at a topic's table in a week", GUESS),
    "uses": Assumption(0.3, "of looks end in one of the first five being rung or visited", GUESS),
    "tells": Assumption(0.25, "of those uses end in two taps", GUESS),
    "is_worker": Assumption(0.5, "of those taps are a worker's", GUESS),
    "keeper_rings": Assumption(6, "places a keeper rings in a week", GUESS),
    "is_reached": Assumption(0.7, "of those calls reach somebody, or show that nobody is there", GUESS),
    "keeper_weeks": Assumption(3, "weeks until a keeper has put right what was said", GUESS),
}


@dataclass
class Listing:
    """What is true of it (`is_wrong`, `has_ended`), and what the table knows."""

    key: int
    fits: float
    has_email: bool
    ends: float
    changes: list[float]
    checked: date
    is_wrong: bool = False
    has_ended: bool = False
    is_off: bool = False
    said_gone: bool = False
    asked: int = 0
    asked_on: date | None = None
    put_right_on: date | None = None

    def lives_on(self, week: int) -> None:
        """What happens to it this week, whatever anybody knows."""
        self.has_ended = self.has_ended or week >= self.ends
        if self.has_ended or any(week <= each < week + 1 for each in self.changes):
            self.is_wrong = True

    def seen_right(self, today: date) -> None:
        """Somebody said that it is right, or put it right."""
        self.is_wrong, self.checked, self.said_gone, self.is_off = self.has_ended, today, False, False
        self.asked, self.asked_on, self.put_right_on = 0, None, None


@dataclass
class Town:
    """One policy's table. `luck` is the same for all policies."""

    policy: str
    luck: Random
    listings: list[list[Listing]]
    shown: Counter = field(default_factory=Counter)
    letters: int = 0

    @property
    def is_kith(self) -> bool:
        """With a keeper or without."""
        return self.policy in (KITH, ALONE)

    def week(self, number: int, is_told: bool) -> None:
        today = BEGINS + number * WEEK
        for topic in self.listings:
            for each in topic:
                each.lives_on(number)
                self._keep(each, today)
            if self.luck.random() < value("looks"):
                self._look(topic, today, is_told)
        if self.policy == KITH:
            self._ring(today)

    def _ring(self, today: date) -> None:
        """The keeper's list: what soon leaves the table, then who did not answer; the longest unchecked first."""
        from kith.directory import ages

        on_table = [each for topic in self.listings for each in topic if not each.is_off]
        soon = today - timedelta(days=ages.OFF - ages.LEAVES_SOON)
        waits = [each for each in on_table if each.asked >= len(ages.ASKED) or each.checked <= soon]
        waits.sort(key=lambda each: (each.checked, each.key))
        for each in waits[: int(value("keeper_rings"))]:
            if self.luck.random() < value("is_reached"):
                self._put_right(each, today)

    def _keep(self, each: Listing, today: date) -> None:
        from kith.directory import ages

        if each.put_right_on and each.put_right_on <= today:
            self._put_right(each, today)
        if self.policy == NOBODY or each.is_off:
            return
        if self._is_due(each, today):
            self._write(each, today)
        if self.is_kith and ages.leaves_the_table(each.checked, today):
            each.is_off = True

    def _is_due(self, each: Listing, today: date) -> bool:
        from kith.directory import ages

        if not each.has_email:
            return False
        if self.policy == YEARLY:
            return (today - (each.asked_on or BEGINS)).days >= 365
        due = ages.next_ask(each.checked, each.asked, each.asked_on)
        return due is not None and due <= today

    def _write(self, each: Listing, today: date) -> None:
        self.letters += 1
        each.asked, each.asked_on = each.asked + 1, today
        answers = value("answers_when_ended") if each.has_ended else value("answers")
        if self.luck.random() < answers:
            asked_on = each.asked_on
            self._put_right(each, today)
            each.asked_on = asked_on if self.policy == YEARLY else each.asked_on

    def _put_right(self, each: Listing, today: date) -> None:
        each.seen_right(today)
        each.is_off = each.has_ended

    def _look(self, topic: list[Listing], today: date, is_told: bool) -> None:
        first = self._ranked([each for each in topic if not each.is_off], today)[:FIRST]
        if is_told:
            self.shown["all"] += len(first)
            self.shown["wrong"] += sum(each.is_wrong for each in first)
        if first and self.luck.random() < value("uses"):
            self._used(self.luck.choice(first), today)

    def _ranked(self, some: list[Listing], today: date) -> list[Listing]:
        """By the search itself: how well it fits, how lately it was checked, how it stands by its age."""
        from kith.directory import ages
        from kith.directory.search.asked import Asked
        from kith.directory.search.scoring import Scored, settle

        scored = []
        for each in some:
            standing = ages.standing(each.checked, today, each.said_gone) if self.is_kith else ages.Standing.FINE
            said = SimpleNamespace(last_checked_on=each.checked, standing=standing, name=str(each.key))
            document = SimpleNamespace(pk=each.key, activity=said, latitude=None, longitude=None, fact_words="")
            scored.append(Scored(document, words=each.fits))  # type: ignore[arg-type] - as much as `settle` looks at
        by_key = {each.key: each for each in some}
        return [by_key[one.document.pk] for one in settle(scored, Asked(), None, today)]

    def _used(self, each: Listing, today: date) -> None:
        """Whoever rang or went may say how it was, in two taps; only Kith asks."""
        tells, is_worker = self.luck.random() < value("tells"), self.luck.random() < value("is_worker")
        if not (self.is_kith and tells):
            return
        if not each.is_wrong:
            each.seen_right(today)
        elif each.has_ended and is_worker:
            each.is_off = True
        else:
            each.said_gone = each.has_ended
            if self.policy == KITH:
                each.put_right_on = each.put_right_on or today + WEEK * value("keeper_weeks")

    def lost(self) -> float:
        """The share of right listings that have left the table."""
        right = [each for topic in self.listings for each in topic if not each.has_ended]
        return sum(each.is_off for each in right) / len(right)


def value(name: str) -> float:
    """What is assumed."""
    return ASSUMED[name].value


def founded(policy: str, seed: int, weeks: int) -> Town:
    """The same town for every policy of a seed. Listings were last checked some time in the year before."""
    fate = Random(seed)  # noqa: S311 - no secret
    topics = [[_listing(fate, topic * OF_A_TOPIC + n, weeks) for n in range(OF_A_TOPIC)] for topic in range(TOPICS)]
    return Town(policy, Random(seed + 1), topics)  # noqa: S311 - no secret


def _listing(fate: Random, key: int, weeks: int) -> Listing:
    ends = fate.expovariate(value("ends") / 52)
    changes = [week + fate.random() for week in range(weeks) if fate.random() < value("changes") / 52]
    checked = BEGINS - timedelta(days=fate.randrange(180))
    return Listing(key, fate.uniform(0.4, 1.0), fate.random() < value("has_email"), ends, changes, checked)


def lived(policy: str, years: int) -> dict[str, float]:
    """Shares over all towns, and letters a listing and year."""
    weeks, shown, lost, letters = years * 52, Counter(), 0.0, 0
    for seed in range(TOWNS):
        town = founded(policy, seed, weeks)
        for number in range(weeks):
            town.week(number, is_told=number >= weeks - TOLD_WEEKS)
        shown += town.shown
        lost += town.lost() / TOWNS
        letters += town.letters
    each_year = letters / (TOWNS * TOPICS * OF_A_TOPIC * years)
    return {"wrong": shown["wrong"] / shown["all"], "lost": lost, "letters": each_year}


def main(years: int) -> int:
    """Prints what is assumed and what came of it."""
    print("Assumed:")
    for each in ASSUMED.values():
        print(f"  {each.value:>5g}  {each.words} ({each.source})")
    print(f"\nAfter {years} years, over {TOWNS} towns of {TOPICS * OF_A_TOPIC} listings:")
    print(f"  {'policy':<20}{'wrong of the first five':>26}{'right, off the table':>24}{'letters a year':>18}")
    came = {policy: lived(policy, years) for policy in POLICIES}
    for policy, found in came.items():
        print(f"  {policy:<20}{found['wrong']:>25.0%} {found['lost']:>23.1%} {found['letters']:>17.1f}")
    is_well = came[KITH]["wrong"] <= MOST_TIMES * came[NOBODY]["wrong"] and came[KITH]["lost"] <= MOST_LOST
    print("  Well." if is_well else "  Look here: too many are wrong, or too many right ones are lost.")
    return 0 if is_well else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="kith-true-") as folder:
        os.environ |= {"KITH_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kith.config.settings"}
        import django

        django.setup()
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
