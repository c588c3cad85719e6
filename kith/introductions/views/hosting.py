"""The page where a place answers by one press, for whoever holds its link. No account, no cookie, no name of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from kith.access.actor import Role
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.introductions import actions, forms, hosting, place_forms, queries
from kith.people import links
from kith.people.doors import link_page, public_page

from . import of_the_day

KEPT = "kept"  # in the address, after what was added was kept


@csrf_exempt  # the address itself is the secret: whoever holds it may press, and no cookie is set or asked for
@link_page("host", Role.HOST)
def answer(request: HttpRequest, link) -> HttpResponse:
    """Who would like to come, as far as was agreed, and the answers. Looking changes nothing."""
    found = queries.introduction_of_link(link)
    if found is None:
        return links.is_over(request)
    return of_the_day.answer(request, found) if found.is_about_today else _asked(request, link, found)


def _asked(request: HttpRequest, link, found) -> HttpResponse:
    form = _box(found, request.POST or None)
    if request.method != "POST":
        return _page(request, link, found, form=form)
    if not form.is_valid():
        return _page(request, link, found, form=form, status=422)
    said = {"kind": request.POST.get("answer", ""), "words": form.cleaned_data["words"]}
    try:
        actions.answer_as_host(introduction=found, by=request.actor, **said)
    except Refused as refused:
        if queries.introduction_of_link(link) is None:  # taken back while the page stood open
            return links.is_over(request)
        form.add_error(None, str(refused))
        return _page(request, link, found, form=form, status=409)
    return redirect(request.path)


@csrf_exempt  # as above
@link_page("host", Role.HOST)
def expect(request: HttpRequest, link) -> HttpResponse:
    """What to expect there, for everybody."""
    form = place_forms.Expecting(request.POST if request.method == "POST" else None)
    return _added(request, link, "expect", form, lambda found: _say_what_to_expect(request, found, form))


@csrf_exempt  # as above
@link_page("host", Role.HOST)
def full(request: HttpRequest, link) -> HttpResponse:
    """There is no room for now."""
    form = place_forms.Full(request.POST if request.method == "POST" else None)
    return _added(request, link, "full", form, lambda found: _say_full(request, found, form))


@public_page
def over(request: HttpRequest, anything: str = "") -> HttpResponse:
    """Whatever else is asked for here looks like a link that has ended."""
    return links.is_over(request)


def _say_what_to_expect(request: HttpRequest, introduction, form) -> None:
    actions.say_what_to_expect(introduction=introduction, words=form.words, by=request.actor)


def _say_full(request: HttpRequest, introduction, form) -> None:
    actions.say_full(introduction=introduction, by=request.actor, **form.cleaned_data)


def _added(request: HttpRequest, link, name: str, form, act) -> HttpResponse:
    """One of the folded forms: kept and back to the page, or the page with what was typed."""
    found = queries.introduction_of_link(link)
    if found is None:
        return links.is_over(request)
    if request.method != "POST" or not form.is_valid():
        return _page(request, link, found, status=422 if request.method == "POST" else 200, **{name: form})
    try:
        act(found)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, link, found, status=409, **{name: form})
    return redirect(f"{_address(request)}?{KEPT}={name}")


def _address(request: HttpRequest) -> str:
    return reverse("host:answer", args=[request.resolver_match.kwargs["link"]])


def _box(introduction, typed=None) -> forms.HostAnswer:
    before = {"words": hosting.words_before(introduction)}
    return forms.HostAnswer(typed, initial=before, worker=hosting.worker_of(introduction))


def _page(request: HttpRequest, link, introduction, *, status: int = 200, **typed) -> HttpResponse:
    """`typed`: the form that was filled in, by its name."""
    context = {"form": _box(introduction), "expect": place_forms.Expecting(), "full": place_forms.Full()}
    context |= {"page": hosting.page_for(introduction, link), "address": _address(request)}
    context |= {"kept": request.GET.get(KEPT, "")}
    response = show(request, "introductions/host.html", context | typed, status=status)
    response["Cache-Control"] = "no-store"
    return response
