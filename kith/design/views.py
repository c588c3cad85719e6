"""Help now, the gallery of everything design offers, and the page for a form that waited too long."""

import sys

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kith.design import accessibility as statement
from kith.design import gallery as shown
from kith.design import looks, not_saved
from kith.design.pages import show

# When not even a page for it can be made; the numbers as they are in England, good anywhere for the first.
LAST_RESORT = """<!doctype html><html lang="en-GB"><title>Something went wrong</title>
<h1>Something went wrong here</h1><p>It is nothing you did. Please wait a minute, and try once more.</p>
<h2>Help now</h2><p>If somebody is in danger, call <a href="tel:999">999</a>.</p>
<p>To talk to somebody, day or night: NHS <a href="tel:111">111</a> and choose 2,
or Samaritans <a href="tel:116123">116 123</a>.</p></html>"""


def crisis(request: HttpRequest) -> HttpResponse:
    """Help now. Asks for no session, no database and no script, so that it answers when little else does."""
    return HttpResponse(render_to_string("design/crisis.html", {"look": looks.for_now(request)}))


def leaving(request: HttpRequest) -> HttpResponse:
    """What “Leave this page” does, what stays in the browser all the same, and how to clear that."""
    return show(request, "design/leaving.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """What was looked at so that everybody can use Kith, what is not right yet, and whom to tell."""
    return show(request, "design/accessibility.html", {"statement": statement.statement()})


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component, field and drawing, for those who build pages. Demo mode only."""
    if not settings.KITH_DEMO:
        raise Http404
    return show(request, "design/gallery.html", shown.everything())


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not theirs and not there answer alike; whoever sent words there has them back, whichever of the two it is."""
    words = not_saved.words_to_copy(request)
    response = show(request, "design/no-longer.html" if words else "404.html", {"words": words}, status=404)
    response["Cache-Control"] = "no-store"
    return response


def form_went_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was open for so long, or somebody else signed in meanwhile, that it can no longer be sent safely."""
    return HttpResponse(render_to_string("403_csrf.html", {"look": looks.for_now(request)}), status=403)


def something_went_wrong(request: HttpRequest) -> HttpResponse:
    """Asks for nothing that may be what went wrong. Django calls it while the problem is being handled."""
    problem = sys.exception()
    try:
        if not_saved.is_about_keeping(problem):
            not_saved.note_what_failed(request, problem)
            return not_saved.not_saved(request)
        return HttpResponse(render_to_string("500.html", {"look": looks.for_now(request)}), status=500)
    except Exception:  # noqa: BLE001 - whatever it is, somebody may need help now
        return HttpResponse(LAST_RESORT, status=500)
