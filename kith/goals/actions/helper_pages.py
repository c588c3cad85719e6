"""A page for somebody who holds a step: made, agreed by the individual, stopped; and what the helper tells."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import actions as people
from kith.people.models import Individual, Link, Share
from kith.people.polite import polite_moment
from kith.people.writer import account_of

from .. import rules
from ..helping import for_helper
from ..models import FromHelper, HelperPage, Step
from ..queries import helping

TO_READ = "to individual: something to read"
OF_USE_FOR = timedelta(days=3)
HAS_CLOSED = "This page has closed."
MOMENT = timedelta(minutes=1)


@action
def make_page(
    *, step: Step, words: str, by: Actor, reach: str = "nobody", number: str = "", days: int = 90
) -> HelperPage:
    """A page that waits for the individual's yes; `days` is how long it opens from then on. Another that waits for the
    same step is put away, and one that is open stays until this one is agreed."""
    permit(by, Permission.WRITE_GOALS, step.individual)
    hold(step)
    refuse_if(rules.cannot_make_page(step, words, reach, number))
    name, _ = helping.who_may_be_rung(step.individual).get(reach, ("", ""))
    said = {"words": words.strip(), "reach": reach, "number": number, "days": days, "reach_name": name}
    waiting = step.helper_pages.filter(share__isnull=True, put_away_at__isnull=True)
    if again := waiting.filter(**said).first():
        return again
    now = clock.now()
    waiting.update(put_away_at=now)
    page = HelperPage.objects.create(step=step, made_by_id=account_of(by), made_at=now, **said)
    trail.record("helper page made", by=by, about=page, individual=step.individual)
    return page


@action
def agree_to_page(*, page: HelperPage, by: Actor, was_handed: bool = False) -> HelperPage:
    """The individual's yes to exactly this page: one share, and one link to hand on. Pressed twice, it is one yes.
    `was_handed`: they pressed it themselves, on the worker's screen. A yes that somebody wrote down is told to them."""
    individual = page.individual
    permit(by, Permission.WRITE_SHARES, individual)
    hold(page.step)  # before the page, as whoever finishes the step does
    hold(page)
    if page.share_id:
        return page
    refuse_if(rules.cannot_agree_to(page))
    _stop_others(page, by)
    page.share = people.agree(
        individual=individual,
        recipient=page.helper.name,
        purpose=f"To help: {page.words}"[:300],
        words=for_helper(page).text,
        days=page.days,
        was_handed=was_handed,
        by=by,
    )
    page.save(update_fields=["share"])
    about = {"purpose": Link.Purpose.HELPER, "individual": individual, "about": page.public_id}
    people.give_link(ends_at=page.share.ends_at, by=by, **about)
    _tell_of_the_yes(page)
    trail.record("helper page agreed", by=by, about=page, individual=individual)
    return page


@action
def not_this_page(*, page: HelperPage, by: Actor) -> HelperPage:
    """Not now: the helper is shown nothing. Another page can be made another day."""
    permit(by, Permission.WRITE_SHARES, page.individual)
    hold(page)
    refuse_if(rules.cannot_put_away(page))
    page.put_away_at = page.put_away_at or clock.now()
    page.save(update_fields=["put_away_at"])
    trail.record("helper page: not now", by=by, about=page, individual=page.individual)
    return page


@action
def stop_page(*, page: HelperPage, by: Actor) -> HelperPage:
    """It opens nothing any more, at once. No reason is asked, and nobody is told."""
    permit(by, Permission.WRITE_SHARES, page.individual)
    hold(page)
    if page.share and not page.share.revoked_at:
        people.revoke(share=page.share, by=by)
    people.stop_links(individual=page.individual, purpose=Link.Purpose.HELPER, about=page.public_id, by=by)
    trail.record("helper page stopped", by=by, about=page, individual=page.individual)
    return page


@action
def close_pages(*, individual: Individual, by: Actor, **which) -> None:
    """What they are about is done or has ended: they open nothing any more, whatever is undone later. `which`: the
    step or the goal. Whoever may write that may close them."""
    permit(by, Permission.WRITE_GOALS, individual)
    agreed = HelperPage.objects.filter(step__individual=individual, share__revoked_at__isnull=True, **which)
    for page in agreed.filter(share__isnull=False).select_related("share").order_by("pk"):
        hold(page)
        people.end_share(share=page.share, by=by)
        people.stop_links(individual=individual, purpose=Link.Purpose.HELPER, about=page.public_id, by=by)
        trail.record("helper page stopped", by=by, about=page, individual=individual)


@action
def tell(*, page: HelperPage, words: str, by: Actor) -> FromHelper:
    """Something a helper tells of their own accord. The individual reads it first, and passes it on or does not."""
    permit(by, Permission.TELL_AS_HELPER, page.individual)
    hold(page)
    if page.share:
        hold(page.share)
    refuse_if(None if helping.is_open(page) else HAS_CLOSED)
    refuse_if(rules.cannot_tell(words, helping.not_looked_at(page)))
    now, said = clock.now(), words.strip()
    if again := page.told.filter(words=said, told_at__gt=now - MOMENT).first():
        return again
    told = FromHelper.objects.create(page=page, words=said, told_at=now)
    trail.record("helper told something", by=by, about=told, individual=page.individual)
    return told


@action
def pass_on(*, told: FromHelper, by: Actor) -> FromHelper:
    """Whoever works with the individual may read it too, from now on."""
    permit(by, Permission.PASS_ON_TOLD, told.page.individual)
    hold(told)
    told.looked_at = told.looked_at or clock.now()
    told.passed_on_at = told.passed_on_at or clock.now()
    told.save(update_fields=["looked_at", "passed_on_at"])
    trail.record("passed on what a helper told", by=by, about=told, individual=told.page.individual)
    return told


@action
def keep_to_oneself(*, told: FromHelper, by: Actor) -> FromHelper:
    """The individual has read it, and it stays theirs."""
    permit(by, Permission.PASS_ON_TOLD, told.page.individual)
    hold(told)
    told.looked_at = told.looked_at or clock.now()
    told.save(update_fields=["looked_at"])
    trail.record("read what a helper told", by=by, about=told, individual=told.page.individual)
    return told


def _stop_others(page: HelperPage, by: Actor) -> None:
    """One page a step: the new words take the place of the old."""
    for other in HelperPage.objects.filter(step=page.step, share__revoked_at__isnull=True, share__isnull=False):
        stop_page(page=other, by=by)


def _tell_of_the_yes(page: HelperPage) -> None:
    """Where somebody wrote the yes down, the individual hears that it stands written."""
    if page.share is None or page.share.how != Share.How.HERE:
        return
    words = f"What you said yes to is written down: {page.helper.name} can open one page."
    stale = polite_moment(clock.now()) + OF_USE_FOR
    people.write_to(
        page.individual, kind=TO_READ, cause=f"helper page {page.public_id}", words=words, goes_stale_at=stale
    )
