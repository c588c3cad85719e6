"""Reads what was handed in, as often as it takes. Nothing is held open meanwhile: reading takes about a second."""

from kith.access import clock
from kith.access.actor import Actor

from . import actions, queries
from .models import Paper
from .paper.apart import read_apart


def read_handed_in(public_id: str, *, by: Actor) -> None:
    """One leaflet: read, or with the sentence why not. The file as it came gives way to a picture of its dots alone,
    unless somebody has decided on it meanwhile: then nothing of it stays."""
    paper = queries.paper(public_id)
    if paper is None or paper.state != Paper.State.WAITING:
        return  # done before
    file = queries.paper_file(paper)
    answer = read_apart(file, clock.today())
    if answer.problem:
        actions.note_not_read(paper=paper, problem=answer.problem, by=by)
    else:
        actions.note_read(paper=paper, found=answer.found, by=by)
    if answer.picture and _is_undecided(public_id):
        file.write_bytes(answer.picture)
    if not (answer.picture and _is_undecided(public_id)):  # asked again: whoever decides now takes the picture away
        file.unlink(missing_ok=True)


def _is_undecided(public_id: str) -> bool:
    return queries.papers_waiting().filter(public_id=public_id).exists()
