"""A leaflet is handed in as a file, read in the background, looked at, and put on the table or thrown away."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import queries, rules
from kith.directory.models import Activity, Paper
from kith.directory.paper.bare import without_camera_notes
from kith.directory.paper.kinds import cannot_be_paper
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.directory.tasks import read_paper

from .leaflets import photograph
from .listings import add_activity, fill_in

KEPT_FOR = timedelta(days=30)


@action
def hand_in(*, called: str, data: bytes, by: Actor) -> Paper:
    """Keeps the file, without what a camera wrote into it, and leaves the reading to be done after the commit. Raises
    `Refused` for what is no leaflet."""
    permit(by, Permission.ADD_LISTING)
    refuse_if(cannot_be_paper(data))
    _let_old_ones_go()
    paper = Paper.objects.create(called=called[:200], handed_in_at=clock.now())
    queries.paper_file(paper).write_bytes(without_camera_notes(data))
    read_paper.enqueue(paper.public_id)
    trail.record("leaflet handed in", by=by, about=paper)
    return paper


@action
def join_sides(*, papers: list[Paper], by: Actor) -> Paper:
    """Several files are one leaflet: the first that was handed in is its front. Sides of those are its sides too."""
    permit(by, Permission.ADD_LISTING)
    every = sorted({each.pk: each for paper in papers for each in queries.sides_of(paper)}.values(), key=_handed_in)
    for paper in every:
        hold(paper)
    refuse_if(rules.cannot_join(every))
    front, *others = every
    _set_front([front], None)
    _set_front(others, front)
    trail.record("sides of one leaflet", by=by, about=front)
    return front


@action
def part_sides(*, paper: Paper, by: Actor) -> None:
    """They are leaflets of their own after all."""
    permit(by, Permission.ADD_LISTING)
    hold(paper)
    refuse_if(rules.cannot_decide_on(paper))
    _set_front(queries.sides_of(paper), None)
    trail.record("sides parted", by=by, about=paper)


def _handed_in(paper: Paper) -> tuple:
    return paper.handed_in_at, paper.pk


def _set_front(papers: list[Paper], front: Paper | None) -> None:
    for paper in papers:
        paper.front = front
        paper.save(update_fields=["front"])


def _let_old_ones_go() -> None:
    old = queries.papers_waiting().filter(handed_in_at__lt=clock.now() - KEPT_FOR)
    for paper in old:
        _end(paper, Paper.State.GONE)


def _end(paper: Paper, state: Paper.State, activity: Activity | None = None) -> None:
    for side in queries.sides_of(paper):
        side.state, side.activity = state, activity
        side.save(update_fields=["state", "activity"])
        transaction.on_commit(partial(queries.paper_file(side).unlink, missing_ok=True))


@action
def note_read(*, paper: Paper, found: dict, by: Actor) -> Paper:
    """What was read waits to be looked at. Read twice, it is noted once."""
    permit(by, Permission.READ_PAPER)
    hold(paper)
    if paper.state == Paper.State.WAITING:
        paper.state, paper.found = Paper.State.READ, found
        paper.save(update_fields=["state", "found"])
    return paper


@action
def note_not_read(*, paper: Paper, problem: str, by: Actor) -> Paper:
    """It could not be read: the sentence why is shown, and typing is offered."""
    permit(by, Permission.READ_PAPER)
    hold(paper)
    if paper.state == Paper.State.WAITING:
        paper.state, paper.problem = Paper.State.NOT_READ, problem[:300]
        paper.save(update_fields=["state", "problem"])
    return paper


@action
def put_on_table(
    *,
    paper: Paper,
    picture: bytes | None,
    by: Actor,
    organisation: str = "",
    place: PlaceDetails | None = None,
    times: Iterable[Slot] = (),
    **fields,
) -> Activity:
    """A new listing of what somebody has looked over, with the leaflet itself beside it."""
    permit(by, Permission.ADD_LISTING)
    hold(paper)
    refuse_if(rules.cannot_decide_on(paper))
    told = {"last_checked_how": "read from its leaflet"}
    activity = add_activity(by=by, organisation=organisation, place=place, times=tuple(times), **told, **fields)
    _beside(activity, paper, picture, by)
    trail.record("leaflet put on the table", by=by, about=paper)
    return activity


@action
def same_as(*, paper: Paper, activity: Activity, parts: dict, picture: bytes | None, by: Actor) -> Activity:
    """It is the leaflet of a listing that is there already: `parts` go into it, each as in `correct`."""
    permit(by, Permission.CORRECT_LISTING)
    hold(paper)
    refuse_if(rules.cannot_decide_on(paper))
    fill_in(activity=activity, parts=parts, by=by)
    _beside(activity, paper, picture, by)
    trail.record("leaflet of a listing", by=by, about=paper)
    return activity


def _beside(activity: Activity, paper: Paper, picture: bytes | None, by: Actor) -> None:
    if picture:
        photograph(activity=activity, picture=picture, by=by)
    _end(paper, Paper.State.DONE, activity)


@action
def throw_away(*, paper: Paper, by: Actor) -> None:
    """It is not wanted, or was a photograph of something else. The file goes too."""
    permit(by, Permission.ADD_LISTING)
    hold(paper)
    refuse_if(rules.cannot_decide_on(paper))
    _end(paper, Paper.State.GONE)
    trail.record("leaflet thrown away", by=by, about=paper)
