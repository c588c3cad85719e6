"""`kith forms load`, `list`, `retire` and `preview`: agencies' forms from the terminal."""

import argparse
from pathlib import Path

from kith.access.actor import Actor

from .terminal import content_of, part, part_with_file, part_with_version, say, version_named


def add_to(subparsers) -> None:
    """Adds all four to the parsers of the command line."""
    forms = subparsers.add_parser("forms", help="keep the forms that agencies ask for")
    parts = forms.add_subparsers(dest="forms_command", required=True, metavar="COMMAND")
    part_with_file(parts, "load", run_load, "keep a form (FHIR R4 Questionnaire, JSON); twice changes nothing")
    part(parts, "list", run_list, "every version of every form")
    part_with_version(parts, "retire", run_retire, "nobody begins this version any more; what was begun goes on")
    part_with_file(parts, "preview", run_preview, "read a form and print its questions; nothing is kept")


def run_load(options: argparse.Namespace) -> None:
    """Keeps the form and says whether it is new."""
    from .actions import load_form

    loaded = load_form(content=_content(options.file), by=Actor.command_line())
    words = f"{loaded.form} {'is kept.' if loaded.is_new else 'was here already; nothing has changed.'}"
    say(options, _told(loaded.form) | {"new": loaded.is_new}, words)


def run_list(options: argparse.Namespace) -> None:
    """One line for each version."""
    from .queries import forms

    every = list(forms())
    lines = [f"{kept}{' (retired)' if kept.retired_at else ''}\n  {kept.url} {kept.version}" for kept in every]
    say(options, {"forms": [_told(kept) for kept in every]}, "\n".join(lines) or "There are no forms yet.")


def run_retire(options: argparse.Namespace) -> None:
    """Retires one version."""
    from .actions import retire_form
    from .queries import form_named

    kept = version_named(options, form_named, "kith forms list")
    retired = retire_form(form=kept, by=Actor.command_line())
    say(options, _told(retired), f"{retired} is retired.")


def run_preview(options: argparse.Namespace) -> None:
    """Prints what people would be asked."""
    from .previewing import as_data, in_lines
    from .reading import read
    from .sources import KNOWN_NAMES

    form = read(_content(options.file), KNOWN_NAMES)
    say(options, as_data(form), "\n".join(in_lines(form)))


def _content(path: Path) -> bytes:
    from .located import MOST_BYTES

    return content_of(path, MOST_BYTES)


def _told(kept) -> dict[str, object]:
    named = {"id": kept.public_id, "url": kept.url, "version": kept.version, "title": kept.title}
    about = {"about_money": kept.is_about_money, "questions": kept.questions, "retired": bool(kept.retired_at)}
    return named | about | {"loaded_at": kept.loaded_at.isoformat(timespec="seconds")}
