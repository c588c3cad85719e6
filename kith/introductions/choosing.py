"""The page of three choices: its form, and the words that follow from what is chosen now."""

from dataclasses import dataclass, field

from django.conf import settings

from kith.access import clock
from kith.access.public_ids import new_public_id
from kith.directory.models import Activity
from kith.local_knowledge.freshness import freshness
from kith.local_knowledge.listings import cost_words
from kith.people.models import Individual

from . import asked_first, forms, meeting_up, queries, rules, shown, still_on, wording
from .human import human_for

WORKS_WITH, TEAM, HELPS = "says_we_work_together", "names_the_team", "what_helps"
START = {"says": wording.NO_NAME, "gets_in_touch": wording.WORKER_RINGS, "goes_along": wording.NOBODY}
NAMES = (
    *forms.CHOICES,
    "host_name",
    "companion",
    "number",
    "first_visit_on",
    "first_visit_time",
    WORKS_WITH,
    TEAM,
    HELPS,
)
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
    asks: list[asked_first.Question] = field(default_factory=list)

    def is_ready(self, shown: str | None) -> bool:
        """Whether it may go on; the form says why not. `shown` marks the words a yes was said to."""
        if self.words is None:
            return False
        unsure = next((each.words for each in self.asks if not each.is_sure), "")
        reason = self.problem or unsure or (CHANGED if shown is not None and shown != self.words.digest else "")
        if reason:
            self.form.add_error(None, reason)
        return not reason

    @property
    def title(self) -> str:
        """What the words are for."""
        return "On the card to carry" if self.is_a_card else "The words"

    @property
    def is_a_card(self) -> bool:
        """Whether nothing is said beforehand."""
        return self.chosen.get("says") == wording.NOTHING

    @property
    def says_who_works(self) -> bool:
        """Whether either was chosen, so that it stands open."""
        return bool(self.chosen.get(WORKS_WITH) or self.chosen.get(TEAM))

    @property
    def letter(self) -> shown.Letter | None:
        """What is written to the place, where somebody writes: made of the same words as what leaves."""
        if self.words is None or not self.words.letter:
            return None
        return shown.Letter(self.activity.email, settings.INTRODUCTION_SENDER, wording.SUBJECT, self.words.letter)

    @property
    def what_we_know(self) -> tuple[list[str], list[str]]:
        """The side panel: what the team knows, how fresh the listing is, what it costs; and what to look at first."""
        warm, cautions = shown.known_of(self.activity, self.individual.team)
        return [*warm, freshness(self.activity)[0], *filter(None, [cost_words(self.activity)])], cautions


def begin(  # noqa: PLR0913 - what the page begins with, each by its name
    *, individual, activity, user, data=None, introduction=None, helps=()
) -> Choosing:
    """The page for an activity, or for an introduction to it that still waits for its yes. `helps`: lines of what
    helps them, for whoever may read those."""
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
        helps=helps,
    )
    page = Choosing(individual, activity, form, to_individual)
    _word(page, speaker, start, data.getlist("sure") if data else [])
    return page


def _speaker(individual, user, introduction):
    if introduction is not None and introduction.partnership:
        return introduction.partnership.user
    return queries.speaker_for(individual, user.pk)


def _start(individual, activity, introduction, to_individual: bool) -> dict:
    if introduction is not None:
        kept = {name: getattr(introduction, name) for name in (*NAMES, *GOING, "true_answer")}
        return kept | {"companion": introduction.companion if to_individual else ""}
    known = {"host_name": activity.host_name, "number": individual.phone, WORKS_WITH: False, TEAM: False, HELPS: ""}
    known["still_on"] = ""
    return {**START, **known, "opened_from": new_public_id()}


def _word(page: Choosing, speaker, start: dict, sure: list[str]) -> None:
    """Fills in the words for what is chosen now, what is in their way, and what is asked before they are agreed."""
    if page.form.is_bound and not page.form.is_valid():
        return
    cleaned = page.form.cleaned_data if page.form.is_bound else start
    chosen = {name: cleaned[name] for name in (*NAMES, *GOING) if name in cleaned}
    if not (page.to_individual or chosen.get("companion")):
        chosen.pop("companion", None)  # the individual may have named one, for their own eyes
    answer = cleaned.get("true_answer", "")
    page.words = queries.words_for(page.individual, page.activity, speaker, chosen, answer)
    page.chosen = chosen | {"true_answer": page.words.answer}
    page.problem = _in_the_way(page, speaker) or ""
    own_names = (page.activity.name, chosen["host_name"])
    by_individual = chosen["gets_in_touch"] == wording.INDIVIDUAL
    said, answer = page.words.words, page.words.answer
    page.asks = asked_first.questions(said, answer, own_names=own_names, by_individual=by_individual, sure=sure)


def _in_the_way(page: Choosing, speaker) -> str | None:
    chosen, words = page.chosen, page.words
    assert words is not None  # the caller has just made them
    with_team = bool(chosen.get(TEAM))
    names = queries.names_let_through(page.individual, page.activity, speaker, chosen["host_name"], with_team=with_team)
    said = f"{words.words} {words.when} {meeting_up.texts_of(chosen)}"
    works_with = bool(chosen.get(WORKS_WITH))
    return (
        rules.cannot_plan(chosen.get("first_visit_on"), clock.today())
        or rules.cannot_prepare(page.individual, page.activity, chosen, human_for(speaker, page.individual.team))
        or still_on.cannot_ask(page.activity, chosen["still_on"])
        or rules.cannot_word(said, words.answer, names, works_with=works_with)
    )
