"""Where somebody is while they do it: at a place, at home with a screen or a telephone, or visited there.

A source that says so is believed; words in prose are only a suggestion, to be looked at.
"""

import re

from kith.directory.models import Setting

from .remembered import remembered

SAID = {
    "venue": Setting.PLACE,
    "physical": Setting.PLACE,
    "place": Setting.PLACE,
    "online": Setting.REMOTE,
    "virtual": Setting.REMOTE,
    "remote": Setting.REMOTE,
    "phone": Setting.REMOTE,
    "telephone": Setting.REMOTE,
    "home visit": Setting.HOME,
    "home": Setting.HOME,
}
AT_HOME = re.compile(r"\b(?:home visits?|visits? (?:you|people) at home|in your own home|come to your home)\b", re.I)
ON_A_SCREEN = re.compile(
    r"\b(?:on|via|by|over|using|through) (?:zoom|microsoft teams|ms teams|skype|google meet)\b|\bzoom\b|"
    r"\b(?:held|meets?|meetings?|runs?|takes place|sessions? are|class(?:es)? are|group is) online\b|"
    r"\bonline (?:class(?:es)?|sessions?|group|meetings?|courses?|choir|yoga|workshops?)\b",
    re.I,
)
TELLING = ("home", "online", "zoom", "teams", "skype", "google meet")


@remembered
def setting_told(*ways: str) -> str:
    """What a source says in so many words, such as “Online” or “Home visit”. A place wins: it is there to go to."""
    told = {SAID[way] for written in ways for part in re.split(r"[,;/|]", written) if (way := _plain(part)) in SAID}
    return next((str(one) for one in (Setting.PLACE, Setting.REMOTE, Setting.HOME) if one in told), Setting.UNKNOWN)


def _plain(written: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", written.casefold()).split()).removesuffix("s")


def setting_in(prose: str) -> tuple[str, str] | None:
    """What prose may say, with the words that say it; None where it says nothing of the kind."""
    plain = prose.casefold()
    if not any(word in plain for word in TELLING):  # hardly any prose has one, and a hundred thousand are read
        return None
    for setting, pattern in ((Setting.HOME, AT_HOME), (Setting.REMOTE, ON_A_SCREEN)):
        if found := pattern.search(prose[:20_000]):
            return str(setting), " ".join(found[0].split())
    return None
