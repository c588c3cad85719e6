"""The message before a meeting as it stands on its page: made, changed, and looked at just as it will go."""

from dataclasses import dataclass

from kith.access.public_ids import new_public_id
from kith.conversations.before import rules
from kith.conversations.before.composing import WORDS_AT_MOST, count, whole
from kith.conversations.before.plain_words import telling_words
from kith.conversations.forms.before import TellForm
from kith.conversations.queries import before
from kith.people.reaching import subject_of

WAYS = {"print": "print", "said": "said"}  # what is done with the words when no letter leaves


@dataclass(frozen=True)
class Telling:
    """The form, and the message it makes. `channel` and `to` are empty where no letter can leave."""

    meeting: object
    form: TellForm
    channel: str
    to: str
    link: str
    do: str

    @classmethod
    def of(cls, meeting, data) -> "Telling":
        """From what was typed, or made afresh."""
        channel, to = before.way_to_tell(meeting.individual)
        typed = data or {}
        do = typed.get("do", "")
        link_id = typed.get("link_id") or new_public_id()
        has_link = typed.get("link", "yes" if channel == "email" else "no") == "yes" and do != "print"
        link = before.address_for(meeting, link_id) if has_link else ""
        made = before.message_composed(meeting, link=link)
        given = {"words": _words(typed, made), "link": "yes" if has_link else "no", "made": made, "link_id": link_id}
        form = TellForm(given) if data is not None else TellForm(initial=given)
        return cls(meeting, form, channel, to, link, do)

    @property
    def words(self) -> str:
        return self.form["words"].value() or ""

    @property
    def body(self) -> str:
        """All that goes, the address included."""
        return whole(self.words.strip(), self.link)

    @property
    def subject(self) -> str:
        return subject_of(self.channel)

    @property
    def counted(self) -> str:
        return f"{count(self.body)} of {WORDS_AT_MOST} words"

    @property
    def place_that_tells(self) -> list[str]:
        """Words in the place's name that tell what this is about: the worker may know a plainer address."""
        return telling_words(self.meeting.place)

    @property
    def told(self) -> list:
        """What they were told already, with whether it still holds."""
        return [(each, before.still_says_when(each)) for each in before.messages_about(self.meeting)[:3]]

    def is_ready(self) -> bool:
        """Whether a button asked for it to go, and the words may."""
        if self.do not in ("send", *WAYS) or not self.form.is_valid():
            return False
        apart_from, names = before.names_in(self.meeting)
        if reason := rules.cannot_say(self.words, link=self.link, apart_from=apart_from, names=names):
            self.form.add_error("words", reason)
        return not self.form.errors

    def chosen(self) -> dict:
        """What the action is told: exactly what was shown."""
        channel = WAYS.get(self.do, self.channel)
        to = "" if self.do in WAYS else self.to
        return {
            "channel": channel,
            "to": to,
            "words": self.words,
            "with_link": bool(self.link),
            "link_id": self.form["link_id"].value(),
        }


def _words(typed, made: str) -> str:
    """Words that somebody changed stay; words of our own follow the choice of a link."""
    words = typed.get("words", "").strip()
    is_ours = not words or words == typed.get("made", "").strip()
    return made if is_ours else typed["words"]
