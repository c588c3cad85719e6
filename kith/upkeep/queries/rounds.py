"""What we ask about looking after what is kept: what is due, and what came of it last."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db.models import Max, Min, Q
from django.utils import timezone

from kith.upkeep.models import Round

Kind = Round.Kind
NIGHT = time(2, 0)
NIGHT_ENDS = time(6, 0)
EVERY = {Kind.TRAIL: timedelta(days=1), Kind.COPY: timedelta(days=1), Kind.DRILL: timedelta(days=7)}
AGAIN_AFTER = timedelta(hours=1)  # what did not work
LOST_AFTER = timedelta(hours=4)  # what has no end was ended in the middle
TOO_OLD = {Kind.TRAIL: timedelta(days=3), Kind.COPY: timedelta(days=2), Kind.DRILL: timedelta(days=9)}


@dataclass(frozen=True)
class Last:
    """The last time that it worked, the last time that it was tried, and since when anybody tries."""

    kind: Kind
    worked: Round | None = None
    tried: Round | None = None
    since: datetime | None = None

    def is_too_old(self, now: datetime) -> bool:
        """Whether it has not worked for so long that somebody has to look."""
        since = self.worked.began_at if self.worked else self.since
        return since is not None and now - since > TOO_OLD[self.kind]

    @property
    def problem(self) -> str:
        """What came of the last try, where it did not work."""
        tried = self.tried
        return tried.words if tried and tried.ended_at and not tried.worked else ""


def lasts() -> dict[Kind, Last]:
    """Of each kind. Two looks, however many notes there are."""
    worked = Max("pk", filter=Q(worked=True))
    groups = Round.objects.order_by().values("kind").annotate(since=Min("began_at"), tried=Max("pk"), worked=worked)
    told = {each["kind"]: each for each in groups}
    rows = Round.objects.in_bulk([each[name] for each in told.values() for name in ("tried", "worked") if each[name]])
    return {kind: _last(kind, told.get(kind), rows) for kind in Kind}


def _last(kind: Kind, told: dict | None, rows: dict[int, Round]) -> Last:
    if told is None:
        return Last(kind)
    return Last(kind, rows.get(told["worked"]), rows[told["tried"]], told["since"])


def due(now: datetime) -> list[Kind]:
    """What is to be done now, in its order. Without KITH_BACKUP_DIR no copies are made by themselves."""
    kinds, found = list(Kind) if settings.BACKUP_DIR else [Kind.TRAIL], lasts()
    return [kind for kind in kinds if _is_due(found[kind], now)]


def _is_due(found: Last, now: datetime) -> bool:
    """Once a night, or a week; a night without a clock is made up for. The first time waits for a night."""
    if found.tried:
        pause = AGAIN_AFTER if found.tried.ended_at else LOST_AFTER
        if timedelta(0) <= now - found.tried.began_at < pause:
            return False
    if found.worked is None:
        return bool(found.tried) or _is_night(now)
    return found.worked.began_at < _last_night(now) - (EVERY[found.kind] - timedelta(days=1))


def _is_night(now: datetime) -> bool:
    return NIGHT <= timezone.localtime(now).time() < NIGHT_ENDS


def _last_night(now: datetime) -> datetime:
    """When the night began that is now, or was last."""
    here = timezone.localtime(now)
    began = here.replace(hour=NIGHT.hour, minute=NIGHT.minute, second=0, microsecond=0)
    return began if began <= here else began - timedelta(days=1)
