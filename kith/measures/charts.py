"""A plain line of numbers over time, for whoever wants it. The same numbers stand in a table beside it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kith.design.charts import LineChart, Point, line_chart

from .models import Response

ATTAINED = (13.0, 87.0)  # however many goals: 20 / √0.3 on either side of 50
MOST_POINTS = 40  # the latest; older ones stand in the record


def chart_of_ratings(title: str, responses: Iterable[Response]) -> LineChart | None:
    """The numbers of a goal, newest first, from 0 to 10."""
    points = [Point(response.on, float(response.rating), response.rating) for response in responses]
    return _drawn(title, points, (0, 10))


def chart_of_attained(numbers: Iterable[tuple[date, Decimal]]) -> LineChart | None:
    """The number over all goals with levels, oldest first."""
    points = [Point(day, float(number), f"{number.normalize():f}") for day, number in numbers]
    return _drawn("The goals with levels, together", points[::-1], ATTAINED)


def chart_of(title: str, name: str, responses: Iterable[Response], ends: tuple[float, float]) -> LineChart | None:
    """The number `name` of these responses, newest first; None where there are not two to join."""
    points = [
        Point(response.on, float(score.value), score.value_words)
        for response in responses
        for score in response.scores.all()
        if score.name == name and score.value is not None
    ]
    return _drawn(title, points, ends)


def _drawn(title: str, points: list[Point], ends: tuple[float, float]) -> LineChart | None:
    latest = list(reversed(points[:MOST_POINTS]))  # of one day, the one said first stands first
    columns = ("Day", "Number")
    return line_chart(title=title, points=latest, columns=columns, ends=ends) if len(latest) > 1 else None
