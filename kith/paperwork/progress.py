"""How far each form is, in words: of those that were begun, and of those that could be begun after a meeting."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch

from kith.conversations.models import Meeting, Note
from kith.goals.models import Step
from kith.people.models import Individual
from kith.questionnaires import queries as questionnaires
from kith.questionnaires.models import AgencyForm, AnswerSheet
from kith.questionnaires.queries import Answered

from . import queries
from .editions import is_same
from .filled import Filled, as_it_stands
from .models import Edition, Filling, Outcome, Taken

AT_ONCE = 12  # forms that are counted on one page, the newest first; of more only the names stand there
OFFERED = 3  # forms that are offered after a meeting


@dataclass(frozen=True)
class Progress:
    """One form. `form` is None where it was put away, or lies far back."""

    filling: Filling
    form: Filled | None = None

    @property
    def answered(self) -> str:
        """“9 of 19 answered, 3 to look at”: where two wrote at the same time, somebody says which is right."""
        if self.form is None:
            return ""
        every, known = len(self.form.questions), self.form.known
        both = sum(bool(line.beside) for line in self.form.questions)
        said = f"{known} of {every} answered" if known < every else f"All {every} answered"
        return f"{said}, {both} to look at" if both else said

    @property
    def edition(self) -> Edition | None:
        """What was shown last."""
        return next(iter(self.filling.editions.all()), None) if self.filling.pk else None

    @property
    def taken(self) -> Taken | None:
        """How that left last."""
        showing = getattr(self.edition, "showing", None)
        return next(iter(showing.taken.all()), None) if showing else None

    @property
    def outcome(self) -> Outcome | None:
        """What the individual last said to it."""
        return next(iter(self.edition.outcomes.all()), None) if self.edition else None

    @property
    def is_shown(self) -> bool:
        """Whether what was shown last is the form as it stands."""
        return self.form is not None and self.edition is not None and is_same(self.edition, self.form)


def progress_of(fillings: Collection[Filling]) -> list[Progress]:
    """Of each of these forms, all about one individual. A fixed number of looks."""
    counted = [each for each in fillings if each.put_away_at is None][:AT_ONCE]
    written = questionnaires.answered_in([each.sheet for each in counted])
    read_before: dict = {}
    forms = {each.pk: as_it_stands(each, written[each.sheet_id], (), read_before) for each in counted}
    return [Progress(each, forms.get(each.pk)) for each in fillings]


def with_all(individual: Individual) -> list[Progress]:
    """Every form begun about them, with how far it is; those put away come last."""
    return progress_of(queries.fillings_of(individual, *_beside()))


def after(meeting: Meeting) -> list[Progress]:
    """The forms that wait when a meeting is written up: those that were begun and have not left; then a few that could
    be begun, as much as is known of them already (`filling.pk` is None)."""
    individual = meeting.individual
    every = queries.fillings_of(individual, *_beside())
    begun = [each for each in every if each.put_away_at is None and not _has_left(each)][:AT_ONCE]
    used = [each.sheet.form.url for each in every]
    there = {each.sheet.form.url for each in every if each in begun or each.meeting_id == meeting.pk}
    offered = [form for form in questionnaires.forms_to_fill() if form.url not in there]
    offered.sort(key=lambda form: form.url not in used)
    read_before: dict = {}
    written = questionnaires.answered_in([each.sheet for each in begun])
    found = [Progress(each, as_it_stands(each, written[each.sheet_id], (), read_before)) for each in begun]
    return found + [_not_begun(form, meeting, read_before) for form in offered[:OFFERED]]


def _not_begun(form: AgencyForm, meeting: Meeting, read_before: dict) -> Progress:
    individual = meeting.individual
    filling = Filling(individual=individual, meeting=meeting, sheet=AnswerSheet(form=form, individual=individual))
    return Progress(filling, as_it_stands(filling, Answered(), (), read_before))


def _beside() -> tuple[Prefetch | str, ...]:
    """What is read besides, once for all forms."""
    notes = Prefetch("meeting__notes", Note.objects.select_related("author"))
    steps = Prefetch("meeting__steps", Step.objects.select_related("helper"))
    taken = Prefetch("editions__showing__taken", Taken.objects.select_related("taken_by"))
    return ("picked", notes, steps, taken)


def _has_left(filling: Filling) -> bool:
    return Progress(filling).taken is not None
