"""Whether the websites that listings give still answer: a few a day, each host once a day, with a pause between, and
not where its robots.txt asks us to stay away. Nothing leaves the table for it."""

import time
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.db.models import Q

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import ages
from kith.directory.models import Activity, Status, Website
from kith.directory.reading import fetching

NAME = "directory-link-check"
PAUSE, PATIENCE = 2.0, 8.0  # seconds
A_FEW = 500
ALL_SILENT = 3  # without one that answers: then it is our own line


def look_at_websites(goes_on: Callable[[], bool], inside: bool = False) -> int:
    """Looks at some of those that are due. Gives at how many. Each is kept as soon as it was looked at; nothing in it
    is anybody's, so it leaves no trail. `inside` is for tests, as the places of a demo are invented too."""
    if settings.KITH_DEMO and not inside:
        return 0
    _note_new()
    silent: list[Website] = []
    looked = 0
    for site in _due():
        if not goes_on() or len(silent) >= ALL_SILENT:
            break
        time.sleep(PAUSE if looked else 0)
        looked += 1
        if _answers(site.address, inside):
            _keep(site, answers=True)
            while silent:
                _keep(silent.pop(), answers=False)
        elif _any_answered_today():
            _keep(site, answers=False)
        else:
            silent.append(site)
    return looked


def _note_new() -> None:
    """Addresses that listings give and nobody has looked at yet."""
    given = Activity.objects.filter(status=Status.LIVE, url__istartswith="http")
    new = given.exclude(url__in=Website.objects.values("address")).values_list("url", flat=True).distinct()
    rows = [Website(address=each) for each in new[:A_FEW] if len(each) <= 500]
    Website.objects.bulk_create(rows, ignore_conflicts=True)


def _due() -> list[Website]:
    """The longest unseen first, one of each host, as many as are left for today."""
    today = clock.today()
    seen = list(Website.objects.filter(looked_on=today).values_list("address", flat=True))
    hosts = {_host(each) for each in seen}
    again, retry = (today - timedelta(days=days) for days in (ages.WEBSITE_EVERY, ages.SILENT_EVERY))
    due = Q(looked_on__isnull=True) | Q(looked_on__lte=again) | Q(silent_days__gt=0, looked_on__lte=retry)
    chosen: list[Website] = []
    for site in Website.objects.filter(due).order_by("-silent_days", "looked_on", "pk")[:A_FEW]:
        if _host(site.address) not in hosts and len(seen) + len(chosen) < ages.WEBSITES_A_DAY:
            hosts.add(_host(site.address))
            chosen.append(site)
    return chosen


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _answers(address: str, inside: bool) -> bool:
    """Any answer will do, but that there is nothing, or that it is broken. Where we are asked to stay away we do."""
    if not _may_look(address, inside):
        return True
    return _asked(address, inside, only_asks=True) is not None


def _may_look(address: str, inside: bool) -> bool:
    if not _host(address):
        return True  # no whole address: it will not answer
    parts = urlsplit(address)
    rules = _asked(f"{parts.scheme}://{parts.netloc}/robots.txt", inside)
    if rules is None:
        return True
    robots = RobotFileParser()
    robots.parse(rules.decode(errors="replace").splitlines())
    return robots.can_fetch(NAME, address)


def _asked(address: str, inside: bool, only_asks: bool = False) -> bytes | None:
    agent = f"{NAME}/1.0 (+{settings.INTRODUCTION_URL})"
    until = time.monotonic() + PATIENCE
    try:
        return fetching.fetch(address, inside=inside, until=until, agent=agent, only_asks=only_asks).body
    except (Refused, fetching.Gone, fetching.NotNow):
        return None


def _any_answered_today() -> bool:
    return Website.objects.filter(looked_on=clock.today(), silent_days=0).exists()


def _keep(site: Website, answers: bool) -> None:
    """What was seen today."""
    site.looked_on = clock.today()
    if answers:
        site.silent_days = 0
    else:
        site.silent_days, site.silent_on = min(site.silent_days + 1, 999), clock.today()
    site.save(update_fields=["looked_on", "silent_days", "silent_on"])
