"""Letting somebody in on its pages: nothing is chosen beforehand, the preview is their page, and less can be shown."""

from dataclasses import dataclass
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.goals import actions as goals
from kith.goals.models import Goal, Step
from kith.home.queries.shown import all_parts, with_what_is_under
from kith.people import actions as people
from kith.people.models import Share
from tests.goals.cast import Cast
from tests.letting_in import let_see


@dataclass
class Life:
    """Two goals, one with a step; a line about themselves, a worry, and a note."""

    cast: Cast
    run: Goal
    garden: Goal
    step: Step

    def at(self, name: str, *more: str) -> str:
        return reverse(name, args=[self.cast.individual.public_id, *more])

    def typed(self, **changed) -> dict:
        """Running alone, for a friend."""
        told = {"recipient": "Noor Field", "email": "noor@calderford.example", "knows": "friend", "months": "6"}
        return told | {"purpose": "To run with me", "things_goals": [self.run.public_id]} | changed


@pytest.fixture
def life(cast) -> Life:
    by = cast.as_individual
    run, garden = (
        goals.set_goal(individual=cast.individual, kind="target", words=words, by=by)
        for words in ("Run to the weir", "Grow beans")
    )
    step = goals.add_step(goal=run, words="Find my shoes", by=by)
    for kind, words in (("interest", "Steam trains"), ("worry", "Crowded rooms")):
        about_me.add_line(individual=cast.individual, kind=kind, words=words, by=by)
    wrote = WriteUp(held_on=clock.today(), shared="We talked of the weir.")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    return Life(cast, run, garden, step)


def main(response) -> str:
    page = unescape(response.content.decode())
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


def shown_in(page: str) -> str:
    """What stands in the panels of what is shown."""
    return page[page.index('<section class="panel') : page.index("What for:")]


@pytest.mark.shows("Q-41")
def test_the_preview_is_the_very_page_and_a_yes_is_to_that(life, signed_in):
    own = signed_in(life.cast.user)
    preview = main(own.post(life.at("home:let_in"), life.typed(do="look")))
    assert "Run to the weir" in preview and "Find my shoes" in preview
    for words in ("Grow beans", "Steam trains", "Crowded rooms", "talked of the weir"):
        assert words not in preview
    assert not Share.objects.exists()
    assert own.post(life.at("home:let_in"), life.typed(do="yes")).status_code == 302
    share = people.come_in(share=Share.objects.get(), by=life.cast.as_individual)
    page = main(signed_in(life.cast.stranger).get(reverse("home:let_see", args=[share.public_id])))
    assert shown_in(page) == shown_in(preview)


@pytest.mark.shows("Q-42")
def test_nothing_is_chosen_beforehand_and_not_now_keeps_nothing(life, signed_in):
    own = signed_in(life.cast.user)
    form = own.get(life.at("home:let_in")).context["form"]
    assert [box.name for box in form if box.value()] == ["months"]
    preview = main(own.post(life.at("home:let_in"), life.typed(do="look")))
    assert preview.count('class="button first" type="submit" name="do"') == 2  # the yes and the not now look alike
    assert own.post(life.at("home:let_in"), life.typed(do="not now")).status_code == 302
    empty = own.post(life.at("home:let_in"), life.typed(do="look", things_goals=[]))
    assert empty.status_code == 422 and "at least one thing" in main(empty)
    assert not Share.objects.exists()


@pytest.mark.shows("Q-48")
def test_a_worker_is_asked_to_talk_with_them_alone(life, signed_in):
    workers = signed_in(life.cast.worker)
    assert "Talk with them alone first." in main(workers.get(life.at("home:let_in")))
    told = life.typed(do="yes", how="told")
    assert "Please talk with them alone first." in main(workers.post(life.at("home:let_in"), told))
    assert workers.post(life.at("home:let_in"), told | {"alone": "yes"}).status_code == 302
    assert Share.objects.get().told_to == life.cast.worker


def reads(life, share) -> str:
    visitor = Client()
    visitor.force_login(life.cast.stranger)
    return main(visitor.get(reverse("home:let_see", args=[share.public_id])))


@pytest.mark.shows("Q-09")
def test_what_comes_new_or_in_other_words_is_seen_only_where_that_was_asked(life):
    by = life.cast.as_individual
    picked = with_what_is_under(all_parts(life.cast.individual), {life.run.public_id})
    narrow = let_see(life.cast.individual, life.cast.stranger, "goals", picked=picked, new_too=(), by=by)
    wide = let_see(life.cast.individual, life.cast.stranger, "goals", purpose="All of it", by=by)
    goals.add_step(goal=life.run, words="Buy socks", by=by)
    assert "Find my shoes" in reads(life, narrow) and "Buy socks" not in reads(life, narrow)
    assert "Buy socks" in reads(life, wide) and "Grow beans" in reads(life, wide)
    Goal.objects.filter(pk=life.run.pk).update(words="Run past the clinic")
    assert "clinic" not in reads(life, narrow) and "clinic" in reads(life, wide)


@pytest.mark.shows("Q-48")
def test_something_held_back_leaves_no_gap(life, signed_in):
    share = let_see(life.cast.individual, life.cast.stranger, "goals", by=life.cast.as_individual)
    own, press = signed_in(life.cast.user), life.at("home:hold_back", share.public_id)
    own.post(press, {"thing": life.garden.public_id})
    without = reads(life, share)
    assert "Grow beans" not in without and "held back" not in without.lower()
    own.post(press, {"thing": life.run.public_id})
    assert "Find my shoes" not in reads(life, share)  # a step is seen with its goal alone
    assert "There is nothing to see just now." in reads(life, share)
    own.post(press, {"again": life.garden.public_id})
    assert "Grow beans" in reads(life, share)


@pytest.mark.shows("Q-12", "Q-13")
def test_stopped_ended_and_never_there_look_alike_and_a_look_is_on_the_trail(life, signed_in):
    share = let_see(life.cast.individual, life.cast.stranger, "goals", by=life.cast.as_individual)
    reads(life, share)
    own, toms = signed_in(life.cast.user), signed_in(life.cast.stranger)
    assert "Looked at last on" in main(own.get(life.at("people:shares")))
    assert "Looked at what is shown to them" in main(own.get(life.at("home:looked")))
    own.post(life.at("people:stop_share", share.public_id))
    nothing = main(toms.get("/"))
    assert "Nothing is shared right now." in nothing and "Tomos" not in nothing
    gone, made_up = (toms.get(reverse("home:let_see", args=[each])) for each in (share.public_id, "z" * 16))
    assert (gone.status_code, main(gone)) == (made_up.status_code, main(made_up))
