"""Whether the websites that listings give still answer: a few a day, each host once a day, with a pause between, and
not where its robots.txt asks us to stay away. Nothing leaves the table for it."""

import random
import time
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.db.models import F, Q, QuerySet

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import ages
from kith.directory.models import Activity, Status, Website
from kith.directory.reading import fetching

NAME = "directory-link-check"
PAUSE, PATIENCE = 2.0, 8.0  # seconds
A_FEW = 500
MOST_READ = 50_000  # addresses, until enough hosts are found
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
        try:
            silent = _seen(site, _answers(site.address, inside), silent)
        except Refused:
            _put_off(site)
    return looked


def _seen(site: Website, answers: bool, silent: list[Website]) -> list[Website]:
    """Keeps what was seen; silence only once somebody else answered today. Gives whose silence is not kept yet."""
    if not answers and not _any_answered_today():
        return [*silent, site]
    _keep(site, answers)
    for each in silent:
        _keep(each, answers=False)
    return []


def _note_new() -> None:
    """Addresses that listings give and nobody has looked at yet."""
    given = Activity.objects.filter(status=Status.LIVE, url__istartswith="http")
    new = given.exclude(url__in=Website.objects.values("address")).values_list("url", flat=True).distinct()
    rows = [Website(address=each) for each in new[:A_FEW] if len(each) <= 500]
    Website.objects.bulk_create(rows, ignore_conflicts=True)


def _due() -> list[Website]:
    """One of each host, as many as are left for today: the longest unseen, up to half of them silent ones. Those that
    answered last time come first, as they tell whether it is our own line; else in no order, so that three that have
    gone are not always met first."""
    seen = Website.objects.filter(looked_on=clock.today()).values_list("address", flat=True)
    hosts = {_host(each) for each in seen}
    left = ages.WEBSITES_A_DAY - len(seen)
    silent, others = _in_question()
    chosen = _one_a_host(silent, hosts, left // 2)
    chosen += _one_a_host(others, hosts, left - len(chosen))
    if chosen and not any(map(_answered_last_time, chosen)) and not _any_answered_today():
        chosen += _one_a_host(_given().filter(looked_on__isnull=False, silent_days=0), hosts, 1)
    random.shuffle(chosen)
    return sorted(chosen, key=lambda site: not _answered_last_time(site))


def _given() -> QuerySet[Website]:
    """Those that a live listing gives, the longest unseen first."""
    live = Activity.objects.filter(status=Status.LIVE).values("url")
    return Website.objects.filter(address__in=live).order_by(F("looked_on").asc(nulls_first=True), "pk")


def _in_question() -> tuple[QuerySet[Website], QuerySet[Website]]:
    """Those that are due: the silent, and all others."""
    again, retry = (clock.today() - timedelta(days=days) for days in (ages.WEBSITE_EVERY, ages.SILENT_EVERY))
    silent = _given().filter(silent_days__gt=0, looked_on__lte=retry)
    return silent, _given().filter(Q(looked_on__isnull=True) | Q(looked_on__lte=again), silent_days=0)


def _one_a_host(sites: QuerySet[Website], hosts: set[str], most: int) -> list[Website]:
    """The first of each host that is not among `hosts`, which are added there."""
    keys: list[int] = []
    for key, address in sites.values_list("pk", "address")[:MOST_READ]:
        if len(keys) >= most:
            break
        if _host(address) not in hosts:
            hosts.add(_host(address))
            keys.append(key)
    return list(Website.objects.filter(pk__in=keys))


def _answered_last_time(site: Website) -> bool:
    return site.looked_on is not None and not site.silent_days


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _answers(address: str, inside: bool) -> bool:
    """Any answer will do, but that there is nothing, or that it is broken. Where we are asked to stay away we do.
    Raises `Refused` for what we do not ask."""
    if not _may_look(address, inside):
        return True
    return _asked(address, inside, only_asks=True) is not None


def _may_look(address: str, inside: bool) -> bool:
    if not _host(address):
        return True  # no whole address: it will not answer
    parts = urlsplit(address)
    try:
        rules = _asked(f"{parts.scheme}://{parts.netloc}/robots.txt", inside)
    except Refused:
        return True  # where it leads to; whether the address itself is asked is told next
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
    except (fetching.Gone, fetching.NotNow):
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


def _put_off(site: Website) -> None:
    """It was not asked, so nothing is said of it. Not as of today: what was seen today and is not silent tells that
    our own line is up."""
    site.looked_on, site.silent_days = clock.today() - timedelta(days=1), 0
    site.save(update_fields=["looked_on", "silent_days"])
