"""What a copy that somebody takes along says as their own pages say it, where the bare rows would not.

Of an introduction they read lines, with some words left to whoever works with them; of a form, questions with answers.
A line of the register names these with `any_time_also`.
"""

from collections.abc import Callable

from kith.introductions.models import Introduction
from kith.introductions.said import reports_of
from kith.paperwork.copies import lines_in_words
from kith.paperwork.editions import contents
from kith.paperwork.filled import filled
from kith.paperwork.models import Edition, Filling
from kith.people.models import Individual

from .gathering import Part, part_of
from .register import Entry, of_individuals


def _so_far(introduction: Introduction) -> str:
    """Each line as their page has it, with the words that stand beside it."""
    said = reports_of(introduction, to_individual=True)
    return "\n".join(" ".join(filter(None, [f"{each.day}: {each.line}.", each.words, *each.ground])) for each in said)


def _form(filling: Filling) -> str:
    return filling.sheet.form.title


def _as_it_stands(filling: Filling) -> str:
    return "\n".join(lines_in_words(contents(filled(filling)))).strip()


def _as_shown(edition: Edition) -> str:
    return "\n".join(lines_in_words(edition.lines)).strip()


SAY: dict[str, Callable] = {"so_far": _so_far, "form": _form, "as_it_stands": _as_it_stands, "as_shown": _as_shown}


def gather_at_any_time(individual: Individual) -> list[Part]:
    """What they can read on their own pages: nobody needs to look it through first."""
    theirs = [entry for entry in of_individuals() if entry.any_time is not None]
    return [_part(entry, individual) for entry in theirs]


def _part(entry: Entry, individual: Individual) -> Part:
    say = {name: SAY[name] for name in entry.any_time_also}
    return part_of(entry.at_any_time, individual, is_own=True, only=entry.any_time, say=say)
