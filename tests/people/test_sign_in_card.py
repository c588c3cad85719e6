"""A code printed by the worker, for somebody without email."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.people import actions, cards
from kith.people.models import SignInCard
from tests.people.test_sign_in import bare, is_in

USE = "/card/"
CODE = re.compile(r"<code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</code>")


@pytest.fixture(autouse=True)
def quiet(db, settings):
    cache.clear()
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def rose(cast):
    """Rose has a notebook with Vish, and no email."""
    by = cast.acts("morgan")
    return actions.open_partnership(worker=cast.vish, team=cast.team, called="Rose", by=by).individual


def printed(cast, rose) -> str:
    return actions.print_card(individual=rose, by=cast.acts("vish", datetime.now(UTC)))[1]


def use(code: str, client=None, **more) -> Client:
    client = client or Client()
    client.answer = client.post(USE, {"code": code} | more)
    return client


@pytest.mark.shows("Q-79")
def test_a_card_makes_an_account_without_email_and_lets_them_in(cast, rose):
    code = printed(cast, rose)
    rose.refresh_from_db()
    assert (rose.user.email, rose.user.name) == (None, "Rose")
    visitor = use(code, next="/account/2fa/")
    assert visitor.answer.url == "/account/2fa/" and visitor.session["_auth_user_id"] == str(rose.user.pk)
    assert SignInCard.objects.get().last_used_at is not None
    assert TrailEntry.objects.filter(what="sign-in card used", who=rose.user.public_id).count() == 1
    assert visitor.get("/").status_code == 200


def test_codes_are_long_and_only_a_print_is_kept(cast, rose):
    code = printed(cast, rose)
    assert len({cards.new_code() for _ in range(50)}) == 50
    assert re.fullmatch(r"([a-hj-km-np-z2-9]{4}-){2}[a-hj-km-np-z2-9]{4}", code)
    kept = str(SignInCard.objects.values().get())
    assert code not in kept and code.replace("-", "") not in kept


@pytest.mark.parametrize("change", [str.upper, lambda code: code.replace("-", " "), lambda code: f" {code}. "])
def test_it_may_be_typed_nearly_as_it_is_printed(cast, rose, change):
    assert is_in(use(change(printed(cast, rose))))


def test_a_new_card_ends_the_old_one(cast, rose):
    old, new = printed(cast, rose), printed(cast, rose)
    assert not is_in(use(old)) and is_in(use(new))
    assert SignInCard.objects.filter(stopped_at__isnull=True).count() == 1


def test_it_can_be_stopped_by_the_worker_and_by_themselves(cast, rose):
    for who in ("vish", "rose"):
        code = printed(cast, rose)
        rose.refresh_from_db()
        visitor = Client()
        visitor.force_login(cast.vish if who == "vish" else rose.user)
        assert visitor.post(f"/people/{rose.public_id}/card/stop/").status_code == 302
        assert not is_in(use(code))


@pytest.mark.parametrize("how", ["stop", "anew"])
def test_whoever_came_in_with_a_card_that_ends_is_signed_out(cast, rose, how):
    finder = use(printed(cast, rose))
    assert is_in(finder) and finder.get("/").status_code == 200
    by = cast.acts("vish", datetime.now(UTC))
    actions.stop_card(individual=rose, by=by) if how == "stop" else actions.print_card(individual=rose, by=by)
    assert finder.get("/me/interests/").url.startswith("/account/login/")


@pytest.mark.parametrize("place", ["", "stop/"])
def test_whoever_ends_their_own_card_stays_in_and_everybody_else_is_out(cast, rose, place):
    code = printed(cast, rose)
    rose.refresh_from_db()
    own, finder = use(code), use(code)
    assert own.post(f"/people/{rose.public_id}/card/{place}").status_code == (302 if place else 200)
    page = f"/people/{rose.public_id}/card/"
    assert own.get(page).status_code == 200 and finder.get(page).status_code == 302


def test_every_code_that_does_not_open_gets_the_same_answer(cast, rose):
    code = printed(cast, rose)
    rose.refresh_from_db()
    card = SignInCard.objects.get()
    answers = {bare(use("abcd-efgh-jkmn").answer).replace("abcd-efgh-jkmn", "…")}
    for change in ({"ends_at": card.printed_at + timedelta(seconds=1)}, {"stopped_at": card.printed_at}):
        SignInCard.objects.filter(pk=card.pk).update(**change)
        with time_machine.travel(datetime.now(UTC) + timedelta(seconds=3)):
            visitor = use(code)
        assert not is_in(visitor)
        answers.add(bare(visitor.answer).replace(code, "…"))
        SignInCard.objects.filter(pk=card.pk).update(ends_at=card.ends_at, stopped_at=None)
    assert len(answers) == 1 and "does not open anything now" in answers.pop()
    assert is_in(use(code))


def test_a_resting_account_or_a_closed_notebook_opens_nothing(cast, rose):
    code = printed(cast, rose)
    rose.refresh_from_db()
    rose.user.is_active = False
    rose.user.save()
    assert not is_in(use(code))
    rose.user.is_active, rose.closed_at = True, datetime.now(UTC)
    rose.user.save()
    rose.save()
    assert not is_in(use(code))


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=-1), timedelta(days=121), timedelta(days=3650)])
def test_a_clock_that_jumps_opens_nothing(cast, rose, jump):
    code = printed(cast, rose)
    with time_machine.travel(datetime.now(UTC) + jump):
        assert not is_in(use(code))


def test_it_lasts_four_months(cast, rose):
    code = printed(cast, rose)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=119)):
        assert is_in(use(code))


def test_ten_tries_from_one_place(cast, rose):
    code = printed(cast, rose)
    answers = [use("abcd-efgh-jkmn").answer.status_code for _ in range(10)]
    assert answers == [422] * 10
    visitor = use(code)
    assert visitor.answer.status_code == 429 and not is_in(visitor)


def test_the_session_begins_fresh_and_nobody_else_stays_in_it(cast, rose):
    code, visitor = printed(cast, rose), Client()
    visitor.force_login(cast.greg)
    visitor.session["left"] = "something"
    before = visitor.session.session_key
    use(code, visitor)
    assert visitor.session.session_key != before and not visitor.session.exists(before)
    rose.refresh_from_db()
    assert visitor.session["_auth_user_id"] == str(rose.user.pk) and "left" not in visitor.session


def test_only_those_who_may_invite_print_one(cast, rose):
    for who in ("priya", "deb", "greg", "tom", "ines", "alex"):
        with pytest.raises(NotPermitted):
            actions.print_card(individual=rose, by=cast.acts(who))
    assert SignInCard.objects.count() == 0


def test_who_has_email_needs_none(cast):
    with pytest.raises(Refused):
        actions.print_card(individual=cast.record, by=cast.acts("vish"))


def test_the_pages(cast, rose, client):
    client.force_login(cast.vish)
    place = f"/people/{rose.public_id}/card/"
    assert "Make a card" in client.get(place).content.decode()
    page = client.post(place).content.decode()
    code = CODE.search(page)[1]
    assert cards.page_address() in page and "<svg" in page and "style=" not in page and "116 123" in page
    again = client.get(place).content.decode()
    assert code not in again and "Not used yet." in again
    visitor = use(code)
    assert "with the card that Vish printed" in visitor.get("/account/2fa/").content.decode()
    safely = visitor.get("/account/2fa/").content.decode()
    assert "Your card" in safely and "Stop this card" in safely
    assert "so they need no card" in client.get(f"/people/{cast.record.public_id}/card/").content.decode()
