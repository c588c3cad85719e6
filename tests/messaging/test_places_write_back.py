"""A place answers an email as one answers an email, and it lands on the introduction; nothing is guessed."""

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.home.queries import today_for
from kith.introductions import actions as introductions
from kith.introductions import queries, wording
from kith.introductions.models import Introduction
from kith.messaging import actions
from kith.messaging.models import Message
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import answer_to, comes_in

DAWN = "dawn@harriers.example"


@pytest.fixture
def introduction(cast, mail):
    """Written to, and the letter has left."""
    cast.team.reached_at = "01632 960123"
    cast.team.save()
    place = directory.add_activity(name="Harriers", host_name="Dawn", email=DAWN, by=cast.as_worker)
    chosen = {"says": "first name", "gets_in_touch": "worker writes", "goes_along": "nobody"}
    made = introductions.prepare(individual=cast.individual, activity=place, by=cast.as_worker, **chosen)
    shown = wording.digest(made.words_to_say, made.true_answer)
    introductions.agree(introduction=made, shown=shown, by=cast.as_individual)
    introductions.send_message(introduction=made, by=cast.as_worker)
    deliver_due(clock.now())
    return made


def writes_back(words: str, *, sender: str = DAWN, **headers):
    letter = Letter.objects.get(kind="to place: introduction")
    quoted = "\n".join(f"> {line}" for line in letter.body.split("\n"))
    return comes_in(
        answer_to(letter, f"{words}\n\nOn Friday hello wrote:\n{quoted}\n", sender=sender, **headers)
    ).message


def at(cast, introduction) -> str:
    return f"/people/{cast.individual.public_id}/introductions/{introduction.public_id}/"


@pytest.mark.parametrize(
    ("words", "kind", "state"),
    [
        ("Yes, fine.\n\nDawn", "host yes", "They said: you are welcome"),
        ("Just turn up", "host turn up", "They said: just turn up"),
        ("Sorry, we are full", "host not now", "They said: not this time"),
    ],
)
def test_a_bare_answer_lands_on_the_introduction_in_their_words(cast, introduction, signed_in, *, words, kind, state):
    assert writes_back(words) is None
    said = queries.host_answer(queries.introduction(cast.individual, introduction.public_id))
    assert (said.kind, said.words, said.by_role, said.by_user) == (kind, words, "host", None)
    assert today_for(cast.worker).host_answers == [introduction]
    page = signed_in(cast.worker).get(at(cast, introduction)).content.decode()
    assert state in page and "I have read this" in page
    assert not Message.objects.exists()
    assert TrailEntry.objects.filter(what="host answered").count() == 1


@pytest.mark.shows("Q-51")
@pytest.mark.parametrize(
    ("words", "sender", "headers"),
    [
        ("Yes, but only from May", DAWN, {}),
        ("Fine by us", DAWN, {}),
        ("Yes", "somebody@else.example", {}),
        ("Yes", DAWN, {"Authentication-Results": "mx.goodcompany.example; dmarc=fail"}),
    ],
)
def test_all_else_waits_for_the_worker_as_it_was_written(cast, introduction, words, sender, headers):
    message = writes_back(words, sender=sender, **headers)
    assert (message.said_by, message.introduction, message.words) == ("host", introduction, words)
    assert message.is_waiting
    assert queries.host_answer(queries.introduction(cast.individual, introduction.public_id)) is None


@pytest.mark.parametrize("kind", ["host yes", "host turn up", "host asks", "host not now"])
def test_one_press_says_what_it_was(cast, introduction, signed_in, kind):
    message = writes_back("We would be glad, come on Thursday")
    browser, place = signed_in(cast.worker), at(cast, introduction)
    for page in ("/", place, f"/people/{cast.individual.public_id}/messages/{message.public_id}/"):
        assert f'value="{kind}"' in browser.get(page).content.decode()
    meant = f"/people/{cast.individual.public_id}/messages/{message.public_id}/meant/"
    assert browser.post(meant, {"kind": kind, "next": place}).url == place
    message.refresh_from_db()
    said = queries.host_answer(queries.introduction(cast.individual, introduction.public_id))
    assert (message.state, message.read_by, said.kind, said.by_user) == ("read", cast.worker, kind, cast.worker)
    assert today_for(cast.worker).host_answers == [] and today_for(cast.worker).messages == []
    browser.post(meant, {"kind": "host not now"})
    assert queries.host_answer(queries.introduction(cast.individual, introduction.public_id)).kind == kind


def test_only_an_answer_can_be_meant_and_only_by_the_team(cast, introduction, signed_in):
    message = writes_back("Come on Thursday")
    with pytest.raises(Refused, match="press one of the answers"):
        actions.say_what_it_meant(message=message, kind="went", by=cast.as_worker)
    with pytest.raises(NotPermitted):
        actions.say_what_it_meant(message=message, kind="host yes", by=cast.as_individual)
    assert 'value="host yes"' not in signed_in(cast.user).get(at(cast, introduction)).content.decode()
    message.refresh_from_db()
    assert message.is_waiting


def test_a_bare_yes_after_the_yes_was_taken_back_is_read_by_a_person(cast, introduction):
    people.revoke(share=introduction.share, by=cast.as_individual)
    message = writes_back("Yes")
    assert (message.said_by, message.is_waiting) == ("host", True)
    assert queries.host_answer(queries.introduction(cast.individual, introduction.public_id)) is None


def test_a_machines_answer_is_no_answer(cast, introduction):
    assert writes_back("Yes", **{"Auto-Submitted": "auto-replied"}) is None
    assert queries.host_answer(queries.introduction(cast.individual, introduction.public_id)) is None


def test_the_page_asks_no_more_than_others_do(cast, introduction, signed_in, django_assert_max_num_queries):
    writes_back("Come on Thursday, and bring a friend")
    browser = signed_in(cast.worker)
    with django_assert_max_num_queries(25):
        assert "Come on Thursday" in browser.get(at(cast, introduction)).content.decode()
    again = f"/people/{cast.individual.public_id}/introductions/new/?activity={introduction.activity.public_id}&again=1"
    with django_assert_max_num_queries(25):
        assert browser.get(again).status_code == 200


def test_what_a_place_writes_is_the_workers_to_read_first_and_to_pass_on(cast, introduction, signed_in):
    message = writes_back("Fine, but the last one you sent could not keep up")
    own = f"/people/{cast.individual.public_id}/messages/"
    theirs, worker = signed_in(cast.user), signed_in(cast.worker)
    for page in (own, at(cast, introduction)):
        assert "keep up" not in theirs.get(page).content.decode()
        assert "keep up" in worker.get(page).content.decode()
    assert theirs.get(f"{own}{message.public_id}/").status_code == 404
    assert "Pass these words on" in worker.get(f"{own}{message.public_id}/").content.decode()
    for _ in range(2):
        worker.post(f"{own}{message.public_id}/pass-on/")
    assert "keep up" in theirs.get(at(cast, introduction)).content.decode()
    assert introduction.reports.filter(kind="passed on").count() == 1
    assert "Pass these words on" not in worker.get(f"{own}{message.public_id}/").content.decode()


def test_once_they_have_been_there_what_a_place_writes_is_theirs_as_well(cast, introduction, signed_in):
    introductions.report(introduction=introduction, kind="went", by=cast.as_individual)
    message = writes_back("It was good to have you with us")
    own = f"/people/{cast.individual.public_id}/messages/"
    for page in (own, f"{own}{message.public_id}/", at(cast, introduction)):
        assert "good to have you" in signed_in(cast.user).get(page).content.decode()
    assert "Pass these words on" not in signed_in(cast.worker).get(f"{own}{message.public_id}/").content.decode()


def test_only_words_of_a_place_are_passed_on_and_only_by_the_team(cast, introduction):
    message = writes_back("Come on Thursday")
    with pytest.raises(NotPermitted):
        actions.pass_on_what_a_place_wrote(message=message, by=cast.as_individual)
    own = actions.write(individual=cast.individual, words="Hello", by=cast.as_individual)
    with pytest.raises(Refused, match="a place wrote back"):
        actions.pass_on_what_a_place_wrote(message=own, by=cast.as_worker)


# “Still on?”, answered by email.


@pytest.fixture
def asked_today(cast, introduction):
    """The first visit is today, and the place was asked this morning."""
    Introduction.objects.filter(pk=introduction.pk).update(
        first_visit_on=clock.today(), still_on="write", still_on_asked_on=clock.today()
    )
    introduction.refresh_from_db()
    return introduction


@pytest.mark.parametrize(("kind", "is_off"), [("still on", False), ("not today", True)])
def test_on_the_morning_one_press_says_that_it_is_on_or_not(cast, asked_today, signed_in, kind, is_off):
    message = writes_back("The hall has flooded, we are so sorry")
    browser, place = signed_in(cast.worker), at(cast, asked_today)
    for page in ("/", place, f"/people/{cast.individual.public_id}/messages/{message.public_id}/"):
        shown = browser.get(page).content.decode()
        assert f'name="kind" value="{kind}"' in shown and 'name="kind" value="host yes"' not in shown
    meant = f"/people/{cast.individual.public_id}/messages/{message.public_id}/meant/"
    browser.post(meant, {"kind": kind, "next": place})
    message.refresh_from_db()
    asked_today.refresh_from_db()
    assert message.state == "read"
    assert (asked_today.called_off_on == clock.today()) == is_off
    assert Letter.objects.filter(kind="to individual: not on today").exists() == is_off


def test_on_any_other_day_it_is_an_answer_to_the_whole(cast, asked_today, signed_in):
    writes_back("Come on Thursday")
    Introduction.objects.filter(pk=asked_today.pk).update(still_on_asked_on=None)
    page = signed_in(cast.worker).get(at(cast, asked_today)).content.decode()
    assert 'name="kind" value="host yes"' in page and 'name="kind" value="not today"' not in page


@pytest.mark.parametrize(
    ("words", "sender", "kind"),
    [
        ("Yes, still on. Dawn", DAWN, "still on"),
        ("Sorry, it’s cancelled", DAWN, "not today"),
        ("No", DAWN, "not today"),
        ("No problem, see you then", DAWN, ""),
        ("Not today", "somebody@else.example", ""),
    ],
)
def test_a_bare_email_that_morning_is_the_answer_of_that_day(cast, asked_today, words, sender, kind):
    letter = Letter.objects.get(kind="to place: introduction")
    Letter.objects.filter(pk=letter.pk).update(kind="to place: still on")
    letter.refresh_from_db()
    message = comes_in(answer_to(letter, f"{words}\n", sender=sender)).message
    assert (message is None) == bool(kind)
    said = [report.kind for report in asked_today.reports.filter(by_role="host")]
    assert said == ([kind] if kind else [])
    asked_today.refresh_from_db()
    assert (asked_today.called_off_on is not None) == (kind == "not today")
