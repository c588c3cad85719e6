"""“Before I see them again”: added, ticked, and opened again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.conversations import actions, queries
from kith.conversations.forms import PromptForm
from kith.design.pages import go_to, show
from kith.people.audience import who_sees
from kith.people.doors import individual_page


@individual_page(Permission.WRITE_PROMPTS)
def add_prompt(request: HttpRequest, individual) -> HttpResponse:
    """One box."""
    form = PromptForm(request.POST or None)
    form.fields["words"].label = f"Before I see {individual.called} again"
    form.fields["words"].seen_by = who_sees("prompts", individual, request.user)
    if request.method == "POST" and form.is_valid():
        actions.add_prompt(individual=individual, by=request.actor, **form.cleaned_data)
        return go_to(request, "home:brief", individual=individual.public_id)
    context = {"individual": individual, "form": form}
    return show(request, "conversations/add_prompt.html", context, status=422 if form.errors else 200)


@individual_page(Permission.WRITE_PROMPTS)
@require_POST
def tick_prompt(request: HttpRequest, individual, prompt) -> HttpResponse:
    """Done, or not done after all."""
    found = queries.prompt_of(individual, prompt)
    if found is None:
        raise Http404
    act = actions.untick_prompt if found.ticked_at else actions.tick_prompt
    act(prompt=found, by=request.actor)
    return go_to(request, "home:brief", individual=individual.public_id)
