"""Whether some words look like a code to get into somebody's home, which nobody should keep in a notebook.

It reads for the shape alone, and never for what anybody means: a place to put a code (key safe, door, alarm) near
figures. Times, days, telephone numbers, prices and results are looked past.
"""

import re

LOOKED_PAST = re.compile(
    r"""
      \+?\d[\d ()-]{8,}\d                                   # telephone numbers
    | [£€$]\s?\d[\d,.]*  | \b\d+\s?(?:pounds|pence|p)\b      # prices
    | \b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:am|pm)?\b       # times and results
    | \b\d{1,2}\s?(?:am|pm)\b  |  \bat\s\d{3,4}\b
    | \b\d{1,4}[/-]\d{1,2}[/-]\d{1,4}\b                     # days
    | \b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{4}\b
    | \b(?:in|since|from|until|by|of|year)\s(?:19|20)\d{2}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
NUMBER = re.compile(r"\bno\.\s", re.IGNORECASE)
PLACE = (
    r"(?:key[\s-]?(?:safe|box|pad)|lock[\s-]?box|padlock|alarm|intercom|buzzer|"
    r"(?:door|entry|entrance|gate|access|main|front|back|flat|building)\s(?:code|number|pin)|"
    r"(?<!post\s)(?<!zip\s)\bcode\b(?!\sclub)|\bcombination|\bPIN\b)"
)
CODE = r"(?:[a-z]?\d[\d#*]{2,7}[a-z]?|[#*][\d#*]{2,8}|\d(?:[\s-]\d){3,5})(?![\w#*])"
AFTER = re.compile(rf"{PLACE}[^.!?\n\d#*]{{0,30}}?(?<![\w£]){CODE}", re.IGNORECASE)
BEFORE = re.compile(
    rf"(?<![\w£]){CODE}\s(?:is|are|opens|works|for|on|turns|gets)\b[^.!?\n\d]{{0,25}}?"
    rf"(?:{PLACE}|\b(?:door|gate|building|entrance|garage))",
    re.IGNORECASE,
)
DOOR = re.compile(rf"\b(?:door|gate)\W{{1,3}}{CODE}", re.IGNORECASE)


def looks_like_entry_code(words: str) -> bool:
    """“key safe 4821”, “door code: 12#4”, “9911 opens the gate”. Not “the run took 27:40”."""
    rest = LOOKED_PAST.sub(" … ", NUMBER.sub("number ", words))
    return any(pattern.search(rest) for pattern in (AFTER, BEFORE, DOOR))
