"""Taking a screen back that was in somebody's hands, and the number for it."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.design.pages import go_to, show, way_back
from kith.people import handing
from kith.people.actions import set_unlock_number
from kith.people.doors import public_page, self_page
from kith.people.forms.unlocking import UnlockForm, UnlockNumberForm


@public_page
def unlock(request: HttpRequest) -> HttpResponse:
    """Asks the worker for their number; whoever has none signs in again."""
    onwards = way_back(request, "/")
    if not request.user.is_authenticated or not handing.in_the_hands_of(request):
        return redirect(onwards)
    if "again" in request.POST:
        logout(request)
        return redirect_to_login(onwards)
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if handing.unlock_with(request, form.cleaned_data["number"]):
            return redirect(onwards)
        if not request.user.is_authenticated:
            return redirect_to_login(onwards)
        form.add_error("number", "This is not the number. You can try again, or sign in again.")
    context = {"form": form, "next": onwards, "has_number": bool(request.user.unlocks_with)}
    context["back_to_it"] = _the_table(handing.in_the_hands_of(request))
    return show(request, "people/unlock.html", context, status=422 if form.errors else 200)


def _the_table(held: str) -> str:
    """The way back for whoever pressed “Give it back” by mistake: nobody is locked out of what they looked at."""
    return reverse("ideas:open_table") if held == "anybody" else reverse("ideas:table", args=[held])


@self_page
def unlock_number(request: HttpRequest) -> HttpResponse:
    """The worker chooses the number, once or anew."""
    form = UnlockNumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_unlock_number(user=request.user, number=form.cleaned_data["number"], by=request.actor)
        messages.success(request, "Your number is kept.")
        return go_to(request, way_back(request, "/account/2fa/"))
    context = {"form": form, "next": way_back(request), "has_number": bool(request.user.unlocks_with)}
    return show(request, "people/unlock-number.html", context, status=422 if form.errors else 200)
