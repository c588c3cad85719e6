"""Facts that have a form of their own: telephone, email, web address, postcode, cost, and the day of a one-off.

Each is sure by itself only when the leaflet says it once: where two stand side by side, somebody has to choose.
"""

import re
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

import phonenumbers

from kith.directory.reading.contact import url_of
from kith.directory.reading.price import AMOUNT, prices_in
from kith.directory.search.places import POSTCODE

from .page import Page
from .parts import Part

EMAIL = re.compile(r"[\w.+'-]+\s?@\s?[a-z0-9-]+(?:\s?\.\s?[a-z0-9-]+)*\s?\.\s?[a-z]{2,}", re.I)
ENDINGS = r"(?:co\.uk|org\.uk|gov\.uk|ac\.uk|nhs\.uk|uk|org|com|net|info|wales|scot|cymru|london|coop|club|example)"
A_HOUSE = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*"
WEB = re.compile(
    rf"(?<![@\w.-])(?:(?:https?:\s?//\s?(?:www\s?\.\s?)?|www\s?\.\s?){A_HOUSE}\.[a-z]{{2,12}}|{A_HOUSE}\.{ENDINGS})"
    r"\b(?:/[\w./%#?=&~-]*)?",
    re.I,
)
BROKEN = re.compile(r"(?<=[\w.]-) (?=[\w.-]*\.[a-z])|(?<=@) | (?=@)", re.I)  # an address goes on in the next row
NOT_TO_RING = re.compile(r"\b(?:charity|registration|registered|company|reg|fax|vat|text code)\b[^\d]{0,20}$", re.I)
ONE_OR_L = re.compile(r"(?<=[a-z])l(?=\d)|(?<=\d)l(?=[\d@.])")  # a small L and a one look alike beside a figure
A_NUMBER = re.compile(r"0[1-37-9]\d{8,9}")  # as numbers begin here
LOOKS_LIKE = str.maketrans("OoIlLSsBZ", "001115582")
NEARLY_A_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9OILSBZ]{1,2}[A-Z]?)\s?([0-9OILSBZ][A-Z]{2})\b")
IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(?:pounds?|quid)\b|"
    r"\bpay (?:what|as) (?:you|much as you) (?:can|like|want|feel)\b|\b(?:suggested|by|small|voluntary) donations?\b|"
    r"\bdonations? (?:welcome|only|please|appreciated)\b|\bcosts? nothing\b|\bnothing (?:at all|to pay)\b|"
    r"\bprice of a (?:cuppa|coffee|tea|cup of tea|drink|pint)\b|"
    r"^\W*(?:cost|price|entry|charge|fee)s?\s*[:–-]?\s*(?:none|nil|nothing)\b",
    re.I,
)
COST_LABEL = re.compile(r"^\W*(?:costs?|prices?|entry|admission|fees?|charges?|how much)\s*\??\s*[:–-]?\s+(?=\S)", re.I)
COSTS_NOTHING = re.compile(r"^\W*(?:it )?costs nothing\b", re.I)
JUST_COST = re.compile(r"^\W*(?:cost|price|entry|charge|fee)s?\W*$", re.I)
LONGEST_COST, FEW_WORDS = 80, 7
SAYS_A_COST = re.compile(r"£|\d\s?p\b|\bfree\b|\bno (?:charge|cost|fee)\b", re.I)
MONEY = re.compile(AMOUNT, re.I)
ODD_PENCE = re.compile(r"\.(?!99)\d[1-46-9]")  # more often a nought that was read amiss
FUSED = re.compile(r"(?<=[\d\s]a)(?=(?:class|session|week|time|visit|person|go|month|ticket)\b)", re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:(?<=jan)uary|(?<=feb)ruary|(?<=mar)ch|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust|(?<=sep)t(?:ember)?|"
    r"(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)?\b\.?"
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
A_DAY = re.compile(
    rf"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:the\s+)?\b(?P<day>\d{{1,2}})"
    rf"(?:(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}|[/.](?P<number>\d{{1,2}})(?=[/.]2\d))"
    r"(?:,?\s*[/.]?\s*(?P<year>20\d\d)|[/.](?P<short>2\d)\b(?![.:/]))?",
    re.I,
)
NOT_THE_DAY = re.compile(
    r"\b(?:from|starting|starts?|beginning|begins?|until|till|to|and|except|closed|not|no sessions?(?: on)?|"
    r"by|before|last updated|printed|published|–|-)\s*(?:on\s+)?$",
    re.I,
)


def phone_in(page: Page) -> Part:
    """The number to ring, as people here write it; a landline before a mobile, which is never sure. Numbers kept for
    dramas count too."""
    found: dict[str, str] = {}
    for line in page.prose:
        for match in phonenumbers.PhoneNumberMatcher(line[:300], "GB", leniency=phonenumbers.Leniency.POSSIBLE):
            plain = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.NATIONAL)
            is_one = A_NUMBER.fullmatch(plain.replace(" ", "")) and match.number.country_code == 44
            if is_one and not NOT_TO_RING.search(line[: match.start]):
                found.setdefault(plain, match.raw_string)
    number, words = next(iter(sorted(found.items(), key=lambda each: is_mobile(each[0]))), ("", ""))
    is_whole = len(number.replace(" ", "")) == 11 and not is_mobile(number)
    return Part(number, words, sure=len(found) == 1 and is_whole)


def is_mobile(number: str) -> bool:
    """Whether it begins as the numbers of people's own telephones do: somebody has to say that it may be given out."""
    return number.startswith("07")


def email_in(page: Page) -> Part:
    """The address to write to, in small letters."""
    lines = [(BROKEN.sub("", line), line) for line in _rows_put_together(page)]
    found = {
        re.sub(r"\s", "", each).casefold().strip("."): (each, told)
        for line, told in lines
        for each in EMAIL.findall(line)
    }
    address, (words, told) = next(iter(found.items()), ("", ("", "")))
    is_whole = bool(re.search(rf"\.{ENDINGS}$", address)) and " " not in words and words in told
    is_clear = not ONE_OR_L.search(address)
    return Part(ONE_OR_L.sub("1", address), words, sure=len(found) == 1 and is_whole and is_clear)


def _rows_put_together(page: Page) -> list[str]:
    """As prose; an address that breaks off at a hyphen, a dot or the sign in it goes on in the next row."""
    told: list[str] = []
    for line in page.prose:
        if told and re.search(r"@[\w.-]*[-.]$|\w@$|^\S+[\w.]-$|www\.[\w.-]*-$", told[-1]):
            told[-1] = f"{told[-1]} {line}"
        else:
            told.append(line)
    return told


def url_in(page: Page, in_codes: list[str]) -> Part:
    """Their page, as printed; else as the square code says, which checks itself."""
    found: dict[str, str] = {}
    for line in _rows_put_together(page):
        for each in WEB.findall(EMAIL.sub(" ", BROKEN.sub("", line))):
            if url_of(each):
                found.setdefault(url_of(each).rstrip("/."), each)
    if found:
        address, words = next(iter(found.items()))
        is_one = len(found) == 1 and not _tells_otherwise(address, in_codes) and words in page.text
        return Part(address, words, sure=is_one and not _nearly_the_same(address, email_in(page).value))
    if not in_codes:
        return Part()
    return Part(in_codes[0], f"{in_codes[0]} (the square code)", sure=len(in_codes) == 1)


def _nearly_the_same(address: str, email: object) -> bool:
    """A page and an address of one house that differ by a letter: one of them was read amiss."""
    house, other = re.sub(r"^https?://(?:www\.)?|/.*$", "", address), str(email).rpartition("@")[2]
    return bool(other) and house != other and SequenceMatcher(None, house, other).ratio() > 0.85


def _tells_otherwise(address: str, in_codes: list[str]) -> bool:
    return any(code.rstrip("/") != address for code in in_codes)


def postcode_in(page: Page) -> Part:
    """In capitals with one space. A letter read as a figure, or the other way, is put right and not sure."""
    text = " ".join(page.text.split())
    exact = {f"{each[1]} {each[2]}": each[0] for each in POSTCODE.finditer(text) if each[2]}
    if exact:
        code, words = next(iter(exact.items()))
        return Part(code, words, sure=len(exact) == 1 and words in page.text)
    mended, found = nearly_a_postcode(page.text)
    return Part(mended, found[0]) if found else Part()


def nearly_a_postcode(text: str) -> tuple[str, re.Match | None]:
    """The first postcode in which a letter stands for a figure or the other way: put right, and where it stands."""
    for near in NEARLY_A_POSTCODE.finditer(text):
        area = re.match(r"[A-Z]{1,2}(?=[0-9OILSBZ])", near[1])
        first = (area[0] + near[1][area.end() :].translate(LOOKS_LIKE)) if area else near[1]
        mended = POSTCODE.fullmatch(f"{first} {near[2][0].translate(LOOKS_LIKE)}{near[2][1:]}")
        if mended and re.search(r"\d", near[0]):
            return f"{mended[1]} {mended[2]}", near
    return "", None


def cost_in(page: Page) -> Part:
    """What it costs, in the leaflet's own words. Sure when no other sum of money stands anywhere."""
    pieces = [piece for line in page.prose for piece in re.split(r"[;•·]|(?<=[a-z)])\.\s|\s{2,}", line)]
    told = list(dict.fromkeys(piece for piece in pieces if prices_in(piece)))
    if not told:
        return _cost_in_words(pieces)
    words = " ".join(told[0].split())
    value = FUSED.sub(" ", COST_LABEL.sub("", words)).strip(" .,:!–-")
    if len(value) > LONGEST_COST:
        value = ", ".join(dict.fromkeys(each.words for each in prices_in(words)))
    sums = len(MONEY.findall(page.text)) == len(MONEY.findall(value))
    are_usual = not any(ODD_PENCE.search(each[0]) for each in MONEY.finditer(words))
    says_one = len(SAYS_A_COST.findall(value)) == 1 and len(value.split()) <= FEW_WORDS
    return Part(value, words, sure=len(told) == 1 and sums and are_usual and says_one and len(prices_in(words)) == 1)


def _cost_in_words(pieces: list[str]) -> Part:
    """ "Five pounds on the door", "pay what you can": found, and for somebody to look at."""
    labelled = [f"{one} {other}" for one, other in pairwise(pieces) if JUST_COST.match(one)]
    words = next((" ".join(piece.split()) for piece in [*pieces, *labelled] if IN_WORDS.search(piece)), "")
    value = words if COSTS_NOTHING.match(words) else COST_LABEL.sub("", words)
    return Part(value.strip(" .,:–-")[:LONGEST_COST], words)


def date_in(page: Page, today: date) -> Part:
    """The day of something that happens once, as 2026-12-24. Without a year it is the next such day, and not sure."""
    found: dict[date, tuple[str, bool]] = {}
    text = " ".join(page.prose)
    for match in A_DAY.finditer(text):
        if NOT_THE_DAY.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        if day := day_of_match(match, today):
            is_told = bool(match["year"]) and _fits(match, day)
            found.setdefault(day, (match[0].strip(), is_told))
    day, (words, is_told) = next(iter(found.items()), (None, ("", False)))
    return Part(day.isoformat() if day else "", words, sure=is_told and len(found) == 1)


def day_of_match(match: re.Match, today: date) -> date | None:
    """The day that `A_DAY` found; without a year the next such day, and one that fits its weekday."""
    month = MONTHS.index(match["month"].lower()) + 1 if match["month"] else int(match["number"])
    told = match["year"] or (match["short"] and f"20{match['short']}")
    years = [int(told)] if told else [today.year, today.year + 1, today.year + 2]
    days = [day for day in (_a_date(year, month, int(match["day"])) for year in years) if day]
    ahead = [day for day in days if day >= today] or days
    return next((day for day in ahead if _fits(match, day)), ahead[0] if ahead else None)


def _a_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(match: re.Match, day: date) -> bool:
    return not match["weekday"] or WEEKDAYS[day.weekday()] == match["weekday"].lower()[:3]
