"""The closing conversation: the newest words of each part, those before, and what the individual says to it."""

from dataclasses import dataclass

from kith.people.models import Individual, Relation, User

from ..models import AboutTalk, Part, Talk
from ..models.talk import stamp

NOTHING = "nothing"


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
    return talks_of(individual)[0]


def talks_of(individual: Individual) -> tuple[Talk | None, list[Talk]]:
    """The one that stands, and those that went before, the newest first. One look."""
    found = list(individual.closing_talks.select_related("individual"))
    stands = next((each for each in found if individual.moved_on_at or each.ended_at is None), None)
    return stands, [each for each in found if each != stands]


def open_talk(individual: Individual) -> Talk | None:
    """The one that goes on. One look."""
    return individual.closing_talks.filter(ended_at=None).first()


def talk_called(individual: Individual, public_id: str) -> Talk | None:
    return individual.closing_talks.filter(public_id=public_id).select_related("individual").first()


def parts_of(talk: Talk) -> list[Part]:
    """Every part as it was ever written, in order. One look; whoever has them at hand hands them on below."""
    return list(talk.parts.select_related("written_by"))


def written_in(talk: Talk, parts: list[Part] | None = None) -> dict[str, Written]:
    """Its parts as they stand, by kind. One look."""
    rows: dict[str, list[Part]] = {}
    for part in parts_of(talk) if parts is None else parts:
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


@dataclass(frozen=True)
class Answered:
    """What the individual says to it, and of which words. `differs`: how they see it, where they did not say yes since.

    `is_of_earlier`: somebody else wrote since; `earlier`: what stood there then, of each part that is another now.
    """

    said: AboutTalk
    differs: AboutTalk | None
    is_of_earlier: bool
    earlier: list[Part]


def answered(talk: Talk, parts: list[Part] | None = None) -> Answered | None:
    """None where they said nothing. Two looks."""
    answers = list(talk.answers.all())
    if not answers:
        return None
    spoken = next((each for each in answers if each.answer != AboutTalk.Answer.LEFT), None)
    differs = spoken if spoken and spoken.answer == AboutTalk.Answer.DIFFERS else None
    since = (differs or answers[0]).given_at
    parts = parts_of(talk) if parts is None else parts
    changed = {part.kind for part in parts if part.written_at > since and not part.typed_by_individual}
    then = {part.kind: part for part in parts if part.written_at <= since}
    earlier = [then[kind] for kind in Part.Kind if kind in changed and kind in then and then[kind].words]
    return Answered(answers[0], differs, bool(changed), earlier)


def newest_of_others(talk: Talk, parts: list[Part] | None = None) -> str:
    """Which words of others than the individual are the newest; what they write themself changes nothing here. One
    look."""
    found = parts_of(talk) if parts is None else parts
    moments = [part.written_at for part in found if not part.typed_by_individual]
    return stamp(max(moments)) if moments else NOTHING


def worker_of_talk(individual: Individual) -> User | None:
    """Who works with them; once that is over, who did last. One look."""
    partnerships = individual.relations.filter(kind=Relation.Kind.PARTNERSHIP).select_related("user")
    latest = partnerships.order_by("-starts_at", "-pk").first()
    return latest.user if latest else None
