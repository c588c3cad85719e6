"""The pages that bring a list in: hand it over, say which heading is which, look, and press once."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import actions as directory
from kith.directory.queries import licence_for
from kith.directory.reading import spreadsheet
from kith.directory.reading.open_source import is_spreadsheet
from kith.people.doors import anywhere_page

from . import kept, told
from .forms import ListFile, WhichIsWhich

HAND_OVER, LOOK = "local_knowledge/list-new.html", "local_knowledge/list-look.html"


@anywhere_page(Permission.IMPORT_DIRECTORY)
def hand_over(request: HttpRequest) -> HttpResponse:
    """A file, and where it is from."""
    form = ListFile(request.POST, request.FILES) if request.method == "POST" else ListFile()
    if form.is_valid():
        try:
            held = kept.keep(form.cleaned_data["file"].chunks(), form.called(), form.cleaned_data["licence"])
        except Refused as reason:
            form.add_error("file", str(reason))
        else:
            kept.remember(request.session, held)
            return go_to(request, "local_knowledge:list_look", file=held.name)
    return show(request, HAND_OVER, {"form": form}, status=422 if form.errors else 200)


@anywhere_page(Permission.IMPORT_DIRECTORY)
def look(request: HttpRequest, file: str) -> HttpResponse:
    """What would come of it. Nothing is kept until the last press."""
    held = kept.remembered(request.session, file)
    if held is None:
        raise Http404
    if request.POST.get("do") == "throw away":
        return _throw_away(request, held)
    try:
        form = _which_is_which(request, held)
        if form is not None and not form.is_valid():
            return show(request, LOOK, {"form": form, "held": held}, status=422 if form.is_bound else 200)
        named = form.named() if form else None
        if request.POST.get("do") == "bring":
            return _bring(request, held, named)
        report = _read_in(request, held, named, dry_run=True)
        page = told.page_of(report, held, named)
    except Refused as reason:
        return show(request, LOOK, {"reason": str(reason), "held": held}, status=422)
    return show(request, LOOK, {"form": form, "held": held} | page)


def _throw_away(request: HttpRequest, held: kept.Kept) -> HttpResponse:
    kept.forget(request.session, held)
    messages.success(request, "The file is thrown away. Nothing of it was kept.")
    return go_to(request, "local_knowledge:list_new")


def _which_is_which(request: HttpRequest, held: kept.Kept) -> WhichIsWhich | None:
    """The form of headings; None where the file says itself what is what."""
    if not is_spreadsheet(held.path):
        return None
    headings, rows = spreadsheet.headings_of(held.path)
    return WhichIsWhich(request.POST if request.method == "POST" else None, headings=headings, rows=rows)


def _bring(request: HttpRequest, held: kept.Kept, named: dict[str, str] | None) -> HttpResponse:
    report = _read_in(request, held, named, dry_run=False)
    kept.forget(request.session, held)
    same = f" {report.unchanged} were here already." if report.unchanged else ""
    messages.success(request, f"{report.created} new, {report.updated} changed.{same}")
    return go_to(request, "ideas:community")


def _read_in(request: HttpRequest, held: kept.Kept, named: dict[str, str] | None, *, dry_run: bool):
    """Whoever hands it over has hardly asked everybody on it: their names and mobile numbers stay here."""
    about = {"source_path": held.path, "source_name": held.said, "named": named, "contacts_are_public": False}
    licence = licence_for(held.licence, held.said)
    return directory.import_directory(**about, licence=licence, dry_run=dry_run, by=request.actor)
