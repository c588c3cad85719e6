"""Which lists what is given out came from, and under which licence each of them is."""

from dataclasses import dataclass

from kith.directory.licences import url_of
from kith.directory.models import Source

from .finding import open_listings


@dataclass(frozen=True)
class Credit:
    """A list by its name. `url` is "" where we do not know where its licence can be read."""

    name: str
    licence: str
    url: str


def sources_given_out() -> list[Credit]:
    """Every list of which something is given out today, and whose licence was told. What else a list is called, such
    as the name of a file that somebody handed over, is nobody's business."""
    given_out = open_listings().order_by().values("activity__source")
    found = Source.objects.filter(may_give_out=True, pk__in=given_out).exclude(licence="")
    return [Credit(each.name, each.licence, url_of(each.licence)) for each in found]
