"""The day after a first visit: one letter each, whoever else's cannot be posted, and none to a closed door."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import clock, sweeping, trail
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.introductions import actions, queries, wording
from kith.introductions.actions import asking
from kith.introductions.asked_now import question_among
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import links
from kith.people.models import Individual, Link, User
from tests.page_words import words_of

from .conftest import TODAY, VISIT
from .test_actions import CHOSEN, agreed, mark
from .test_pages import another

THE_DAY_AFTER = datetime(2026, 12, 2, 11, tzinfo=UTC)


def ask(today=VISIT + timedelta(days=1)):
    with clock.at(THE_DAY_AFTER):
        return actions.ask_about_visits(by=Actor.system(), today=today)


def asked_on(day, cast):
    with clock.at(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
        return actions.ask_about_visits(by=Actor.system())


def test_the_day_after_they_are_asked_once_and_the_letter_says_nothing(cast, settings):
    agreed(cast, first_visit_on=VISIT)
    assert asked_on(VISIT, cast) == 0
    assert asked_on(VISIT + timedelta(days=1), cast) == 1
    assert asked_on(VISIT + timedelta(days=2), cast) == 0
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("olwen@calderford.example", "You have a message")
    assert settings.PUBLIC_URL in letter.body
    words = f"{letter.subject} {letter.body}".replace(settings.PUBLIC_URL, "")
    assert wording.service_words(words) == []
    for told in ("Harriers", "Dawn", "visit", "go"):
        assert told not in words.split()


def test_nobody_is_asked_who_has_told_already(cast):
    introduction = agreed(cast, first_visit_on=TODAY)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    assert asked_on(TODAY + timedelta(days=1), cast) == 0
    assert question_among(queries.introductions_of(cast.individual), TODAY + timedelta(days=1)) is None


def test_the_question_waits_on_their_page(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    assert question_among(queries.introductions_of(cast.individual), VISIT) is None
    assert question_among(queries.introductions_of(cast.individual), VISIT + timedelta(days=1)) == introduction
    assert list(queries.without_an_answer([cast.individual], VISIT + timedelta(days=1))) == [introduction]


def test_a_letter_already_told_of_stays_here(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    asked_on(VISIT + timedelta(days=1), cast)
    letter = Letter.objects.get()
    with clock.at(datetime(2026, 12, 2, 10, tzinfo=UTC)):
        assert gates.ask(letter) == gates.Go(to="olwen@calderford.example", to_name="Olwen")
        actions.report(introduction=introduction, kind="went", by=cast.olwen)
        assert isinstance(gates.ask(letter), gates.HoldBack)


def agreed_by_somebody_else(cast):
    individual, noor = another(cast), cast.acting("noor")
    introduction = actions.prepare(individual=individual, activity=cast.choir, first_visit_on=VISIT, by=noor, **CHOSEN)
    return actions.agree(introduction=introduction, shown=mark(introduction), by=noor)


def reached_by_text(individual, phone):
    Individual.objects.filter(pk=individual.pk).update(reached_by="text", phone=phone)


def test_one_that_stumbles_stops_nobody_elses(cast, monkeypatch, caplog):
    first, second = agreed_by_somebody_else(cast), agreed(cast, first_visit_on=VISIT)
    holds = asking.hold_to_write

    def stumbles(introductions):
        return holds(introductions) if first not in introductions else 1 / 0

    monkeypatch.setattr(asking, "hold_to_write", stumbles)
    assert ask() == 1
    assert [each.individual_ref for each in Letter.objects.all()] == [second.individual.public_id]
    assert f"introduction {first.pk} was passed over (ZeroDivisionError)" in caplog.text


def test_one_letter_that_cannot_be_posted_stops_nobody_else(cast, settings):
    settings.KITH_DEMO = True  # texts have a way out
    first, second = agreed(cast, first_visit_on=VISIT), agreed_by_somebody_else(cast)
    reached_by_text(first.individual, "ask at the desk")
    reached_by_text(second.individual, "+447700900456")
    second.individual.refresh_from_db()
    people.keep_wishes(individual=second.individual, says_words=True, by=cast.acting("noor"))
    assert ask() == 1
    assert Letter.objects.get().individual_ref == second.individual.public_id
    first.refresh_from_db()
    assert first.asked_on == VISIT + timedelta(days=1)
    line = TrailEntry.objects.filter(about__contains=first.public_id).order_by("sequence").last()
    assert line.what == "asked about a visit: the letter could not be posted"
    assert ask() == 0


def test_many_are_asked_in_as_many_looks_as_one_each_through_a_link_of_their_own(cast):
    agreed(cast, first_visit_on=VISIT)
    with CaptureQueriesContext(connection) as for_one:
        assert ask() == 1
    asked = [agreed(cast, first_visit_on=VISIT) for _ in range(4)]
    with CaptureQueriesContext(connection) as for_many:
        assert ask() == 4
    assert len(for_many) == len(for_one)
    for each in asked:
        link = Link.objects.get(about=each.public_id)
        assert (link.individual, link.purpose, link.made_by) == (cast.individual, "check_in", None)
        assert (link.made_at, link.ends_at) == (THE_DAY_AFTER, THE_DAY_AFTER + timedelta(days=14))
        assert links.address(link) in Letter.objects.get(cause=f"introduction {each.public_id}").body
    assert trail.verify() == []


def test_stopped_between_two_batches_it_goes_on_from_there(cast, monkeypatch):
    monkeypatch.setattr(sweeping, "A_FEW", 2)
    asked = [agreed(cast, first_visit_on=VISIT) for _ in range(3)]
    once = iter([True])
    with clock.at(THE_DAY_AFTER):
        assert actions.ask_about_visits(by=Actor.system(), goes_on=lambda: next(once, False)) == 2
        assert actions.ask_about_visits(by=Actor.system()) == 1
    assert sorted(Link.objects.values_list("about", flat=True)) == sorted(each.public_id for each in asked)
    assert (Letter.objects.count(), trail.verify()) == (3, [])


def test_whoever_may_not_ask_makes_no_link(cast):
    may, may_not = cast.individual, another(cast)
    with pytest.raises(NotPermitted):
        people.ask_each_through(about={"one": may, "other": may_not}, ends_at=THE_DAY_AFTER, by=cast.worker)
    assert not Link.objects.exists()


def test_somebody_asked_meanwhile_is_not_asked_again(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    seen = type(introduction).objects.get(pk=introduction.pk)
    ask()
    with clock.at(THE_DAY_AFTER):
        assert not actions.ask_about_some(introductions=[seen], today=VISIT, by=Actor.system())
    assert Letter.objects.count() == 1


def test_nothing_leaves_for_an_account_that_is_closed(cast):
    agreed(cast, first_visit_on=VISIT)
    ask()
    letter = Letter.objects.get()
    with clock.at(THE_DAY_AFTER):
        assert gates.ask(letter) == gates.Go(to="olwen@calderford.example", to_name="Olwen")
        User.objects.filter(pk=cast.users["olwen"].pk).update(is_active=False)
        assert isinstance(gates.ask(letter), gates.HoldBack)


def test_nothing_is_written_to_an_account_that_is_closed(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    User.objects.filter(pk=cast.users["olwen"].pk).update(is_active=False)
    assert ask() == 0
    assert not Letter.objects.exists()
    introduction.refresh_from_db()
    assert introduction.asked_on


def test_a_closed_notebook_holds_the_letter_back(cast):
    agreed(cast, first_visit_on=VISIT)
    ask()
    Individual.objects.filter(pk=cast.individual.pk).update(closed_at=THE_DAY_AFTER)
    with clock.at(THE_DAY_AFTER):
        assert isinstance(gates.ask(Letter.objects.get()), gates.HoldBack)


def plan_of(cast, who):
    with clock.at(THE_DAY_AFTER):
        return words_of(cast.browsing(who).get(cast.at("plan/")))


@pytest.mark.parametrize(
    ("who", "asked", "button"), [("olwen", "Did you go to", "I went"), ("idris", "Did Olwen go to", "Olwen went")]
)
def test_the_question_is_in_the_readers_own_voice(cast, who, asked, button):
    introduction = agreed(cast, first_visit_on=VISIT)
    page = plan_of(cast, who)
    assert f"{asked} {cast.harriers.name}?" in page
    went = re.search(r'<button class="([^"]+)"[^>]*value="went"[^>]*>([^<]+)<', page)
    assert went[2].strip() == button
    assert re.search(r'<button class="([^"]+)"[^>]*value="not this time"', page)[1] == "button second"
    assert question_among(queries.introductions_of(cast.individual), VISIT + timedelta(days=1)) == introduction


def test_whoever_may_not_answer_is_not_asked(cast):
    agreed(cast, first_visit_on=VISIT)
    page = plan_of(cast, "mair")
    assert "Did Olwen go to" not in page and 'value="went"' not in page
