"""A form that was shown leaves Kith: a PDF, words to paste, or a file for another system."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.outbox.drawing import can_draw
from kith.paperwork import actions, queries
from kith.paperwork.copies import as_fhir, as_words
from kith.people.doors import individual_page

from .filling import found

NO_PDF = "This machine cannot make a PDF yet. The page to print says the same."


@individual_page(Permission.WRITE_FORMS)
@require_POST
def take(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """In the shape that was asked for; refused, with the reason, where it was not shown."""
    form = found(queries.filling_called(individual, filling))
    shape = request.POST.get("shape", "")
    try:
        if shape == "pdf" and not can_draw():
            raise Refused(NO_PDF)
        taken = actions.take(filling=form, shape=shape, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
    except ValueError:
        found(None)
    return _in_shape(request, individual, form, taken)


def _in_shape(request: HttpRequest, individual, filling, taken) -> HttpResponse:
    edition = taken.showing.edition
    if taken.shape == "fhir":
        return _file(json.dumps(as_fhir(edition), indent=2, ensure_ascii=False), "application/fhir+json", "form.json")
    if taken.shape == "pdf":
        from kith.paperwork.pdf import form_pdf  # what draws pages is not loaded where none is drawn

        return _file(form_pdf(edition), "application/pdf", "form.pdf")
    context = {"individual": individual, "filling": filling, "words": as_words(edition)}
    return show(request, "paperwork/words.html", context)


def _file(content, kind: str, name: str) -> HttpResponse:
    """Its name tells nothing."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
