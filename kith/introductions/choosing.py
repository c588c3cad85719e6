"""The page of three choices: its form, and the words that follow from what is chosen now."""

from dataclasses import dataclass, field

from django.conf import settings

from kith.access import clock
from kith.access.public_ids import new_public_id
from kith.directory.models import Activity
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.freshness import freshness
from kith.local_knowledge.listings import cost_words
from kith.people.models import Individual

from . import forms, meeting_up, queries, rules, shown, still_on, wording

WORKS_WITH = "says_we_work_together"
START = {"says": wording.NO_NAME, "gets_in_touch": wording.WORKER_RINGS, "goes_along": wording.NOBODY}
NAMES = (*forms.CHOICES, "host_name", "companion", "number", "first_visit_on", "first_visit_time", WORKS_WITH)
GOING = ("along_with", "still_on", *meeting_up.TEXTS)
CHANGED = "The words have changed with the choices. Please read them again first."


@dataclass
class Choosing:
    """What the page holds. `words` is None while the choices cannot be read."""

    individual: Individual
    activity: Activity
    form: forms.Choosing
    to_individual: bool
    words: queries.Shown | None = None
    problem: str = ""
    chosen: dict = field(default_factory=dict)

    def is_ready(self, shown: str | None) -> bool:
        """Whether it may go on; the form says why not. `shown` marks the words a yes was said to."""
        if self.words is None:
            return False
        reason = self.problem or (CHANGED if shown is not None and shown != self.words.digest else "")
        if reason:
            self.form.add_error(None, reason)
        return not reason

    @property
    def letter(self) -> shown.Letter | None:
        """What is written to the place, where somebody writes: made of the same words as what leaves."""
        if self.words is None or not self.words.letter:
            return None
        return shown.Letter(self.activity.email, settings.INTRODUCTION_SENDER, wording.SUBJECT, self.words.letter)

    @property
    def what_we_know(self) -> list[str]:
        """The side panel: what the team knows, how fresh the listing is, what it costs."""
        warm = local_knowledge.warm_words(self.activity, self.individual.team)
        return [*warm, freshness(self.activity)[0], *filter(None, [cost_words(self.activity)])]


def begin(*, individual, activity, user, data=None, introduction=None) -> Choosing:
    """The page for an activity, or for an introduction to it that still waits for its yes."""
    speaker = _speaker(individual, user, introduction)
    to_individual = user.pk == individual.user_id
    start = _start(individual, activity, introduction, to_individual)
    form = forms.Choosing(
        data or None,
        initial=start | (meeting_up.as_planned(introduction) if introduction else {}),
        also=meeting_up.also_working_with(individual),
        individual=individual,
        speaker=speaker,
        host_name=start["host_name"],
        to_individual=to_individual,
        may_write=bool(activity.email),
    )
    page = Choosing(individual, activity, form, to_individual)
    _word(page, speaker, start)
    return page


def _speaker(individual, user, introduction):
    if introduction is not None and introduction.partnership:
        return introduction.partnership.user
    return queries.speaker_for(individual, user.pk)


def _start(individual, activity, introduction, to_individual: bool) -> dict:
    if introduction is not None:
        kept = {name: getattr(introduction, name) for name in (*NAMES, *GOING, "true_answer")}
        return kept | {"companion": introduction.companion if to_individual else ""}
    known = {"still_on": "", "host_name": activity.host_name, "number": individual.phone, WORKS_WITH: False}
    return {**START, **known, "opened_from": new_public_id()}


def _word(page: Choosing, speaker, start: dict) -> None:
    """Fills in the words for what is chosen now."""
    if page.form.is_bound and not page.form.is_valid():
        return
    cleaned = page.form.cleaned_data if page.form.is_bound else start
    chosen = {name: cleaned[name] for name in (*NAMES, *GOING) if name in cleaned}
    if not (page.to_individual or chosen.get("companion")):
        chosen.pop("companion", None)  # the individual may have named one, for their own eyes
    answer = cleaned.get("true_answer", "")
    page.words = queries.words_for(page.individual, page.activity, speaker, chosen, answer)
    page.chosen = chosen | {"true_answer": page.words.answer}
    names = queries.names_let_through(page.individual, page.activity, speaker, chosen["host_name"])
    page.problem = (
        rules.cannot_plan(chosen.get("first_visit_on"), clock.today())
        or rules.cannot_prepare(
            page.individual, page.activity, chosen["says"], chosen["number"], chosen["gets_in_touch"]
        )
        or still_on.cannot_ask(page.activity, chosen["still_on"])
        or rules.cannot_word(
            f"{page.words.words} {page.words.when} {meeting_up.texts_of(chosen)}",
            page.words.answer,
            names,
            works_with=bool(chosen.get(WORKS_WITH)),
        )
        or ""
    )
