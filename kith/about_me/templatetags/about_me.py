"""A box of its own for one kind of line, wherever somebody's thoughts come to them."""

from django import template

from kith.about_me.forms import ThoughtForm

register = template.Library()


@register.simple_tag
def thought_box() -> ThoughtForm:
    """{% thought_box as thought_form %}: one box; `about_me/_thought.html` shows it."""
    return ThoughtForm()
