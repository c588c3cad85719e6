"""A copy is looked through, kind by kind, before it goes out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.views.answering import done
from kith.rights import actions, queries
from kith.rights.forms import CoverForm, HoldBackForm

from .shared import as_archive, request_or_nothing, went_well


@individual_page(Permission.LOOK_AFTER_RIGHTS)
def look(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """All rows of one kind, as they would go out."""
    return _page(request, individual, _copy_or_nothing(individual, wanted))


def _copy_or_nothing(individual, wanted: str):
    """A copy that waits to be made: nothing else opens the record, and it opens it no longer than that."""
    found = request_or_nothing(individual, wanted)
    if not found.is_looked_through:
        raise Http404
    return found


def _page(request: HttpRequest, individual, found, **failed) -> HttpResponse:
    chosen = queries.kind_to_look_at(request.POST.get("kind") or request.GET.get("kind", ""))
    parts = queries.parts_of(individual, chosen.name)
    context = {"individual": individual, "wanted": found, "chosen": chosen, "parts": queries.items(found, parts)}
    context |= {"digest": queries.digest_of(parts), "failed_form": None, "again": "", **failed}
    return show(request, "rights/look.html", context, status=422 if failed else 200)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def looked(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """This kind is looked through."""
    found = request_or_nothing(individual, wanted)
    said = {"record_class": request.POST.get("kind", "")[:20], "digest": request.POST.get("digest", "")[:64]}
    went_well(request, actions.look_through, "Looked through.", wanted=found, **said)
    return _to_request(individual, found, request)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def cover(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """One passage."""
    return _decide(request, individual, wanted, ("cover", CoverForm(request.POST), actions.cover))


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def hold_back(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """One row."""
    return _decide(request, individual, wanted, ("hold_back", HoldBackForm(request.POST), actions.hold_back))


def _decide(request: HttpRequest, individual, wanted: str, how: tuple) -> HttpResponse:
    """Back to the same kind; or the page again, with what was typed and the reason on top."""
    name, form, act = how
    found = _copy_or_nothing(individual, wanted)
    if done(form, lambda: act(wanted=found, by=request.actor, **form.cleaned_data)) is None:
        return _page(request, individual, found, failed_form=form, again=f"rights:{name}")
    messages.success(request, "Kept, with the reason.")
    return _to_look(request, individual, found)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def tell(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """Told after all."""
    found = request_or_nothing(individual, wanted)
    if held := queries.held_called(found, request.POST.get("held", "")):
        went_well(request, actions.lift, "It is told.", held=held)
    return _to_look(request, individual, found)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def make(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """The copy lies ready for a day."""
    found = request_or_nothing(individual, wanted)
    went_well(request, actions.make_copy, "It is ready for a day, and they are told.", wanted=found)
    return _to_request(individual, found, request)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def hand_over(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """The file, for somebody who has no page."""
    found = request_or_nothing(individual, wanted)
    got: list[bytes] = []
    copy = queries.copy_of(found)
    if copy and went_well(
        request, lambda **said: got.append(actions.hand_over(**said)), copy=copy, how=request.POST.get("how", "")
    ):
        return as_archive(got[0])
    return _to_request(individual, found, request)


def _to_look(request: HttpRequest, individual, found) -> HttpResponse:
    page = go_to(request, "rights:look", individual=individual.public_id, wanted=found.public_id)
    kind = request.POST.get("kind", "")
    if kind.isalpha():
        page["Location"] = f"{page['Location']}?kind={kind}"
    return page


def _to_request(individual, found, request: HttpRequest) -> HttpResponse:
    return go_to(request, "rights:request_page", individual=individual.public_id, wanted=found.public_id)
