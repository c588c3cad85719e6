"""A worker is away: somebody else is let in for just that time, whoever is met meanwhile too, and out again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions, away, queries
from kith.people.models import Away, Relation, User
from kith.people.there import who_is_there

A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def days(first: int = 3, last: int = 9) -> dict:
    return {"first_day": clock.today() + first * A_DAY, "last_day": clock.today() + last * A_DAY}


def be_away(cast, by="vish", user="vish", cover="priya", **when) -> Away:
    about = {"user": getattr(cast, user), "cover": getattr(cast, cover), "by": cast.acts(by, clock.now())}
    return actions.be_away(**about, **(when or days()))


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def is_let_in(user: User, individual, day: date) -> bool:
    """Whether this user's own notebooks hold this one at noon of a day."""
    with clock.at(noon(day)):
        return individual in queries.caseload(user)


def let_in_on(cast, day: int) -> bool:
    return is_let_in(cast.priya, cast.record, clock.today() + day * A_DAY)


@pytest.mark.shows("Q-02")
def test_whoever_covers_is_let_in_from_the_first_day_to_the_last_and_no_longer(cast):
    be_away(cast)
    assert [let_in_on(cast, day) for day in (0, 2, 3, 6, 9, 10)] == [False, False, True, True, True, False]
    relation = Relation.objects.get(kind=Relation.Kind.COVER)
    assert (relation.starts_at, relation.ends_at) == (
        away.begins_at(clock.today() + 3 * A_DAY),
        away.ends_at(clock.today() + 9 * A_DAY),
    )
    assert not let_in_on(cast, 10)


def test_the_door_opens_and_shuts_by_itself(cast):
    be_away(cast)
    page, client = reverse("home:person", args=[cast.record.public_id]), Client()
    for day, status in ((1, 404), (5, 200), (11, 404)):
        with clock.at(clock.now() + day * A_DAY):
            client.force_login(cast.priya)
            assert client.get(page).status_code == status, day


def test_today_it_begins_at_once(cast):
    be_away(cast, **days(0, 1))
    assert queries.works_with(cast.priya, cast.record).kind == Relation.Kind.COVER
    assert away.away_now(cast.vish) is not None


def test_pressed_twice_it_is_one(cast):
    assert be_away(cast) == be_away(cast)
    assert Relation.objects.filter(kind=Relation.Kind.COVER).count() == 1


@pytest.mark.parametrize(
    ("when", "cover", "reason"),
    [
        (days(3, 17), "priya", "One entry is two weeks at most. Please add another one for the rest."),
        (days(3, 2), "priya", "The last day is before the first one."),
        (days(-5, -2), "priya", "This time has been."),
        (days(), "vish", "Nobody can cover for themselves."),
        (days(), "deb", "Deb does not work in this team."),
    ],
)
def test_why_it_cannot_be_written_down(cast, when, cover, reason):
    with pytest.raises(Refused, match=reason):
        be_away(cast, cover=cover, **when)
    assert not Away.objects.exists() and not Relation.objects.filter(kind=Relation.Kind.COVER).exists()


def test_two_weeks_and_then_the_rest_are_covered_day_by_day(cast):
    be_away(cast, **days(0, 13))
    be_away(cast, **days(14, 20))
    assert all(let_in_on(cast, day) for day in range(1, 21))
    assert not let_in_on(cast, 21)


def test_not_twice_at_once_and_not_by_somebody_who_is_away_too(cast):
    be_away(cast)
    with pytest.raises(Refused, match="Some of these days are written down already"):
        be_away(cast, **days(9, 12))
    with pytest.raises(Refused, match="Vish is away then too."):
        be_away(cast, by="priya", user="priya", cover="vish", **days(9, 12))


def test_by_oneself_or_by_whoever_manages_the_team(cast):
    for name in ("priya", "deb", "greg", "tom", "alex", "ines"):
        with pytest.raises(NotPermitted):
            be_away(cast, by=name)
    written = be_away(cast, by="morgan")
    with pytest.raises(NotPermitted):
        actions.come_back_early(away=written, by=cast.acts("priya"))
    actions.come_back_early(away=written, by=cast.acts("morgan"))


def test_whoever_works_with_them_anyway_and_whoever_it_is_about_are_left_out(cast):
    actions.also_work_with(user=cast.priya, individual=cast.record, by=cast.acts("vish"))
    own = actions.open_partnership(
        worker=cast.vish, team=cast.team, called="P", user=User.objects.get(pk=cast.priya.pk), by=cast.acts("morgan")
    ).individual
    written = be_away(cast)
    assert not Relation.objects.filter(kind=Relation.Kind.COVER).exists()
    assert away.not_covered(cast.vish, [written]) == {written: [own]}
    assert who_is_there(cast.record, noon(written.first_day)).user == cast.priya


def test_nobody_is_let_into_a_team_they_do_not_work_in(cast):
    actions.join_team(user=cast.vish, team=cast.other_team, by=cast.acts("alex"))
    there = actions.open_notebook(team=cast.other_team, called="Sam", by=cast.acts("vish", clock.now())).individual
    written = be_away(cast)
    assert not is_let_in(cast.priya, there, written.first_day)
    assert away.not_covered(cast.vish, [written]) == {written: [there]}


def test_a_notebook_that_is_opened_meanwhile_is_covered_too(cast):
    be_away(cast)
    by = cast.acts("vish", clock.now())
    sam = actions.open_notebook(team=cast.team, called="Sam", by=by).individual
    actions.hand_over_partnership(
        relation=Relation.objects.get(individual=cast.mayas, kind="partnership"),
        to=cast.vish,
        by=cast.acts("morgan", clock.now()),
    )
    assert is_let_in(cast.priya, sam, clock.today() + 5 * A_DAY)
    assert is_let_in(cast.priya, cast.mayas, clock.today() + 5 * A_DAY)
    assert not is_let_in(cast.priya, sam, clock.today() + A_DAY)


def test_handed_over_nobody_covers_for_the_one_before(cast):
    actions.join_team(user=cast.deb, team=cast.team, by=cast.acts("morgan"))
    be_away(cast)
    relation = Relation.objects.get(pk=cast.partnership.pk)
    actions.hand_over_partnership(relation=relation, to=cast.deb, by=cast.acts("morgan", clock.now()))
    assert not let_in_on(cast, 5)


def test_back_sooner_or_not_going_shuts_every_door(cast):
    written = be_away(cast)
    actions.come_back_early(away=written, by=cast.acts("vish"))
    assert not let_in_on(cast, 5)
    with pytest.raises(Refused, match="This time away has already ended."):
        actions.come_back_early(away=written, by=cast.acts("vish"))
    now = be_away(cast, **days(0, 4))
    assert let_in_on(cast, 1)
    actions.come_back_early(away=now, by=cast.acts("vish", clock.now()))
    assert queries.works_with(cast.priya, cast.record) is None and away.away_now(cast.vish) is None


def test_whoever_covers_is_told_once_and_nobody_is_named_but_their_colleague(cast):
    be_away(cast)
    be_away(cast)
    letter = Letter.objects.get()
    assert (letter.to, letter.kind) == ("priya@kith.example", "to worker: covering")
    assert "stand in for Vish" in letter.body and "Greg" not in letter.body


def test_whoever_covers_is_not_asked_once_it_is_over(cast):
    written = be_away(cast)
    letter = Letter.objects.get()
    assert not isinstance(gates.ask(letter), gates.HoldBack)
    actions.come_back_early(away=written, by=cast.acts("vish"))
    assert gates.ask(letter) == gates.HoldBack("Nobody needs to stand in any more.")


def test_nor_once_those_days_have_been(cast):
    be_away(cast)
    with clock.at(clock.now() + 12 * A_DAY):
        assert isinstance(gates.ask(Letter.objects.get()), gates.HoldBack)


def test_the_page_of_their_own(cast):
    client, place = signed_in(cast.vish), reverse("people:away")
    typed = {name: str(day) for name, day in days().items()} | {"who": cast.priya.public_id, "words": "At the sea."}
    wrong = client.post(place, typed | {"last_day": str(clock.today())})
    assert wrong.status_code == 422 and "At the sea." in wrong.content.decode()
    far = client.post(place, typed | dict.fromkeys(("first_day", "last_day"), "9999-12-31"))
    assert far.status_code == 422 and "Please look at the year." in far.content.decode()
    assert "Priya covers until the end of" in client.post(place, typed, follow=True).content.decode()
    assert "For Vish," in signed_in(cast.priya).get(place).content.decode()
    sent = {"do": "back", "away": Away.objects.get().public_id}
    assert "Nobody covers from now on." in client.post(place, sent, follow=True).content.decode()
    assert client.post(place, sent, follow=True).status_code == 200  # pressed twice
    assert not let_in_on(cast, 5)


def test_the_manager_s_page_of_somebody_s(cast):
    place = reverse("people:member_away", args=[cast.team.public_id, cast.vish.public_id])
    typed = {name: str(day) for name, day in days(0, 4).items()} | {"who": cast.priya.public_id}
    assert signed_in(cast.morgan).post(place, typed).status_code == 302
    member = reverse("people:member", args=[cast.team.public_id, cast.vish.public_id])
    assert "Priya covers." in signed_in(cast.morgan).get(member).content.decode()
    for name in ("vish", "priya", "deb", "greg", "alex"):
        assert signed_in(getattr(cast, name)).get(place).status_code == 404


def test_whoever_supports_nobody_has_no_such_pages(cast):
    for name in ("greg", "tom"):
        for page in ("people:away", "people:hears"):
            assert signed_in(getattr(cast, name)).get(reverse(page)).status_code == 404


def test_what_they_hear_is_theirs_to_choose(cast):
    client, place = signed_in(cast.priya), reverse("people:hears")
    assert "Somebody asks me to cover for them" in client.get(place).content.decode()
    typed = {"hears_days": ["0", "5"], "hears_from": "9am", "hears_until": "4pm"}
    assert client.post(place, typed | {"hears_until": "8am"}).status_code == 422
    assert client.post(place, typed).status_code == 302
    cast.priya.refresh_from_db()
    be_away(cast)
    assert not Letter.objects.exists()
    priya = User.objects.get(pk=cast.priya.pk)
    assert (priya.hears_days, priya.hears_from.hour, priya.hears_until.hour) == ([0, 5], 9, 16)
    with pytest.raises(NotPermitted):
        actions.choose_what_to_hear(
            user=priya, off=[], begins=priya.hears_from, ends=priya.hears_until, days=[0], by=cast.acts("morgan")
        )


def test_a_cover_made_by_hand_still_stands_for_itself(cast):
    actions.cover(user=cast.priya, individual=cast.record, by=cast.acts("vish"))
    assert who_is_there(cast.record, clock.now()).user == cast.priya


def questions_of_the_page(cast) -> int:
    browser, page = signed_in(cast.vish), reverse("people:away")
    browser.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(page).status_code == 200
    return len(asked)


def test_the_page_asks_as_much_of_many_people_as_of_few_and_for_each_time_only_for_its_meetings(cast):
    be_away(cast)
    few = questions_of_the_page(cast)
    for number in range(6):
        actions.open_partnership(worker=cast.vish, team=cast.team, called=f"P{number}", by=cast.acts("morgan"))
    assert questions_of_the_page(cast) == few
    be_away(cast, **days(12, 14))
    be_away(cast, **days(16, 18))
    assert questions_of_the_page(cast) == few + 2 * len(("the people", "their meetings"))
