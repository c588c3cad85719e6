"""What few leaflets say, and a place is glad to have said: its name, getting in and there, who to ask for, a first
time to try, the last day to put a name down. All told by words, so never sure."""

import re
from datetime import date

from kith.directory.reading.price import TASTER

from .facts import A_DAY, day_of_match
from .page import Page
from .parts import Part

ASKED_FOR = (
    r"(?i:contact|ring|call|text|phone|telephone|message|email|ask (?:for|to speak to)|speak (?:to|with)|see|"
    r"leave a message for|book with|a word with|get in touch with|please tell)"
)
CALLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Revd|Fr|Father|Sister|Deacon|Canon)\.? )?[A-Z][a-zà-ÿ'’-]+"
HOST = re.compile(rf"\b{ASKED_FOR}:? (?P<who>{CALLED}(?: [A-Z][a-zà-ÿ'’-]+)?)\b(?! (?:on the|of|at the|for)\b)")
BESIDE_A_NUMBER = re.compile(
    rf"(?:^|[.:;,–-] ?|\bwith )(?P<who>{CALLED}(?: [A-Z][a-z'’-]+)?),? ?(?:on |- |– )?\(?0\d{{3,4}}"
)
NOBODY = re.compile(
    r"\b(?:the|us|our|we|you|your|tel|telephone|phone|mobile|reception|office|enquiries|bookings?|box|library|team|"
    r"centre|club|hall|call|text|ring|free|freephone|email|more|details|info|information|church|council|staff|manager|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|anytime|now|today|contact|leader|website|web)\b",
    re.I,
)
ACCESS = re.compile(
    r"\b(?:wheelchairs?|step[- ]?free|ramp(?:s|ed)?|accessible|level access|(?:hearing|induction) loop|stairs|"
    r"stairlift|lift to|a lift|no steps|few steps|changing place|blue badge|disabled (?:access|toilet|parking)|"
    r"sign language interpret\w+|toilets?)\b",
    re.I,
)
THERE = re.compile(
    r"\b(?:bus(?:es)? (?:no\.? ?)?\d|on the (?:bus|tram)|(?:bus|tram|metro|train) (?:stop|station|lines?)\b|trams?\b|"
    r"(?:free )?parking|car park\b|cycle racks?|bike racks?|minutes?'? walk|by (?:bus|train|tram|car)\b|park and ride)",
    re.I,
)
LAST_DAY = re.compile(
    r"\b(?:book|apply|appl(?:ications?|y)|register|registration|sign up|entr(?:y|ies)|names?|deadline|closing date|"
    r"enrol\w*)\b[^.;\n]{0,30}?\b(?:by|before|clos(?:e|es|ing)|deadline|date|no later than|is)\b[\s:,]*(?:on\s+)?$",
    re.I,
)
SENTENCES = re.compile(r"(?<=[a-z)])[.!]\s+(?=[A-Z])|\s*[;•]\s*")
A_PLACE = re.compile(r"[A-Za-z]{3}")
LONGEST_HOST, LONGEST_SENTENCES = 100, 300


def besides_in(page: Page, address: Part, today: date) -> dict[str, Part]:
    """The parts that other programs do not ask for."""
    return {
        "place_name": place_name_in(address),
        "getting_there": _sentences(page, THERE),
        "access_words": _sentences(page, ACCESS),
        "host_name": host_in(page),
        "taster": taster_in(page),
        "apply_by": last_day_in(page, today),
    }


def place_name_in(address: Part) -> Part:
    """The first words of an address, where a street comes after them and they do not begin with a number."""
    first, comma, _ = str(address.value).partition(",")
    is_one = comma and A_PLACE.search(first) and not re.match(r"\d", first)
    return Part(first.strip(), address.words) if is_one else Part()


def host_in(page: Page) -> Part:
    """Whom to ask for: the name after “ring”, “ask for”, or in front of a number."""
    for pattern in (HOST, BESIDE_A_NUMBER):
        for line in page.prose:
            for found in pattern.finditer(line):
                if not NOBODY.search(found["who"]):
                    return Part(found["who"].strip(" .,")[:LONGEST_HOST], found[0].strip(" .,:;–-"))
    return Part()


def taster_in(page: Page) -> Part:
    """Whether it can be tried once: the first time is free."""
    found = TASTER.search(" ".join(page.prose))
    return Part("yes", found[0]) if found else Part()


def last_day_in(page: Page, today: date) -> Part:
    """The last day to put a name down, as 2026-12-24."""
    text = " ".join(page.prose)
    for found in A_DAY.finditer(text):
        before = LAST_DAY.search(text[max(0, found.start() - 60) : found.start()])
        if before and (day := day_of_match(found, today)):
            return Part(day.isoformat(), f"{before[0]}{found[0]}".strip())
    return Part()


def _sentences(page: Page, about: re.Pattern) -> Part:
    """The sentences that speak of it, as they stand. An address that names a car park is none of them."""
    told = [each.strip() for line in page.prose for each in SENTENCES.split(line) if about.search(each)]
    told = [each for each in told if each.count(",") < 2 or about.search(each.split(",")[0])]
    words = ". ".join(dict.fromkeys(each.rstrip(".") for each in told))[:LONGEST_SENTENCES]
    return Part(words, words)
