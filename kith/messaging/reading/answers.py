"""A text that says just “yes” or “not this week”. With any other word in it, a person reads it instead."""

import re
import unicodedata
from enum import StrEnum


class Answer(StrEnum):
    """What a plain text may say."""

    WENT = "went"
    NOT_THIS_TIME = "not this time"
    STOP = "stop"  # please do not ask any more
    PAUSE = "pause"


LONGEST = 60
WAYS = {
    Answer.WENT: """
        yes | y | yeah | yep | yup | yes i did | yes i went | yeah i went | yep i went | i went | went | i did | did it
    """,
    Answer.NOT_THIS_TIME: """
        no | n | nope | nah | not this week | not this time | no not this week | no not this time | i didnt | i did not
        didnt go | did not go | i didnt go | i did not go | no i didnt go | no i did not go | no didnt go
        no i didnt | no i did not
    """,
    Answer.STOP: "stop | please stop | stop please",
    Answer.PAUSE: "pause | please pause | pause please",
}
MEANS = {
    " ".join(way.split()): answer
    for answer, ways in WAYS.items()
    for line in ways.splitlines()
    for way in line.split("|")
}
THUMBS = {"👍": Answer.WENT, "👎": Answer.NOT_THIS_TIME}
SKIN_AND_SHAPE = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f\u200d]")
PUNCTUATION = re.compile(r"[\s.,;:!¡…*_\"“”„«»()\[\]-]+")
APOSTROPHES = re.compile("['’‘`´]")


def plain_answer(words: str) -> Answer | None:
    """What the words say, if they say one of these things and nothing else. A question is no answer."""
    if len(words) > LONGEST or "?" in words:
        return None
    said = SKIN_AND_SHAPE.sub("", unicodedata.normalize("NFKC", words)).lower()
    thumbs = {answer for thumb, answer in THUMBS.items() if thumb in said}
    for thumb in THUMBS:
        said = said.replace(thumb, " ")
    said = PUNCTUATION.sub(" ", APOSTROPHES.sub("", said)).strip()
    answers = thumbs | ({MEANS.get(said)} if said else set())
    return answers.pop() if len(answers) == 1 else None
