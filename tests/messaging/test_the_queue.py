"""Every message has a reader and a clock: unread it goes to whoever covers, then to the manager. Time closes none."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.conf import settings

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.messaging import actions, queries, queue
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import hearing
from kith.people.actors import actor_for
from kith.people.models import Individual, Team, User

from .conftest import FRIDAY

NEXT_FRIDAY = datetime(2026, 9, 18, 9, 0, tzinfo=UTC)
A_WEEK = timedelta(days=7)


@pytest.fixture
def message(cast) -> Message:
    return actions.write(individual=cast.individual, words="Can I ask you something?", by=cast.as_individual)


def time_passes(until: datetime) -> int:
    """How many messages went to somebody else."""
    with clock.at(until):
        counts = actions.pass_on_what_waits(by=Actor.system())
    return counts["placed"] + counts["passed on"]


def notices(*kinds: str) -> list[str]:
    named = [f"to worker: {kind}" for kind in kinds or ("a message", "nobody has read this")]
    return list(Letter.objects.filter(kind__in=named).order_by("pk").values_list("to", flat=True))


def test_it_stays_where_it_is_until_its_time(cast, message):
    assert time_passes(FRIDAY + timedelta(hours=3)) == 0


def test_however_long_the_team_reads_there_is_a_whole_reading_day_before(cast):
    team = Team(reads_from=time(8), reads_until=time(21))
    before_eight, at_ten = FRIDAY.replace(hour=5), FRIDAY
    assert queue.read_by(team, before_eight) == datetime(2026, 9, 14, 7, tzinfo=UTC)  # Friday is whole, then Monday
    assert queue.read_by(team, at_ten) == datetime(2026, 9, 15, 7, tzinfo=UTC)


def test_of_a_closed_notebook_nobody_is_told_any_more(cast, message, signed_in):
    time_passes(NEXT_FRIDAY)
    told = len(notices())
    Individual.objects.filter(pk=cast.individual.pk).update(closed_at=NEXT_FRIDAY)
    for weeks in range(1, 5):
        assert time_passes(NEXT_FRIDAY + weeks * A_WEEK) == 0
    assert len(notices()) == told
    assert "Nobody has read these yet" not in signed_in(cast.manager).get("/").content.decode()


@pytest.mark.shows("Q-50")
def test_unread_it_goes_to_whoever_covers_then_to_the_manager(cast, message, priya):
    people.cover(user=priya, individual=cast.individual, by=cast.as_worker)
    assert time_passes(NEXT_FRIDAY) == 1
    message.refresh_from_db()
    assert (message.owner, message.turn) == (priya, Message.Turn.COVER)
    assert time_passes(NEXT_FRIDAY) == 0
    assert time_passes(NEXT_FRIDAY + A_WEEK) == 1
    message.refresh_from_db()
    assert (message.owner, message.turn, message.state) == (None, Message.Turn.MANAGER, "waiting")
    assert time_passes(NEXT_FRIDAY + 5 * A_WEEK) == 0


def test_with_nobody_to_cover_the_manager_is_told(cast, message):
    time_passes(NEXT_FRIDAY)
    assert notices() == [cast.worker.email, cast.manager.email]


@pytest.mark.parametrize("reader", ["whoever covers", "the manager"])
def test_that_nobody_read_it_in_time_is_told_to_whoever_hears_of_no_message(cast, message, priya, reader):
    user = priya if reader == "whoever covers" else cast.manager
    User.objects.filter(pk=user.pk).update(hears=["to worker: a message"])
    if reader == "whoever covers":
        people.cover(user=priya, individual=cast.individual, by=cast.as_worker)
    time_passes(NEXT_FRIDAY)
    letter = Letter.objects.get(to=user.email)
    assert letter.kind == "to worker: nobody has read this"
    assert "A message waits that nobody has read yet." in letter.body and "Tomos" not in letter.body
    assert letter.kind not in dict(hearing.kinds())


def test_the_manager_sees_that_it_waits_and_not_what_it_says(cast, message, priya, signed_in):
    time_passes(NEXT_FRIDAY)
    page = signed_in(cast.manager).get("/").content.decode()
    assert "Nobody has read these yet" in page
    assert "Can I ask you something?" not in page
    there = f"/people/{cast.individual.public_id}/messages/{message.public_id}/"
    assert signed_in(cast.manager).get(there).status_code == 404


def test_the_manager_gives_it_to_a_colleague_who_may_read_it_from_then_on(cast, message, priya, signed_in):
    time_passes(NEXT_FRIDAY)
    there = f"/people/{cast.individual.public_id}/messages/{message.public_id}/"
    assert signed_in(priya).get(there).status_code == 404
    signed_in(cast.manager).post(f"{there}hand/", {"to": priya.public_id})
    message.refresh_from_db()
    assert message.owner == priya
    assert "Can I ask you something?" in signed_in(priya).get(there).content.decode()


def test_handed_over_it_goes_to_the_new_worker_at_the_next_look(cast, message, priya):
    partnership = cast.individual.relations.get(user=cast.worker)
    people.hand_over_partnership(relation=partnership, to=priya, by=cast.as_worker)
    assert time_passes(FRIDAY + timedelta(minutes=1)) == 1
    message.refresh_from_db()
    assert (message.owner, message.turn, message.state) == (priya, Message.Turn.WORKER, "waiting")
    assert time_passes(FRIDAY + timedelta(minutes=2)) == 0


def test_a_manager_of_another_team_sees_nothing_of_it(cast, message, signed_in):
    office = Actor.command_line()
    elsewhere = people.create_team(name="Elsewhere", by=office)
    people.appoint_manager(user=cast.stranger, team=elsewhere, by=office)
    people.join_team(user=cast.stranger, team=cast.team, by=office)
    time_passes(NEXT_FRIDAY)
    assert "Tomos" not in signed_in(cast.stranger).get("/?as=team").content.decode()


def test_a_colleague_does_not_help_themselves_to_it(cast, message, priya):
    with pytest.raises(NotPermitted):
        actions.hand_to(message=message, user=priya, by=actor_for(priya, clock.now()))


def test_asked_to_look_sooner_it_stands_first_and_goes_on_earlier(cast, message):
    later = actions.write(individual=cast.individual, words="And one more", by=cast.as_individual)
    before = later.read_by_day
    actions.look_sooner(message=later, by=cast.as_individual)
    later.refresh_from_db()
    assert later.read_by_day < before
    assert queries.waiting_for([cast.individual]) == [later, message]


def test_what_was_read_is_not_asked_for_sooner(cast, message):
    actions.mark_read(message=message, by=cast.as_worker)
    with pytest.raises(Refused, match="read already"):
        actions.look_sooner(message=message, by=cast.as_individual)


@pytest.mark.shows("Q-52")
def test_help_that_is_there_now_is_shown_before_it_is_asked(cast, signed_in):
    there = f"/people/{cast.individual.public_id}/messages/"
    page = signed_in(cast.user).post(there, {"words": "I feel awful.", "do": "ask sooner"}).content.decode()
    assert "116 123" in page
    assert "I feel awful." in page
    assert Message.objects.count() == 0
    signed_in(cast.user).post(there, {"words": "I feel awful.", "do": "sooner"})
    assert Message.objects.get().sooner_at is not None


def test_one_that_stumbles_stops_nobody_else_s_and_goes_on_at_the_next_look(cast, message, monkeypatch):
    second = actions.write(individual=cast.individual, words="Another", by=cast.as_individual)
    tell = actions.passing_on.tell_whoever_has_it

    def stumbles(each, **how):
        return 1 / 0 if each.pk == message.pk else tell(each, **how)

    monkeypatch.setattr(actions.passing_on, "tell_whoever_has_it", stumbles)
    assert time_passes(NEXT_FRIDAY) == 1
    second.refresh_from_db()
    message.refresh_from_db()
    assert (message.turn, second.turn) == (Message.Turn.WORKER, Message.Turn.MANAGER)
    monkeypatch.undo()
    assert time_passes(NEXT_FRIDAY) == 1


@pytest.mark.shows("Q-50")
def test_with_nobody_there_the_manager_is_told_and_told_again_until_it_is_read(cast, signed_in):
    cast.individual.relations.filter(user=cast.worker).update(ends_at=clock.now())
    alone = actions.write(individual=cast.individual, words="Is anybody there?", by=cast.as_individual)
    assert (alone.owner, alone.turn) == (None, Message.Turn.MANAGER)
    assert notices() == [cast.manager.email]
    for days in (7, 14):
        all_leave()
        time_passes(FRIDAY + timedelta(days=days))
    assert notices() == [cast.manager.email] * 3
    assert (
        "manager is told" in signed_in(cast.user).get(f"/people/{cast.individual.public_id}/messages/").content.decode()
    )


def test_asked_to_look_sooner_whoever_has_it_is_told_again(cast, message):
    actions.look_sooner(message=message, by=cast.as_individual)
    assert (notices(), notices("look sooner")) == ([cast.worker.email], [cast.worker.email])
    letter = Letter.objects.get(kind="to worker: look sooner")
    assert letter.subject == "Somebody asks you to look sooner" and letter.body.endswith("/messages/\n")


def test_one_notice_that_has_not_left_stands_for_all_that_waits(cast, message):
    for number in range(5):
        actions.write(individual=cast.individual, words=f"And {number}", by=cast.as_individual)
    letter = Letter.objects.get(kind="to worker: a message")
    assert (letter.subject, letter.body) == (
        "A message waits",
        f"Somebody has written to you.\n\n{settings.PUBLIC_URL}/messages/\n",
    )
    all_leave()
    actions.write(individual=cast.individual, words="One more", by=cast.as_individual)
    assert notices() == [cast.worker.email] * 2


def all_leave() -> None:
    Letter.objects.filter(state="waiting").update(state="sent")


def test_the_same_words_with_a_wish_for_sooner_are_one_message_that_is_looked_at_sooner(cast, message):
    again = actions.write(individual=cast.individual, words=message.words, by=cast.as_individual, sooner=True)
    assert again == message
    assert again.sooner_at is not None


def test_while_the_worker_is_away_what_waits_goes_to_whoever_covers(cast, message, priya):
    days = {"first_day": date(2026, 9, 12), "last_day": date(2026, 9, 20)}
    people.be_away(user=cast.worker, cover=priya, by=cast.as_worker, **days)
    assert time_passes(FRIDAY + timedelta(days=1)) == 1
    message.refresh_from_db()
    assert (message.owner, message.turn) == (priya, Message.Turn.COVER)


def test_the_page_says_who_has_it_now_also_once_nobody_covers_any_more(cast, priya, signed_in):
    there, own = f"/people/{cast.individual.public_id}/messages/", signed_in(cast.user)
    days = {"first_day": date(2026, 9, 11), "last_day": date(2026, 9, 20)}
    away = people.be_away(user=cast.worker, cover=priya, by=cast.as_worker, **days)
    with clock.at(FRIDAY + timedelta(minutes=1)):
        actions.write(individual=cast.individual, words="Are you there?", by=cast.as_individual)
        assert "Priya has it." in own.get(there).content.decode()
        people.come_back_early(away=away, by=cast.as_worker)
        page = own.get(there).content.decode()
    assert "Anwen has it." in page and "Priya has it." not in page


@pytest.mark.shows("Q-06", "Q-49")
def test_the_page_says_who_reads_it_and_when_before_and_after(cast, signed_in):
    there, own = f"/people/{cast.individual.public_id}/messages/", signed_in(cast.user)
    assert "Anwen reads this" in own.get(there).content.decode()
    assert "Anwen reads this" in own.post(there, {"words": "Hello", "do": "send"}, follow=True).content.decode()
    assert 'href="/crisis/"' in own.get(there).content.decode()
