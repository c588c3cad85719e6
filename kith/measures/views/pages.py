"""How it is going, over time: what was said of goals and with short measures, and how often to be reminded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.measures import actions, queries
from kith.measures.charts import chart_of_attained
from kith.measures.forms import MonthsForm
from kith.measures.packs import QUESTIONS
from kith.measures.queries.kept import attainment_measure
from kith.measures.told import of_goals, of_measures
from kith.people.doors import individual_page

from .shared import is_own_of

MOST_READ = 300
MOST_PUT_OFF = 20


@individual_page(Permission.READ_MEASURES)
def page(request: HttpRequest, individual) -> HttpResponse:
    """All of it, for the individual; what they have seen and do not keep, for others."""
    return _page(request, individual)


@individual_page(Permission.WRITE_REMINDERS)
@require_POST
def remind(request: HttpRequest, individual) -> HttpResponse:
    """How often."""
    form = MonthsForm(request.POST)
    if not form.is_valid():
        return _page(request, individual, months_form=form)
    actions.choose_months(individual=individual, months=int(form.cleaned_data["months"]), by=request.actor)
    messages.success(request, "Kept. You can change it or stop it whenever you like.")
    return go_to(request, "measures:page", individual=individual.public_id)


@individual_page(Permission.WRITE_REMINDERS)
@require_POST
def no_more(request: HttpRequest, individual) -> HttpResponse:
    """No reminder of this any more."""
    actions.stop_reminding(individual=individual, by=request.actor)
    messages.success(request, "No more reminders of this.")
    return go_to(request, "measures:page", individual=individual.public_id)


def _attained(individual, *, is_own: bool) -> dict:
    """The goals with levels, where these are in use."""
    if attainment_measure(clock.today()) is None:
        return {}
    attained = queries.attained(individual, is_own=is_own)
    return {"attained": attained, "attained_line": chart_of_attained(attained.before)}


def _page(request: HttpRequest, individual, *, months_form: MonthsForm | None = None) -> HttpResponse:
    is_own, today = is_own_of(request, individual), clock.today()
    responses = list(queries.responses_of(individual, is_own=is_own)[:MOST_READ])
    wishes = queries.wishes_of(individual)
    context = {
        "individual": individual,
        "is_own": is_own,
        "waiting": [each for each in responses if each.seen_at is None],
        "goals": of_goals(responses),
        "asked": of_measures(responses),
        "put_off": list(queries.put_off_of(individual)[:MOST_PUT_OFF]),
        "to_ask": [each for each in queries.measures_on(today) if each.kind == QUESTIONS],
        **_attained(individual, is_own=is_own),
        "wishes": wishes,
        "months_form": months_form or MonthsForm(initial={"months": str(wishes.months)}),
    }
    return show(request, "measures/page.html", context, status=422 if months_form else 200)
