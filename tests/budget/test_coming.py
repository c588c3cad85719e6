"""A review that comes is told in good time, to both, as something to talk about."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import OuterRef
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.budget import actions, queries
from kith.budget.coming import coming_review, to_reckon_from
from kith.people.models import Individual
from tests.page_words import words_of

from .conftest import terms

TODAY = date(2026, 9, 11)


def found_for(cast):
    row = Individual.objects.annotate(**to_reckon_from(OuterRef("pk"), TODAY)).get(pk=cast.individual.pk)
    return coming_review(row, TODAY)


def letter(cast, **told):
    return actions.record(individual=cast.individual, terms=terms(**told), by=cast.as_worker)


def held(cast, day, *, is_light=False):
    actions.note_review(individual=cast.individual, held_on=day, is_light=is_light, by=cast.as_worker)


@pytest.mark.parametrize(
    ("told", "looked", "when"),
    [
        ({"starts_on": date(2026, 9, 1)}, [], "in about 7 weeks"),
        ({"starts_on": date(2026, 9, 1), "review_on": date(2026, 9, 19)}, [], "in about a week"),
        ({"starts_on": date(2026, 9, 1), "review_on": date(2026, 9, 12)}, [], "within days"),
        ({"paid_as": "direct", "starts_on": date(2026, 4, 1)}, [(date(2026, 5, 20), True)], "in about 3 weeks"),
        ({"starts_on": date(2024, 4, 1)}, [(date(2024, 5, 20), True), (date(2025, 10, 1), False)], "in about 3 weeks"),
    ],
)
@pytest.mark.shows("S77")
def test_it_is_the_same_day_that_the_page_tells(cast, told, looked, when):
    letter(cast, **told)
    for day, is_light in looked:
        held(cast, day, is_light=is_light)
    found = found_for(cast)
    assert found.when == when
    assert found.day == queries.facts(cast.individual).next_review.day


def test_what_is_far_off_or_past_or_not_there_is_not_told(cast):
    assert found_for(cast) is None
    letter(cast)  # due in May, and nobody wrote one down
    assert found_for(cast) is None
    held(cast, TODAY - timedelta(days=3))
    assert found_for(cast) is None


@pytest.mark.shows("S77", "Q-05")
def test_both_are_invited_to_talk_and_nothing_is_to_be_filled_in(own, client, cast):
    letter(cast, starts_on=date(2026, 9, 1))
    plan = words_of(own.get("/"))
    assert "Somebody looks at it again in about 7 weeks. A look is no reason to pay less." in plan
    assert reverse("conversations:before_page", args=[cast.individual.public_id]) in plan
    assert "£" not in plan
    client.force_login(cast.worker)
    today = words_of(client.get("/"))
    assert "Personal Budget review in about 7 weeks: shall we talk about it?" in today
    assert reverse("conversations:conversation", args=[cast.individual.public_id]) in today
    client.force_login(cast.manager)
    assert "shall we talk about it?" not in words_of(client.get("/"))


def test_neither_page_asks_more_for_it(client, cast):

    def asked(user) -> int:
        client.force_login(user)
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    without = [asked(cast.user), asked(cast.worker)]
    letter(cast, starts_on=date(2026, 9, 1))
    assert clock.today() == TODAY
    assert [asked(cast.user), asked(cast.worker)] == without
