"""Staying signed in: how long is left, and one press to stay."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from kith.design.pages import way_back
from kith.people import staying, typed
from kith.people.doors import public_page


@public_page
@never_cache
def stay(request: HttpRequest) -> HttpResponse:
    """Asked for, it says how many seconds are left; pressed, it begins them anew."""
    if request.method == "POST" and request.user.is_authenticated:
        staying.press(request)
    if "application/json" in request.headers.get("accept", ""):
        return JsonResponse({"left": round(staying.left(request)) if request.user.is_authenticated else 0})
    return redirect(way_back(request, "/"))


@public_page
def keep(request: HttpRequest) -> HttpResponse:
    """Holds what stands in a form just before its page signs out. The words come back after signing in."""
    page, action = way_back(request, name="kept-page"), way_back(request, name="kept-action")
    is_theirs = request.method == "POST" and request.user.is_authenticated and page and action
    is_held = is_theirs and typed.hold(request, request.user.public_id, page, action)
    return HttpResponse(status=204 if is_held else 404)
