"""Help now, the gallery of everything design offers, and the page for a form that waited too long."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kith.design import accessibility as statement
from kith.design import gallery as shown
from kith.design import looks
from kith.design.pages import show


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


def form_went_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form was open for so long that it can no longer be sent safely."""
    return HttpResponse(render_to_string("403_csrf.html", {"look": looks.for_now(request)}), status=403)


def something_went_wrong(request: HttpRequest) -> HttpResponse:
    """Asks for nothing that may be what went wrong."""
    return HttpResponse(render_to_string("500.html", {"look": looks.for_now(request)}), status=500)
