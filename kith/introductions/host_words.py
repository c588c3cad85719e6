"""An email back from a place that says just yes, just no, or just “turn up”. With anything more in it, the worker
reads it and says what it was: nothing is guessed.
"""

import re
import unicodedata

from .models import Report
from .wording import first_name

LONGEST = 120
SAYS = {
    Report.Kind.HOST_YES: """
        yes | yes fine | yes thats fine | yes that is fine | yes of course | of course | yes please | yes welcome
        yes very welcome | yes they are welcome | yes theyre welcome | yes you are welcome | yes happy to
        yes no problem | thats fine | that is fine | yes certainly | certainly
    """,
    Report.Kind.HOST_TURN_UP: """
        just turn up | yes just turn up | just come along | yes just come along | just come | yes just come
        just turn up any time | yes turn up any time
    """,
    Report.Kind.HOST_NOT_NOW: """
        no | no sorry | sorry no | not this time | no not this time | sorry not this time | not this time sorry
        sorry we are full | sorry were full | we are full | were full | we are full sorry | were full sorry
        no we are full | no were full | no sorry we are full | no sorry were full
    """,
}
MEANS = {
    " ".join(way.split()): kind for kind, ways in SAYS.items() for line in ways.splitlines() for way in line.split("|")
}
MEANS.pop("", None)
GREETING = re.compile(r"^(?:hi|hello|dear|hey)\b\s*")
AT_THE_END = r"thanks|many thanks|thank you|cheers|best wishes|kind regards|best regards|regards|all the best|best"
SIGNS = re.compile(r"[\s.,;:!…*_\"“”„«»()\[\]–-]+")  # noqa: RUF001 - dashes as people type them
APOSTROPHES = re.compile("['’‘`´]")  # noqa: RUF001 - apostrophes as people type them


def plain_answer(words: str, *, worker: str, host: str) -> str:
    """The kind of report these words are by themselves, or “”. A question is no answer. Names of the two stand for
    nothing: a greeting and a name under a letter change no answer."""
    if len(words) > LONGEST or "?" in words:
        return ""
    said = _bare(words)
    names = [_bare(first_name(name)) for name in (worker, host) if name.strip()]
    return MEANS.get(_without_manners(said, names), "")


def _bare(words: str) -> str:
    plain = APOSTROPHES.sub("", unicodedata.normalize("NFKC", words)).lower()
    return SIGNS.sub(" ", plain).strip()


def _without_manners(said: str, names: list[str]) -> str:
    """Without “Hi Idris” before and “Thanks, Dawn” after it."""
    if greeted := GREETING.match(said):
        said = said[greeted.end() :]
        said = next((said.removeprefix(name) for name in names if f"{said} ".startswith(f"{name} ")), said).strip()
    ends = re.compile(rf"\s+(?:{'|'.join([AT_THE_END, *map(re.escape, names)])})$")
    while ended := ends.search(said):
        said = said[: ended.start()]
    return said.strip()
