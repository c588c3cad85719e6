"""One write-up open in two places: what each of them holds, and how both become one. Nothing here is kept or lost.

A page names itself (`page`) and the version it began from (`draft_version`); a draft remembers who saved it last."""

import json
from dataclasses import dataclass

from .models import Draft

PAGE, VERSION = "page", "draft_version"
ABOUT_THE_PAGE = frozenset({PAGE, VERSION, "written_from", "offered", "csrfmiddlewaretoken"})
WORDS = ("place", "arrived", "shared", "saying", "topics", "felt", "reflection", "prompt", "next_place", "goal_words")
WORDS += tuple(f"{row}_{number}" for row in ("step", "decision") for number in range(1, 5))
TOGETHER = "both"

Typed = dict[str, str | list[str]]


@dataclass(frozen=True)
class Place:
    """What one page holds, with the boxes in which it differs, by name."""

    page: str
    words: list[tuple[str, str]]


def typed_in(draft: Draft | None) -> Typed:
    """What stands in the draft."""
    return json.loads(draft.typed) if draft and draft.typed else {}


def beside(draft: Draft | None) -> dict[str, Typed]:
    """What other pages held at the same time, by page."""
    return json.loads(draft.beside) if draft and draft.beside else {}


def is_from_elsewhere(draft: Draft | None, typed: Typed) -> bool:
    """Whether another page saved since this one began, and holds something else.

    A page that did not hear that it was saved sends the same version again: it is the same page, and goes on."""
    kept = typed_in(draft)
    if not draft or not kept or str(draft.version) == typed.get(VERSION):
        return False
    return kept.get(PAGE) != typed.get(PAGE) and _content(kept) != _content(typed)


def has_words(typed: Typed) -> bool:
    """Whether anything was typed that would be missed."""
    return any(str(typed.get(name, "")).strip() for name in WORDS if name not in ("place", "next_place"))


def places(draft: Draft | None, labels: dict[str, str]) -> list[Place]:
    """Each version, the one that was saved first of all; empty where there is only one."""
    others = beside(draft)
    if not others:
        return []
    kept = typed_in(draft)
    versions = {"": kept} | others
    names = [name for name in labels if len({_told(each.get(name, "")) for each in versions.values()}) > 1]
    return [
        Place(page, [(labels[name], _told(each.get(name, ""))) for name in names]) for page, each in versions.items()
    ]


def settled(draft: Draft, keep: str) -> Typed:
    """The version that was chosen; or all of them in one, the words of each below the other's."""
    kept, others = typed_in(draft), beside(draft)
    if keep != TOGETHER:
        return others.get(keep, kept)
    for each in others.values():
        kept = _joined(kept, each)
    return kept


def _joined(first: Typed, second: Typed) -> Typed:
    both = first | {name: value for name, value in second.items() if value and not first.get(name)}
    for name in WORDS:
        one, two = str(first.get(name, "")).strip(), str(second.get(name, "")).strip()
        if one and two and one != two:
            both[name] = one if two in one else two if one in two else f"{one}{_between(name)}{two}"
    both["agreed"] = sorted({*_listed(first.get("agreed")), *_listed(second.get("agreed"))})
    return both


def _between(name: str) -> str:
    return "\n\n" if name in ("shared", "reflection") else ", " if name == "topics" else "; "


def _content(typed: Typed) -> dict:
    return {name: _told(value) for name, value in typed.items() if value and name not in ABOUT_THE_PAGE}


def _told(value: str | list[str]) -> str:
    return ", ".join(value) if isinstance(value, list) else value.replace("\r\n", "\n").strip()


def _listed(value) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
