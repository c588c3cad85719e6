"""Where answers have no way in, no letter says that one can answer."""

import pytest

from kith.outbox.models import Letter
from kith.people import actions as people

from .test_every_letter import words


@pytest.mark.parametrize("way", ["email", "text"])
def test_where_answers_have_no_way_in_no_letter_invites_them(cast, boxing, settings, way):
    settings.REPLY_ADDRESS, settings.NOTIFY_CALLBACK_WORD, settings.TEXT_PROVIDER = "", "", "notify"
    reach = {"called": "Tomos", "phone": "07700 900414", "reached_by": way}
    people.change_reach(individual=cast.individual, by=cast.as_worker, **reach)
    cast.individual.refresh_from_db()
    words(cast, boxing)
    assert "You can answer" not in Letter.objects.get().body


def test_a_text_invites_an_answer_only_where_the_provider_may_call(cast, boxing, settings):
    settings.TEXT_PROVIDER, settings.NOTIFY_CALLBACK_WORD = "notify", "a-word-that-only-the-two-share"
    reach = {"called": "Tomos", "phone": "07700 900414", "reached_by": "text"}
    people.change_reach(individual=cast.individual, by=cast.as_worker, **reach)
    cast.individual.refresh_from_db()
    words(cast, boxing)
    assert "You can answer this message." in Letter.objects.get().body
