"""Tags for pages about an individual."""

from django import template
from django.conf import settings

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.people import cards, organisation, pointers, queries, typed
from kith.people.audience import who_sees as words_for
from kith.people.sign_in import needs_a_second_factor
from kith.people.wishes import in_short
from kith.people.wishes import wishes_of as kept_or_usual

register = template.Library()


@register.simple_tag(takes_context=True)
def who_sees(context, row: str, individual) -> str:
    """{% who_sees "shared_note" individual %}: the line beside a box, from the matrix. A page that has looked up whose
    worker it is tells it as `own_worker`."""
    return words_for(row, individual, context["request"].user, worker=context.get("own_worker"))


@register.simple_tag(takes_context=True)
def may_do(context, what: str, individual) -> bool:
    """{% may_do "write_goals" individual as may_keep %}: where a page is about several people. No look."""
    return may(context["request"].actor, Permission(what), individual)


@register.inclusion_tag("people/_pointer.html", takes_context=True)
def pointer(context, key: str) -> dict:
    """{% pointer "stuck" %}: one line for a worker to think about, unless the page has one already. No look."""
    request = context["request"]
    return {"words": pointers.words_for(request, key), "key": key, "request": request} | _token(context)


def _token(context) -> dict:
    return {"csrf_token": context.get("csrf_token")}


@register.simple_tag
def in_demo() -> bool:
    """Whether everybody here is invented."""
    return settings.KITH_DEMO


@register.simple_tag(takes_context=True)
def words_are_kept(context) -> bool:
    """Whether words typed in this browser come back after signing in."""
    return typed.are_held(context["request"])


@register.simple_tag
def reach_in_short(individual) -> str:
    """“By text, not before 10am. No voicemail.”"""
    return in_short(individual)


@register.simple_tag
def wishes_of(individual):
    """How they wish to be reached."""
    return kept_or_usual(individual)


@register.simple_tag(takes_context=True)
def second_factor_missing(context) -> bool:
    """Whether this visitor is asked for a second factor before anything else opens."""
    return settings.SECOND_FACTOR_FOR_STAFF and needs_a_second_factor(context["request"])


@register.simple_tag(takes_context=True)
def own_card(context):
    """The printed card this visitor can sign in with, or None."""
    own = queries.own_record(context["request"].user)
    return cards.card_of(own) if own else None


@register.simple_tag
def organisation_name() -> str:
    """Whose own sign-in staff may use; "" where none is set up."""
    return settings.OIDC_NAME if organisation.is_in_use() else ""
