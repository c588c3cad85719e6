"""How far the trail has come, kept outside the database: whoever rewrites a chain, its head too, is still found out.

The file lies in `settings.OUTSIDE_DIR`. An organisation names a place there that whoever keeps the database cannot
write to; without one it lies in the data folder, and shows no more than a change that was not meant.
"""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kith.access.models import ChainHead, TrailEntry

NAME = "trail-heads.json"


def keep(file: Path, now: datetime) -> int:
    """Writes down how far each chain has come, in place of what was there. Gives how many chains."""
    found = {row.chain: [row.sequence, row.link] for row in ChainHead.objects.order_by("chain")}
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    being_made = file.with_name(f".{file.name}.being-made")
    with being_made.open("w") as written:
        json.dump({"at": now.isoformat(), "heads": found}, written)
        written.flush()
        os.fsync(written.fileno())
    os.replace(being_made, file)
    return len(found)


def kept_at(file: Path) -> datetime | None:
    """When that was last done."""
    return datetime.fromisoformat(json.loads(file.read_text())["at"]) if file.is_file() else None


def put_aside(file: Path, now: datetime) -> str:
    """Under a name that tells when. Gives a sentence, where there was one."""
    if not file.is_file():
        return ""
    aside = file.with_name(f"trail-heads-until-{now:%Y-%m-%d-%H%M%S}.json")
    os.replace(file, aside)
    return f"What was kept of the trail’s heads lies in {aside} from now on."


def problems(file: Path) -> Iterator[str]:
    """Where the trail is not what it was when its heads were kept, one sentence each."""
    if not file.is_file():
        return
    told = json.loads(file.read_text())
    day = datetime.fromisoformat(told["at"]).strftime("%d.%m.%Y")
    now = {row.chain: [row.sequence, row.link] for row in ChainHead.objects.all()}
    for chain, (sequence, link) in told["heads"].items():
        if now.get(chain) != [sequence, link] and not _goes_on(chain, sequence, link):
            yield f"The trail “{chain}” is not what it was on {day}, at line {sequence}."


def _goes_on(chain: str, sequence: int, link: str) -> bool:
    """Whether this very line is still in the chain: later ones may have come."""
    return sequence == 0 or TrailEntry.objects.filter(chain=chain, sequence=sequence, link=link).exists()
