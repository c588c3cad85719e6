"""Parts of an introduction's page that are asked for where they stand."""

from django import template

from kith.introductions import costs, roles
from kith.introductions.role_form import RoleForm

register = template.Library()


@register.simple_tag
def told_of_costs(introduction) -> costs.Told:
    """{% told_of_costs introduction as told %}: what the place's form asks, what to bring, what it costs."""
    return costs.told_of(introduction)


@register.simple_tag
def roles_there(introduction, is_theirs: bool) -> list[roles.Saying]:
    """{% roles_there introduction is_theirs as said %}: what they were and are at this place, the newest first."""
    said = roles.how_it_grew(introduction.individual, introduction.activity)
    return [roles.in_words(each, to_individual=is_theirs) for each in reversed(said)]


@register.simple_tag
def role_form(sent_back, said: list[roles.Saying], is_theirs: bool) -> RoleForm:
    """{% role_form sent_back said is_theirs as form %}: as it was sent back, or as it stands now."""
    now = said[0] if said else None
    start = {"role": now.role, "role_words": now.with_what} if now else {}
    return sent_back or RoleForm(initial=start, may_end=now is not None, is_theirs=is_theirs)
