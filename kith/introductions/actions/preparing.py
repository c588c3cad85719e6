"""Preparing: the choices, and the exact words that follow from them. Nothing is said to anybody here."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.introductions import meeting_up, queries, rules, still_on, wording
from kith.introductions.human import human_of
from kith.introductions.models import Introduction, Report
from kith.introductions.wording import when_words
from kith.people import queries as people
from kith.people.writer import is_the_individual

from .holding import hold, hold_notebook
from .reporting import add_report

AGREED = ("says_we_work_together", "names_the_team", "what_helps", "still_on")
MORE = ("host_name", "companion", "number", "first_visit_on", "first_visit_time", "along_with", *AGREED)
CHOICES = ("says", "gets_in_touch", "goes_along", *MORE, *meeting_up.TEXTS)


@action
def prepare(
    *,
    individual,
    activity,
    says: str,
    gets_in_touch: str,
    goes_along: str,
    by: Actor,
    goal=None,
    idea=None,
    true_answer: str = "",
    opened_from: str = "",
    **more,
) -> Introduction:
    """A new introduction with its words. `more`: any of `MORE`; host and number left out are those known.
    `opened_from` names the page that was sent: sent again, it gives the introduction it gave before."""
    hold_notebook(individual)
    permit(by, Permission.WRITE_INTRODUCTIONS, individual)
    chosen = at_its_level({"says": says, "gets_in_touch": gets_in_touch, "goes_along": goes_along} | more)
    if already := queries.opened_from(individual, opened_from):
        return _sent_again(already, chosen, true_answer, by)
    introduction = _begin(individual, activity, by, goal=goal, idea=idea, opened_from=opened_from or None)
    _choose(introduction, {"host_name": activity.host_name, "number": individual.phone} | chosen, true_answer)
    introduction.save()
    trail.record("introduction prepared", by=by, about=introduction, individual=individual)
    return introduction


@action
def change(*, introduction: Introduction, by: Actor, true_answer: str = "", **chosen) -> Introduction:
    """Other choices, before the yes. `chosen` holds any of the choices that `prepare` takes."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_change(introduction))
    _choose(introduction, chosen, true_answer or introduction.true_answer)
    introduction.save(update_fields=[*CHOICES, "words_to_say", "true_answer"])
    trail.record("introduction changed", by=by, about=introduction, individual=introduction.individual)
    return introduction


@action
def plan_visit(
    *, introduction: Introduction, on: date | None, by: Actor, time: str = "", to_bring: str | None = None, **going
) -> Introduction:
    """The day of the first visit, or another day for it. The individual is asked once more the day after.
    `to_bring` is for the pocket card; None leaves it as it is. `going`: any of `meeting_up.FIELDS`."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    refuse_if(rules.cannot_plan(on, clock.today()))
    refuse_if(rules.cannot_say(f"{time} {meeting_up.texts_of(going)}", _names(introduction)))
    go_along(introduction, going)
    introduction.first_visit_on, introduction.first_visit_time = on, time.strip()
    still_on.begin_anew(introduction)
    introduction.asks_for = introduction.asks_for if is_the_individual(by, introduction.individual) else ""
    introduction.to_bring = introduction.to_bring if to_bring is None else to_bring.strip()
    introduction.save(
        update_fields=["first_visit_on", "first_visit_time", "to_bring", "asks_for", *still_on.OF_A_DAY, *going]
    )
    tell_of_the_plan(introduction, by)
    trail.record("first visit planned", by=by, about=introduction, individual=introduction.individual)
    return introduction


def go_along(introduction: Introduction, going: dict) -> None:
    """Takes over who goes along, where they meet and whom to look for; what is not in `going` stays."""
    if unknown := set(going) - set(meeting_up.FIELDS):
        raise TypeError(f"A first visit has nothing called {sorted(unknown)}.")
    for name, value in going.items():
        setattr(introduction, name, value.strip() if isinstance(value, str) else value)


def tell_of_the_plan(introduction: Introduction, by: Actor) -> None:
    """The day that was chosen, and every day that was chosen before it, stay among the reports."""
    on = introduction.first_visit_on
    if on is not None:
        add_report(introduction, Report.Kind.PLANNED, words=when_words(on, introduction.first_visit_time), by=by)


def _begin(individual, activity, by: Actor, **about) -> Introduction:
    """Not kept yet: its choices are still to be filled in."""
    return Introduction(
        individual=individual,
        activity=activity,
        partnership=people.partnership_of(by.user_id, individual) or people.partnership_with(individual),
        opened_by_id=by.user_id,
        opened_at=clock.now(),
        **about,
    )


def _sent_again(introduction: Introduction, chosen: dict, true_answer: str, by: Actor) -> Introduction:
    """The introduction that this page opened before; with other choices, a change to it."""
    is_same = all(getattr(introduction, name) == value for name, value in chosen.items())
    if is_same and true_answer in ("", introduction.true_answer):
        return introduction
    return change(introduction=introduction, true_answer=true_answer, by=by, **chosen)


def _choose(introduction: Introduction, chosen: dict, true_answer: str) -> None:
    """Takes the choices and fills in the words that follow from them, or refuses with the reason."""
    if unknown := set(chosen) - set(CHOICES):
        raise TypeError(f"An introduction has no choice called {sorted(unknown)}.")
    for name, value in at_its_level(chosen | {"says": chosen.get("says", introduction.says)}).items():
        setattr(introduction, name, value)
    individual, activity = introduction.individual, introduction.activity
    refuse_if(rules.cannot_plan(chosen.get("first_visit_on"), clock.today()))
    refuse_if(still_on.cannot_ask(activity, introduction.still_on))
    everything = {name: getattr(introduction, name) for name in CHOICES}
    refuse_if(rules.cannot_prepare(individual, activity, everything, human_of(introduction)))
    shown = queries.words_for(individual, activity, _speaker(introduction), everything, true_answer)
    works_with = introduction.says_we_work_together
    refuse_if(
        rules.cannot_word(
            f"{shown.words} {shown.when} {meeting_up.texts_of(everything)}",
            shown.answer,
            _names(introduction),
            works_with=works_with,
        )
    )
    introduction.words_to_say, introduction.true_answer = shown.words, shown.answer


def at_its_level(chosen: dict) -> dict:
    """What may not be said at this level is not kept for it either; with a card nobody gets in touch beforehand, nor
    asks that morning."""
    says, kept = chosen["says"], dict(chosen)
    if says == Introduction.Says.NOTHING:
        kept |= {"gets_in_touch": Introduction.GetsInTouch.INDIVIDUAL.value, "still_on": ""}
    if says not in wording.MAY_HELP:
        kept["what_helps"] = ""
    if says != Introduction.Says.NO_NAME:
        kept["names_the_team"] = False
    return kept


def _speaker(introduction: Introduction):
    return introduction.partnership.user if introduction.partnership else None


def _names(introduction: Introduction) -> tuple[str, ...]:
    """Names that stand as they are in whatever the host may hear."""
    of = introduction.individual, introduction.activity, _speaker(introduction)
    return queries.names_let_through(*of, introduction.host_name, with_team=introduction.names_the_team)
