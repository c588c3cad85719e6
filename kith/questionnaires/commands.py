"""`kith forms load`, `list`, `retire` and `preview`: agencies' forms from the terminal."""

import argparse
import json
import sys
from pathlib import Path

from kith.access.actor import Actor
from kith.access.refusal import Refused


def add_to(subparsers) -> None:
    """Adds all four to the parsers of the command line."""
    forms = subparsers.add_parser("forms", help="keep the forms that agencies ask for")
    parts = forms.add_subparsers(dest="forms_command", required=True, metavar="COMMAND")
    load = _part(parts, "load", run_load, "keep a form (FHIR R4 Questionnaire, JSON); twice changes nothing")
    load.add_argument("file", metavar="FILE", type=Path)
    _part(parts, "list", run_list, "every version of every form")
    retire = _part(parts, "retire", run_retire, "nobody begins this version any more; what was begun goes on")
    retire.add_argument("url", metavar="URL", help="the form's own address, as `list` tells it")
    retire.add_argument("version", metavar="VERSION")
    preview = _part(parts, "preview", run_preview, "read a form and print its questions; nothing is kept")
    preview.add_argument("file", metavar="FILE", type=Path)


def _part(parts, word: str, run, help_text: str) -> argparse.ArgumentParser:
    part = parts.add_parser(word, help=help_text)
    part.add_argument("--json", action="store_true", help="one JSON document")
    part.set_defaults(run=run)
    return part


def run_load(options: argparse.Namespace) -> None:
    """Keeps the form and says whether it is new."""
    from .actions import load_form

    loaded = load_form(content=_content(options.file), by=Actor.command_line())
    words = f"{loaded.form} {'is kept.' if loaded.is_new else 'was here already; nothing has changed.'}"
    _say(options, _told(loaded.form) | {"new": loaded.is_new}, words)


def run_list(options: argparse.Namespace) -> None:
    """One line for each version."""
    from .queries import forms

    every = list(forms())
    lines = [f"{kept}{' (retired)' if kept.retired_at else ''}\n  {kept.url} {kept.version}" for kept in every]
    _say(options, {"forms": [_told(kept) for kept in every]}, "\n".join(lines) or "There are no forms yet.")


def run_retire(options: argparse.Namespace) -> None:
    """Retires one version."""
    from .actions import retire_form
    from .queries import form_named

    kept = form_named(options.url, options.version)
    if kept is None:
        raise Refused(
            f"There is no version {options.version} of “{options.url}”. `kith forms list` tells what there is."
        )
    retired = retire_form(form=kept, by=Actor.command_line())
    _say(options, _told(retired), f"{retired} is retired.")


def run_preview(options: argparse.Namespace) -> None:
    """Prints what people would be asked."""
    from .previewing import as_data, in_lines
    from .reading import read
    from .sources import KNOWN_NAMES

    form = read(_content(options.file), KNOWN_NAMES)
    _say(options, as_data(form), "\n".join(in_lines(form)))


def _content(path: Path) -> bytes:
    """Never more of a file than may be read: the rest would be turned away anyhow."""
    from .located import MOST_BYTES

    if path.is_dir():
        raise Refused(f"“{path}” is a folder. Please name the file of the form.")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _told(kept) -> dict[str, object]:
    named = {"id": kept.public_id, "url": kept.url, "version": kept.version, "title": kept.title}
    about = {"about_money": kept.is_about_money, "questions": kept.questions, "retired": bool(kept.retired_at)}
    return named | about | {"loaded_at": kept.loaded_at.isoformat(timespec="seconds")}


def _say(options: argparse.Namespace, data: dict, words: str) -> None:
    sys.stdout.write((json.dumps(data, ensure_ascii=False) if options.json else words) + "\n")
