"""Who holds a step, by the name people use."""

from django import template

from kith.goals.queries import are_three_going as three_are_going
from kith.goals.queries import owners_of, said_to
from kith.people.writer import is_the_individual

register = template.Library()


@register.simple_tag(takes_context=True)
def owner_of(context, step) -> str:
    """{% owner_of step as owner %}: a name. Without `owners` on the page it takes one look, once."""
    if step.helper_id:
        return step.helper.name
    return getattr(_owners(context), step.owner)


def _owners(context):
    owners = context.get("owners")
    if owners:
        return owners
    request = context["request"]
    if not hasattr(request, "owners_of_steps"):
        request.owners_of_steps = owners_of(context["individual"])
    return request.owners_of_steps


@register.simple_tag(takes_context=True)
def is_about_the_reader(context) -> bool:
    """{% is_about_the_reader as is_own %}: whether the visitor is the individual of this page."""
    return is_the_individual(context["request"].actor, context["individual"])


@register.simple_tag
def promised(individual, steps, worker=None):
    """{% promised individual steps as groups %}: a worker's promises, by whose words they were. `worker`: theirs now,
    where the page knows it."""
    return said_to(individual, steps, worker)


@register.simple_tag
def are_three_going(individual) -> bool:
    """{% are_three_going individual as is_full %}: whether one goal has to pause before another begins."""
    return three_are_going(individual)
