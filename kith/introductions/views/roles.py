"""What somebody is at a place, said by them or written down with them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.introductions import actions, roles
from kith.introductions.role_form import RoleForm
from kith.people.doors import individual_page

from .answers import do_and_go_on, found_or_nothing, is_theirs, page


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def say_role(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """From now on they are this there."""
    found = found_or_nothing(individual, introduction)
    now = roles.role_at(individual, found.activity)
    form = RoleForm(request.POST, may_end=now is not None, is_theirs=is_theirs(request, found))
    if not form.is_valid():
        return page(request, found, role_sent_back=form, status=422)
    about = {"individual": individual, "activity": found.activity, "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.say_role(**about, **form.said), role_sent_back=form)
