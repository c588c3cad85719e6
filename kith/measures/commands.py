"""`kith measures load`, `list`, `on`, `off` and `preview`: small measures from the terminal."""

import argparse
from pathlib import Path

from kith.access import clock
from kith.access.actor import Actor
from kith.questionnaires.terminal import content_of, part, part_with_file, part_with_version, say, version_named


def add_to(subparsers) -> None:
    """Adds all five to the parsers of the command line."""
    measures = subparsers.add_parser("measures", help="keep the small measures that people may be offered")
    parts = measures.add_subparsers(dest="measures_command", required=True, metavar="COMMAND")
    part_with_file(parts, "load", run_load, "keep a pack (JSON, with its licence), off; twice changes nothing")
    part(parts, "list", run_list, "every version of every pack, whose it is and whether it is on")
    part_with_version(parts, "on", run_on, "it may be asked from now on, instead of other versions of it")
    part_with_version(parts, "off", run_off, "it is not asked any more; what was answered stays")
    part_with_file(parts, "preview", run_preview, "read a pack and print what it asks; nothing is kept")


def run_load(options: argparse.Namespace) -> None:
    """Keeps the pack and says whether it is new."""
    from .actions import load_pack

    loaded = load_pack(content=_content(options.file), by=Actor.command_line())
    words = f"{loaded.measure} {'is kept.' if loaded.is_new else 'was here already; nothing has changed.'}"
    say(options, _told(loaded.measure) | {"new": loaded.is_new}, words)


def run_list(options: argparse.Namespace) -> None:
    """Two lines for each version."""
    from .queries import measures

    every = list(measures())
    lines = [f"{kept} ({_state(kept)})\n  {kept.url} {kept.version}\n  {kept.holder}" for kept in every]
    say(options, {"measures": [_told(kept) for kept in every]}, "\n".join(lines) or "There are no packs yet.")


def run_on(options: argparse.Namespace) -> None:
    """Switches one version on."""
    from .actions import switch_on

    kept = switch_on(measure=_named(options), by=Actor.command_line())
    say(options, _told(kept), f"{kept} is on.")


def run_off(options: argparse.Namespace) -> None:
    """Switches one version off."""
    from .actions import switch_off

    kept = switch_off(measure=_named(options), by=Actor.command_line())
    say(options, _told(kept), f"{kept} is off.")


def run_preview(options: argparse.Namespace) -> None:
    """Prints what people would be asked, how it adds up and whose it is."""
    from kith.questionnaires.previewing import as_data, in_lines

    from .pack_files import read

    pack = read(_content(options.file), clock.today())
    adds_up = [f"{rule.title}: {_range(rule)}" for rule in pack.rules]
    licence = [f"Held by {pack.licence.holder}. {pack.licence.words}", _ends(pack.licence.last_day)]
    lines = [*in_lines(pack.form), *adds_up, *filter(None, [pack.no_total]), pack.skipped.words, *licence]
    scores = [
        {"name": rule.name, "how": rule.how, "least": str(rule.least), "most": str(rule.most)} for rule in pack.rules
    ]
    told = {"kind": pack.kind, "holder": pack.licence.holder, "licence": pack.licence.words, "scores": scores}
    say(options, as_data(pack.form) | told, "\n".join(lines))


def _named(options: argparse.Namespace):
    from .queries import measure_named

    return version_named(options, measure_named, "kith measures list")


def _range(rule) -> str:
    return f"{rule.least.normalize():f} to {rule.most.normalize():f}"


def _ends(last_day) -> str:
    return f"Until {last_day.isoformat()}." if last_day else "It does not end."


def _content(path: Path) -> bytes:
    from .pack_files import MOST_BYTES

    return content_of(path, MOST_BYTES)


def _state(kept) -> str:
    if kept.has_ended(clock.today()):
        return "licence ended"
    return "on" if kept.on_since else "off"


def _told(kept) -> dict[str, object]:
    named = {"id": kept.public_id, "url": kept.url, "version": kept.version, "title": kept.title, "kind": kept.kind}
    ends = kept.last_day.isoformat() if kept.last_day else None
    return named | {
        "questions": kept.questions,
        "holder": kept.holder,
        "licence_ends": ends,
        "on": _state(kept) == "on",
    }
