"""Filters for days and meetings."""

from django import template

from kith.conversations import wording
from kith.conversations.before.composing import how_long

register = template.Library()

register.filter("day_in_words", wording.day_in_words)
register.filter("when_in_words", wording.when_in_words)
register.filter("weeks_ago", wording.weeks_ago)
register.filter("first_lines", wording.first_lines)
register.filter("moment_in_words", wording.moment_in_words)
register.filter("decided_words", wording.decided_words)
register.filter("listed", wording.listed)
register.filter("how_long", how_long)
