"""That somebody went along is seen where a worker thinks about what they learnt."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.directory.models import Activity
from kith.introductions.models import Introduction, Report


def went(cast, along: str, days_ago: int) -> None:
    texts = {"words_to_say": "x", "true_answer": "x", "opened_at": clock.now(), "goes_along": along}
    choir = Activity.objects.create(name=f"Choir with {along}")
    introduction = Introduction.objects.create(individual=cast.individual, activity=choir, **texts)
    told = {"by_role": "worker", "typed_by_individual": False, "noted_at": clock.now()}
    on = clock.today() - timedelta(days=days_ago)
    Report.objects.create(introduction=introduction, kind="went", on=on, **told)


@pytest.mark.shows("S95")
def test_the_reflection_asks_what_going_along_gave(client, cast, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    client.force_login(cast.worker)
    page = f"/people/{cast.individual.public_id}/write-up/"
    went(cast, "nobody", days_ago=3)
    went(cast, "worker", days_ago=300)
    assert "did not go to" not in client.get(page).content.decode()
    went(cast, "worker", days_ago=3)
    words = client.get(page).content.decode()
    assert "Tomos did not go to Choir with worker alone on 15 August. What did that give?" in words
