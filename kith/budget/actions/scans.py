"""The letter itself, kept beside the copy of its words; and taken out where it was another paper."""

from functools import partial

from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import seal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of

from ..models import Decision, Proposal, Scan, ScanTakenOut
from ..pages_of.apart import Drawn
from ..scans import cannot_keep_scan, cannot_take_scan_out, file_of, whose


@action
def keep_scan(*, letter: Decision | Proposal, drawn: Drawn, by: Actor) -> Scan:
    """The letter, as it was drawn anew. A file stays when a transaction does not: sealed, and named by nothing."""
    permit(by, Permission.WRITE_BUDGET, letter.individual)
    hold(letter.individual)
    refuse_if(cannot_keep_scan(letter))
    scan = letter.scans.create(pages=drawn.pages, kept_by_id=account_of(by), kept_at=clock.now())
    file_of(scan).write_bytes(seal(drawn.pdf))
    trail.record("letter itself kept", by=by, about=scan, individual=letter.individual)
    return scan


@action
def take_scan_out(*, scan: Scan, by: Actor) -> ScanTakenOut:
    """It was another paper, perhaps somebody else's: its file goes for good."""
    individual = whose(scan)
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    refuse_if(cannot_take_scan_out(Scan.objects.get(pk=scan.pk)))
    taken = ScanTakenOut.objects.create(scan=scan, taken_out_by_id=account_of(by), taken_out_at=clock.now())
    transaction.on_commit(partial(file_of(scan).unlink, missing_ok=True))
    trail.record("letter itself taken out", by=by, about=scan, individual=individual)
    return taken
