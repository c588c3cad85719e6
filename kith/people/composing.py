"""What a letter to an individual is made of, so that it leaves as their wishes are then and not as they were.

The outbox keeps it beside the body, wipes it with the body and never reads it. Most letters are made anew when they
leave. Words that somebody was shown beforehand are not: they go as they were shown, or stay here.
"""

import json
import re

from kith.outbox.models import Letter

from .models import Individual
from .queries import individuals_called
from .reaching import says_now, words_may_go
from .wishes import wishes_of

NOTHING_TO_SAY = "They would rather have no words in a message, and there is no page of theirs to read it on."
ALLOWED_LESS = "They allow less in a message now than when these words were looked at. Please look at them again."
SEEN_WITH = {"email": {"email", "device"}, "text": {"phone", "device"}}  # what somebody else may see it on


class CannotSay(Exception):
    """It does not leave like this. `str()` is a sentence for staff."""


def made_anew(words: str, read_at: str, *, takes_replies: bool, pressing: str = "") -> str:
    """Of a letter that says, when it leaves, what they allow then. `read_at` is "" for their own pages."""
    made_of = {"words": words, "read_at": read_at, "takes_replies": takes_replies}
    return json.dumps(made_of | ({"pressing": pressing} if pressing else {}))


def as_shown(individual: Individual, channel: str, instead: str = "") -> str:
    """Of a letter whose words were shown: what was allowed then. `instead`: what it says where less is by now."""
    return json.dumps({"allowed": _allowed(individual, channel), "instead": instead})


def words_of(letter: Letter, individual: Individual) -> str:
    """What it says if it leaves now. Raises `CannotSay`."""
    if not letter.made_of:
        return letter.body
    made_of = json.loads(letter.made_of)
    if "allowed" in made_of:
        return _shown(letter, individual, **made_of)
    body = says_now(individual, **made_of, channel=letter.channel)
    if not body:
        raise CannotSay(NOTHING_TO_SAY)
    return body


def as_of_now(letters: list[Letter]) -> list[Letter]:
    """For whoever looks at letters: those that wait say what they would say now. Nothing of it is kept."""
    waiting = [each for each in letters if each.made_of and each.state == Letter.State.WAITING]
    individuals = individuals_called({each.individual_ref for each in waiting})
    for each in waiting:
        try:
            each.body = words_of(each, individuals[each.individual_ref])
        except CannotSay as reason:
            each.state, each.last_problem = Letter.State.HELD, str(reason)
    return letters


def _shown(letter: Letter, individual: Individual, allowed: dict, instead: str) -> str:
    if not _is_less(allowed, _allowed(individual, letter.channel), letter.body):
        return letter.body
    if not instead:
        raise CannotSay(ALLOWED_LESS)
    return instead


def _allowed(individual: Individual, channel: str) -> dict:
    wishes = wishes_of(individual)
    return {
        "name": wishes.name,
        "words": words_may_go(individual, channel),
        "links": channel != "text" or wishes.links_in_texts,
        "shared": sorted(SEEN_WITH.get(channel, set()) & set(wishes.shared)),
    }


def _is_less(then: dict, now: dict, body: str) -> bool:
    """Whether something that was all right when it was shown is not any more."""
    has_old_name = then["name"] != now["name"] and re.search(rf"\b{re.escape(then['name'])}\b", body)
    has_link = "://" in body and then["links"] and not now["links"]
    is_seen = bool(set(now["shared"]) - set(then["shared"]))
    return bool(has_old_name or has_link or is_seen or (then["words"] and not now["words"]))
