"""Where a provider of texts tells what came in, and what became of what went out. Known by a word only the two share.

Told twice it is kept once; without the word there is nothing here.
"""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kith.access.actor import Actor
from kith.messaging import actions
from kith.people.doors import public_page

MOST = 100_000  # bytes; a text is short


@public_page
@csrf_exempt
@require_POST
def text_came_in(request: HttpRequest) -> HttpResponse:
    """A text somebody sent: kept as it came, and made sense of afterwards."""
    said = _said(request)
    known_as = f"text {said['id']}"
    actions.arrive(way="text", known_as=known_as, raw=json.dumps(said).encode(), by=Actor.system())
    return HttpResponse(status=204)


@public_page
@csrf_exempt
@require_POST
def receipt(request: HttpRequest) -> HttpResponse:
    """What became of a text or letter that was handed over."""
    said = _said(request)
    status, theirs = str(said.get("status", "")), str(said["id"])
    actions.note_receipt(reference=str(said.get("reference", "")), status=status, their_id=theirs, by=Actor.system())
    return HttpResponse(status=204)


def _said(request: HttpRequest) -> dict:
    """What the provider says; nothing is here for anybody else."""
    word = settings.NOTIFY_CALLBACK_WORD
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not word or not constant_time_compare(given, word):
        raise Http404
    try:
        said = json.loads(request.body[:MOST])
    except ValueError:
        raise Http404 from None
    if not isinstance(said, dict) or not said.get("id"):
        raise Http404
    return said
