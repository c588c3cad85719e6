"""Under which licence a source gives its data, and whether that lets us give its listings out again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """One that is often met. `words` is kept with the source; `url` is where it can be read."""

    words: str
    may_give_out: bool
    url: str = ""


LICENCES = {
    "ogl": Licence(
        "Open Government Licence v3.0",
        True,
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "cc-by": Licence(
        "Creative Commons Attribution 4.0",
        True,
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "cc0": Licence("CC0: no rights are kept", True, "https://creativecommons.org/publicdomain/zero/1.0/"),
    "permission": Licence("With the permission of whoever keeps the list", True),
    "none": Licence("Not to be given out again", False),
}
LONGEST = 300


def licence_of(written: str) -> Licence:
    """One of ours by its short name or its address; else a licence in somebody's own words, which may not allow it,
    so we do not."""
    words = " ".join(written.split())[:LONGEST]
    return LICENCES.get(words.casefold()) or _at(words) or Licence(words, may_give_out=False)


def _at(address: str) -> Licence | None:
    """By where it can be read, with or without what browsers fill in."""
    place = address.casefold().rpartition("://")[2].rstrip("/")
    known = (each for each in LICENCES.values() if each.url)
    return next((each for each in known if each.url.rpartition("://")[2].rstrip("/") == place), None)


def url_of(words: str) -> str:
    """Where a licence that is kept in these words can be read; "" where we do not know."""
    return next((each.url for each in LICENCES.values() if each.words == words), "")
