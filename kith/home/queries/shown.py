"""What somebody who was let in sees: parts made of single things, by the same code for the preview and for their page.

Nothing else of a record is on it: nobody else who is let in, no message, diary, address, worry, place or way on.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kith.about_me import queries as about_me
from kith.about_me.models import Kind
from kith.access.permissions import MATRIX
from kith.conversations import queries as conversations
from kith.conversations.wording import day_in_words, when_in_words
from kith.goals import queries as goals
from kith.people.models import Individual, Share
from kith.people.supporting import SHOWN, LetIn, is_shown, mark_of
from kith.people.wishes import wishes_of

TIMES_ALONE = "When we meet"
UNSAID = (Kind.WORRY, Kind.BEGAN)  # lines about themselves that nobody is shown


@dataclass(frozen=True)
class Thing:
    """One thing that can be shown or held back. `note` stands beside it; what is `under` another is seen with it."""

    key: str
    words: str
    kind: str = ""
    note: str = ""
    under: str = ""

    @property
    def mark(self) -> str:
        """It, with the words it has now."""
        return mark_of(self.key, self.words)


@dataclass(frozen=True)
class Part:
    """The things of one row of the matrix."""

    section: str
    things: tuple[Thing, ...]

    @property
    def title(self) -> str:
        """As the matrix says it, but where less is shown than is there."""
        return TIMES_ALONE if self.section == "meetings" else MATRIX["rows"][self.section]["title"]

    @property
    def in_order(self) -> list[tuple[Thing, list[Thing]]]:
        """What is chosen by itself, each with what belongs to it."""
        alone = [each for each in self.things if not each.under]
        return [(each, [other for other in self.things if other.under == each.key]) for each in alone]


def all_parts(individual: Individual) -> list[Part]:
    """Everything that could be shown, as it is now."""
    return [Part(section, tuple(PARTS[section](individual))) for section in SHOWN]


def shown_to(share: Share, parts: list[Part] | None = None) -> list[Part]:
    """What the recipient of this share sees now. What is not there leaves no gap."""
    wanted = parts or all_parts(share.individual)
    seen = [Part(part.section, tuple(_seen(share, part))) for part in wanted if part.section in share.sections]
    return [part for part in seen if part.things]


def _seen(share: Share, part: Part) -> list[Thing]:
    shown = [each for each in part.things if is_shown(share, part.section, each.key, each.words)]
    keys = {each.key for each in shown}
    return [each for each in shown if not each.under or each.under in keys]


def in_preview(individual: Individual, lets: LetIn) -> Share:
    """What would be kept, to be looked at before the yes."""
    seen = {"sections": list(lets.sections), "picked": list(lets.picked), "new_too": list(lets.new_too)}
    return Share(individual=individual, recipient=lets.recipient.strip(), purpose=lets.purpose.strip(), **seen)


def with_what_is_under(parts: list[Part], chosen: set[str]) -> tuple[str, ...]:
    """The marks of what was chosen, and of what belongs to it now."""
    things = [each for part in parts for each in part.things]
    return tuple(each.mark for each in things if each.key in chosen or each.under in chosen)


def _goals(individual: Individual) -> list[Thing]:
    """Those that go on, pause or were reached, each with its steps; steps that came with a worry stay out."""
    found = []
    for goal in goals.all_goals(individual):
        if goal.state == goal.State.LET_GO:
            continue
        found.append(Thing(goal.public_id, goal.words, note=_how_it_stands(goal)))
        plain = [step for step in goal.steps_in_order if step.eases_id is None]
        found += [
            Thing(step.public_id, step.words, note="done" if step.done_on else "", under=goal.public_id)
            for step in plain
        ]
    return found


def _how_it_stands(goal) -> str:
    if not goal.is_in_play:
        return goal.get_state_display()
    return f"by {day_in_words(goal.due_on)}" if goal.due_on else goal.when_words


def _about_me(individual: Individual) -> list[Thing]:
    lines = [line for kind, found in about_me.lines_of(individual).items() if kind not in UNSAID for line in found]
    return [Thing(line.public_id, line.words, kind=line.get_kind_display()) for line in lines]


def _needs(individual: Individual) -> list[Thing]:
    """What makes it easier, and never how or where they are reached."""
    wishes = wishes_of(individual)
    said = {
        "easier": (wishes.easier, "What makes it easier"),
        "avoid": (wishes.avoid, "What to leave out"),
        "language": (wishes.language_note, "Language"),
        "print": (wishes.get_print_size_display() if wishes.print_size else "", "Size of print"),
        "words": ("Short and easy words" if wishes.easy_words else "", "Words"),
    }
    return [Thing(key, words, kind=kind) for key, (words, kind) in said.items() if words.strip()]


def _meetings(individual: Individual) -> list[Thing]:
    """When, and neither where nor what for."""
    meeting = conversations.next_meeting(individual)
    return [Thing(meeting.public_id, when_in_words(meeting), kind="When we meet next")] if meeting else []


def _notes(individual: Individual) -> list[Thing]:
    """What was said, one meeting at a time, as the individual sees it themselves."""
    held = [(meeting, conversations.shown_note(meeting)) for meeting in conversations.meetings_held(individual)]
    return [
        Thing(meeting.public_id, note.words, kind=day_in_words(meeting.day) if meeting.day else "")
        for meeting, note in held
        if note
    ]


def held_back_of(share: Share, parts: list[Part]) -> list[Thing]:
    """What is held back from them, as it is now."""
    return [each for part in parts if part.section in share.sections for each in part.things if _is_held(share, each)]


def _is_held(share: Share, thing: Thing) -> bool:
    return thing.key in share.held_back


def left_out_of(share: Share, parts: list[Part]) -> int:
    """How many things of these parts are new, or have other words by now, and so are not seen."""
    there = [each for part in parts if part.section in share.sections for each in part.things]
    seen = {each.key for part in shown_to(share, parts) for each in part.things}
    return len([each for each in there if each.key not in seen and not _is_held(share, each)])


PARTS: dict[str, Callable[[Individual], list[Thing]]] = {
    "goals": _goals,
    "about_me": _about_me,
    "needs": _needs,
    "meetings": _meetings,
    "shared_note": _notes,
}
