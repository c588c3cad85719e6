"""What happened, added one report at a time; nothing is ever changed or taken away."""

from collections.abc import Iterable
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.introductions import life, queries, rules, wording
from kith.introductions.models import Introduction, Report
from kith.local_knowledge import actions as local_knowledge
from kith.people.models import Share
from kith.people.writer import is_the_individual

from .calling_off import call_off_for
from .holding import hold, hold_notebook

TOLD_TO_A_PLACE = (Report.Kind.PREPARED, Report.Kind.WROTE, Report.Kind.IN_WRITING)


@action
def note_call(  # noqa: PLR0913 - keywords that read as a sentence
    *,
    introduction: Introduction,
    words: str,
    by: Actor,
    welcoming: bool = False,
    is_answered: bool = True,
    they_said: str = "",
    **ground: str,
) -> Report:
    """What the host said when rung. `welcoming` tells the team so, and never who it was about.
    When nobody answered, ringing is still to be done. `they_said`: their answer, yes or not this time, if they gave
    one. `ground`: any of `spoke_with`, `asked`, `took_part`."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    refuse_if(rules.cannot_note_call(introduction, clock.now()))
    kind = Report.Kind.PREPARED if is_answered else Report.Kind.NO_ANSWER
    ground["took_part"] = ground.get("took_part") or _who_talks(introduction, by)
    said = add_report(introduction, kind, by=by, words=words, **ground)
    if they_said and is_answered:
        keep_their_answer(introduction, they_said, by)
    trail.record("call noted", by=by, about=introduction, individual=introduction.individual)
    if welcoming and is_answered:
        report(introduction=introduction, kind=Report.Kind.WELCOMED, by=by)
    return said


@action
def report(*, introduction: Introduction, kind: str, by: Actor, words: str = "", on: date | None = None) -> Report:
    """How it went. `kind` is one of `Report.Kind`; `on` is the day it happened, today when left out."""
    if kind in queries.STAYED:
        hold_notebook(introduction.individual)
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    return keep_report(introduction, kind, by=by, words=words, on=on)


def keep_report(introduction: Introduction, kind: str, *, by: Actor, words: str = "", on: date | None = None) -> Report:
    """How it went and all that follows from it, within an action that holds the introduction and has asked."""
    individual, on = introduction.individual, on or clock.today()
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    refuse_if(rules.cannot_report(kind, on, today=clock.today(), words=words))
    how = life.how_it_ends(life.state_of(introduction)) if kind == Report.Kind.ENDED else ""
    has_stayed = queries.has_stayed_before(individual, introduction.activity)
    said = add_report(introduction, kind, by=by, words=words, on=on, how=how)
    if kind in (Report.Kind.WENT, *queries.STAYED, Report.Kind.ENDED):
        _answer_their_wish(introduction)
    if kind in queries.STAYED and not has_stayed:
        _count_among_those_who_stayed(introduction)
    trail.record(f"introduction: {said.kind}", by=by, about=introduction, individual=individual)
    if kind == Report.Kind.WELCOMED:
        _tell_the_team(introduction, by)
    if kind == Report.Kind.ENDED:
        stop_sharing([introduction], by)
    return said


@action
def end(*, introduction: Introduction, by: Actor, words: str = "") -> Report:
    """It has come to an end, which is fine. What was agreed to be said stops with it."""
    return report(introduction=introduction, kind=Report.Kind.ENDED, words=words, by=by)


def add_report(introduction: Introduction, kind: str, **told) -> Report:
    """One more row, within an action that has asked and will trail it. `told` as for `report_of`."""
    said = report_of(introduction, kind, **told)
    said.save(force_insert=True)
    getattr(introduction, "_prefetched_objects_cache", {}).pop("reports", None)
    return said


def report_of(
    introduction: Introduction, kind: str, *, by: Actor, words: str = "", on: date | None = None, **ground: str
) -> Report:
    """The row before it is kept; refused where the table of moves has no place for it. `ground` as for `note_call`."""
    state, party = life.state_of(introduction), life.PARTIES.get(by.foremost_role(introduction.individual))
    refuse_if(life.cannot_tell(state, kind, party, introduction.individual.called))
    return Report(
        introduction=introduction,
        kind=kind,
        words=words.strip(),
        on=on or clock.today(),
        by_role=by.foremost_role(introduction.individual).value,
        by_user_id=by.user_id,
        typed_by_individual=is_the_individual(by, introduction.individual) or Role.VISITOR in by.roles,
        noted_at=clock.now(),
        share=introduction.share,
        names_them=kind in TOLD_TO_A_PLACE and wording.is_named(introduction.says),
        **ground,
    )


def keep_their_answer(introduction: Introduction, kind: str, by: Actor) -> Report:
    """What the place answered on the telephone, or in its own words, within an action that has asked. Whoever heard
    or read it knows of it, so it waits for nobody."""
    refuse_if(rules.cannot_answer(introduction, kind, clock.today()))
    said = add_report(introduction, kind, by=by)
    introduction.answer_seen_at = clock.now()
    introduction.save(update_fields=["answer_seen_at"])
    call_off_for(kind, introduction, by)
    return said


def _answer_their_wish(introduction: Introduction) -> None:
    """Whoever went after all, or ended it, waits for no other day: nobody is reminded of that any more."""
    if introduction.asks_for:
        introduction.asks_for = ""
        introduction.save(update_fields=["asks_for"])


def _who_talks(introduction: Introduction, by: Actor) -> str:
    """Both when they get in touch together; otherwise whoever tells of it."""
    if introduction.gets_in_touch == Introduction.GetsInTouch.TOGETHER:
        return Report.TookPart.BOTH
    is_theirs = is_the_individual(by, introduction.individual)
    return Report.TookPart.INDIVIDUAL if is_theirs else Report.TookPart.WORKER


def _count_among_those_who_stayed(introduction: Introduction) -> None:
    individual, activity = introduction.individual, introduction.activity
    if individual.team:
        local_knowledge.count_one_who_stayed(activity=activity, team=individual.team, by=Actor.system())


def _tell_the_team(introduction: Introduction, by: Actor) -> None:
    team = introduction.individual.team
    if team and may(by, Permission.NOTE_KNOWLEDGE, team=team):
        local_knowledge.note(activity=introduction.activity, team=team, kind="welcome", words="", by=by)


def stop_sharing(introductions: Iterable[Introduction], by: Actor) -> None:
    """Whoever may end an introduction ends what was agreed for it alone, also somebody covering, who could
    agree to nothing in the individual's place: it only ever takes words back, and only these."""
    open_still = [each for each in introductions if each.share and not each.share.revoked_at]
    for each in open_still:
        each.share.revoked_at = clock.now()
        trail.record("share stopped", by=by, about=each.share, individual=each.individual)
    Share.objects.filter(pk__in=[each.share_id for each in open_still]).update(revoked_at=clock.now())
