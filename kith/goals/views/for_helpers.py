"""The page of a helper, for whoever holds its link. No account, no cookie, and nothing is asked of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from kith.access.actor import Role
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.goals import actions, forms, queries
from kith.goals.helping import for_helper
from kith.people import links
from kith.people.doors import link_page, public_page


@csrf_exempt  # the address itself is the secret: whoever holds it may press, and no cookie is set or asked for
@link_page("helper", Role.HELPER)
def one_step(request: HttpRequest, link) -> HttpResponse:
    """What they help with, and a small box. Looking changes nothing."""
    found = queries.page_of_link(link)
    if found is None:
        return links.is_over(request)
    page = for_helper(found)
    form = forms.TellForm(request.POST or None, name=page.individual)
    if request.method != "POST" or not page.takes_words:
        return _page(request, page, form)
    if not form.is_valid():
        return _page(request, page, form, status=422)
    try:
        actions.tell(page=found, words=form.cleaned_data["words"], by=request.actor)
    except Refused as refused:
        if queries.page_of_link(link) is None:
            return links.is_over(request)
        form.add_error(None, str(refused))
        return _page(request, page, form, status=409)
    return redirect(f"{request.path}?told=1")


@public_page
def over(request: HttpRequest, anything: str = "") -> HttpResponse:
    """Whatever else is asked for here looks like a link that has ended."""
    return links.is_over(request)


def _page(request: HttpRequest, page, form, *, status: int = 200) -> HttpResponse:
    context = {"page": page, "form": form, "has_told": "told" in request.GET and not form.is_bound}
    return show(request, "goals/for_helper.html", context, status=status)
