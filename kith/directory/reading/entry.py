"""One entry as read: plain values, ready to be kept. The same for every format."""

from dataclasses import dataclass, field, fields
from datetime import date, time


class BadEntry(Exception):
    """One entry that cannot be taken in. `str()` is the reason in words."""


@dataclass(frozen=True)
class Slot:
    """One regular time. 0 is Monday; clock times are local."""

    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None
    frequency: str = "weekly"
    week_of_month: int | None = None
    words: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    not_on: tuple[date, ...] = ()
    term_times_only: bool = False

    def as_json(self) -> dict:
        """Plain values, for a suggestion or an overlay."""
        return {
            "weekday": self.weekday,
            "starts": f"{self.starts:%H:%M}" if self.starts else None,
            "ends": f"{self.ends:%H:%M}" if self.ends else None,
            "frequency": self.frequency,
            "week_of_month": self.week_of_month,
            "words": self.words,
            "valid_from": self.valid_from.isoformat() if self.valid_from else None,
            "valid_until": self.valid_until.isoformat() if self.valid_until else None,
            "not_on": [day.isoformat() for day in self.not_on],
            "term_times_only": self.term_times_only,
        }

    @classmethod
    def from_json(cls, value: dict) -> "Slot":
        """The other way round."""
        starts, ends = (time.fromisoformat(value[key]) if value.get(key) else None for key in ("starts", "ends"))
        days = {key: date.fromisoformat(value[key]) for key in ("valid_from", "valid_until") if value.get(key)}
        not_on = tuple(date.fromisoformat(day) for day in value.get("not_on", ()))
        plain = ("weekday", "frequency", "week_of_month", "words", "term_times_only")
        kept = {key: value[key] for key in plain if key in value}
        return cls(starts=starts, ends=ends, not_on=not_on, **days, **kept)

    @classmethod
    def of(cls, row) -> "Slot":
        """The same of a row that is kept."""
        not_on = tuple(date.fromisoformat(day) for day in row.not_on)
        return cls(**{name: getattr(row, name) for name in KEPT if name != "not_on"}, not_on=not_on)


KEPT = tuple(each.name for each in fields(Slot))


@dataclass(frozen=True)
class OrganisationDetails:
    """Who runs it, as the source says. `external_id` may be empty: then the name tells them apart."""

    name: str
    about: str = ""
    url: str = ""
    external_id: str = ""


@dataclass(frozen=True)
class PlaceDetails:
    """Where it is. Degrees are None where the source has none, or none that can be."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Found:
    """An unsure fact from prose: the field it would fill, the value, and the words it came from."""

    field: str
    value: object
    words: str


@dataclass(frozen=True)
class Entry:
    """`fields` are fields of an Activity. `raw` is the record as it came. `noticed`: sentences about what was odd."""

    external_id: str
    fields: dict
    organisation: OrganisationDetails | None = None
    place: PlaceDetails | None = None
    times: tuple[Slot, ...] = ()
    suggestions: tuple[Found, ...] = ()
    raw: str = field(default="", compare=False)
    noticed: tuple[str, ...] = field(default=(), compare=False)
