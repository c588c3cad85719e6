"""What the team knows of a place in words fit for anybody: kind, and never a worry, a number of people, or a name that
nobody agreed to."""

from datetime import date

from django.utils.formats import date_format

from .models import Knowledge

GONE_BEFORE = "People have gone from here before, and stayed"
HEARD_GOOD = "The team has heard good things of them"
WELCOMING = "The team has found them welcoming"
A_VISITOR_WELCOME = "Somebody who went found them welcoming"
HELPED = "They have helped people from here"
GO_ALONG = "It helps to go with somebody the first time"
COUNTED, FULL, HEARD_OF = "counted", "full", "heard of"
VISITOR = "visitor"
ADVICE = {
    Knowledge.Hurdle.NEW_PEOPLE: "It helps to ring them first",
    Knowledge.Hurdle.WELL_KNOWN: "It helps to know one person there first",
    Knowledge.Hurdle.QUESTIONS: "It helps to ask them first what they like to know",
    Knowledge.Hurdle.CROWDED: "It helps to ask when it is quiet",
    Knowledge.Hurdle.WAY_IN: "It helps to ask about the way in first",
}
WARM = {
    COUNTED: GONE_BEFORE,
    Knowledge.Kind.HEARD_GOOD: HEARD_GOOD,
    Knowledge.Kind.WELCOME: WELCOMING,
    Knowledge.Kind.HELPED: HELPED,
    Knowledge.Kind.GO_ALONG: GO_ALONG,
}


def sentences(kind: str, words: str, who: str, more: str) -> list[str]:
    """Of one row. `words`: whoever may be named there, or what was agreed; `who`: the first name of whoever noted it;
    `more`: which hurdle, or that somebody who went said so."""
    if kind == Knowledge.Kind.KNOWS_SOMEBODY:
        return [f"{who or 'Somebody in the team'} knows {words.rstrip('.') or 'somebody'} there"]
    if kind == Knowledge.Kind.WORRY:
        agreed = f"Agreed with them: {words.rstrip('.')}" if words else ""
        return [each for each in (ADVICE.get(Knowledge.Hurdle(more)) if more else "", agreed) if each]
    return [A_VISITOR_WELCOME if more == VISITOR else WARM[kind]]


def heard_of_words(whom: str) -> str:
    """That a listing rests on what somebody said alone."""
    return f"Heard of through {whom.rstrip('.')}, not checked yet"


def full_words(opens_on: date | None) -> str:
    """That there is no room, and the day from which there is again where anybody knows it."""
    if opens_on is None:
        return "Full for now: ask when there is room again"
    return f"Full for now. There is room again from {date_format(opens_on, 'j F Y')}"
