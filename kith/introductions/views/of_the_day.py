"""“Still on today?”, for whoever holds a place's link: two answers. Looking changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.refusal import Refused
from kith.design.pages import show
from kith.introductions import actions, forms, hosting


def answer(request: HttpRequest, introduction) -> HttpResponse:
    """Behind the door of a place, which `views.hosting` opened."""
    form = forms.HostAnswer(request.POST or None, worker=hosting.worker_of(introduction))
    if request.method != "POST":
        return _page(request, introduction, form)
    if not form.is_valid():
        return _page(request, introduction, form, status=422)
    said = {"kind": request.POST.get("answer", ""), "words": form.cleaned_data["words"]}
    try:
        actions.tell_of_the_day(introduction=introduction, by=request.actor, **said)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, introduction, form, status=409)
    return redirect(request.path)


def _page(request: HttpRequest, introduction, form, *, status: int = 200) -> HttpResponse:
    context = {"page": hosting.day_page_for(introduction), "form": form}
    response = show(request, "introductions/still_on.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
