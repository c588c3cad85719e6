"""The filled form is shown to the individual, who says what they think of it."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.paperwork import rules
from kith.paperwork.editions import contents, digest_of, latest_edition
from kith.paperwork.filled import filled
from kith.paperwork.models import Edition, Filling, Otherwise, Outcome, Showing
from kith.people import actions as people
from kith.people.writer import account_of, is_the_individual

NOTICE = "to worker: about a form"
TELLS = "Somebody has read a form and sees something differently. It waits beside the form."


@action
def show_it(*, filling: Filling, by: Actor) -> Edition:
    """Holds the form as it stands now, to be looked at. Where nothing has changed it is the same one."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    form = filled(filling)
    refuse_if(rules.cannot_go_on(filling) or rules.cannot_show(form))
    latest = latest_edition(filling)
    lines = contents(form)
    if latest and latest.digest == digest_of(lines):
        return latest
    edition = Edition.objects.create(
        filling=filling,
        number=latest.number + 1 if latest else 1,
        lines=lines,
        answers=[[*line.key, line.value] for line in form.lines if line.value],
        digest=digest_of(lines),
        made_by_id=account_of(by),
        made_at=clock.now(),
    )
    trail.record("form shown", by=by, about=edition, individual=filling.individual)
    return edition


@action
def was_shown(*, edition: Edition, how: str, by: Actor, as_told: bool = False) -> Showing:
    """They read it together or on paper, or the individual would rather not look. What was told first stays."""
    individual = _may_tell(edition, by)
    refuse_if(rules.cannot_be_shown_so(Showing.How(how), individual, by, as_told=as_told))
    told = {"told_by_id": account_of(by), "told_at": clock.now(), "as_told": not is_the_individual(by, individual)}
    showing, is_new = Showing.objects.get_or_create(edition=edition, defaults={"how": Showing.How(how), **told})
    if is_new:
        trail.record(f"form: {showing.how}", by=by, about=edition, individual=edition.filling.individual)
    return showing


@action
def say(*, edition: Edition, says: str, by: Actor, words: str = "", as_told: bool = False) -> Outcome:
    """That’s right, or something should be different. Whoever says either has seen it."""
    individual = _may_tell(edition, by)
    refuse_if(rules.cannot_fit(words) or rules.cannot_speak_for_them(individual, by, as_told=as_told))
    was_shown(edition=edition, how=_how(by, individual), by=by)
    outcome = Outcome.objects.create(
        edition=edition,
        says=Outcome.Says(says),
        words=words.strip(),
        said_at=clock.now(),
        told_by_id=account_of(by),
        as_told=not is_the_individual(by, individual),
    )
    trail.record(f"form: {outcome.says}", by=by, about=edition, individual=individual)
    if outcome.says == Outcome.Says.CHANGE and not outcome.as_told:
        _tell_the_worker(edition.filling)
    return outcome


@action
def see_differently(*, filling: Filling, words: str, by: Actor, link_id: str = "", as_told: bool = False) -> Otherwise:
    """Their own words beside the form, for ever. Said twice in the same words, it stands once."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    individual = filling.individual
    refuse_if(rules.cannot_see_differently(words) or rules.cannot_speak_for_them(individual, by, as_told=as_told))
    found, is_new = Otherwise.objects.get_or_create(
        filling=filling,
        link_id=link_id,
        words=words.strip(),
        defaults={
            "written_at": clock.now(),
            "written_by_id": account_of(by),
            "as_told": not is_the_individual(by, individual),
        },
    )
    if is_new:
        trail.record("form seen differently", by=by, about=filling, individual=individual)
        if not found.as_told:
            _tell_the_worker(filling)
    return found


def _tell_the_worker(filling: Filling) -> None:
    """One line that names nobody."""
    cause = f"form {filling.public_id}"
    people.tell_their_worker(filling.individual, kind=NOTICE, cause=cause, words=TELLS, subject="A form")


def _may_tell(edition: Edition, by: Actor):
    individual = edition.filling.individual
    permit(by, Permission.WRITE_FORMS, individual)
    hold(edition)
    refuse_if(rules.cannot_be_told(edition, latest_edition(edition.filling)))
    return individual


def _how(by: Actor, individual) -> str:
    return Showing.How.HERE if is_the_individual(by, individual) else Showing.How.TOGETHER
