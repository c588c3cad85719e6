"""`/metrics`: numbers about how Kith runs, for Prometheus. None is about anybody, and few may read them."""

import os
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from kith.access import clock
from kith.config.counting import FOLDER
from kith.upkeep.queries import running

HERE = ("127.0.0.1", "::1")
NAMES_OF_HERE = ("127.0.0.1", "localhost")
OF_A_PROXY = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP", "HTTP_VIA")


def metrics(request: HttpRequest) -> HttpResponse:
    """For this machine itself, or whoever sends the word that was agreed on; for others nothing is here."""
    if not (_sends_the_word(request) or _is_from_here(request)):
        raise Http404
    return HttpResponse(generate_latest(_everything()), content_type=CONTENT_TYPE_LATEST)


def _sends_the_word(request: HttpRequest) -> bool:
    sent = request.headers.get("Authorization", "")
    return bool(settings.METRICS_TOKEN) and constant_time_compare(sent, f"Bearer {settings.METRICS_TOKEN}")


def _is_from_here(request: HttpRequest) -> bool:
    """Asked on this machine, by its own name. Whatever a proxy passes on comes from this machine as well."""
    host = request.get_host().partition(":")[0]
    passed_on = any(name in request.META for name in OF_A_PROXY)
    return request.META.get("REMOTE_ADDR") in HERE and host in NAMES_OF_HERE and not passed_on


def _everything() -> CollectorRegistry:
    """What all processes counted together, and what the database knows."""
    found = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(found)
    else:
        found.register(_Counted())
    found.register(_Running())
    return found


class _Counted(Collector):
    """Where one process does everything, as in a test, what it counted itself."""

    def collect(self) -> Iterator:
        return (each for each in REGISTRY.collect() if each.name.startswith("kith_"))


class _Running(Collector):
    """How Kith runs, as its database tells at this moment."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            told = running.figures(clock.now())
        except DatabaseError:
            told = []
        yield GaugeMetricFamily("kith_database_answers", "1 when the database answers.", value=int(bool(told)))
        for name, words, value in told:
            if value is not None:
                yield GaugeMetricFamily(f"kith_{name}", words, value=value)
