"""Asked at the last moment before somebody is asked to stand in: does it still stand?"""

from kith.access import clock
from kith.outbox.gates import Answer, HoldBack
from kith.outbox.models import Letter

from .gates import to_workers
from .models import Away

OVER = "Nobody needs to stand in any more."


def still_to_cover(letter: Letter) -> Answer:
    """Not once the time away has ended or been; then the gate of workers answers. The cause names the time away."""
    away = Away.objects.filter(public_id=letter.cause.rpartition(" ")[2]).first()
    is_over = away is None or away.ended_early_at is not None or away.last_day < clock.today()
    return HoldBack(OVER) if is_over else to_workers([letter])[0]
