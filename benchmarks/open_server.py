"""Kith with one more address beside its own: `/open/bare?page=N` gives bytes that are held ready, and no more.

Served by `benchmarks.open_feed` through the web server that people get. The bytes are read from the folder that
KITH_READY names, once, before anybody asks.
"""

import os
from pathlib import Path

from django.http import HttpResponse
from django.urls import path

from kith.config.wsgi import application

__all__ = ["application"]

READY = {file.stem: file.read_bytes() for file in Path(os.environ["KITH_READY"]).glob("*.json")}


def bare(request):
    """The same bytes, held ready."""
    return HttpResponse(READY[request.GET["page"]], content_type="application/json; charset=utf-8")


def stand_beside() -> None:
    from kith.config import urls

    urls.urlpatterns.insert(0, path("open/bare", bare))


stand_beside()
