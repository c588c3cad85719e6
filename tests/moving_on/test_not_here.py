"""Coming back cannot be here: the individual hears why and who can help, and nobody is left without an answer."""

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.moving_on import actions, letters, queries
from kith.outbox.gates import Go, HoldBack, ask
from kith.outbox.models import Letter
from kith.people.models import Individual

from .conftest import FRIDAY, as_manager, browser_of

NOT_HERE = "You live in Highfield now, and we work in Calderford."
HELPS = "Highfield team, 01632 960555, any weekday."


@pytest.fixture
def wish(moved_on):
    return actions.ask_to_come_back(individual=moved_on.individual, words="I miss it.", by=moved_on.as_individual)


def answer(wish, cast):
    return actions.say_not_here(wish=wish, not_here=NOT_HERE, who_helps=HELPS, by=as_manager(cast))


def own_page(cast) -> str:
    return browser_of(cast.user).get(reverse("moving_on:talk", args=[cast.individual.public_id])).content.decode()


def team_page(cast, name: str = "team") -> str:
    return reverse(f"moving_on:{name}", args=[cast.team.public_id])


def test_why_and_who_can_help_stand_on_their_page_and_they_may_ask_again(moved_on, wish):
    assert "You asked to come back on 11 September." in own_page(moved_on)
    assert "Ask to come back" not in own_page(moved_on)
    manager = browser_of(moved_on.manager)
    page = manager.get(team_page(moved_on)).content.decode()
    assert "It cannot be here" in page
    sent = {"wish": wish.public_id, "not_here": NOT_HERE, "who_helps": HELPS}
    page = manager.post(team_page(moved_on, "not_here"), sent, follow=True).content.decode()
    assert "Tomos is told that there is an answer." in page and "I miss it." not in page
    page = own_page(moved_on)
    for words in (NOT_HERE, HELPS, "Mair answered on 11 September.", "You can ask again", "Ask to come back"):
        assert words in page, words
    assert actions.ask_to_come_back(individual=moved_on.individual, by=moved_on.as_individual) != wish


def test_the_letter_says_that_there_is_an_answer_and_not_what_it_is(moved_on, wish):
    answer(wish, moved_on)
    letter = Letter.objects.get(kind=letters.ANSWERED)
    assert "Mair has answered. The answer is on your page here" in letter.made_of
    assert "Highfield" not in letter.made_of
    assert isinstance(ask(letter), Go)
    assert queries.moving_in(moved_on.team).to_say == []
    actions.come_back(individual=moved_on.individual, worker=moved_on.worker, by=as_manager(moved_on))
    assert isinstance(ask(letter), HoldBack)


def test_where_no_letter_goes_somebody_says_it_in_those_words(moved_on, wish):
    Individual.objects.update(reached_by=Individual.Channel.PHONE, phone="+447700900123")
    wish.individual.refresh_from_db()
    answer(wish, moved_on)
    page = browser_of(moved_on.manager).get(team_page(moved_on)).content.decode()
    assert NOT_HERE in page and HELPS in page and "07700 900123" in page


def test_a_page_that_closed_meanwhile_owes_the_answer_still(moved_on, wish):
    Individual.objects.update(closed_at=FRIDAY)
    wish.individual.refresh_from_db()
    answer(wish, moved_on)
    Letter.objects.filter(kind=letters.ANSWERED).update(state=Letter.State.HELD)
    (told,) = queries.moving_in(moved_on.team).to_say
    assert told.wish == wish
    moved_on.user.refresh_from_db()
    assert NOT_HERE in browser_of(moved_on.user).get("/").content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"not_here": " ", "who_helps": HELPS}, "Please write why it cannot be here."),
        ({"not_here": NOT_HERE, "who_helps": ""}, "Please write who can help"),
    ],
)
def test_nobody_is_sent_away_without_a_reason_and_somebody_who_can_help(moved_on, wish, sent, sentence):
    came = browser_of(moved_on.manager).post(team_page(moved_on, "not_here"), sent | {"wish": wish.public_id})
    page = came.content.decode()
    assert came.status_code == 422 and sentence in page
    assert (NOT_HERE if sent["who_helps"] == "" else HELPS) in page
    with pytest.raises(Refused, match="Please write"):
        actions.say_not_here(wish=wish, by=as_manager(moved_on), **sent)
    assert queries.open_wish(moved_on.individual, "back") == wish


def test_answered_once_and_only_by_whoever_decides(moved_on, wish):
    with pytest.raises(NotPermitted):
        actions.say_not_here(wish=wish, not_here=NOT_HERE, who_helps=HELPS, by=moved_on.as_worker)
    answer(wish, moved_on)
    with pytest.raises(Refused, match="answered already"):
        answer(wish, moved_on)
    longer = actions.ask_for_longer(individual=moved_on.individual, by=moved_on.as_individual)
    with pytest.raises(Refused, match="no wish to come back"):
        answer(longer, moved_on)
    other = type(moved_on.team).objects.create(name="Elsewhere")
    assert queries.wish_called(other, wish.public_id) is None
    assert clock.now() == FRIDAY
