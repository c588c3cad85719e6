"""What a leaflet is called, who runs it, where it is and what it says: told by size and place, so never sure."""

import re
from dataclasses import replace

from .facts import EMAIL, MONEY, WEB, nearly_a_postcode
from .line import Line
from .page import Page
from .parts import Part
from .when import A_CLOCK, DAY_WORD

RUN_BY = re.compile(
    r"\b(?i:run|organi[sz]ed|hosted|presented|provided|delivered|led|supported|offered|brought to you)\s+by\s*:?\s+"
    r"(?:[Tt]he\s+)?(?P<who>[A-Z0-9][^.,;:(\n]{2,80})"
)
PART_OF = re.compile(
    r"\b(?i:an?\s+(?:project|group|service|programme|activity)\s+of|part\s+of)\s+"
    r"(?:[Tt]he\s+)?(?P<who>[A-Z0-9][^.,;:(\n]{2,80})"
)
PRESENTS = re.compile(r"^\W*(?P<who>[A-Z][^.,;:(\n]{2,60}?)\s+(?:presents?|invites? you|(?:is|are) pleased to)\b")
A_PARISH = re.compile(r"^\W*(?P<who>(?:The )?Parish of [A-Z][^.;:(\n]{2,60})$")
RUNS = re.compile(
    r"\b(?:trust|society|association|council|c\.?i\.?c\.?|charity|foundation|federation|library|libraries|church|chapel|"
    r"ymca|u3a|university of the third age|age uk|mind|harriers|partnership|co-?operative|collective|network|"
    r"community (?:centre|association|hub|group)|centre|rotary|residents|friends of .+|ltd|sports club|cricket club)\b",
    re.I,
)
CALLS_OUT = re.compile(
    r"^\W*(?:join (?:us|in)|come (?:and|along|join)|(?:everyone|everybody|all)(?: is| are)? welcome|open to all|"
    r"what'?s on|no need to book|just turn up|try (?:it|something)|do you|are you|would you|fancy (?:a|some|something)|"
    r"for (?:more )?(?:info|details)|(?:contact|tel|telephone|phone|call|ring|email|scan)\b\W|"
    r"(?:when|where|venue|cost|price)\b\W|"
    r"(?:free|new|welcome|contact|when|where|venue|cost|price|time|day|drop in|free entry|every week|weekly)\W*$)",
    re.I,
)
LABEL = re.compile(
    r"^\W*(?:where|venue|address|place|location|find us(?: at)?|meet(?:ing)?(?: point)?(?: at)?|at)\s*[:–-]?\s+", re.I
)
TIME_FIRST = re.compile(rf"^\W*(?:meet(?:ing)?|where|when)\W+(?:at\s)?{A_CLOCK.pattern},?\s+(?:at\s)?(?=.*\w,?$)", re.I)
JUST_LABEL = re.compile(r"^\W*(?:where|venue|address|place|location|find us)\W*$", re.I)
STREET = re.compile(
    r"\b(?:street|st|road|rd|lane|avenue|ave|close|way|square|place|terrace|row|drive|crescent|park|hill|gate|hall|"
    r"mill|church|centre|library|rooms?|house|gardens?|school|court|yard|wharf|bridge)\b\.?,?",
    re.I,
)
PARTED_STREET = re.compile(r", ((?:Street|Road|Lane|Avenue|Close|Square|Terrace|Drive|Crescent)\b)")
FACT = re.compile(
    "|".join(each.pattern for each in (A_CLOCK, MONEY))
    .replace("?P<pounds>", "")
    .replace("?P<pence>", "")
    .replace("?P<small>", ""),
    re.I,
)
POSTCODE_AT = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
HALF_OF_ONE, OTHER_HALF = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?$"), re.compile(r"\d[A-Z]{2}\b")
A_CALL = re.compile(r"\b(?:tel|telephone|phone|call|ring|text|email|web|website|www|contact|book)\b", re.I)
SHORT_FORM = re.compile(
    r"(?:NHS|BSL|ESOL|LGBT\w*\+?|DIY|UK|GB|USA|WI|YMCA|YWCA|PTA|CIC|TV|DJ|AGM|MS|COPD|ADHD|OAP|RNIB|RSPB|RVS|[IVX]{2,}|"
    r"[A-Z]*\d\w*|[BCDFGHJKLMNPQRSTVWXZ]{2,4})"
)
SMALL = re.compile(r"(?:an?|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|with)", re.I)
MOSTLY = 0.9
CAPITALS_LOOK_SMALL = 1.15  # nothing hangs down from them, so that their row is lower than that of small letters
NARROWEST = 0.22  # of its height: a letter is at least so wide
A_ROW_DOWN = 3.2  # heights
ENOUGH_COMMAS = 2  # “The hall, Mill Lane, Calderford” needs no line above it
PROSE_WORDS = 6
MOST_LINES_OF_A_NAME = 3
MOST_WORDS_OF_A_ROW = 9  # of a name
LEAST_TRUST = 40  # of a hundred: a speck beside a name is none of it
LONGEST_DESCRIPTION = 600


def name_in(page: Page) -> Part:
    """The largest words that do not call out, and those of the same size beside them."""
    able = [line for line in page.lines if _may_be_a_name(line)]
    if not able:
        return Part()
    largest = max(able, key=lambda line: (_weight(line), -line.top))
    at = page.lines.index(largest)
    first, last = at, at
    while first and _belongs(page.lines[first - 1], largest) and last - first < MOST_LINES_OF_A_NAME - 1:
        first -= 1
    while (
        last + 1 < len(page.lines)
        and _belongs(page.lines[last + 1], largest)
        and last - first < MOST_LINES_OF_A_NAME - 1
    ):
        last += 1
    words = " ".join(line.text for line in page.lines[first : last + 1])
    return Part(in_ordinary_case(words.strip(" .:*-–~_,;"))[:300], words)


def in_ordinary_case(words: str) -> str:
    """Words in CAPITALS as a heading is written: “Ukulele for Beginners”. Short forms such as NHS and U3A stay."""
    letters = [letter for letter in words if letter.isalpha()]
    if len(letters) < 4 or sum(map(str.isupper, letters)) < MOSTLY * len(letters):
        return words
    told = [word if SHORT_FORM.fullmatch(word.strip(".,:&()")) else _begun_large(word) for word in words.split()]
    return " ".join(word.lower() if at and SMALL.fullmatch(word) else word for at, word in enumerate(told))


def _begun_large(word: str) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda found: found[0].capitalize(), word)


def _weight(line: Line) -> float:
    """Its size, less where the letters could hardly be told, and where it is a sentence."""
    size = line.height * (CAPITALS_LOOK_SMALL if line.text.isupper() else 1.0)
    is_a_sentence = len(line.text.split()) > MOST_WORDS_OF_A_ROW or re.search(r"[a-z]{3}\.$", line.text)
    return size * min(1.0, line.trust / 60) * (0.6 if is_a_sentence else 1)


def _may_be_a_name(line: Line) -> bool:
    letters = sum(letter.isalpha() for letter in line.text)
    return (
        letters >= 3
        and letters * 2 >= len(line.text)
        and not _is_a_fact(line.text)
        and not CALLS_OUT.match(line.text)
        and not _is_sideways(line)
    )


def _is_sideways(line: Line) -> bool:
    """Words that run up or down the page, as on a ticket's stub: taller than so few letters can be."""
    return bool(line.height) and (line.right - line.left) < NARROWEST * line.height * len(line.text)


def _is_a_fact(text: str) -> bool:
    return _holds_a_fact(text) or bool(DAY_WORD.search(text))


def _holds_a_fact(text: str) -> bool:
    return any(each.search(text) for each in (FACT, EMAIL, WEB, POSTCODE_AT))


def _belongs(line: Line, largest: Line) -> bool:
    """Of nearly the same size, close above or under it, and both in capitals or neither."""
    alike = largest.height and 0.8 <= line.height / largest.height <= 1.25
    close = abs(line.top - largest.top) < 2.6 * MOST_LINES_OF_A_NAME * largest.height / 2
    both = line.text.isupper() == largest.text.isupper()
    return bool(alike and close and both and line.trust >= LEAST_TRUST and _may_be_a_name(line))


def organization_in(page: Page, name: str) -> Part:
    """Whoever it says runs it; else a short line that is called like one who does."""
    for sentence in [*page.prose, *map(" ".join, zip(page.prose, page.prose[1:], strict=False))]:
        found = RUN_BY.search(sentence) or PART_OF.search(sentence)
        if found and len(found["who"].split()) > 1:
            who = re.split(r"\s+(?:and|with|in|at|on|every|for|since|is|as)\s+(?=[a-z\d])", found["who"])[0]
            return Part(in_ordinary_case(who.strip(" .-–"))[:300], found[0])
    for line in page.lines:
        if found := PRESENTS.match(line.text) or A_PARISH.match(line.text):
            return Part(in_ordinary_case(found["who"].strip(" .-–"))[:300], line.text)
    for line in page.lines:
        words = line.text.strip(" .:*-–")
        if RUNS.search(words) and 2 <= len(words.split()) <= 7 and words not in name and not _is_elsewhere(words):
            return Part(in_ordinary_case(words)[:300], line.text)
    return Part()


def _is_elsewhere(words: str) -> bool:
    return bool(
        _is_a_fact(words) or LABEL.match(words) or "," in words or CALLS_OUT.match(words) or re.search(r"\d", words)
    )


def address_in(page: Page, name: str) -> Part:
    """What stands before the postcode; else what is labelled as the place, or looks like a street."""
    lines = _with_whole_postcodes(page.lines)
    for number, text in enumerate(line.text for line in lines):
        if found := POSTCODE_AT.search(text) or nearly_a_postcode(text)[1]:
            return _address([*_lines_above(lines, number, name, text[: found.start()]), text[: found.start()]])
    for several in (page.prose, page.rows):
        for text in several:
            if (label := LABEL.match(text)) and not _is_a_fact(text) and STREET.search(text):
                return _address([text[label.end() :]])
    numbered = re.compile(rf"\b\d+[a-z]?,? [A-Z].*{STREET.pattern}")
    for text in (line.text for line in lines):
        if numbered.search(text) and not _is_a_fact(text):
            return _address([text])
    return Part()


def _with_whole_postcodes(lines: tuple[Line, ...]) -> list[Line]:
    """A postcode of which the second half stands in the next row is put together."""
    whole: list[Line] = []
    for line in lines:
        if whole and HALF_OF_ONE.search(whole[-1].text) and OTHER_HALF.match(line.text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
        else:
            whole.append(line)
    return whole


def _lines_above(lines: list[Line], number: int, name: str, rest: str) -> list[str]:
    """Up to three short lines of the same address; a label on one of them is where it begins."""
    taken: list[str] = []
    if LABEL.match(rest) or rest.strip(" ,").count(",") >= ENOUGH_COMMAS:
        return taken
    for at in range(number - 1, max(0, number - 3) - 1, -1):
        text = lines[at].text
        if _is_far(lines[at], lines[at + 1]):
            break
        if at == number - 1 and (told := TIME_FIRST.match(text)):
            taken.insert(0, text[told.end() :])
            break
        is_end = JUST_LABEL.match(text) or _is_a_fact(text) or A_CALL.search(text) or text.strip(" .") in name
        if is_end or len(text.split()) > 10 or text.rstrip().endswith((".", "!", "?", ":")):
            break
        taken.insert(0, text)
        if LABEL.match(text) or ", ".join(filter(None, [*taken, rest])).count(",") >= ENOUGH_COMMAS:
            break
    return taken


def _is_far(line: Line, below: Line) -> bool:
    """Rows of one address stand close under one another."""
    return bool(line.height) and below.top - line.top > A_ROW_DOWN * max(line.height, below.height)


def _address(pieces: list[str]) -> Part:
    words = " ".join(", ".join(piece.strip(" ,") for piece in pieces if piece.strip(" ,")).split())
    words = PARTED_STREET.sub(r" \1", words)
    return Part(LABEL.sub("", words).strip(" ,.:-–")[:300], words)


def description_in(page: Page, name: str, address: str) -> Part:
    """The sentences that tell what it is: prose, without facts that have a part of their own."""
    told = []
    for paragraph in page.prose:
        is_prose = len(paragraph.split()) >= PROSE_WORDS and not _holds_a_fact(paragraph)
        is_told = paragraph in name or paragraph.strip(" ,.") in address or A_CALL.search(paragraph)
        if is_prose and not is_told and not RUN_BY.match(paragraph) and not LABEL.match(paragraph):
            told.append(paragraph)
    words = " ".join(told)[:LONGEST_DESCRIPTION]
    return Part(words, words)
