"""What comes next with an introduction, one thing at a time, and what may be done besides."""

from kith.access import clock

from . import life, queries, rules, states
from .models import Introduction, Report

Kind = Report.Kind
Who = Introduction.GetsInTouch
WE_RING = (Who.WORKER_RINGS, Who.TOGETHER, Who.WORKER_WRITES)
THEY_RING = (Who.INDIVIDUAL, Who.TOGETHER)
YES, RING, WRITE, WAITS, DAY = "yes", "ring", "write", "waits", "day"
THEIRS = "theirs"  # somebody else gets in touch first
BEFORE, ASKS, SINCE, REST = "before", "asks", "since", ""
DOWN = "down"
FORMS = {RING: "call", DAY: "visit", ASKS: "how", SINCE: "how"}


def stage_of(introduction: Introduction, *, to_individual: bool) -> dict[str, bool | str]:
    """What the page offers this reader. `now` is the one thing that comes next, or “”."""
    is_ringer = introduction.gets_in_touch in (THEY_RING if to_individual else WE_RING)
    now = _now(introduction, is_ringer)
    is_live = not queries.is_over(introduction)
    agreed = introduction.share_id is not None
    called, went = queries.has(introduction, Kind.PREPARED), queries.has(introduction, *states.WENT)
    answered = queries.host_answer(introduction) is not None
    may_ring = rules.cannot_note_call(introduction, clock.now()) is None
    has_run_out = agreed and not (may_ring or rules.holds(introduction.share, clock.now()))
    is_open = is_live and agreed and not went
    return {
        "now": now,
        "not_yet": now == DAY and _was_not_to_be(introduction),
        "agreed": agreed,
        "may_ring": may_ring and is_live,
        "has_run_out": has_run_out,
        "shows_answer": answered and not went and _is_answer_shown(introduction, now, to_individual),
        "is_new": agreed and is_live and not (called or went or answered),
        "went": went,
        "belongs": queries.has(introduction, Kind.BELONGS),
        "rings_besides": not (called or went or queries.is_written(introduction.gets_in_touch)),
        "called": called,
        "may_note_elsewhere": is_live and may_ring and is_ringer and now not in (RING, WRITE),
        **_news(introduction, answered=answered),
        "may_put_in_writing": is_open and called and _may_put_in_writing(introduction),
        **_of_the_day(introduction, now, is_open=is_open),
        **_elsewhere(now, is_live=is_live, is_open=is_open, has_run_out=has_run_out),
        "may_carry": agreed and is_live,
    }


def _news(introduction: Introduction, *, answered: bool) -> dict[str, bool]:
    """What came from the place, or did not, until a worker has read it; a question until they were rung."""
    is_news = introduction.answer_seen_at is None
    rests, they_ask = queries.is_resting(introduction), life.state_of(introduction) == life.State.QUESTION
    return {"host_said": answered and is_news, "rests": rests, "is_news": is_news, "they_ask": they_ask}


def _of_the_day(introduction: Introduction, now: str, *, is_open: bool) -> dict[str, bool]:
    """Whether it is the day of the first visit, and whether they are still to go."""
    is_today = introduction.first_visit_on == clock.today()
    return {"is_today": is_today, "goes_today": is_today and is_open and now not in (DAY, DOWN)}


def _elsewhere(now: str, *, is_live: bool, is_open: bool, has_run_out: bool) -> dict[str, bool]:
    """What may be done besides what comes next."""
    return {
        "may_begin_again": not is_live or has_run_out,
        "may_plan_elsewhere": is_open and now not in (DAY, DOWN),
        "may_tell_elsewhere": is_open and now != ASKS,
        "may_stop": is_live and now not in (ASKS, SINCE),
    }


def _is_answer_shown(introduction: Introduction, now: str, to_individual: bool) -> bool:
    """What the place answered stands on top while it leads on to the visit, and for a worker until it was read. A
    “not this time” is told once on a page, and an old answer does not stand over a visit that has been."""
    waits_for_worker = introduction.answer_seen_at is None or bool(introduction.held_words)
    if waits_for_worker and not to_individual:
        return True
    is_today = introduction.first_visit_on == clock.today()
    return is_today or (now in (DAY, BEFORE) and not _was_not_to_be(introduction))


def _may_put_in_writing(introduction: Introduction) -> bool:
    """Whether two lines may follow a call: once, while the yes holds, to an address of the place."""
    is_open = rules.holds(introduction.share, clock.now()) and bool(introduction.activity.email)
    is_open = is_open and introduction.gets_in_touch not in THEY_RING
    return is_open and not queries.has(introduction, Kind.IN_WRITING)


def form_of(introduction: Introduction, *, to_individual: bool) -> str:
    """The name of the form that stands open on the page; the others are folded away."""
    return FORMS.get(stage_of(introduction, to_individual=to_individual)["now"], "")


def _now(introduction: Introduction, is_ringer: bool) -> str:
    if queries.is_over(introduction):
        return REST
    if introduction.share_id is None:
        return YES if queries.waits_for_yes(introduction) else REST
    if queries.has(introduction, *states.WENT):
        return SINCE
    return _until_the_visit(introduction, is_ringer)


def _until_the_visit(introduction: Introduction, is_ringer: bool) -> str:
    """Once a visit has been, it is asked about; on its very day ringing may still come first."""
    on, today = introduction.first_visit_on, clock.today()
    if life.state_of(introduction) == life.State.TURNED_DOWN:
        return DOWN
    if on is not None and on < today:
        return DAY if _was_not_this_time(introduction) else ASKS
    if to_do := _to_get_in_touch(introduction):
        if is_ringer:
            return to_do
        if on is None and rules.holds(introduction.share, clock.now()):
            return THEIRS
    if on is None or _was_not_this_time(introduction):
        return DAY
    return ASKS if on == today else BEFORE


def _to_get_in_touch(introduction: Introduction) -> str:
    """Ringing or writing to them, or waiting for their answer; nothing once they were spoken with."""
    is_reached = queries.has(introduction, Kind.PREPARED) or queries.host_answer(introduction)
    if is_reached or introduction.says == Introduction.Says.NOTHING:
        return REST
    if introduction.gets_in_touch != Who.WORKER_WRITES:
        return RING
    return WAITS if queries.has(introduction, Kind.WROTE) else WRITE


def _was_not_this_time(introduction: Introduction) -> bool:
    """Whether the planned visit was told of as not this time: then another day is chosen."""
    on = introduction.first_visit_on
    told = [report for report in introduction.reports.all() if report.kind == Kind.NOT_THIS_TIME]
    return on is not None and any(report.on >= on for report in told)


def _was_not_to_be(introduction: Introduction) -> bool:
    """Whether the day went by, or was called off by the place: then something else may be good."""
    return introduction.called_off_on is not None or _was_not_this_time(introduction)
