"""A person at a glance: what stands there to begin with, and the history."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.people import actions as people


def at_a_glance(cast, signed_in) -> str:
    return signed_in(cast.worker).get(reverse("home:person", args=[cast.individual.public_id])).content.decode()


@pytest.mark.shows("S7")
def test_what_both_like_stands_there_to_begin_with(cast, signed_in):
    people.show_interests(user=cast.worker, interests=["Football, and United above all"], by=cast.as_worker)
    about_me.add_line(individual=cast.individual, kind="interest", words="Watching football", by=cast.as_worker)
    assert "You both like football" in at_a_glance(cast, signed_in).replace("Football", "football")


@pytest.mark.shows("S9", "S56")
def test_it_holds_how_they_like_it_what_they_do_who_helps_and_the_history(cast, signed_in):
    about_me.add_line(individual=cast.individual, kind="how_i_like", words="Just talk", by=cast.as_worker)
    about_me.add_doing(
        individual=cast.individual, words="Bridge House", where="service", how_often="Fridays", by=cast.as_worker
    )
    held_on = clock.today() - timedelta(days=14)
    wrote = WriteUp(held_on=held_on, shared="We talked.", topics=("The allotment",))
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    page = at_a_glance(cast, signed_in)
    for words in ("Just talk", "Bridge House", "Fridays", cast.worker.name, "About The allotment."):
        assert words in page
    assert reverse("people:who", args=[cast.individual.public_id]) in page


def test_what_a_meeting_was_about_is_theirs_to_see_once_it_is_shown(cast, signed_in):
    wrote = WriteUp(held_on=clock.today(), shared="We talked.", topics=("The rent",), show_now=False)
    meeting = conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    theirs = reverse("home:person", args=[cast.individual.public_id])
    assert "The rent" not in signed_in(cast.user).get(theirs).content.decode()
    assert "The rent" in at_a_glance(cast, signed_in)
    conversations.show_note(meeting=meeting, by=cast.as_worker)
    assert "The rent" in signed_in(cast.user).get(theirs).content.decode()
