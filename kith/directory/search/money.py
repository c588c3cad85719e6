"""What people say of money: that it must cost nothing, or little, or no more than so much."""

import re
from dataclasses import dataclass

CHEAP_PENCE = 500
ONE_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {
    "a": 1,
    **dict(zip(ONE_TO_TWELVE, range(1, 13), strict=True)),
    "fifteen": 15,
    "twenty": 20,
    "a couple of": 3,
    "couple of": 3,
}
NUMBER = rf"(\d{{1,3}}(?:\.\d\d)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
AMOUNT = rf"(?:£ ?(\d{{1,3}}(?:\.\d\d)?)|{NUMBER} ?(pounds?|quid|pence|p)\b|\b(a fiver|a tenner)\b)"
MOST = (
    r"(?:under|below|less than|up to|at most|no more than|not more than|not over|max(?:imum)?(?: of)?|within|"
    r"around|about|"
    r"(?:only |just )?(?:got|have|has|spend|spare|manage|afford|pay|budget of)|for)"
)
NO_MORE = re.compile(
    rf"\b(?:cant|couldnt|wont|dont want to|doesnt want to|not)(?: \w+)? (?:pay|afford|spend|stretch to|find|manage)"
    rf"( more than| over)? {AMOUNT}"
)
AT_MOST = re.compile(rf"\b{MOST} {AMOUNT}|{AMOUNT} (?:or (?:less|under|so)|max(?:imum)?|tops|at most|limit)\b")
A_NOTE = re.compile(r"\b(a fiver|a tenner)\b")
NOT_MONEY = re.compile(
    r"\bfree (?:time|spirit|weights|range|running|and easy|church)\b|\b(?:feels?|set|sets|breaks?|get) free\b|"
    r"\b(?:i am|im|i m|he is|hes|she is|shes|were|we are|when|usually|mostly) free\b|"
    r"\b\w+ free\b(?= (?:food|diet|cook|bak|zone|space|place|bar))|\b(?:gluten|dairy|alcohol|"
    r"drug|smoke|sugar|stress|step|pain|hands|caffeine|nut|meat|crime|fragrance|scent|barrier|germ|interest) free\b"
)
MONEY = (
    r"(?:money|cash|dosh)\b(?! (?:worries|worry|problems?|troubles?|advice|help|matters|management|skills|"
    r"for (?:food|rent|bills)))"
)
FREE = re.compile(
    r"\b(?:for |is |its )?free(?: of charge)?\b|\bno (?:cost|charge|fees?)\b|\bcosts? (?:me |us )?(?:nothing|nowt)\b|"
    r"\bwithout (?:paying|spending)(?: anything)?\b|\bskint\b|\bpenniless\b|\bbroke\b(?! (?:down|up|into|out|"
    r"off|my|his|her|their|a|an|the|in))|"
    r"\b(?:nothing|nowt) to (?:pay|spend)\b|\bpays? nothing\b|\bfor (?:nothing|nowt)\b|"
    r"\bcant afford (?:anything|to pay|to spend)\b|"
    rf"\b(?:no|any|without|got no|have no|has no|never any|out of)(?: spare)? {MONEY}|"
    r"\b(?:doesnt|dont|cant|couldnt|shouldnt|mustnt|wont) cost (?:me |us )?(?:anything|a penny|money)\b|"
    r"\b(?:havent|hasnt|not) (?:got )?(?:a bean|a penny|two pennies)\b|"
    r"\b(?:dont|doesnt|cant|wont) (?:want to )?pay(?: for it| anything)?(?= |$)(?! (?:much|more|over|a lot|my|"
    r"the|his|her|for))"
)
THE_EARTH = r"(?:the earth|a fortune|a bomb|a packet|an arm and a leg|the world|much|a lot|loads|too much)"
CHEAP = re.compile(
    r"\bcheap(?:ly|er|ish)?\b|\b(?:cant|couldnt|dont) (?:afford|spend|pay) (?:much|a lot|loads)\b|"
    r"\binexpensive\b|\blow cost\b|"
    r"\b(?:not|nothing|isnt|nowhere) (?:too |that |very )?(?:expensive|pricey|pricy|dear|costly)\b|"
    rf"\b(?:without (?:it )?costing|doesnt cost|dont cost|wont cost|not cost|not costing) {THE_EARTH}\b|"
    r"\b(?:without breaking|wont break|doesnt break|not break) the bank\b|\baffordable\b|"
    r"\breasonabl[ey](?: priced)?\b(?= |$)(?! (?:fit|good|well))|"
    r"\b(?:not much|little|not a lot of|short of|tight for|hardly any) (?:money|cash)\b|"
    r"\bmoneys? (?:is |s )?(?:very |really |a bit )?(?:tight|short|an issue|a problem)\b|"
    r"\bon a (?:tight |small |low )?budget\b|\btight budget\b|\bon a shoestring\b|\bshoestring\b|"
    r"\b(?:watch|watching|count|counting) (?:the |my |our |his |her |every )?penn(?:y|ies)\b|"
    r"\b(?:a )?few (?:quid|pounds|bob)\b|"
    r"\bon (?:benefits|the dole|universal credit|a pension|a low income)\b|\blow income\b|\bdoesnt cost much\b"
)


@dataclass(frozen=True)
class Money:
    """`free`: it must cost nothing. `at_most_pence`: or no more than this."""

    free: bool = False
    at_most_pence: int | None = None


def money_in(text: str) -> tuple[str, Money]:
    """What is said of money, and the sentence without it."""
    text, most = _most(text)
    text = NOT_MONEY.sub(lambda match: match[0].replace("free", ""), text)
    if CHEAP.search(text):
        most, text = most or CHEAP_PENCE, CHEAP.sub(" ", text)
    free = bool(FREE.search(text))
    return FREE.sub(" ", text), Money(free, most)


def _most(text: str) -> tuple[str, int | None]:
    if match := NO_MORE.search(text):  # “can’t pay twelve pounds”: less than that
        return NO_MORE.sub(" ", text), _pence(match.groups()[1:]) - (0 if match[1] else 1)
    if match := AT_MOST.search(text):
        groups = match.groups()
        return AT_MOST.sub(" ", text), _pence(groups[:4] if any(groups[:4]) else groups[4:8])
    match = A_NOTE.search(text)
    return (A_NOTE.sub(" ", text), _pence((None, None, None, match[1]))) if match else (text, None)


def _pence(groups: tuple[str | None, ...]) -> int:
    """The four parts of an amount: “£5”, “5” and “quid”, “a fiver”."""
    pounds, number, unit, note = groups
    if note:
        return 500 if note == "a fiver" else 1000
    if pounds:
        return round(float(pounds) * 100)
    amount = NUMBERS.get(number or "") or float(number or 0)
    return round(amount) if unit in ("p", "pence") else round(amount * 100)
