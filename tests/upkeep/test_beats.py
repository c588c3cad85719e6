"""The clock beats, and says so; of several clocks one holds a job; what it slept through is told."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.outbox.actions import post
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.upkeep import queries
from kith.upkeep.actions import beats
from kith.upkeep.models import Beat, Interruption
from kith.upkeep.queries.troubles import moment_words
from tests.goals.cast import gather

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 8, 14, 14, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
SWEEP = {"job": "Sweeping", "every": timedelta(minutes=10)}


def begins(holder: str, now: datetime) -> bool:
    return beats.begin_turn(holder=holder, now=now, **SWEEP)


def page_of(client_of, user) -> str:
    client_of.force_login(user)
    return client_of.get("/").content.decode()


def test_a_turn_asks_the_database_once_after_the_first_that_there_was(django_assert_num_queries):
    """A clock that stands by asks many times a minute."""
    assert begins("a", FRIDAY)
    beats.end_turn(job=SWEEP["job"], holder="a", now=FRIDAY)
    with django_assert_num_queries(1):
        assert begins("b", FRIDAY + HOUR)
    assert not begins("a", FRIDAY + HOUR)


def test_of_two_clocks_one_has_the_job():
    assert begins("one", FRIDAY)
    assert not begins("two", FRIDAY)
    beats.end_turn(job="Sweeping", holder="one", now=FRIDAY)
    assert not begins("two", FRIDAY + timedelta(minutes=5))
    assert begins("two", FRIDAY + timedelta(minutes=10))


def test_what_a_killed_clock_held_is_free_after_a_while():
    assert begins("one", FRIDAY)
    assert not begins("two", FRIDAY + timedelta(minutes=4))
    assert begins("two", FRIDAY + timedelta(minutes=6))


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=-1), timedelta(days=1), timedelta(days=3650)])
@pytest.mark.fault("F-11")
def test_a_jump_of_the_machines_clock_keeps_no_job_from_its_turn(jump):
    assert begins("one", FRIDAY)
    beats.end_turn(job="Sweeping", holder="one", now=FRIDAY)
    assert begins("one", FRIDAY + jump)


def test_a_job_that_stumbles_is_free_for_another_clock_and_told_of_when_it_goes_on():
    begins("one", FRIDAY)
    beats.note_stumble(job="Sweeping", stumbles=3, problem="OSError")
    assert queries.troubles(FRIDAY) == ["“Sweeping” has not worked 3 times in a row (OSError). It is tried again."]
    assert begins("two", FRIDAY)
    beats.end_turn(job="Sweeping", holder="two", now=FRIDAY)
    assert queries.troubles(FRIDAY) == []


def test_where_nothing_was_ever_served_there_is_no_clock_to_wait_for():
    assert queries.still_since(FRIDAY) is None


def test_a_clock_that_never_came_to_life_is_noticed():
    beats.expect_beats(now=FRIDAY)
    assert queries.still_since(FRIDAY + timedelta(minutes=4)) is None
    assert queries.still_since(FRIDAY + timedelta(minutes=6)).since == FRIDAY
    beats.expect_beats(now=FRIDAY + HOUR)
    assert queries.still_since(FRIDAY + HOUR).since == FRIDAY


@pytest.mark.fault("F-22")
def test_staff_see_on_every_page_that_nothing_leaves_and_individuals_do_not(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast = gather()
    now = timezone.now()
    told = f"Letters and reminders have not left since {moment_words(now, now + timedelta(minutes=6))}."
    Beat.objects.create(job=queries.CLOCK, last_done_at=now)
    assert "not leaving" not in page_of(client, cast.manager)
    with clock.at(now + timedelta(minutes=6)):
        page = page_of(client, cast.manager)
        assert told in page and "Nothing is lost. Tell whoever looks after Kith." in page
        assert told in page_of(client, cast.worker)
        cast.stranger.is_administrator = True
        cast.stranger.save()
        accounts = page_of(client, cast.stranger)
        assert told not in accounts and accounts.count("The clock stands still since") == 1
        elsewhere = client.get("/account/2fa/").content.decode()
        assert told in elsewhere and 'href="/?as=accounts"' in elsewhere and "Tell whoever" not in elsewhere
        assert "have not left" not in page_of(client, cast.user)
    client.logout()
    assert "not leaving" not in client.get("/account/login/").content.decode()


def test_a_beat_that_is_still_to_come_tells_nothing_and_is_not_believed(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast = gather()
    Beat.objects.create(job=queries.CLOCK, last_done_at=timezone.now() + timedelta(days=1))
    assert "Letters and reminders may not be leaving." in page_of(client, cast.manager)


def test_a_short_stop_is_nothing_to_tell_of():
    beats.beat(holder="one", now=FRIDAY)
    beats.beat(holder="one", now=FRIDAY + timedelta(minutes=30))
    assert not Interruption.objects.exists()


@pytest.mark.fault("F-22")
def test_after_three_days_everything_due_is_dealt_with_once_and_in_order(settings):
    settings.KITH_DEMO = True
    cast, monday = gather(), FRIDAY + timedelta(days=3)
    beats.beat(holder="one", now=FRIDAY)
    kept = {
        "kind": "note",
        "channel": "email",
        "to": "tomos@calderford.example",
        "individual_ref": cast.individual.public_id,
    }
    for hours in range(5):
        post(body=f"{hours}", now=FRIDAY + hours * HOUR, **kept)
    for hours in range(3):
        post(body="We meet soon.", goes_stale_at=FRIDAY + (hours + 20) * HOUR, now=FRIDAY + hours * HOUR, **kept)
    beats.beat(holder="one", now=monday)
    sent, again = deliver_due(now=monday), deliver_due(now=monday)
    assert (sent["sent"], sent["held"], again["sent"], again["held"]) == (5, 3, 0, 0)
    held = Letter.objects.filter(state="held")
    assert {letter.last_problem for letter in held} == {"It was no longer of use, so it was not sent."}
    left = Letter.objects.filter(sent_at__isnull=False).order_by("next_try_at", "pk")
    assert [letter.body for letter in left] == ["0", "1", "2", "3", "4"]
    assert queries.troubles(monday) == [
        "Kith stood still from Friday 14 August, 3:14pm to 3:14pm today. 5 letters were sent late. "
        "3 letters were of no use any more and stayed here."
    ]
    assert queries.not_sent_in([cast.team], monday) == [(cast.individual, 3)]
    assert queries.not_sent_in([], monday) == []
    assert queries.troubles(monday + timedelta(days=8)) == [
        "The clock stands still since Monday 17 August, 3:14pm, so letters and reminders do not leave. Nothing is lost."
    ]


def test_the_manager_reads_whose_letters_were_not_sent(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast, now = gather(), timezone.now()
    before = now - timedelta(days=2)
    beats.beat(holder="one", now=before)
    kept = {"kind": "note", "channel": "print", "to": "", "individual_ref": cast.individual.public_id}
    post(body="Soon.", goes_stale_at=now - HOUR, now=before, **kept)
    beats.beat(holder="one", now=now)
    deliver_due(now=now)
    page = page_of(client, cast.manager)
    assert "Letters that were not sent" in page and "1 letter<" in page


@pytest.mark.parametrize(
    "seconds, words",
    [
        (86_400, "forward by 1 day"),
        (-86_400, "back by 1 day"),
        (10 * 365 * 86_400, "forward by 10 years"),
        (-10 * 365 * 86_400, "back by 10 years"),
    ],
)
@pytest.mark.fault("F-11")
def test_a_jump_is_told_to_whoever_looks_after_accounts(client, settings, seconds, words):
    settings.SECOND_FACTOR_FOR_STAFF = False
    alex = people.add_account(email="alex@kith.example", name="Alex", by=Actor.command_line(), is_administrator=True)
    now = timezone.now()
    beats.beat(holder="one", now=now - timedelta(seconds=seconds))
    beats.note_jump(seconds=seconds, now=now)
    beats.beat(holder="one", now=now + timedelta(minutes=1))
    assert Interruption.objects.get().kind == "jump"
    assert f"The clock of this machine jumped {words}. Please check its time." in page_of(client, alex)


def test_a_clock_put_back_while_nobody_looked_is_noticed_at_the_next_beat():
    beats.beat(holder="one", now=FRIDAY)
    beats.beat(holder="two", now=FRIDAY - timedelta(days=1))
    assert Interruption.objects.get().seconds == -86_400
