"""How little is asked of people: counted on the pages themselves."""

import pytest
from django.utils import timezone

from kith.access import clock
from kith.conversations import queries as conversations
from tests.pages.forms_on import FormOnPage, forms_on


def form_with(world, who: str, place: str, box: str) -> FormOnPage:
    page = world.client(who).get(place).content.decode()
    return next(form for form in forms_on(page, place) if box in form.values or box in form.groups)


@pytest.mark.shows("S12", "S13")
def test_a_meeting_is_recorded_on_one_page_with_nothing_but_its_day_which_is_filled_in(world):
    greg = world.individual("greg")
    place = f"/people/{greg.public_id}/write-up/"
    form = form_with(world, "vish", place, "held_on")
    assert form.address == place
    assert form.values["held_on"] == clock.today().isoformat()
    empty = dict.fromkeys(form.limits, "") | {"place": ""}
    assert world.client("vish").post(place, form.values | empty).status_code == 302
    kept = conversations.meetings_held(greg)[0]
    assert (kept.day, timezone.localdate(kept.written_at)) == (clock.today(), clock.today())


@pytest.mark.shows("S37", "S38")
def test_an_introduction_is_one_page_and_three_choices(world):
    greg = world.individual("greg")
    idea = greg.ideas.first()
    place = f"/people/{greg.public_id}/introductions/new/?activity={idea.activity.public_id}"
    form = form_with(world, "vish", place, "says")
    chosen_before = {"says", "gets_in_touch", "goes_along"}
    off_until_chosen = {"says_we_work_together", "names_the_team", "helps"}
    assert set(form.groups) == chosen_before | off_until_chosen
    assert {choice for choice in form.groups if form.values.get(choice)} == chosen_before
    before = greg.introductions.count()
    answer = world.client("vish").post(form.address, form.values | {"do": "yes"})
    assert answer.status_code == 302
    assert greg.introductions.count() == before + 1


@pytest.mark.shows("S34")
def test_the_table_is_one_box(world):
    place = f"/people/{world.individual('greg').public_id}/table/"
    page = world.client("greg").get(place).content.decode()
    assert page.count('type="search"') == 1
    assert '<input type="text"' not in page and "<textarea" not in page


@pytest.mark.shows("S86")
def test_a_check_in_is_one_tap(world):
    greg = world.individual("greg")
    forms = forms_on(world.client("greg").get("/").content.decode(), "/")
    question = next(form for form in forms if "went" in {name for name, _, _ in form.buttons})
    assert not question.limits and not question.groups
    goal = greg.goals.get(public_id=question.address.split("/goals/")[1].split("/")[0])
    before = goal.check_ins.count()
    assert world.client("greg").post(question.address, question.with_button()).status_code == 302
    assert goal.check_ins.count() == before + 1
