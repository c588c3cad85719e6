"""Pages about one individual, and the list of people a worker works with."""

from django.http import HttpRequest, HttpResponse

from kith.access.actor import Role
from kith.access.permissions import Permission
from kith.design.pages import show
from kith.home import queries
from kith.people.doors import anywhere_page, individual_page


@anywhere_page(Permission.SEE_CASELOAD)
def people_page(request: HttpRequest) -> HttpResponse:
    """Everybody this worker works with; one box finds by name, or by what was talked about."""
    words = request.GET.get("q", "").strip()[:100]
    may_open = Permission.OPEN_NOTEBOOK in request.may
    context = {"people": queries.people_found(request.user, words), "words": words, "may_open": may_open}
    return show(request, "home/people.html", context, part="found")


@individual_page(Permission.SEE_PERSON)
def person(request: HttpRequest, individual) -> HttpResponse:
    """A person, at a glance."""
    return show(
        request, "home/person.html", {"individual": individual, "glance": queries.glance_at(individual, request.user)}
    )


@individual_page(Permission.READ_PROMPTS)
def brief(request: HttpRequest, individual) -> HttpResponse:
    """What to know before meeting them. Prints on one page, without the reflection."""
    context = {"individual": individual, "brief": queries.brief_of(individual, request.user)}
    context |= {"may_keep": Permission.WRITE_GOALS in request.may}
    return show(request, "home/brief.html", context)


@individual_page(Permission.READ_MEETINGS)
def my_plan(request: HttpRequest, individual) -> HttpResponse:
    """The individual's own page; for anybody else only the parts that they may read."""
    is_own = request.user.pk == individual.user_id
    plan = queries.plan_of(individual, request.may, is_own=is_own)
    there = queries.who_is_there(individual, plan, is_own=is_own)
    context = {"individual": individual, "plan": plan, "is_own": is_own, "there": there}
    return show(request, "home/plan.html", context)


@individual_page(Permission.READ_TRAIL)
def looked(request: HttpRequest, individual) -> HttpResponse:
    """Who has looked."""
    looks, has_more = queries.looks_at(individual)
    is_own = Role.INDIVIDUAL in {tie.role for tie in request.actor.ties_to(individual)}
    context = {"individual": individual, "looks": looks, "has_more": has_more, "is_own": is_own}
    return show(request, "home/looked.html", context)
