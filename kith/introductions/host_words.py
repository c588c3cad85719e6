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
OF_THE_DAY = {
    Report.Kind.STILL_ON: """
        yes | yes it is | yes its on | yes still on | yes its still on | yes it is still on | still on | its on
        its still on | it is on | it is still on | yes all on | yes of course | yes thats fine | yes see you later
    """,
    Report.Kind.NOT_TODAY: """
        no | no sorry | sorry no | not today | no not today | sorry not today | not today sorry | no its off | its off
        it is off | its off today | its cancelled | it is cancelled | cancelled | cancelled today | no its cancelled
        sorry its cancelled | sorry its off | its not on | it is not on | its not on today | no its not on
    """,
}


def _by_words(says: dict[Report.Kind, str]) -> dict[str, Report.Kind]:
    found = {" ".join(way.split()): kind for kind, ways in says.items() for way in re.split(r"[|\n]", ways)}
    return {words: kind for words, kind in found.items() if words}


MEANS, MEANS_OF_THE_DAY = _by_words(SAYS), _by_words(OF_THE_DAY)
GREETING = re.compile(r"^(?:hi|hello|dear|hey)\b\s*")
AT_THE_END = r"thanks|many thanks|thank you|cheers|best wishes|kind regards|best regards|regards|all the best|best"
SIGNS = re.compile(r"[\s.,;:!…*_\"“”„«»()\[\]–-]+")  # noqa: RUF001 - dashes as people type them
APOSTROPHES = re.compile("['’‘`´]")  # noqa: RUF001 - apostrophes as people type them


def plain_answer(words: str, *, worker: str, host: str, of_the_day: bool = False) -> str:
    """The kind of report these words are by themselves, or “”. A question is no answer. Names of the two stand for
    nothing: a greeting and a name under a letter change no answer. `of_the_day`: they answer “is it still on?”."""
    if len(words) > LONGEST or "?" in words:
        return ""
    said = _bare(words)
    names = [_bare(first_name(name)) for name in (worker, host) if name.strip()]
    return (MEANS_OF_THE_DAY if of_the_day else MEANS).get(_without_manners(said, names), "")


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
