"""Phones, emails, web addresses and money words, made plain; "" where they are not what they say."""

import re
from datetime import date, time

import phonenumbers

from kith.directory.search.places import tidy_postcode

from .remembered import remembered
from .text import one_line

EMAIL = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]+")
EXACT_PRICE = re.compile(
    r"\s*£?\s*(\d{1,4})(?:\.(\d{1,2}))?\s*(?:per (?:session|class|visit|week)|a (?:session|"
    r"class|week)|each)?\s*",
    re.I,
)
SENSIBLE = (date(1950, 1, 1), date(2099, 12, 31))  # a day outside stands for “ever” or for a slip of the pen
EXACT_FREE = re.compile(r"\s*(?:free|free of charge|no charge|nothing|none|£?\s*0(?:\.00?)?)[\s.!]*", re.I)


def phone_of(written: str) -> str:
    """The first phone number in the text, as people write it here. Numbers kept for dramas count too."""
    written = one_line(written)
    try:
        matches = phonenumbers.PhoneNumberMatcher(written[:300], "GB", leniency=phonenumbers.Leniency.POSSIBLE)
        for match in matches:
            local = match.number.country_code == 44
            style = phonenumbers.PhoneNumberFormat.NATIONAL if local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
            return phonenumbers.format_number(match.number, style)
    except (phonenumbers.NumberParseException, ValueError, IndexError):
        pass
    digits = re.sub(r"\D", "", written)
    return " ".join(written.split())[:60] if 3 <= len(digits) <= 15 else ""


def email_of(written: str) -> str:
    """The first email address in the text."""
    found = EMAIL.search(written.removeprefix("mailto:"))
    return found[0].strip(".'") if found and len(found[0]) <= 254 else ""


def url_of(written: str) -> str:
    """A web address that a browser may open; only http and https."""
    address = "".join(written.split())
    if address and "://" not in address and re.match(r"[\w-]+(?:\.[\w-]+)+(?:/|$|\?)", address):
        address = "https://" + address
    is_one = re.match(r"https?://[^/\s]+\.[^/\s]+", address, re.I) and not re.search(r"[<>\"]", address)
    return address[:2000] if is_one else ""


def cost_of(words: str) -> dict:
    """`is_free` and `price_pence` where a cost field says just one thing; otherwise only its words."""
    if not words:
        return {}
    if EXACT_FREE.fullmatch(words):
        return {"cost_words": words, "is_free": True}
    if (price := EXACT_PRICE.fullmatch(words)) and "£" in words + ("£" if words.strip()[:1].isdigit() else ""):
        pence = int(price[1]) * 100 + int((price[2] or "0").ljust(2, "0"))
        return {"cost_words": words, "price_pence": pence, "is_free": pence == 0}
    return {"cost_words": words}


@remembered
def day_of(written: str) -> date | None:
    """A date written as 2026-11-23 or 23/11/2026; None for anything else."""
    if found := re.match(r"\s*(\d{4})-(\d\d)-(\d\d)", written):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", written):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def sensible_day_of(written: str) -> date | None:
    """The same, unless the day stands for “ever”, as 1900 and 9999 do."""
    day = day_of(written)
    return day if day and SENSIBLE[0] <= day <= SENSIBLE[1] else None


def postcode_told(written: str) -> tuple[str, str]:
    """The postcode as it is written, and a sentence where it is none."""
    postcode = tidy_postcode(written)
    return postcode, f"Its postcode “{one_line(written, 20)}” is none." if written and not postcode else ""


@remembered
def clock_of(written: str) -> time | None:
    """A time written as 18:30, 18.30, 18:30:00Z, 6.30pm or 6pm; None for anything else."""
    found = re.fullmatch(
        r"\s*(\d{1,2})(?:[:.](\d\d))?(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?\s*([ap])?\.?(?:m\.?)?\s*",
        written,
        re.I,
    )
    if not found or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
