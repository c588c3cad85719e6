"""A helper's page comes only with the individual's yes to its words, and is stopped in one press."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.helping import for_helper
from kith.goals.models import HelperPage
from kith.outbox.models import Letter
from kith.people.models import Link, Share, User

from .helping import NUMBER, WORDS, as_helper, place, signed_in, text_of

pytestmark = pytest.mark.usefixtures("neutral")


@pytest.mark.shows("Q-41")
def test_nothing_opens_before_the_yes_and_the_yes_is_one_share_of_the_words_shown(cast, held):
    made = actions.make_page(step=held, words=WORDS, reach="individual", number=NUMBER, days=30, by=cast.as_worker)
    assert queries.address_of(made) == "" and not Share.objects.exists() and not Link.objects.exists()
    assert queries.helpers_holding(cast.individual, [])[0].waiting_page == made.public_id
    agreed = actions.agree_to_page(page=made, by=cast.as_individual)
    share = agreed.share
    assert (share.recipient, share.how, share.words) == ("Sam", "in kith", for_helper(made).text)
    assert WORDS in share.words and "You can give Tomos a ring: 07700 900123" in share.words
    assert share.ends_at - share.starts_at == timedelta(days=30)
    assert queries.address_of(agreed).startswith("https://goodcompany.example/s/")
    assert actions.agree_to_page(page=made, by=cast.as_individual).share == share
    assert Share.objects.count() == Link.objects.count() == 1


def test_a_yes_that_the_worker_wrote_down_is_told_to_the_individual(cast, held):
    page = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    actions.agree_to_page(page=page, by=cast.as_worker)
    assert page.share.how == "here" and page.share.told_to == cast.worker
    assert Letter.objects.get().kind == "to individual: something to read"


@pytest.mark.shows("Q-43")
def test_not_now_shows_nothing_and_cannot_be_agreed_afterwards(cast, held):
    page = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    actions.not_this_page(page=page, by=cast.as_individual)
    with pytest.raises(Refused, match="put away"):
        actions.agree_to_page(page=page, by=cast.as_individual)
    assert not Share.objects.exists()


@pytest.mark.shows("Q-43")
def test_new_words_need_a_new_yes_and_then_take_the_place_of_the_old(cast, page):
    page.was_at = queries.address_of(page)
    other = actions.make_page(step=page.step, words="Ring on Sundays", by=cast.as_worker)
    assert WORDS in text_of(as_helper(page))
    actions.agree_to_page(page=other, by=cast.as_individual)
    assert as_helper(page).status_code == 404
    assert "Ring on Sundays" in text_of(as_helper(other))


def test_the_reasons_against(cast, boxing, held):
    own = actions.add_step(goal=boxing, words="Pack a bag", by=cast.as_individual)
    asked = {"words": WORDS, "by": cast.as_individual}
    for step, more, reason in (
        (own, {}, "Nobody besides the two of you"),
        (held, {"words": " "}, "a few words first"),
        (held, {"reach": "everybody"}, "choose whether"),
        (held, {"reach": "worker"}, "the number"),
        (held, {"number": NUMBER}, "the number"),
    ):
        with pytest.raises(Refused, match=reason):
            actions.make_page(step=step, **(asked | more))
    waits = actions.make_page(step=held, **asked)
    actions.finish_step(step=held, by=cast.as_individual)
    for act in (
        lambda: actions.make_page(step=held, **asked),
        lambda: actions.agree_to_page(page=waits, by=asked["by"]),
    ):
        with pytest.raises(Refused, match="already done"):
            act()


def test_the_data_itself_holds_a_number_only_of_somebody(cast, held):
    page = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        HelperPage.objects.filter(pk=page.pk).update(number=NUMBER)


def test_a_helper_asks_no_more_and_no_less_of_strangers(cast, held, page):
    with pytest.raises(NotPermitted):
        actions.make_page(step=held, words=WORDS, by=cast.as_stranger)
    with pytest.raises(NotPermitted):
        actions.stop_page(page=page, by=cast.as_stranger)
    assert signed_in(cast.stranger).get(place(page)).status_code == 404


def test_the_way_from_my_goal_to_the_link_and_back(cast, held):
    own = signed_in(cast.user)
    new = f"/people/{cast.individual.public_id}/steps/{held.public_id}/page/"
    assert new in own.get(f"/people/{cast.individual.public_id}/goals/{held.goal.public_id}/").content.decode()
    wrong = own.post(new, {"words": WORDS, "reach": "worker", "days": "90"})
    assert wrong.status_code == 422 and "Please write the number, or choose Nobody" in text_of(wrong)
    at = own.post(new, {"words": WORDS, "reach": "worker", "number": "07700 900123", "days": "90"}).url
    shown = text_of(own.get(at))
    assert WORDS in shown and "It waits for your yes" in shown and "Yes, Sam may read this" in shown
    own.post(f"{at}yes/")
    page = HelperPage.objects.get()
    given = own.get(at).content.decode()
    assert queries.address_of(page) in given
    assert queries.address_of(page) in own.get(f"{at}paper/").content.decode()
    sees = text_of(own.get(f"/people/{cast.individual.public_id}/sees/"))
    assert "Sam" in sees and WORDS in sees and "Said yes here, in Kith" in sees
    page.was_at = queries.address_of(page)
    own.post(f"/people/{cast.individual.public_id}/sees/{page.share.public_id}/stop/")
    assert as_helper(page).status_code == 404
    assert "It opens nothing now" in text_of(own.get(at))


def test_on_the_workers_screen_the_individual_presses_it_themselves(cast, held):
    worker = signed_in(cast.worker)
    page = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    together = worker.post(place(page, "hand/")).url
    shown = worker.get(together).content.decode()
    assert WORDS in shown and "<nav" not in shown
    worker.post(together, {"answer": "yes"})
    page.refresh_from_db()
    assert page.share.how == "handed" and not Letter.objects.exists()
    assert "You said yes" in text_of(worker.get(together))


@pytest.mark.shows("S105")
def test_one_small_form_keeps_who_has_time_and_when(cast, held):
    own, at = signed_in(cast.user), f"/people/{cast.individual.public_id}/helpers/"
    assert "Tuesday evenings" in text_of(own.get(at)) and WORDS in text_of(own.get(at))
    empty = own.post(f"{at}add/", {"name": " ", "has_time": "Sunday mornings"})
    assert empty.status_code == 422 and "Sunday mornings" in empty.content.decode()
    own.post(f"{at}add/", {"name": "Nan", "has_time": "Sunday mornings"})
    own.post(f"{at}add/", {"name": "nan", "how_they_help": "Rings on Sundays"})
    nan = cast.individual.helpers.get(name="Nan")
    assert (nan.has_time, nan.how_they_help) == ("Sunday mornings", "Rings on Sundays")
    assert "Sunday mornings" in text_of(signed_in(cast.worker).get(at))


def test_a_number_known_already_need_not_be_written(cast, held):
    User.objects.filter(pk=cast.worker.pk).update(phone=NUMBER)
    own = signed_in(cast.user)
    new = f"/people/{cast.individual.public_id}/steps/{held.public_id}/page/"
    own.post(new, {"words": WORDS, "reach": "worker", "days": "90"})
    assert HelperPage.objects.get().number == NUMBER


def test_words_that_tell_of_a_service_are_asked_about_and_never_changed(cast, held):
    own = signed_in(cast.user)
    page = actions.make_page(step=held, words="Walk with him to the clinic", by=cast.as_worker)
    assert "“clinic” may tell Sam more than you would like" in text_of(own.get(place(page)))
    own.post(place(page, "yes/"))
    assert "Walk with him to the clinic" in text_of(as_helper(page))
    plain = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    assert "more than you would like" not in text_of(own.get(place(plain)))


def test_a_page_that_waits_stands_on_my_plan_and_is_asked_of_nobody_else(cast, held):
    page = actions.make_page(step=held, words=WORDS, by=cast.as_worker)
    mine = f"/people/{cast.individual.public_id}/plan/"
    own, worker = signed_in(cast.user).get(mine), signed_in(cast.worker).get(mine)
    assert "There is a page for Sam" in text_of(own) and place(page) in own.content.decode()
    assert "There is a page for Sam" not in text_of(worker)
    assert "Tuesday evenings" in text_of(worker) and WORDS in text_of(worker)
    actions.agree_to_page(page=page, by=cast.as_individual)
    assert "There is a page for Sam" not in text_of(signed_in(cast.user).get(mine))
