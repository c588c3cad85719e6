"""The letter itself: which pages are kept of it, where they lie, and when none are added or taken out."""

from pathlib import Path

from django.conf import settings
from django.db.models import Q

from kith.people.models import Individual

from .models import Decision, Proposal, Scan

MOST_SCANS = 6  # of one letter, each of up to twenty pages


def file_of(scan: Scan) -> Path:
    """Where its pages lie: sealed, and named by nothing but chance."""
    folder = Path(settings.DATA_DIR) / "letters"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / scan.public_id


def scans_of(letter: Decision | Proposal) -> list[Scan]:
    """What was kept of this letter, also while its copy waited; of a copy that is put right too, as the letter is the
    same."""
    same = Q(proposal=letter) if isinstance(letter, Proposal) else _of_a_decision(letter)
    if letter.is_slip and letter.previous:
        same |= _of_a_decision(letter.previous)
    return list(Scan.objects.filter(same).select_related("kept_by", "taken_out__taken_out_by"))


def _of_a_decision(decision: Decision) -> Q:
    return Q(decision=decision) | (Q(proposal=decision.proposal_id) if decision.proposal_id else Q(pk=None))


def scan_called(individual: Individual, public_id: str) -> Scan | None:
    """This one, of a letter to this individual."""
    theirs = Q(decision__individual=individual) | Q(proposal__individual=individual)
    found = Scan.objects.filter(theirs, public_id=public_id)
    return found.select_related("decision__individual", "proposal__individual", "taken_out").first()


def letter_of(scan: Scan) -> Decision | Proposal:
    """The letter whose pages these are."""
    letter = scan.decision or scan.proposal
    assert letter is not None, "the database holds that it is one of the two"
    return letter


def whose(scan: Scan) -> Individual:
    return letter_of(scan).individual


def cannot_keep_scan(letter: Decision | Proposal) -> str | None:
    """Whether this letter has all its pages, or stands for nothing any more."""
    if hasattr(letter, "withdrawal"):
        return "This was taken back. Nothing is added to it."
    if letter.scans.filter(taken_out__isnull=True).count() >= MOST_SCANS:
        return "Enough is kept of this letter. Please take something out first."
    return None


def cannot_take_scan_out(scan: Scan) -> str | None:
    return None if scan.is_there else "This was taken out already."
