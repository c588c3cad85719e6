"""The page where a place answers by one press, for whoever holds its link. No account, no cookie, no name of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from kith.access.actor import Role
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.introductions import actions, forms, hosting, queries, still_on
from kith.people import links
from kith.people.doors import link_page, public_page

from . import of_the_day


@csrf_exempt  # the address itself is the secret: whoever holds it may press, and no cookie is set or asked for
@link_page("host", Role.HOST)
def answer(request: HttpRequest, link) -> HttpResponse:
    """Who would like to come, as far as was agreed, and three answers. Looking changes nothing."""
    found = queries.introduction_of_link(link)
    if found is None:
        return links.is_over(request)
    if still_on.is_about_today(found):
        return of_the_day.answer(request, found)
    form = forms.HostAnswer(request.POST or None, initial={"words": hosting.words_before(found)})
    if request.method != "POST":
        return _page(request, link, found, form)
    if not form.is_valid():
        return _page(request, link, found, form, status=422)
    said = {"kind": request.POST.get("answer", ""), "words": form.cleaned_data["words"]}
    try:
        actions.answer_as_host(introduction=found, by=request.actor, **said)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, link, found, form, status=409)
    return redirect(request.path)


@public_page
def over(request: HttpRequest, anything: str = "") -> HttpResponse:
    """Whatever else is asked for here looks like a link that has ended."""
    return links.is_over(request)


def _page(request: HttpRequest, link, introduction, form, *, status: int = 200) -> HttpResponse:
    context = {"page": hosting.page_for(introduction, link), "form": form}
    response = show(request, "introductions/host.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
