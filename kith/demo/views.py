"""The demo's own pages: being somebody, and the post tray. Outside demo mode they do not exist."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.design.pages import go_to, show, way_back
from kith.outbox import queries as letters
from kith.people.composing import as_of_now
from kith.people.doors import public_page
from kith.people.queries import account_of
from kith.people.sign_in import sign_in

from .forms import WhoForm
from .who import EVERYBODY, OTHERS, START_WITH

View = Callable[[HttpRequest], HttpResponse]
IN_TRAY = 50


def in_demo(view: View) -> View:
    """Answers like nothing at all unless everybody here is invented."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if not settings.KITH_DEMO:
            raise Http404
        return view(request)

    return public_page(answer)


@in_demo
def people(request: HttpRequest) -> HttpResponse:
    """Choose somebody, and be them."""
    form = WhoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = account_of(EVERYBODY[form.cleaned_data["who"]].email)
        if account:
            sign_in(request, account)
            return go_to(request, way_back(request, "/"))
    status = 400 if request.method == "POST" else 200
    to = {"next": way_back(request, "/")}
    return show(request, "demo/sign-in.html", {"first": START_WITH, "others": OTHERS, **to}, status=status)


@in_demo
@require_safe
def tray(request: HttpRequest) -> HttpResponse:
    """What would have been sent, newest first; what waits, as it would be sent now."""
    return show(request, "demo/tray.html", {"letters": as_of_now(list(letters.tray()[:IN_TRAY]))})
