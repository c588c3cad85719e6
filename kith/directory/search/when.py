"""Days and parts of the day, as people ask for them and refuse them."""

import re
from dataclasses import dataclass
from functools import partial

from kith.access import clock

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
EVERY_DAY, WEEKEND_DAYS, WORKING_DAYS = frozenset(range(7)), frozenset({5, 6}), frozenset(range(5))
ONE = r"(?:mon|tues?|wednes|weds?|thurs?|fri|satur|sat|sun)(?:day)?s?"
SEVERAL = rf"{ONE}(?:(?: ?, ?| or | and | nor )(?:on )?(?:an? )?{ONE})*"
PART = r"(?:morning|afternoon|evening|night|lunchtime)s?"
NO_GOOD = (
    r"(?:is|are|was) (?:all )?(?:out|no good|not good|no use|hard|harder|hardest|difficult|bad|awful|hell|hopeless|"
    r"impossible|busy|taken|a struggle|a problem|a no|tricky)\b"
)
CANNOT = r"(?:cant|couldnt|wont|never|dont|doesnt) (?:do|make|manage|come|get out|go out|face|be out)(?: on| in| at)?"
BUT = (
    r"(?:any ?(?:day|time)? (?:but|except(?: for)?|apart from|other than|bar)|but not|not|never|no|except(?: for)?|"
    rf"apart from|other than|{CANNOT}|(?:i|he|she|we|they) works? on)"
)
DAY = re.compile(rf"\b(?:on |every |only )*({ONE})\b(?!\s+(?:school|service|lunch|roast|dinner|best|league))")
NOT_DAY = re.compile(rf"\b{BUT} (?:on )?(?:an? )?({SEVERAL})\b(?! {PART})|\b({SEVERAL}) {NO_GOOD}")
NOT_THAT_HOUR = re.compile(rf"\b{BUT} (?:on )?(?:an? )?{SEVERAL} {PART}")  # of a whole week; it says little
RANGE = re.compile(rf"\b({ONE}) (?:to|till|until|through) ({ONE})\b")
LOOKS_LIKE_ONE = re.compile(r"\b(?:sat|sun)\b")  # “sat down”, “in the sun”
A_DAY_BEFORE = re.compile(rf"(?:\b(?:on|every|this|next|each|only|either)|{ONE}(?: ?,| or| and)?) $|^$")
A_DAY_AFTER = re.compile(rf"^ (?:{PART}|am|pm|\d)\b|^ (?:or|and) {ONE}\b")
NOT_WEEKEND = re.compile(rf"\b{BUT} (?:at |on )?(?:the )?weekends?\b|\bweekends? {NO_GOOD}")
WEEKEND = re.compile(r"\b(?:at |on )?(?:the )?weekends?\b")
WORKS = re.compile(
    r"\b(?:i |he |she )?works? (?:in|during|through|all) (?:the )?week\b|\bworks? (?:full time|weekdays)\b|"
    r"\b(?:i |he |she )?works? (?:monday to friday|mon to fri)\b"
)
WEEKDAYS = re.compile(r"\b(?:on |during |in )?(?:a )?week ?days?\b|\b(?:during|in) the week\b|\bmid ?week\b")
WEEK_NIGHTS = re.compile(r"\bweek ?nights?\b")
SCHOOL = re.compile(
    r"\bschool hours\b|\b(?:while|when|once|whilst) (?:the |my |our |her |his )?"
    r"(?:kids?|children|boys?|girls?|son|daughter|theyre|they are|hes|shes)(?: is| are)? (?:at|in) (?:school|"
    r"nursery)\b"
)
TODAY = re.compile(r"\b(?:tonight|today|this (evening|afternoon|morning|lunchtime))\b")
TOMORROW = re.compile(r"\btomorrow(?: (evening|afternoon|morning|night))?\b")
SLEEPLESS = re.compile(
    r"\b(?:up|awake|asleep|sleep\w*|slept|lie|lying|wake\w*|dreams?) (?:\w+ )?(?:at|all|in the|during the|"
    r"through the|of a) "
    r"(?:night|nights)\b|\b(?:sleepless|bad|broken) nights?\b|\ball night\b|\bat night i cant sleep\b"
)
NOT_PART = re.compile(
    rf"\b(?:{BUT}|hates?|bad (?:at|in)|no good (?:at|in)|worse in|nervous|scared|frightened)"
    r"(?: out| good| do)? ?(?:in |on |at |of )?(?:the )?(morning|afternoon|evening|night)s?\b"
    r"(?! (?:person|cuppa|service|prayer|mass))|"
    rf"\b(morning|afternoon|evening|night)s? {NO_GOOD}|\bnot (?:much of )?an? (morning|evening|night) person\b"
)
NOT_LATE = re.compile(
    r"\b(?:not|never|dont|doesnt|wont|cant)(?: like)? (?:go(?:ing)? |be(?:ing)? )?(?:out )?(?:too |very )?"
    r"(?:late|after dark|in the dark|when its dark)\b|"
    r"\b(?:home|back|in) before (?:dark|its dark)\b|\b(?:works?|working|on) nights\b|\bnight shifts?\b|"
    r"\b(?:scared|afraid|frightened|nervous) (?:of|in|after) (?:the )?dark\b"
)
NOT_EARLY = re.compile(
    r"\b(?:not|never|nothing|cant get up|not up|isnt up|arent up|hopeless|no good) before (?:noon|midday|12|"
    r"lunch\w*|dinner)\b"
)
DAYTIME = re.compile(
    r"\bday ?time\b|\b(?:in|during|through) the day\b|\bin daylight\b|\bhome by (?:three|four|3|4|tea ?time)\b"
)
HOURS = re.compile(r"\b(after|from|before|by|until) (\d{1,2})(?: ?(am|pm)| oclock)\b|\b(after|from) ([5-8])\b")
PART_OF = {"tonight": "evening"}
WHEN_PARTS = {
    "evening": re.compile(
        r"\b(?:in |of )?(?:the |an |a )?(?:early |late )?(?:evenings?|nights?)\b|"
        r"\bafter (?:work|tea|dark|dinner|school run)\b|\bonce the (?:kids|children) are in bed\b"
    ),
    "afternoon": re.compile(r"\b(?:in |of )?(?:the |an )?(?:early |late )?afternoons?\b|\bafter (?:lunch|noon)\b"),
    "morning": re.compile(
        r"\b(?:in |of )?(?:the |a )?(?:early |late |mid ?)?mornings?\b(?! cuppa)|\bbefore (?:lunch|noon|midday)\b"
    ),
}
A_KIND_OF_THING = re.compile(r"coffee morning|bingo night|quiz night")


@dataclass(frozen=True)
class When:
    """`days` count from Monday as 0. `part`: the one asked for. `not_parts`: those refused."""

    days: frozenset[int] = frozenset()
    part: str = ""
    not_parts: frozenset[str] = frozenset()


def when_in(text: str) -> tuple[str, When]:
    """What is said of days and hours, and the sentence without it."""
    text = NOT_THAT_HOUR.sub(" ", SLEEPLESS.sub(" ", _today_named(text)))
    text, school = _taken(SCHOOL, text)
    text, not_parts = _not_parts(text, school)
    text, days = _days(text, WORKING_DAYS if school else frozenset())
    text, part = _part(text)
    return text, When(days, "" if part in not_parts else part, not_parts)


def _taken(pattern: re.Pattern, text: str) -> tuple[str, bool]:
    return pattern.sub(" ", text), bool(pattern.search(text))


def _today_named(text: str) -> str:
    """“Tonight” as the evening of its weekday, “tomorrow” as its weekday."""
    for days, pattern in enumerate((TODAY, TOMORROW)):
        name = DAYS[(clock.today().weekday() + days) % 7]
        text = pattern.sub(partial(_on_a_day, name), text)
    return text


def _on_a_day(name: str, found: re.Match) -> str:
    return f"on {name} {PART_OF.get(found[0], found[1] or '')}"


def _numbers(text: str) -> set[int]:
    return {DAYS.index(name[:3]) for name in re.findall(ONE, text)}


def _days(text: str, days: frozenset[int]) -> tuple[str, frozenset[int]]:
    """A day that is refused leaves the others."""
    text, refused = _refused_days(text)
    found, text = set(days), RANGE.sub(_every_day_between, text)
    for match in list(DAY.finditer(text)):
        found |= _numbers(match[1]) if _is_a_day(text, match) else set()
    text = DAY.sub(lambda match: " " if _is_a_day(text, match) else match[0], text)
    for pattern, meant in ((WORKS, WEEKEND_DAYS), (WEEKEND, WEEKEND_DAYS), (WEEKDAYS, WORKING_DAYS)):
        text, said = _taken(pattern, text)
        narrowed = pattern is WEEKEND and found & WEEKEND_DAYS  # “a Sunday, weekends are the worst” means Sundays
        found |= meant if said and not narrowed else frozenset()
    if WEEK_NIGHTS.search(text):
        found, text = found | WORKING_DAYS, WEEK_NIGHTS.sub(" evening ", text)
    return text, frozenset(found - refused) if found else frozenset(EVERY_DAY - refused if refused else ())


def _refused_days(text: str) -> tuple[str, set[int]]:
    refused = {number for match in NOT_DAY.finditer(text) for number in _numbers(match[0])}
    text, not_weekend = _taken(NOT_WEEKEND, NOT_DAY.sub(" ", text))
    return text, refused | (WEEKEND_DAYS if not_weekend else set())


def _every_day_between(match: re.Match) -> str:
    first, last = (min(_numbers(match[place])) for place in (1, 2))
    return " ".join(DAYS[(first + step) % 7] + "day" for step in range((last - first) % 7 + 1))


def _is_a_day(text: str, match: re.Match) -> bool:
    """“Sat” and “sun” are days only where the words around say so."""
    if not LOOKS_LIKE_ONE.fullmatch(match[1]) or match[0] != match[1]:
        return True
    return bool(A_DAY_BEFORE.search(text[: match.start()]) or A_DAY_AFTER.search(text[match.end() :]))


def _not_parts(text: str, daytime: bool) -> tuple[str, frozenset[str]]:
    """“Not mornings”; a night is an evening."""
    named = {next(filter(None, match.groups())) for match in NOT_PART.finditer(text)}
    refused = {name.replace("night", "evening") for name in named}
    text = NOT_PART.sub(" ", text)
    for pattern, part in ((NOT_LATE, "evening"), (DAYTIME, "evening"), (NOT_EARLY, "morning")):
        text, said = _taken(pattern, text)
        refused |= {part} if said else set()
    return text, frozenset(refused | ({"evening"} if daytime else set()))


def _part(text: str) -> tuple[str, str]:
    if match := HOURS.search(text):
        return HOURS.sub(" ", text), _part_of(match)
    for part, pattern in WHEN_PARTS.items():
        if pattern.search(text) and not A_KIND_OF_THING.search(text):
            return pattern.sub(" ", text), part
    return text, ""


def _part_of(match: re.Match) -> str:
    """“After 6”, “before 12”, “from 2pm”. An hour without am or pm is the likelier one."""
    hour = int(match[2] or match[5])
    hour += 12 if hour < 12 and (match[3] == "pm" or (match[3] is None and hour < 9)) else 0
    if (match[1] or match[4]) in ("after", "from"):
        return "evening" if hour >= 17 else "afternoon" if hour >= 12 else ""
    return "morning" if hour <= 12 else ""
