"""Words that were typed and not yet kept: a form that came too late, and the page that offers the words again."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django_htmx.http import HttpResponseClientRedirect

from kith.design import views as design
from kith.design.pages import go_to, show
from kith.people import typed
from kith.people.doors import self_page


def form_went_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits. If it is known whose it was, its words are offered again to them alone."""
    door = getattr(getattr(request.resolver_match, "func", None), "door", None)
    if door is not None and door.autosaves and getattr(request, "htmx", False):
        return HttpResponse(status=401)
    whose, page = typed.whose_form(request), typed.page_of(request)
    is_somebody_else = request.user.is_authenticated and request.user.public_id != whose
    if is_somebody_else or not typed.hold(request, whose, page, request.path):
        return design.form_went_stale(request, reason)
    to = page if request.user.is_authenticated else redirect_to_login(page).url
    return HttpResponseClientRedirect(to) if getattr(request, "htmx", False) else redirect(to)


@self_page
@never_cache
def typed_words(request: HttpRequest) -> HttpResponse:
    """The words to copy, and the way back, when their page cannot be filled in again."""
    if request.method == "POST":
        typed.forget(request)
        return go_to(request, "/")
    return show(request, "people/typed-words.html", {"waiting": typed.waiting(request)})
