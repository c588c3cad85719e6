"""The pages on which a manager keeps the forms that agencies ask for."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people.doors import anywhere_page

from . import actions, queries
from .forms import FormFile
from .kept_forms import form_of
from .previewing import preview

ON_A_PAGE = 50  # questions of a preview


@anywhere_page(Permission.KEEP_FORMS)
def forms(request: HttpRequest) -> HttpResponse:
    """Every form there is, the newest version of each; and a file to load."""
    form = FormFile(request.POST, request.FILES) if request.method == "POST" else FormFile()
    if form.is_valid():
        try:
            loaded = actions.load_form(content=form.cleaned_data["file"].read(), by=request.actor)
        except Refused as reason:
            form.add_error("file", str(reason))
        else:
            messages.success(request, f"{loaded.form} {'is kept' if loaded.is_new else 'was here already'}.")
            return go_to(request, "questionnaires:form_page", form=loaded.form.public_id)
    context = {"form": form, "kept": queries.newest_of_each()}
    return show(request, "questionnaires/forms.html", context, status=422 if form.errors else 200)


@anywhere_page(Permission.KEEP_FORMS)
def form_page(request: HttpRequest, form: str) -> HttpResponse:
    """One version as people will see it, and its other versions."""
    kept = _found(form)
    read = form_of(kept)
    part = Paginator(preview(read), ON_A_PAGE).get_page(request.GET.get("part"))
    context = {"kept": kept, "read": read, "part": part, "versions": queries.versions_of(kept)}
    return show(request, "questionnaires/form_page.html", context)


@anywhere_page(Permission.KEEP_FORMS)
@require_POST
def retire(request: HttpRequest, form: str) -> HttpResponse:
    """Nobody begins it any more."""
    return _pressed(request, form, actions.retire_form, "Nobody begins this form any more. What was begun goes on.")


@anywhere_page(Permission.KEEP_FORMS)
@require_POST
def use_again(request: HttpRequest, form: str) -> HttpResponse:
    """It is used again."""
    return _pressed(request, form, actions.use_again, "This form is in use again.")


def _pressed(request: HttpRequest, form: str, action, words: str) -> HttpResponse:
    try:
        action(form=_found(form), by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    else:
        messages.success(request, words)
    return go_to(request, "questionnaires:form_page", form=form)


def _found(public_id: str):
    kept = queries.form_called(public_id)
    if kept is None:
        raise Http404
    return kept
