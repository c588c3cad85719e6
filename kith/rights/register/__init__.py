"""The register: for every model a line on what it is, whose it is, and whether a copy of all that is kept holds it.

Data files beside this one, one for each module. A model or a field without a line stops the build: a test reads both.
"""

import tomllib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
CLASSES_FILE = "classes.toml"
GROUPS = {
    "words": "what somebody wrote, or a name",
    "facts": "a choice, a number or a yes",
    "when": "a day or a moment",
    "who": "whose account",
    "ties": "what it belongs to",
    "keys": "a key of the machine",
    "secret": "kept unreadable, or never shown",
}
SHOWN = ("words", "facts", "when", "who", "ties")


@dataclass(frozen=True)
class RecordClass:
    """A kind of record: why it is kept, on what ground, for how long."""

    name: str
    title: str
    purpose: str
    basis: str
    months: int  # 0: with something else, as `with_words` says
    counts_from: str
    with_words: str = ""

    @property
    def kept_for(self) -> str:
        """In words."""
        since = "after working together ended" if self.counts_from == "ended" else "after it was made"
        return self.with_words or f"{months_in_words(self.months)} {since}"


@dataclass(frozen=True)
class Entry:
    """One model. `about`: the ways from its rows to an individual; none, and `left_out` says why. `own_when`: rows
    that the individual alone is told of; with `is_own_alone` that is each of them. `any_time`: what they can read on
    their own pages, and so take along at any time, by what those rows fulfil; None: it is looked through first."""

    label: str
    title: str
    record_class: str
    about: tuple[str, ...]
    left_out: str
    own_when: dict
    is_own_alone: bool
    any_time: dict | None
    any_time_without: tuple[str, ...]
    any_time_also: tuple[str, ...]
    fields: dict[str, tuple[str, ...]] = field(hash=False)

    @property
    def at_any_time(self) -> "Entry":
        """The same as somebody takes it along themself: without what is said nowhere on their pages, and with what
        these say in words (`own_words`)."""
        fields = {
            group: tuple(name for name in names if name not in self.any_time_without)
            for group, names in self.fields.items()
        }
        fields["words"] = (*fields.get("words", ()), *self.any_time_also)
        return replace(self, fields=fields)

    @property
    def app(self) -> str:
        return self.label.split(".")[0]

    @property
    def shown(self) -> list[str]:
        """Its fields in the order in which a copy has them."""
        return [name for group in SHOWN for name in self.fields.get(group, ())]


def months_in_words(months: int) -> str:
    """“8 years”, “30 days”."""
    if months == 1:
        return "30 days"
    return f"{months // 12} years" if months % 12 == 0 else f"{months} months"


@lru_cache(maxsize=1)
def classes() -> dict[str, RecordClass]:
    """Every kind of record, in the order of the file."""
    told = tomllib.loads((HERE / CLASSES_FILE).read_text())
    return {name: _class(name, dict(about)) for name, about in told.items()}


def _class(name: str, about: dict) -> RecordClass:
    return RecordClass(name=name, counts_from=about.pop("from"), **about)


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """Every line, by the model's label."""
    files = sorted(each for each in HERE.glob("*.toml") if each.name != CLASSES_FILE)
    return {entry.label: entry for file in files for entry in _read(file)}


def _read(file: Path):
    for name, told in tomllib.loads(file.read_text()).items():
        about = told.get("about", [])
        yield Entry(
            label=f"{file.stem}.{name}",
            title=told["title"],
            record_class=told["class"],
            about=(about,) if isinstance(about, str) else tuple(about),
            left_out=told.get("left_out", ""),
            own_when=told.get("own_when", {}),
            any_time=_asked(told.get("any_time")),
            any_time_without=tuple(told.get("any_time_without", ())),
            any_time_also=tuple(told.get("any_time_also", ())),
            is_own_alone=told.get("is_own_alone", False),
            fields={group: tuple(told[group]) for group in GROUPS if group in told},
        )


def _asked(any_time: bool | dict | None) -> dict | None:
    """`true` is every row."""
    return {} if any_time is True else any_time


def of_individuals() -> list[Entry]:
    """Whatever hangs from somebody's record, in the order of the classes."""
    order = list(classes())
    return sorted((each for each in entries().values() if each.about), key=lambda each: order.index(each.record_class))
