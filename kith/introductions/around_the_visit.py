"""What the page of an introduction shows around a visit: where they meet, whether it is on, and what follows."""

from kith.access import clock

from . import held, meeting_up, not_yet, queries, still_going, still_on, wording
from .going import StillOn
from .models import Introduction, Report


def shown(introduction: Introduction, *, to_individual: bool) -> dict:
    """Everything of it, for the page of an introduction."""
    idea = not_yet.idea_after(introduction)
    return {
        "meeting": meeting_up.before_the_visit(introduction, to_individual=to_individual),
        "offers": not_yet.offers_of(introduction),
        "later": _later(introduction, to_individual),
        "day_of": of_the_day(introduction, to_individual=to_individual),
        "asked": not_yet.asked_words(introduction),
        "idea": idea,
        "small_step": not_yet.smaller_step(introduction) if idea else None,
        "asks_for": "" if to_individual else not_yet.waits_words(introduction),
        "again_on": not_yet.again_on(introduction),
    }


def of_the_day(introduction: Introduction, *, to_individual: bool) -> dict:
    """What is to be known on the day of the visit: that it is off, or that the place is asked."""
    said = still_on.said_of_today(introduction)
    is_read = said is not None and not (to_individual and held.is_held(said))
    return {
        "off": still_on.off_words(introduction),
        "is_known": introduction.told_off_at is not None,
        "ring": introduction.rung_about_at is not None,
        "words": said.words if said and is_read else "",
        "day": "today" if introduction.first_visit_on == clock.today() else "tomorrow",
        "mark": "" if to_individual else held.mark_of(said),
        "still": _still_on(introduction, said),
        "asks": "" if said else _asks(introduction, to_individual),
    }


def _still_on(introduction: Introduction, said: Report | None) -> str:
    """That the place says so, on the very day."""
    is_on = said is not None and said.kind == Report.Kind.STILL_ON and introduction.first_visit_on == clock.today()
    return "They say it is still on today" if is_on else ""


def _asks(introduction: Introduction, to_individual: bool) -> str:
    """Who asks the place today, while the yes holds; “” before a letter leaves at its hour."""
    is_open = introduction.still_on and queries.is_open_to_host(introduction)
    if not (is_open and still_on.is_asked_today(introduction)):
        return ""
    if introduction.still_on == StillOn.WRITE and introduction.activity.email:
        return "They were asked. No answer yet." if introduction.still_on_asked_on else ""
    host = wording.first_name(introduction.host_name) if introduction.host_name else "them"
    worker = introduction.partnership.user.first_name if introduction.partnership else "Your worker"
    return f"{worker} rings {host}." if to_individual else f"Ring {host}."


def _later(introduction: Introduction, to_individual: bool) -> dict:
    """What may be asked some weeks on; and the kind word where somebody tried it and it was not for them."""
    ended = [each for each in introduction.reports.all() if each.kind == Report.Kind.ENDED]
    tried = bool(ended) and ended[-1].how == Report.How.TRIED
    who = "You" if to_individual else introduction.individual.called
    is_chosen = introduction.ask_again_on and not introduction.asked_again_on
    return {
        "may_be_chosen": still_going.may_be_chosen(introduction),
        "month": f"{introduction.ask_again_on:%B}" if is_chosen and not ended else "",
        "ended": f"{who} tried it, and that counts. Not everything is for everybody." if tried else "",
    }
