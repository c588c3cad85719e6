"""The letter itself: its pages are added, opened, and taken out where they were of another paper."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.encryption import unseal
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import ScanForm
from kith.budget.scans import file_of, letter_of, scan_called
from kith.design.pages import show
from kith.people.doors import individual_page

from .pages import page_of
from .shared import about, found


@individual_page(Permission.WRITE_BUDGET)
def keep_scan(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """The pages of a letter that was decided on."""
    return _keep(request, individual, found(queries.decision_called(individual, decision)))


@individual_page(Permission.WRITE_BUDGET)
def keep_scan_of_waiting(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """The same while it waits for a second person, who can look at them too."""
    return _keep(request, individual, found(queries.proposal_called(individual, proposal)))


@individual_page(Permission.READ_BUDGET)
def scan(request: HttpRequest, individual, scan: str) -> HttpResponse:
    """Its pages, as a file to open. No browser takes it for anything else, and none keeps it."""
    kept = found(scan_called(individual, scan))
    if not kept.is_there or not file_of(kept).is_file():
        raise Http404
    response = HttpResponse(unseal(file_of(kept).read_bytes()), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


@individual_page(Permission.WRITE_BUDGET)
@require_POST
def take_scan_out(request: HttpRequest, individual, scan: str) -> HttpResponse:
    """It was another paper."""
    kept = found(scan_called(individual, scan))
    try:
        actions.take_scan_out(scan=kept, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "Taken out. That it was here stays written down.")
    return redirect(page_of(letter_of(kept)))


def _keep(request: HttpRequest, individual, letter) -> HttpResponse:
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    if form.is_valid():
        try:
            actions.keep_scan(letter=letter, drawn=form.cleaned_data["drawn"], by=request.actor)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Kept. {individual.called} can open it too.")
            return redirect(page_of(letter))
    context = about(request, individual, form=form, letter_page=page_of(letter))
    return show(request, "budget/keep_scan.html", context, status=422 if form.errors else 200)
