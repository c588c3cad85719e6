"""A slip of whoever typed an answer in: the same questions once more, as they were typed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.measures import actions, queries, rules
from kith.measures.asked import asked_again, typed_in
from kith.measures.forms import WordsForm
from kith.people.doors import individual_page

from .shared import found, is_own_of


@individual_page(Permission.WRITE_MEASURES)
def put_right(request: HttpRequest, individual, response: str) -> HttpResponse:
    """For whoever typed it in, while both may read it; others find the answer itself."""
    kept = found(_called(request, individual, response))
    if rules.cannot_put_right(kept, typed_it=kept.recorded_by_id == request.user.pk):
        return _to_answer(request, kept)
    data = request.POST if request.method == "POST" else None
    form = WordsForm(data, called=individual.called, initial={"words": kept.words})
    asked = asked_again(kept, data, clock.today())
    is_whole = form.is_valid() and not any(each.error for each in asked)
    if is_whole and (right := _right(request, form, kept, asked)):
        messages.success(request, f"Kept. {individual.called} sees it first." if right != kept else "As it was.")
        return _to_answer(request, right)
    context = {"individual": individual, "response": kept, "form": form, "asked": asked}
    return show(request, "measures/put_right.html", context, status=200 if data is None else 422)


def _called(request: HttpRequest, individual, public_id: str):
    """Also what waits for the individual, which its page tells."""
    kept = queries.response_called(individual, public_id, is_own=is_own_of(request, individual))
    return kept or queries.waiting_called(individual, public_id, request.user.pk)


def _right(request: HttpRequest, form: WordsForm, kept, asked):
    """The version that stands now; None where a rule's sentence stands on top of the form."""
    told = {"answers": typed_in(asked), "words": form.cleaned_data["words"]}
    try:
        return actions.put_right(response=kept, by=request.actor, **told)
    except Refused as reason:
        form.add_error(None, str(reason))
        return None


def _to_answer(request: HttpRequest, response) -> HttpResponse:
    whose, which = response.individual.public_id, response.public_id
    return go_to(request, "measures:answers", individual=whose, response=which)
