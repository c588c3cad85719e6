"""The leaflet photographed: the picture itself, and the page that takes it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import actions
from kith.directory import queries as directory
from kith.people.doors import anywhere_page

from .forms import Photograph


@anywhere_page(Permission.READ_LISTINGS, together=True)
def picture(request: HttpRequest, activity: str) -> HttpResponse:
    """The picture, while it holds. A browser takes it for nothing else."""
    leaflet = directory.leaflet_of(_found(activity), clock.today())
    if leaflet is None or not directory.file_of(leaflet).is_file():
        raise Http404
    answer = FileResponse(directory.file_of(leaflet).open("rb"), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@anywhere_page(Permission.CORRECT_LISTING)
def take(request: HttpRequest, activity: str) -> HttpResponse:
    """A photograph in place of the one before."""
    found = _found(activity)
    form = Photograph(request.POST, request.FILES) if request.method == "POST" else Photograph()
    if form.is_valid():
        try:
            taken = form.cleaned_data["picture"].read()
            actions.photograph(activity=found, picture=taken, until=form.cleaned_data["until"], by=request.actor)
        except Refused as reason:
            form.add_error("picture", str(reason))
        else:
            messages.success(request, "Kept. The leaflet is on the table.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    page = {"activity": found, "form": form, "photo": directory.leaflet_of(found, clock.today())}
    return show(request, "local_knowledge/photograph.html", page, status=422 if form.errors else 200)


@anywhere_page(Permission.CORRECT_LISTING)
@require_POST
def put_away(request: HttpRequest, activity: str) -> HttpResponse:
    """The leaflet is out of date, or was the wrong one."""
    leaflet = directory.leaflet_of(_found(activity), clock.today())
    if leaflet is not None:
        actions.put_leaflet_away(leaflet=leaflet, by=request.actor)
        messages.success(request, "The photograph is gone from the table.")
    return go_to(request, "local_knowledge:listing", activity=activity)


def _found(public_id: str):
    found = directory.activity(public_id)
    if found is None:
        raise Http404
    return found
