"""What worries somebody about a step, and what is done about it."""

from collections.abc import Iterable

from django.db.models import Prefetch

from kith.people.models import Individual

from ..models import Step, Worry


def with_worries(steps: Iterable[Step]) -> list[Step]:
    """The same steps, each with `worries_told`; those have `eased_by`, the small steps that help. Two looks."""
    steps = list(steps)
    help_steps = Prefetch("support", Step.objects.select_related("helper"), to_attr="eased_by")
    worries = Worry.objects.filter(step__in=steps).select_related("recorded_by").prefetch_related(help_steps)
    by_step: dict[int, list[Worry]] = {}
    for worry in worries:
        by_step.setdefault(worry.step_id, []).append(worry)
    for step in steps:
        step.worries_told = by_step.get(step.pk, [])
    return steps


def worry_called(individual: Individual, public_id: str) -> Worry | None:
    """This worry about a step of this individual."""
    worries = Worry.objects.filter(step__individual=individual, public_id=public_id)
    return worries.select_related("step__goal", "step__individual", "step__helper").first()
