"""The closing conversation: the newest words of each part, those before, and what the individual says to it."""

from dataclasses import dataclass

from kith.people.models import Individual, Relation, User

from ..models import AboutTalk, Part, Talk


@dataclass(frozen=True)
class Written:
    """One part as it stands. `before`: what somebody else had written there, the latest of it."""

    part: Part
    before: Part | None

    @property
    def words(self) -> str:
        return self.part.words


def talk_of(individual: Individual) -> Talk | None:
    """The one that goes on, or that went before they moved on; of somebody who is back a new one. One look."""
    talks = individual.closing_talks.select_related("individual")
    return talks.first() if individual.moved_on_at else talks.filter(ended_at=None).first()


def open_talk(individual: Individual) -> Talk | None:
    """The one that goes on. One look."""
    return individual.closing_talks.filter(ended_at=None).first()


def written_in(talk: Talk) -> dict[str, Written]:
    """Its parts as they stand, by kind. One look."""
    rows: dict[str, list[Part]] = {}
    for part in talk.parts.select_related("written_by"):
        rows.setdefault(part.kind, []).append(part)
    return {kind: Written(versions[-1], _before(versions)) for kind, versions in rows.items()}


def _before(versions: list[Part]) -> Part | None:
    """The latest of somebody else's words, where they are others than those that stand."""
    newest, *older = reversed(versions)
    others = (each for each in older if each.written_by_id != newest.written_by_id and each.words != newest.words)
    return next((each for each in others if each.words), None)


def answer_to(talk: Talk) -> AboutTalk | None:
    """What the individual said to it last. One look."""
    return talk.answers.first()


def worker_of_talk(individual: Individual) -> User | None:
    """Who works with them; once that is over, who did last. One look."""
    partnerships = individual.relations.filter(kind=Relation.Kind.PARTNERSHIP).select_related("user")
    latest = partnerships.order_by("-starts_at", "-pk").first()
    return latest.user if latest else None
