"""Help now, the gallery of everything design offers, and the page for a form that waited too long."""

import sys

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kith.design import gallery as shown
from kith.design import looks, not_saved
from kith.design.pages import show


def crisis(request: HttpRequest) -> HttpResponse:
    """Help now. Asks for no session, no database and no script, so that it answers when little else does."""
    return HttpResponse(render_to_string("design/crisis.html", {"look": looks.for_now(request)}))


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component, field and drawing, for those who build pages. Demo mode only."""
    if not settings.KITH_DEMO:
        raise Http404
    return show(request, "design/gallery.html", shown.everything())


def form_went_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was open for so long that it can no longer be sent safely."""
    return HttpResponse(render_to_string("403_csrf.html", {"look": looks.for_now(request)}), status=403)


def something_went_wrong(request: HttpRequest) -> HttpResponse:
    """Asks for nothing that may be what went wrong. Django calls it while the problem is being handled."""
    if not_saved.is_about_keeping(problem := sys.exception()):
        not_saved.note_what_failed(request, problem)
        return not_saved.not_saved(request)
    return HttpResponse(render_to_string("500.html", {"look": looks.for_now(request)}), status=500)
