"""Writing to an individual: in the way that is safe, at an hour that is safe, saying as much as they allowed."""

from datetime import UTC, datetime, time, timedelta

import pytest

from kith.access import clock
from kith.outbox import gates
from kith.outbox.actions import tidy
from kith.outbox.models import Letter
from kith.people import actions
from kith.people.gates import to_individuals
from kith.people.models import Individual, User

KIND, NOON = "to individual: a note", datetime(2026, 12, 2, 12, tzinfo=UTC)  # a Wednesday
WORDS = "Table tennis is on Thursday."


@pytest.fixture
def wish(cast):
    """Greg says something of how he is reached."""

    def say(reached_by: str = "email", phone: str = "07700 900123", **wished):
        reach = {"called": "Greg", "reached_by": reached_by, "phone": phone}
        actions.keep_wishes(individual=cast.record, reach=reach, by=cast.acts("greg"), **wished)
        cast.record = Individual.objects.get(pk=cast.record.pk)

    return say


def write(cast, at: datetime = NOON, **more) -> Letter | None:
    with clock.at(at):
        return actions.write_to(cast.record, **{"kind": KIND, "cause": "a test", "words": WORDS} | more)


def asked(letter: Letter, at: datetime = NOON) -> gates.Answer:
    with clock.at(at):
        return gates.ask(letter)


def test_until_they_allow_more_a_letter_says_only_that_there_is_something_to_read(cast, settings):
    letter = write(cast)
    assert (letter.channel, letter.to, letter.subject) == ("email", "greg@kith.example", "You have a message")
    assert letter.body == (
        f"Hello Greg,\n\nThere is a message for you.\n\nRead it here: {settings.PUBLIC_URL}\n\nThere is no rush."
    )


def test_with_words_allowed_they_go_along(cast, wish, settings):
    wish(says_words=True, letter_name="Gregory")
    body = write(cast).body
    assert body.startswith(f"Hello Gregory,\n\n{WORDS}\n\nRead more here: {settings.PUBLIC_URL}")


@pytest.mark.shows("Q-17")
def test_easy_words_are_fewer(cast, wish, settings):
    wish(easy_words=True)
    assert write(cast).body == f"Hello Greg,\n\nThere is a message for you.\n\nRead it here: {settings.PUBLIC_URL}"


@pytest.mark.parametrize(
    ("wished", "body"),
    [
        ({}, "Hello Greg. There is a message for you. There is no rush."),
        ({"says_words": True}, f"Hello Greg. {WORDS} There is no rush."),
        (
            {"links_in_texts": True},
            "Hello Greg. There is a message for you. Read it here: http://127.0.0.1:8000 There is no rush.",
        ),
    ],
)
def test_a_text_has_no_link_unless_they_chose_it(cast, wish, settings, wished, body):
    settings.KITH_DEMO = True
    wish(reached_by="text", **wished)
    letter = write(cast)
    assert (letter.channel, letter.to, letter.body, letter.subject) == ("text", "+447700900123", body, "")


def test_texts_without_a_way_out_are_not_written(cast, wish):
    wish(reached_by="text")
    assert write(cast) is None


def test_a_letter_on_paper_has_all_the_words_no_link_and_a_number_to_ring(cast, wish):
    cast.team.reached_at = "01632 960412, mornings"
    cast.team.save()
    wish(reached_by="letter", post_to="Flat 2\r\n12 Mill Street,\nCalderford", may_write_there=True)
    letter = write(cast)
    assert (letter.channel, letter.to) == ("print", "Flat 2, 12 Mill Street, Calderford")
    assert WORDS in letter.body and "http" not in letter.body
    assert "To answer, please ring: 01632 960412, mornings" in letter.body


@pytest.mark.shows("Q-63")
def test_nothing_is_printed_where_we_may_not_write(cast, wish):
    wish(reached_by="letter", post_to="12 Mill Street")
    assert write(cast) is None


@pytest.mark.shows("Q-17", "Q-63")
@pytest.mark.parametrize("way", ["phone", "in person"])
def test_whoever_likes_to_be_spoken_to_is_not_written_to(cast, wish, way):
    wish(reached_by=way)
    assert write(cast) is None


@pytest.mark.parametrize(
    ("address", "in_demo", "is_said"),
    [("", False, False), ("answers@goodcompany.example", False, True), ("", True, True)],
)
def test_an_answer_is_asked_for_only_where_it_arrives(cast, settings, address, in_demo, is_said):
    settings.REPLY_ADDRESS, settings.KITH_DEMO = address, in_demo
    letter = write(cast, takes_replies=True)
    assert letter.takes_replies
    assert ("You can answer this message." in letter.body) is is_said
    assert "You can answer" not in write(cast).body


@pytest.mark.shows("Q-22")
def test_nothing_of_ours_tells_what_it_is_about(cast, wish, settings):
    settings.KITH_DEMO, settings.PUBLIC_URL = True, "https://pages.example"
    bodies = []
    for way in ("email", "text"):
        for wished in ({}, {"says_words": True}, {"easy_words": True, "links_in_texts": True}):
            wish(reached_by=way, **wished)
            bodies.append(write(cast, takes_replies=True).body.lower())
    for word in ("kith", "health", "care", "riverside", "vish", "notebook"):
        assert not any(word in body for body in bodies), word


def test_without_an_account_a_letter_that_leads_nowhere_is_not_written(cast):
    sam = actions.open_notebook(
        team=cast.team, called="Sam", email="sam@calderford.example", reached_by="email", by=cast.acts("vish")
    ).individual
    assert actions.write_to(sam, kind=KIND, cause="a test", words=WORDS) is None
    link = actions.write_to(sam, kind=KIND, cause="a test", words=WORDS, read_at="https://walk.example/v/abc/")
    assert "https://walk.example/v/abc/" in link.body
    actions.keep_wishes(individual=sam, says_words=True, by=cast.acts("vish", clock.now()))
    assert WORDS in actions.write_to(Individual.objects.get(pk=sam.pk), kind=KIND, cause="a test", words=WORDS).body


def test_asked_twice_with_one_cause_it_is_one_letter(cast):
    assert write(cast, once="the same") == write(cast, once="the same")


def test_it_is_written_for_an_hour_that_is_safe(cast, wish):
    wish(safe_from=time(10))
    assert write(cast, NOON.replace(hour=8)).next_try_at == NOON.replace(hour=10)
    assert write(cast, NOON.replace(hour=21)).next_try_at == NOON.replace(day=3, hour=10)
    wish(safe_from=None, safe_days=[0])
    assert write(cast).next_try_at == datetime(2026, 12, 7, 9, tzinfo=UTC)


def test_outside_safe_hours_it_waits_at_the_gate_until_the_next_safe_moment(cast, wish):
    wish(safe_from=time(10), safe_until=time(12), safe_days=[2, 4])
    letter = write(cast)
    assert asked(letter, NOON.replace(hour=11)) == gates.Go(to="greg@kith.example", to_name="Greg")
    assert asked(letter, NOON.replace(hour=9)).again_after == timedelta(hours=1)
    assert asked(letter, NOON).again_after == timedelta(days=1, hours=22)  # Friday at ten
    assert asked(letter, NOON + timedelta(days=1)).again_after == timedelta(hours=22)


def test_safe_hours_are_those_of_the_place_in_summer_too(cast, wish):
    wish(safe_from=time(10))
    letter = write(cast, datetime(2027, 7, 7, 8, tzinfo=UTC))
    assert letter.next_try_at == datetime(2027, 7, 7, 9, tzinfo=UTC)


def test_what_would_be_of_no_use_by_then_stays_here(cast, wish):
    wish(safe_days=[0])
    letter = write(cast, goes_stale_at=NOON + timedelta(days=1))
    assert "of no use any more" in asked(letter).reason
    letter.goes_stale_at = NOON + timedelta(days=6)
    assert isinstance(asked(letter), gates.Wait)


def test_the_gate_asks_again_when_a_way_became_unsafe(cast, wish):
    letter = write(cast)
    wish(reached_by="phone")
    assert asked(letter) == gates.HoldBack("They would rather not be reached by email.")
    wish(reached_by="phone", channels=["phone", "email"])
    assert isinstance(asked(letter), gates.Go)


@pytest.mark.shows("Q-66")
def test_news_goes_only_to_whoever_asked_for_it(cast, wish):
    news = write(cast, is_news=True, stop_url="https://goodcompany.example/stop/")
    assert asked(news) == gates.HoldBack("They did not ask for news, so none is sent.")
    wish(wants_news=True)
    assert isinstance(asked(news), gates.Go)


def test_words_that_were_shown_go_word_for_word(cast, wish):
    wish(easy_words=True, safe_from=time(13))
    with clock.at(NOON):
        letter = actions.send_exactly(cast.record, kind=KIND, cause="a test", body="Vish here. We meet on Friday.")
    assert (letter.body, letter.next_try_at) == ("Vish here. We meet on Friday.", NOON.replace(hour=13))


def tell_vish(cast, at: datetime = NOON, **more) -> Letter | None:
    about = {"kind": "to worker: a thing", "cause": "a test", "words": "Somebody wrote."}
    with clock.at(at):
        return actions.write_to_worker(User.objects.get(pk=cast.vish.pk), **about | more)


def hear(cast, off=(), begins=time(8), ends=time(18), days=(0, 1, 2, 3, 4)):
    own = {"user": cast.vish, "by": cast.acts("vish")}
    actions.choose_what_to_hear(off=list(off), begins=begins, ends=ends, days=list(days), **own)


@pytest.mark.shows("Q-69")
def test_a_worker_is_told_in_one_line_in_their_hours(cast, settings):
    letter = tell_vish(cast)
    assert (letter.to, letter.subject) == ("vish@kith.example", "Something to read")
    assert letter.body == f"Somebody wrote.\n\n{settings.PUBLIC_URL}\n"
    assert tell_vish(cast, subject="Listings to check").subject == "Listings to check"
    assert tell_vish(cast, NOON.replace(hour=20)).next_try_at == NOON.replace(day=3, hour=8)
    christmas = tell_vish(cast, datetime(2026, 12, 24, 19, tzinfo=UTC))
    assert christmas.next_try_at == datetime(2026, 12, 29, 8, tzinfo=UTC)


def test_what_did_not_leave_for_days_is_of_no_use_to_a_worker_any_more(cast):
    letter = tell_vish(cast, NOON.replace(hour=23))
    assert letter.goes_stale_at == letter.not_before + timedelta(days=7)
    tidy(now=letter.goes_stale_at)
    letter.refresh_from_db()
    assert (letter.state, letter.last_problem) == ("held", "It was no longer of use, so it was not sent.")


def test_a_worker_who_switched_it_off_is_not_told_whenever_that_was(cast):
    before = tell_vish(cast)
    hear(cast, off=["to worker: a thing"])
    assert tell_vish(cast) is None
    assert asked(before) == gates.HoldBack("They switched messages like this off.")
    assert tell_vish(cast, kind="to worker: another thing")


def test_the_gate_of_workers_asks_for_their_account_and_their_hours(cast):
    letter = tell_vish(cast)
    assert asked(letter) == gates.Go(to="vish@kith.example")
    assert asked(letter, NOON.replace(hour=19)).again_after == timedelta(hours=13)
    hear(cast, begins=time(13))
    assert asked(letter).again_after == timedelta(hours=1)
    User.objects.filter(pk=cast.vish.pk).update(is_active=False)
    assert "Nobody works here" in asked(letter).reason
    assert tell_vish(cast) is None


def test_a_few_letters_are_asked_about_in_one_look_and_answered_as_one_by_one(
    cast, wish, settings, django_assert_num_queries
):
    wish(says_words=True, safe_from=time(10), safe_until=time(12), channels=["email"])
    to_them = [write(cast, once=f"letter {number}") for number in range(20)]
    to_nobody = Letter(kind=KIND, channel="email", individual_ref="nobody")
    by_text = Letter(kind=KIND, channel="text", individual_ref=cast.record.public_id)
    for at in (NOON.replace(hour=11), NOON.replace(hour=13)):
        few = [*to_them, to_nobody, by_text]
        with clock.at(at), django_assert_num_queries(1):
            together = to_individuals(few)
        assert together == [asked(letter, at) for letter in few]
    assert {type(answer) for answer in together} == {gates.Wait, gates.HoldBack}
