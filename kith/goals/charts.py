"""The line of results, drawn for whoever wants it."""

from kith.design.charts import Point, line_chart

from .models import Goal


def chart_of(goal: Goal):
    """The line, when there are two results to join and it is not hidden; else None. Needs `latest_results`."""
    points = [
        Point(result.on, result.number, result.value_words)
        for result in reversed(goal.latest_results)  # oldest first: of one day, the one told first
        if result.number is not None
    ]
    is_drawn = len(points) > 1 and not goal.is_line_hidden
    return line_chart(title=goal.name, points=points) if is_drawn else None
