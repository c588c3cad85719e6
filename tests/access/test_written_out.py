"""What always stands in a question is written into it, exactly as the database would have been given it."""

import pytest
from django.db import connection

from kith.access.kept import kept
from kith.access.stand_ins import Place
from kith.access.written_out import written_out
from kith.people.models import Individual, Team

AWKWARD = [
    "",
    "plain",
    "it's",
    "'; --",
    "100%",
    "%s",
    "%%",
    "a\\b",
    "\\'",
    "“curly”",
    "İn",
    "a\nb",
    0,
    -7,
    2**40,
    True,
    False,
]


@pytest.mark.django_db
@pytest.mark.parametrize("value", AWKWARD)
def test_it_comes_back_as_it_went(value):
    sql, still_open = written_out("SELECT %s, 50 %% 7, %s", [Place(value), Place(1, number=3)])
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(place.value for place in still_open[:-1]), 5])
        assert cursor.fetchone() == (value, 1, 5)


def of_those_that_end(team):
    return Individual.objects.filter(team=team, called="100% Greg's", closed_at__isnull=True)[:4]


def test_only_what_is_given_is_given_apart(world):
    team, asked = Team.objects.first(), []

    def hear(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hear):
        assert kept(of_those_that_end)(team) == []
    ((sql, params),) = asked
    assert "'100%% Greg''s'" in sql and [int(each) for each in params] == [team.pk]
