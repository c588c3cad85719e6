"""Which of a spreadsheet's headings is which of ours, as far as it can be told, and which tell of people."""

import re

HEADINGS = (
    "id",
    "name",
    "organization",
    "description",
    "categories",
    "latitude",
    "longitude",
    "postcode",
    "address",
    "day",
    "starts",
    "ends",
    "frequency",
    "date",
    "cost",
    "phone",
    "email",
    "url",
    "access",
    "contact",
    "first day",
    "last day",
    "not on",
    "term times",
    "apply by",
    "setting",
    "getting there",
    "expect",
    "form asks",
    "kit",
    "travel",
    "funding",
    "taster",
    "audience",
)  # fmt: skip - as many to a line as fit: one to a line is three screens
OTHER_WORDS = {
    other: our
    for our, others in {
        "name": "title|activity|activity name|activity title|service|service name|group|group name|event|what",
        "organization": "organisation|organiser|organizer|provider|run by|club|who runs it",
        "description": "about|details|summary|notes|information",
        "categories": "category|type|kind|tags|theme",
        "latitude": "lat",
        "longitude": "lng|lon|long",
        "postcode": "post code|zip",
        "address": "venue|location|place|where|address 1",
        "day": "days|weekday|when|day of week|day and time|days and times|day time|date and time|session times|times",
        "starts": "start|start time|time|from|opens|starts at|begins",
        "ends": "end|end time|to|until|closes|ends at",
        "frequency": "how often|repeats",
        "date": "start date|on",
        "cost": "price|fee|fees|charge|how much",
        "phone": "telephone|tel|phone number|telephone number|mobile|contact number|contact no|contact phone",
        "email": "e mail|email address|contact email",
        "url": "website|web|web page|link|web site",
        "access": "accessibility|disabled access",
        "contact": "contact name|contact person|who to ask",
        "first day": "starts on|first date|valid from",
        "last day": "ends on|last date|end date|valid to|valid until",
        "not on": "except|not on these days|closed on",
        "term times": "term time|term time only|term times only",
        "apply by": "deadline|entry deadline|closing date|book by|apply before",
        "setting": "attending type|attendance|how it is held|online",
        "getting there": "directions|travel directions|how to get there",
        "expect": "what to expect",
        "form asks": "what their form asks|application form",
        "kit": "equipment|what to bring|what to buy",
        "travel": "fares|fare|travel cost",
        "funding": "needs funding|funded",
        "taster": "try it once|free trial|trial",
        "audience": "for whom|who it is for",
    }.items()
    for other in others.split("|")
}
TOO_SHORT = frozenset(
    {"on", "to", "from", "id", "what", "who", "type", "kind", "group", "place", "time", "until", "link", "about"}
)
NAMES_A_THING = frozenset(
    {"name", "title", "of", "the", "group", "activity", "service", "club", "event", "class", "session", "project"}
)
OF_PEOPLE = re.compile(
    r"\b(?:dob|date of birth|birth date|birthday|nhs|national insurance|ni number|surname|first name|last name|"
    r"forenames?|family name|given name|home address|home phone|next of kin|emergency contact|diagnos[ei]s|medical|"
    r"medication|gender|sex|ethnicity|sexuality|gp|client|patient|service users?|support worker|key ?worker|"
    r"care co ?ordinator)\b|^(?:ages?|residents?|members?|tenants?|individuals?|participants?|people|person)$"
)


def ours(written: list[str], named: dict[str, str]) -> list[str]:
    """Our word for each of their headings. What somebody named counts; a heading it takes the place of is left out."""
    said = {theirs.strip().casefold(): our for theirs, our in named.items()}
    plain = [heading.strip().casefold().replace("organisation", "organization") for heading in written]
    taken = set(said.values())
    return [
        said.get(raw.strip().casefold(), "" if heading in taken else heading)
        for raw, heading in zip(written, plain, strict=True)
    ]


def guessed(headings: list[str]) -> dict[str, str]:
    """Which of ours each heading probably is: our own word, one that people often use for it, or a longer heading
    that holds one (“Cost per session”). Each of ours once; a heading that tells of people is none."""
    found: dict[str, str] = {}
    plain = {heading: _plain(heading) for heading in headings if heading not in personal(headings)}
    for guess in (_exactly, _within):
        for heading, words in plain.items():
            our = guess(words)
            if our and heading not in found and our not in found.values():
                found[heading] = our
    if "day" in found.values():  # beside days of the week a “start date” is when they begin
        found |= {heading: "first day" for heading, our in found.items() if our == "date" and "start" in plain[heading]}
    return found


def personal(headings: list[str]) -> list[str]:
    """Those that a list of people has, and a list of what goes on somewhere has not."""
    return [heading for heading in headings if OF_PEOPLE.search(_plain(heading))]


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", heading.casefold()).split())


def _exactly(words: str) -> str:
    return words if words in HEADINGS else OTHER_WORDS.get(words, "")


def _within(words: str) -> str:
    """By the longest of the known words in it, the first of those that are as long."""
    known = [*((word, word) for word in HEADINGS if word not in TOO_SHORT), *OTHER_WORDS.items()]
    held = [(word, our) for word, our in known if word not in TOO_SHORT and f" {word} " in f" {words} "]
    held = [(word, our) for word, our in held if our != "name" or set(words.split()) <= NAMES_A_THING]
    return max(held, key=lambda each: len(each[0]), default=("", ""))[1]
