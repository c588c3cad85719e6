"""A kept pack, ready to be asked. Reading a file takes a moment, so the latest few stay at hand."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kith.questionnaires.kept_forms import digest_of
from kith.questionnaires.located import text_of

from .models import Measure
from .pack_files import read, read_kept
from .packs import Pack

AT_HAND = 16
_at_hand: OrderedDict[str, Pack] = OrderedDict()


def pack_of(measure: Measure) -> Pack:
    """The pack that a kept file holds. One that is at hand takes no look at the file."""
    pack = _at_hand.pop(measure.digest, None) or read_kept(measure.content)
    _at_hand[measure.digest] = pack
    if len(_at_hand) > AT_HAND:
        _at_hand.popitem(last=False)
    return pack


def columns_of(content: str | bytes, *, by: str, at: datetime) -> Mapping[str, Any]:
    """What is kept of a pack's file, column by column; or it is turned away. `by` says who brings it, in words."""
    pack, text = read(content, at.date()), text_of(content)
    return {
        "url": pack.form.url,
        "version": pack.form.version,
        "title": pack.form.title,
        "kind": pack.kind,
        "questions": len(pack.questions),
        "holder": pack.licence.holder,
        "last_day": pack.licence.last_day,
        "content": text,
        "digest": digest_of(text),
        "loaded_at": at,
        "loaded_by": by[:200],
    }
