"""What somebody asks of a list: each part of the address read once, or a sentence about what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from django.utils.dateparse import parse_datetime

from kith.directory.occurrences import CODES
from kith.directory.reading.contact import clock_of, day_of
from kith.directory.search.places import tidy_postcode

USUAL_PAGE, LARGEST_PAGE, LONGEST = 50, 1000, 300
YES, NO = {"true", "1", "yes", ""}, {"false", "0", "no"}
CANNOT = ("minimum_age", "maximum_age")


class BadQuestion(Exception):
    """`str()` is the sentence."""


@dataclass(frozen=True)
class Asked:
    """The parameters of one request that its list takes; others are passed over."""

    given: Mapping[str, str]

    @classmethod
    def of(cls, given: Mapping[str, str], takes: tuple[str, ...]) -> "Asked":
        """Only what this list takes. Whoever asks for what we cannot tell is told so, not given everything."""
        for name in CANNOT:
            if name in given:
                raise BadQuestion(f"We cannot choose by {name}: ages are not kept as numbers here.")
        asked = cls({name: given[name].strip() for name in takes if name in given})
        asked.check_format()
        return asked

    def check_format(self) -> None:
        if self.given.get("format", "json").lower() != "json":
            raise BadQuestion("The only format is json.")

    def text(self, name: str) -> str:
        """Some words, or ""."""
        written = self.given.get(name, "")
        if len(written) > LONGEST or "\x00" in written:
            raise BadQuestion(f"{name} is some words, at most {LONGEST} letters.")
        return written

    def number(self, name: str, usual: int, most: int) -> int:
        """A whole number from 1 on."""
        written = self.given.get(name)
        if written is None:
            return usual
        if not re.fullmatch(r"[0-9]{1,10}", written) or not 1 <= int(written) <= most:
            raise BadQuestion(f"{name} is a whole number from 1 to {most:,}.")
        return int(written)

    def yes(self, name: str) -> bool:
        """true or false; the bare name says true."""
        written = self.given.get(name, "false").lower()
        if written not in YES | NO:
            raise BadQuestion(f"{name} is true or false.")
        return written in YES

    def uuid(self, name: str) -> UUID | None:
        """An id of ours."""
        written = self.given.get(name)
        if written is None:
            return None
        if (found := uuid_of(written)) is None:
            raise BadQuestion(f"{name} is a UUID, such as 3f7b145d-84af-42d7-8fae-eaca714b02b2.")
        return found

    def moment(self, name: str) -> datetime | None:
        """A day or a moment; without a zone it is in universal time."""
        written = self.given.get(name)
        if written is None:
            return None
        found = _moment(written)
        if found is None:
            raise BadQuestion(f"{name} is a date or a moment, such as 2026-11-23 or 2026-11-23T10:00:00Z.")
        return found

    def clock(self, name: str):
        """A time of day."""
        written = self.given.get(name)
        if written is not None and clock_of(written) is None:
            raise BadQuestion(f"{name} is a time of day, such as 18:30.")
        return clock_of(written) if written is not None else None

    def weekday(self, name: str) -> int | None:
        """A day of the week by its first two letters; 0 is Monday."""
        written = self.given.get(name)
        if written is None:
            return None
        if written[:2].upper() not in CODES:
            raise BadQuestion(f"{name} is MO, TU, WE, TH, FR, SA or SU.")
        return CODES.index(written[:2].upper())

    def postcode(self) -> str:
        """A postcode or the first half of one, tidied; "" where none is given."""
        written = self.given.get("postcode")
        if written is not None and not tidy_postcode(written):
            raise BadQuestion("postcode is a postcode or the first half of one, such as LS1 4AP or LS1.")
        return tidy_postcode(written or "")


def uuid_of(written: str) -> UUID | None:
    """The UUID that is written there, in the usual way with hyphens."""
    try:
        return UUID(written) if len(written) == 36 else None
    except ValueError:
        return None


def _moment(written: str) -> datetime | None:
    if len(written) == 10 and (day := day_of(written)):
        return _midnight(day)
    try:
        found = parse_datetime(written.replace(" ", "+"))
    except ValueError:
        return None
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
