"""Ten years of a notebook: what was said, aimed for, tried and written; the same each time for the same seed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.listings import Country

A_BATCH = 2_000
LIKES = ("interest", "interest", "good_at", "direction", "helps", "does_not_help", "how_i_like")
TALKED = """We talked about {thing}, and how the week had been.;{thing} went well, and the bus was late.;
The hall was louder than hoped, so we thought of {tail}.;Their sister came along and told of {thing}.;
We rang about {thing}; there is room on a {day}.;Nothing much had happened, and that was fine."""
TALKED = [words.strip() for words in TALKED.replace("; there", ", there").split(";")]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def made(rows: Iterable) -> list:
    """Written in bulk."""
    rows = list(rows)
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=A_BATCH) if rows else []


@dataclass
class Lives:
    """Some individuals and the worker of each."""

    people: list
    workers: list
    chance: Random
    country: Country

    def live(self) -> None:
        from kith.access import clock
        from kith.access.models import ChainHead
        from kith.people.models import Relation

        self.today, self.now = clock.today(), clock.now()
        made(ChainHead(chain=each.public_id) for each in self.people)
        pairs = list(zip(self.people, self.workers, strict=True))
        self.ties = made(
            Relation(kind="partnership", user=worker, individual=each, starts_at=each.opened_at)
            for each, worker in pairs
        )
        self._meet()
        self._aim(pairs)
        self._say(pairs)

    def words(self) -> str:
        """A few sentences, hardly ever the same."""
        given = {"thing": self.country.thing(self.chance), "tail": self.country.rare_word(self.chance)}
        picked = self.chance.sample(TALKED, k=self.chance.randrange(1, 5))
        return " ".join(picked).format(day=self.chance.choice(DAYS), **given)

    def days_of(self, individual, every: int) -> list[date]:
        """From when they came until today, about every so many days."""
        day, days = individual.opened_at.date(), []
        while (day := day + timedelta(days=self.chance.randrange(every // 2, every * 3 // 2))) < self.today:
            days.append(day)
        return days

    def at(self, day: date) -> datetime:
        return self.now - timedelta(days=(self.today - day).days)

    def _meet(self) -> None:
        from kith.conversations.models import Account, Decision, Meeting, Note, Prompt

        held, planned = [], []
        for each, tie in zip(self.people, self.ties, strict=True):
            whose = {"individual": each, "partnership": tie}
            held += [
                Meeting(state="held", day=day, expected_on=day, written_at=self.at(day), **whose)
                for day in self.days_of(each, 150)
            ]
            day = self.today + timedelta(days=self.chance.randrange(0, 90))
            planned.append(Meeting(day=day, expected_on=day, **whose))
        made(planned)
        notes = made(self._note(Note, one) for one in made(held))
        heard = [one for one in notes if self.chance.random() < 0.5]
        made(Account(meeting=one.meeting, note=one, answer="right", given_at=one.written_at) for one in heard)
        made(
            Decision(meeting=one.meeting, words="As we said.", decided_by="both", written_at=self.now) for one in heard
        )
        pairs = zip(self.people, self.workers, strict=True)
        made(
            Prompt(individual=each, author=who, words="Ask about the bus.", written_at=self.now) for each, who in pairs
        )

    def _note(self, model, meeting):
        at = meeting.written_at
        return model(meeting=meeting, author=meeting.partnership.user, words=self.words(), written_at=at, shown_at=at)

    def _aim(self, pairs: list) -> None:
        from kith.goals.models import CheckIn, Goal, Result, Step

        goals = made(goal for each, worker in pairs for goal in self._goals(Goal, each, worker))
        steps = {"words": "Ring and ask.", "promised_by": None}
        made(
            Step(individual=g.individual, goal=g, position=n, owner=who, set_on=g.set_on, done_on=done, **steps)
            for g in goals
            for n, (who, done) in enumerate((("worker", g.set_on), ("individual", g.set_on), ("individual", None)))
        )
        told = {"typed_by_individual": False, "recorded_at": self.now}
        regular = [goal for goal in goals if goal.kind == "commitment"]
        made(
            CheckIn(goal=g, on=day, went=self.chance.random() < 0.7, recorded_by=g.recorded_by, words="Fine.", **told)
            for g in regular
            for day in self.days_of(g.individual, 60)
        )
        aimed = [goal for goal in goals if goal.kind == "target"]
        made(
            Result(goal=g, on=day, value_words="27:40", number=1660, recorded_by=g.recorded_by, **told)
            for g in aimed
            for day in self.days_of(g.individual, 400)
        )

    def _goals(self, model, individual, worker) -> Iterable:
        since = individual.opened_at.date()
        told = {"asked_by": "both", "recorded_by": worker, "typed_by_individual": False, "individual": individual}
        for kind, state in (("commitment", "in_play"), ("commitment", "let_go"), ("target", "in_play")):
            words = f"Go to {self.country.thing(self.chance)}"
            yield model(kind=kind, state=state, words=words, set_on=since, state_changed_on=since, **told)

    def _say(self, pairs: list) -> None:
        from kith.about_me.models import Line
        from kith.directory.models import Activity
        from kith.ideas.models import Idea
        from kith.messaging.models import Message

        told = {"said_on": self.today - timedelta(days=400), "typed_by_individual": False}
        made(
            Line(individual=each, kind=kind, words=self.country.thing(self.chance), recorded_by=worker, **told)
            for each, worker in pairs
            for kind in LIKES
        )
        made(
            Message(
                individual=each, team=each.team, said_by="individual", way="page", words=self.words(), **self._read(day)
            )
            for each in self.people
            for day in self.days_of(each, 400)
        )
        last = list(Activity.objects.order_by("-pk").values_list("pk", flat=True)[:500]) or [None]
        idea = {"had_by": "worker", "state": "kept", "said_on": told["said_on"]}
        made(
            Idea(individual=each, activity_id=pk, said_by=worker, **idea)
            for each, worker in pairs
            for pk in self.chance.sample(last, k=min(3, len(last)))
            if pk
        )

    def _read(self, day: date) -> dict:
        at = self.at(day)
        return {"at": at, "state": "answered", "read_at": at}
