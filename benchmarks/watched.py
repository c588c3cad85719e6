"""The pages that most of a day is spent on, as they are asked for in the town."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.visiting import Asked, Visitor

PEOPLE = 100  # those of the smallest town, so that the same ones are visited in each


@dataclass(frozen=True)
class Watched:
    """One of them: who opens it, and what is asked for."""

    name: str
    is_worker: bool
    asked: Callable[["Whose", int], Asked]


@dataclass(frozen=True)
class Whose:
    """One notebook, and both who share it."""

    individual: str
    goal: str
    worker: dict
    own: dict

    def address(self, rest: str) -> str:
        return f"/people/{self.individual}/{rest}"


def a_write_up(whose: Whose, number: int) -> Asked:
    from kith.access.clock import today
    from kith.access.public_ids import new_public_id

    words = {"held_on": today().isoformat(), "shared": f"We talked about the choir, {number}.", "show": "now"}
    words |= {"written_from": new_public_id(), "reflection": "Slower next time.", "step_1": "Ring the hall."}
    return Asked(whose.address("write-up/"), words | {"step_1_owner": "worker"})


def a_check_in(whose: Whose, number: int) -> Asked:
    form = {"went": "yes", "words": f"It was good, {number}."}
    return Asked(whose.address(f"goals/{whose.goal}/went/"), form)


WATCHED = (
    Watched("Today", True, lambda whose, number: Asked("/")),
    Watched("the brief", True, lambda whose, number: Asked(whose.address("brief/"))),
    Watched("My plan", False, lambda whose, number: Asked("/")),
    Watched("the table", False, lambda whose, number: Asked(whose.address("table/"))),
    Watched("the write-up, opened", True, lambda whose, number: Asked(whose.address("write-up/"))),
    Watched("the write-up, saved", True, a_write_up),
    Watched("a check-in", False, a_check_in),
)


def notebooks(many: int = PEOPLE) -> list[Whose]:
    """Those of the first hundred, or of so many, signed in as both."""
    from kith.goals.models import Goal
    from kith.people.models import Individual, Relation

    found, cookies = [], {}
    people = list(Individual.objects.order_by("pk").select_related("user")[:many])
    ties = {
        tie.individual_id: tie.user for tie in Relation.objects.filter(individual__in=people).select_related("user")
    }
    goals = {goal.individual_id: goal.public_id for goal in Goal.objects.filter(individual__in=people, state="in_play")}
    for each in people:
        worker = ties[each.pk]
        if worker.pk not in cookies:
            cookies[worker.pk] = signed_in(worker)
        found.append(Whose(each.public_id, goals[each.pk], cookies[worker.pk], signed_in(each.user)))
    return found


def signed_in(user) -> dict:
    """The cookies of somebody who came in just now."""
    from django.conf import settings
    from django.test import Client

    visitor = Client()
    visitor.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
    return {name: cookie.value for name, cookie in visitor.cookies.items()}


def visitors(
    page: Watched, whose: list[Whose], port: int, many: int
) -> tuple[list[Visitor], Callable[[int, int], Asked]]:
    """So many people who open it at once, each their own notebook or that of somebody they work with."""
    picked = [whose[number * 7 % len(whose)] for number in range(many)]
    who = [Visitor(port, each.worker if page.is_worker else each.own) for each in picked]
    return who, lambda number, times: page.asked(picked[number], times)
