"""A life over time, on the individual's own page alone: for them and whoever works with them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions
from kith.budget.forms import SupportForm
from kith.design.pages import go_to, show
from kith.home import queries
from kith.home.spans import drawing_of
from kith.people.doors import individual_page


@individual_page(Permission.READ_ABOUT_ME)
def over_time(request: HttpRequest, individual) -> HttpResponse:
    """Drawn, and as a list that says the same."""
    return _page(request, individual, SupportForm())


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def note_support(request: HttpRequest, individual) -> HttpResponse:
    """Support began or ended."""
    form = SupportForm(request.POST)
    if form.is_valid():
        try:
            actions.note_support(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. You can both see it.")
            return go_to(request, "home:over_time", individual=individual.public_id)
    return _page(request, individual, form, status=422)


def _page(request: HttpRequest, individual, form: SupportForm, status: int = 200) -> HttpResponse:
    paid = queries.paid_spans(individual) if Permission.READ_BUDGET in request.may else []
    spans = sorted(paid + queries.other_spans(individual), key=lambda span: (span.since, span.words))
    context = {
        "individual": individual,
        "is_own": request.user.pk == individual.user_id,
        "drawing": drawing_of(spans, clock.today()),
        "rows": [(span.words, span.kind_words, span.when) for span in spans],
        "columns": ("What", "What it is", "When"),
        "changes": queries.support_changes(individual),
        "form": form,
    }
    return show(request, "home/over_time.html", context, status=status)
