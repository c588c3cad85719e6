"""One goal by itself, to show to somebody: no service, no worker, no money, and no way on."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.goals import queries
from kith.goals.charts import chart_of
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found


@individual_page(Permission.READ_GOALS, together=True)
def show_this(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Theirs alone to show: anybody else is led to the goal's own page."""
    shown = found(queries.goal_called(individual, goal))
    if not is_the_individual(request.actor, individual):
        return go_to(request, "goals:goal_page", individual=individual.public_id, goal=shown.public_id)
    own = [step for step in shown.steps_in_order if step.owner == "individual" and not step.is_done]
    context = {"goal": shown, "next_step": own[0] if own else None, "best": queries.best_result(shown)}
    return show(request, "goals/show_this.html", context | {"chart": chart_of(shown)})
