"""What the page of a closing conversation shows of each part, and how long the page stays, in words."""

from dataclasses import dataclass

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.conversations.wording import day_in_words
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from . import known, parts, queries, rules
from .forms import PartForm
from .models import Part, Talk
from .queries import Written


@dataclass(frozen=True)
class ShownPart:
    """One part: what stands, and the box to write in where this reader may."""

    asked: parts.Asked
    written: Written | None
    form: PartForm | None
    is_prefilled: bool  # what stands in the box is what Kith knows, and not kept yet
    meanwhile: Part | None = None  # what was written while this was typed; both stand there

    @property
    def said_by(self) -> str:
        """Whose words a last word is, where they did not type it."""
        part = self.written.part if self.written else None
        if part is None or part.kind != Part.Kind.THEIR_WORD or part.typed_by_individual:
            return ""
        return part.written_by.first_name


@dataclass(frozen=True)
class Page:
    """Who looks at which closing conversation. `failed`: what was typed and could not be kept; none of it is lost."""

    request: HttpRequest
    talk: Talk
    written: dict[str, Written]
    failed: PartForm | None = None
    is_over: bool = False  # one that went before: read, and not written in any more

    @property
    def is_own(self) -> bool:
        return is_the_individual(self.request.actor, self.talk.individual)

    def in_order(self) -> list[ShownPart]:
        """All of them, in order."""
        said = self.written.get(Part.Kind.OUR_WORD)
        worker = said.part.written_by if said else queries.worker_of_talk(self.talk.individual)
        asked = [parts.asked_of(kind, self.talk.individual, worker, is_own=self.is_own) for kind in parts.ORDER]
        return [self._shown(each) for each in asked]

    def _shown(self, asked: parts.Asked) -> ShownPart:
        written = self.written.get(asked.kind)
        may = Permission.WRITE_CARRY_ON in self.request.may and not self.is_over
        if not may or rules.cannot_write(self.talk, asked.kind, "", self.request.actor):
            return ShownPart(asked, written, None, False)
        about = {"title": asked.title, "hint": asked.hint}
        if self.failed is not None and self.failed.data.get("kind") == asked.kind:
            meanwhile = written.part if written and self.failed.data.get("seen") != written.part.version else None
            return ShownPart(asked, written, _again(self.failed, about, written), False, meanwhile)
        begins = written.words if written else self._known(asked.kind)
        initial = {"words": begins, "kind": asked.kind, "seen": written.part.version if written else ""}
        form = PartForm(initial=initial, auto_id=f"id_{asked.kind.replace(' ', '-')}_%s", **about)
        return ShownPart(asked, written, form, bool(begins) and written is None)

    def _known(self, kind: str) -> str:
        return known.to_begin_with(kind, self.talk.individual, is_own=self.is_own)


def _again(failed: PartForm, about: dict, written: Written | None) -> PartForm:
    """With what was typed; a second press keeps it beside what was written meanwhile."""
    words = failed.fields["words"]
    words.label, words.help_text = about["title"], about["hint"]
    failed.data = failed.data.copy()
    failed.data["seen"] = written.part.version if written else ""
    return failed


def stay_words(individual: Individual, *, is_own: bool) -> str:
    """Until when their page is open, once they have moved on; "" before."""
    if individual.moved_on_at is None:
        return ""
    if individual.user_id is None:
        return f"{individual.called} has no page to sign in to. The copy on paper is theirs."
    whose = "Your page stays open" if is_own else f"{individual.called}’s page stays open"
    if individual.page_ends_on is None:
        return f"{whose} for as long as {'you like' if is_own else 'they like'}."
    return f"{whose} until {day_in_words(individual.page_ends_on)}."
