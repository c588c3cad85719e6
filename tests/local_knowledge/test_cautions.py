"""What somebody doubts is told to whoever may set out, and what was said to those who may settle it."""

import pytest
from django.urls import reverse

from kith.directory import actions
from kith.directory.models import Activity
from kith.ideas import actions as ideas
from kith.local_knowledge.cautions import CHANGED, STOPPED
from tests.page_words import words_of


@pytest.fixture
def doubted(cast):
    """An individual said that the run is on Fridays now."""
    actions.say_changed(activity=cast.harriers, words="on Fridays now", by=cast.acting("olwen"))
    return cast.harriers


def page_of(cast, who, path) -> str:
    answer = cast.browsing(who).get(path)
    assert answer.status_code == 200
    return words_of(answer)


@pytest.mark.shows("S26", "S83")
def test_whoever_may_go_there_is_told_to_ring_first_on_card_page_and_paper(cast, doubted):
    ideas.keep(individual=cast.individual, activity=doubted, reasons=[], by=cast.worker)
    for path in ("table/?q=harriers", f"table/{doubted.public_id}/", "table/on-paper/"):
        page = page_of(cast, "olwen", cast.at(path))
        assert f"{CHANGED}" in page and "Fridays" not in page, path
    for path in ("/community/", f"/community/{doubted.public_id}/"):
        assert CHANGED in page_of(cast, "idris", path), path


def test_that_it_has_stopped_is_graver_and_told_alone(cast, doubted):
    actions.say_gone(activity=doubted, by=cast.acting("olwen"))
    page = page_of(cast, "olwen", cast.at("table/?q=harriers"))
    assert STOPPED in page and CHANGED not in page


def test_once_somebody_has_looked_nothing_is_told_any_more(cast, doubted):
    actions.see_to(activity=doubted, by=cast.acting("mair"))
    assert CHANGED not in page_of(cast, "olwen", cast.at("table/?q=harriers"))


def test_those_who_may_settle_it_read_it_beside_the_question(cast, doubted):
    listing = f"/community/{doubted.public_id}/"
    for path in (listing, f"{listing}still-right/"):
        told = "Somebody who uses it said that something has changed, 23 November."
        keeper, worker, individual = (page_of(cast, who, path) for who in ("mair", "idris", "olwen"))
        assert told in keeper and "“on Fridays now”" in keeper and "Leave it as it is" in keeper
        assert told in worker and "Whoever keeps the table has their words." in worker
        assert "Fridays" not in worker and "Leave it as it is" not in worker
        assert told not in individual and "Fridays" not in individual
    cast.browsing("mair").post(f"{listing}seen-to/")
    assert told not in page_of(cast, "mair", listing)


def test_what_is_over_is_neither_liked_nor_written_to(cast):
    place = cast.at(f"table/{cast.choir.public_id}/")
    assert "Get in touch" in page_of(cast, "olwen", place) and "I like this" in page_of(cast, "olwen", place)
    Activity.objects.filter(pk=cast.choir.pk).update(on_date="2026-11-01")
    page = page_of(cast, "olwen", place)
    assert "This is over." in page and "There is more on the table." in page
    assert "Get in touch" not in page and "I like this" not in page
    say = reverse("ideas:say", args=[cast.individual.public_id])
    cast.browsing("olwen").post(say, {"activity": cast.choir.public_id, "state": "kept"})
    assert not cast.individual.ideas.filter(activity=cast.choir).exists()
