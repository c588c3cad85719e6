"""What the team knows of a place, row by row as the team reads it: what, on what it rests, and what may be done."""

from dataclasses import dataclass

from django.utils.formats import date_format

from .models import Knowledge

Hurdle = Knowledge.Hurdle
NOT_ASKED = "Not asked: only the team sees this name."
SOMEBODY_WHO_WENT = "Somebody who went said so. It may be told."


@dataclass(frozen=True)
class Row:
    """One thing. `lines`: on what it rests; the rest says which buttons stand beside it."""

    public_id: str
    title: str
    words: str
    lines: tuple[str, ...]
    is_own: bool = False
    may_take_back: bool = False
    may_be_named: bool = False  # whether it can be said that they agreed to be named
    may_agree: bool = False  # whether what was agreed about it can be written


def rows_for(known, user_id: int) -> list[Row]:
    """As this member of the team reads them; `known` as `queries.known_of` gives it."""
    return [_row(each, is_own=each.noted_by_id == user_id) for each in known]


def _row(each, *, is_own: bool) -> Row:
    who = each.noted_by.first_name if each.noted_by else "Somebody"
    return Row(
        public_id=each.public_id,
        title=_title(each, who, is_own=is_own),
        words="" if each.is_of_somebody else each.words,
        lines=tuple(filter(None, (_hurdle(each), _agreed(each), _named(each), _evidence(each, who)))),
        is_own=is_own,
        may_take_back=is_own or not each.is_author_here,
        may_be_named=is_own and each.is_of_somebody and each.may_be_named_on is None,
        may_agree=each.kind == Knowledge.Kind.WORRY and not each.agreed,
    )


def _title(each: Knowledge, who: str, *, is_own: bool) -> str:
    if not each.is_of_somebody:
        return each.get_kind_display()
    name = each.words.rstrip(".")
    return f"You know {name}" if is_own else f"Ask {who}, who knows {name}"


def _hurdle(each: Knowledge) -> str:
    return f"{each.get_hurdle_display()}." if each.hurdle else ""


def _agreed(each: Knowledge) -> str:
    if not each.agreed:
        return ""
    with_whom = f" with {each.agreed_with}" if each.agreed_with else ""
    return f"Agreed{with_whom} on {_day(each.agreed_on)}: {each.agreed.rstrip('.')}."


def _named(each: Knowledge) -> str:
    if not each.is_of_somebody:
        return ""
    return f"Asked, and may be named since {_day(each.may_be_named_on)}." if each.may_be_named_on else NOT_ASKED


def _evidence(each: Knowledge, who: str) -> str:
    """Of whom, on what day, after what. Of somebody who went only the month."""
    if each.by_a_visitor:
        return f"{SOMEBODY_WHO_WENT} {date_format(each.noted_on, 'F Y')}"
    after = f", after {each.get_after_display()}" if each.after else ""
    heard = f"Heard from {each.heard_from}. " if each.heard_from else ""
    return f"{heard}{who}, {_day(each.noted_on)}{after}"


def _day(day) -> str:
    return date_format(day, "j F Y")
