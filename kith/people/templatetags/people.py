"""Tags for pages about an individual."""

from django import template

from kith.people.audience import who_sees as words_for

register = template.Library()


@register.simple_tag(takes_context=True)
def who_sees(context, row: str, individual) -> str:
    """{% who_sees "shared_note" individual %}: the line beside a box, from the matrix."""
    return words_for(row, individual, context["request"].user)
