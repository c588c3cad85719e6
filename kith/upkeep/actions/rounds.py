"""Notes of looking after what is kept. Machines write them; they are no part of anybody's record."""

from datetime import datetime, timedelta

from kith.upkeep.models import Round

KEPT_FOR = timedelta(days=400)


def begin(*, kind: Round.Kind, now: datetime) -> Round:
    """It is begun now; and notes of more than a year ago go."""
    Round.objects.filter(began_at__lt=now - KEPT_FOR).delete()
    return Round.objects.create(kind=kind, began_at=now)


def end(*, round: Round, worked: bool, words: str, now: datetime) -> None:
    """What came of it."""
    round.ended_at, round.worked, round.words = now, worked, words[:500]
    round.save(update_fields=["ended_at", "worked", "words"])
