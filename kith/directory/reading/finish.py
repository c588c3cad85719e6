"""What every format shares: the checks on an entry, its short text, its kind, and what its prose may say."""

import json
from uuid import UUID, uuid5

from kith.directory.search.vocabulary import kind_of

from .entry import BadEntry, Entry, Found, OrganisationDetails, PlaceDetails, Slot
from .price import prices_in
from .schedule import times_in
from .setting import setting_in
from .text import one_line, plain_text, summary_of

OURS = UUID("5c1f8a0e-3a57-5f0e-9d3b-7f0d5c3a9b11")  # the space of ids made from content
READER = "5"  # raise it when the same record would now be read differently
AS_ONE_LINE = json.JSONEncoder(sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
LONGEST_NAME, LONGEST_ID = 300, 200


def name_of(written: object) -> str:
    """The name, which every entry needs."""
    name = one_line(written, LONGEST_NAME + 1)
    if not name:
        raise BadEntry("It has no name.")
    if len(name) > LONGEST_NAME:
        raise BadEntry(f"Its name is longer than {LONGEST_NAME} letters.")
    return name


def raw_of(record: object) -> str:
    """The record as one line of JSON, the same for the same content."""
    return AS_ONE_LINE.encode(record)


def id_from(content: str) -> str:
    """A stable id for a record that has none."""
    return str(uuid5(OURS, content))


def finished(  # noqa: PLR0913 - keyword-only: the parts of an entry
    *,
    external_id: str,
    fields: dict,
    record: object,
    description: object = "",
    organisation: OrganisationDetails | None = None,
    place: PlaceDetails | None = None,
    times: tuple[Slot, ...] = (),
    noticed: tuple[str, ...] = (),
) -> Entry:
    """The entry with its texts made, its kind named, and its unsure facts found."""
    long_text = plain_text(description)
    name, categories = fields["name"], " ".join(fields.get("categories", []))
    whole = fields | {"long_text": long_text, "summary": summary_of(long_text, name)}
    whole["kind"] = kind_of(name, long_text, categories)
    known_cost = whole.get("is_free") is not None or whole.get("price_pence") is not None
    prose = "\n\n".join(part for part in (long_text, whole.get("cost_words", "")) if part)
    offered = unsure_in(name, prose, bool(times or whole.get("on_date")), known_cost)
    return Entry(
        external_id=one_line(external_id, LONGEST_ID) or id_from(raw_of(record)),
        fields=whole,
        organisation=organisation if organisation and organisation.name else None,
        place=place,
        times=times,
        suggestions=(*offered, *unsure_setting(name, prose, whole.get("setting", "unknown"))),
        raw=raw_of(record),
        noticed=noticed,
    )


def unsure_setting(name: str, prose: str, known: str) -> list[Found]:
    """Whether it may be online or at somebody's home, where nobody has said."""
    found = setting_in(f"{name}\n{prose}") if known == "unknown" else None
    return [Found("setting", *found)] if found else []


def unsure_in(name: str, prose: str, knows_times: bool, knows_cost: bool) -> list[Found]:
    """Times and costs that the prose may speak of; not where they are known already."""
    found: list[Found] = []
    if not knows_times:
        stretches = times_in(f"{name}\n\n{prose}")
        found += [Found("times", [slot.as_json() for slot in one.slots], one.words) for one in stretches]
    for price in prices_in(prose):
        if not knows_cost or price.field == "taster":
            found.append(Found(price.field, price.value, price.words))
    return found
