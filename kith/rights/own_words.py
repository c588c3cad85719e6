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


SAY: dict[str, Callable] = {
    "introductions.Introduction.so_far": _so_far,
    "paperwork.Filling.form": _form,
    "paperwork.Filling.as_it_stands": _as_it_stands,
    "paperwork.Edition.as_shown": _as_shown,
}
