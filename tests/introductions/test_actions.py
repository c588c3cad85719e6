"""What can happen to an introduction, and when it cannot."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock, trail
from kith.access.actor import Actor, Role, Tie
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.introductions import actions, queries, wording
from kith.introductions.states import state_words
from kith.local_knowledge import queries as local_knowledge
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import TODAY, VISIT

CHOSEN = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "host"}
NOBODY_NAMED = {**CHOSEN, "says": "no name"}


def prepared(cast, by=None, **chosen):
    about = {"individual": cast.individual, "activity": cast.harriers}
    return actions.prepare(by=by or cast.worker, **about, **{**CHOSEN, **chosen})


def mark(introduction):
    return wording.digest(introduction.words_to_say, introduction.true_answer)


def agreed(cast, by=None, **chosen):
    introduction = prepared(cast, **chosen)
    return actions.agree(introduction=introduction, shown=mark(introduction), by=by or cast.olwen)


@pytest.mark.shows("S34")
def test_preparing_keeps_the_words_and_says_nothing(cast):
    introduction = prepared(cast)
    assert introduction.host_name == "Dawn"
    assert introduction.words_to_say.startswith("Hello Dawn. It’s Idris. Olwen would like to try")
    assert introduction.share is None
    assert state_words(introduction) == "Waiting for Olwen’s yes"
    assert state_words(introduction, to_individual=True) == "Waiting for your yes"
    assert Letter.objects.count() == 0


@pytest.mark.shows("S37")
def test_a_yes_is_to_exactly_these_words(cast):
    introduction = prepared(cast)
    with pytest.raises(Refused, match="changed since"):
        actions.agree(introduction=introduction, shown="other", by=cast.olwen)
    actions.agree(introduction=introduction, shown=mark(introduction), by=cast.olwen)
    assert introduction.share.words == f"{introduction.words_to_say}\n\n{introduction.true_answer}"
    assert introduction.share.how == "in kith"
    assert [report.kind for report in introduction.reports.all()] == ["agreed"]


def test_a_yes_said_to_the_worker_is_kept_as_such(cast):
    introduction = agreed(cast, by=cast.worker)
    assert introduction.share.how == "here"
    assert introduction.share.told_to == cast.users["idris"]


def test_agreed_words_cannot_be_changed(cast):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="were agreed"):
        actions.change(introduction=introduction, says="first name and number", by=cast.worker)


def test_changing_before_the_yes_makes_new_words(cast):
    introduction = prepared(cast)
    before = mark(introduction)
    actions.change(introduction=introduction, says="no name", by=cast.olwen)
    assert "Olwen" not in introduction.words_to_say + introduction.true_answer
    with pytest.raises(Refused, match="changed since"):
        actions.agree(introduction=introduction, shown=before, by=cast.olwen)


def test_a_number_is_needed_to_give_a_number(cast):
    with pytest.raises(Refused, match="no number for Olwen"):
        prepared(cast, says="first name and number", number="")


@pytest.mark.shows("S90")
def test_an_answer_that_names_a_service_is_refused(cast):
    with pytest.raises(Refused, match="“council”"):
        prepared(cast, true_answer="I am from the council.")


@pytest.mark.shows("S37")
def test_nobody_is_named_before_the_yes(cast):
    introduction = prepared(cast)
    with pytest.raises(Refused, match="You can ring without a name"):
        actions.note_call(introduction=introduction, words="Fine by them", by=cast.worker)
    without = prepared(cast, **NOBODY_NAMED)
    actions.note_call(introduction=without, words="Glad of new faces", by=cast.worker)
    assert [report.kind for report in without.reports.all()] == ["prepared"]


@pytest.mark.shows("Q-43")
def test_a_yes_taken_back_stops_the_call(cast):
    introduction = agreed(cast)
    people.revoke(share=introduction.share, by=cast.olwen)
    with pytest.raises(Refused, match="has taken the yes back"):
        actions.note_call(introduction=introduction, words="Hello", by=cast.worker)


@pytest.mark.shows("Q-43")
def test_a_yes_that_has_run_out_stops_the_call(cast):
    introduction = agreed(cast)
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Refused, match="come to an end"):
        actions.note_call(introduction=introduction, words="Hello", by=cast.worker)


@pytest.mark.shows("S83")
def test_the_team_learns_that_they_were_welcoming_and_never_who(cast):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="Olwen is welcome", welcoming=True, by=cast.worker)
    known = local_knowledge.known_of(cast.harriers, cast.team).get()
    assert (known.kind, known.words) == ("welcome", "")
    assert local_knowledge.warm_words(cast.harriers, cast.team) == [local_knowledge.WELCOMING]


def test_only_the_individual_says_that_they_belong(cast):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="Only Olwen can say that"):
        actions.report(introduction=introduction, kind="belongs", by=cast.worker)
    said = actions.report(introduction=introduction, kind="belongs", words="They saved me a seat", by=cast.olwen)
    assert said.typed_by_individual
    assert state_words(introduction) == "Belongs, Olwen says"


def test_a_worker_may_keep_what_they_were_told(cast):
    introduction = agreed(cast)
    said = actions.report(introduction=introduction, kind="went", by=cast.worker)
    assert not said.typed_by_individual
    assert said.by_role == "worker"
    assert state_words(introduction) == "Went"


def test_a_day_to_come_cannot_be_told_of(cast):
    with pytest.raises(Refused, match="not come yet"):
        actions.report(introduction=agreed(cast), kind="went", on=VISIT, by=cast.olwen)


def test_ending_is_fine_and_stops_what_may_be_said(cast):
    introduction = agreed(cast)
    actions.end(introduction=introduction, words="Not for me", by=cast.olwen)
    assert introduction.share.revoked_at
    assert state_words(introduction) == "Ended"
    with pytest.raises(Refused, match="come to an end"):
        actions.report(introduction=introduction, kind="went", by=cast.olwen)


def test_somebody_covering_who_ends_it_stops_what_may_be_said(cast):
    introduction = agreed(cast)
    actions.end(introduction=introduction, by=cast.acting("cai"))
    introduction.share.refresh_from_db()
    assert introduction.share.revoked_at
    line = TrailEntry.objects.get(what="share stopped")
    assert (line.acting_as, line.about) == ("cover", f"share {introduction.share.public_id}")


def test_an_end_after_the_yes_was_taken_back_stops_nothing_twice(cast):
    introduction = agreed(cast)
    share = people.revoke(share=introduction.share, by=cast.olwen)
    with clock.at(clock.now() + timedelta(days=1)):
        actions.end(introduction=introduction, by=cast.olwen)
    introduction.share.refresh_from_db()
    assert introduction.share.revoked_at == share.revoked_at


@pytest.mark.parametrize("kind", ["not now", "agreed", "prepared"])
def test_what_is_kept_when_it_happens_is_not_told_afterwards(cast, kind):
    with pytest.raises(Refused, match="kept when it happens"):
        actions.report(introduction=agreed(cast), kind=kind, by=cast.olwen)


def test_a_report_keeps_the_foremost_of_the_roles_of_whoever_told_it(cast):
    introduction = agreed(cast)
    ties = [Tie(role, individual_id=cast.individual.pk) for role in (Role.COVER, Role.WORKER)]
    both = Actor(who="both", user_id=cast.users["idris"].pk, ties=tuple(ties))
    assert actions.report(introduction=introduction, kind="went", by=both).by_role == "worker"


def test_not_now_leaves_nothing_waiting(cast):
    introduction = prepared(cast)
    assert queries.waiting(cast.individual) == [introduction]
    actions.not_now(introduction=introduction, by=cast.olwen)
    assert queries.waiting(cast.individual) == []
    assert state_words(introduction) == "Olwen said not now"


def test_the_states_in_between(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    assert state_words(introduction) == "Ring Dawn"
    assert state_words(introduction, to_individual=True) == "Idris rings Dawn"
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)
    assert state_words(introduction) == "First visit Tuesday 1 December"
    with clock.at(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        assert state_words(introduction, to_individual=True) == "Did you go?"
        actions.report(introduction=introduction, kind="not this time", by=cast.olwen)
        assert state_words(introduction) == "Not this time"


@pytest.mark.shows("S82")
def test_those_who_stayed_are_counted_once_each_with_nobody_behind_the_number(cast):
    introduction = agreed(cast)
    for kind in ("went again", "went again", "belongs"):
        actions.report(introduction=introduction, kind=kind, by=cast.olwen)
    from kith.local_knowledge.models import Stayed

    assert Stayed.objects.get().people == 1
    assert local_knowledge.warm_words(cast.harriers, cast.team) == []


def test_the_trail_tells_who_did_what_without_a_name(cast):
    introduction = agreed(cast)
    lines = TrailEntry.objects.filter(chain=cast.individual.public_id, about__contains=introduction.public_id)
    assert [line.what for line in lines.order_by("sequence")] == [
        "introduction prepared",
        "introduction agreed",
    ]
    assert trail.verify() == []


def test_nobody_else_can_do_any_of_it(cast):
    introduction = agreed(cast)
    for who in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            prepared(cast, by=cast.acting(who))
        with pytest.raises(NotPermitted):
            actions.report(introduction=introduction, kind="went", by=cast.acting(who))
    with pytest.raises(NotPermitted):
        actions.ask_about_visits(by=cast.worker) or prepared(cast, by=Actor.nobody())


def test_somebody_covering_may_prepare_but_cannot_say_yes_for_them(cast):
    introduction = prepared(cast, by=cast.acting("cai"))
    with pytest.raises(NotPermitted):
        actions.agree(introduction=introduction, shown=mark(introduction), by=cast.acting("cai"))


def test_what_happened_since_a_day(cast):
    introduction = agreed(cast)
    actions.report(introduction=introduction, kind="went", on=date(2026, 11, 1), by=cast.olwen)
    assert [report.kind for report in queries.since(cast.individual, TODAY)] == ["agreed"]


def test_looking_takes_as_many_questions_for_many_as_for_one(cast, django_assert_num_queries):
    for number in range(4):
        introduction = agreed(cast)
        actions.report(introduction=introduction, kind="went", by=cast.olwen)
        with django_assert_num_queries(2):
            found = list(queries.introductions_of(cast.individual))
            assert [state_words(each) for each in found] == ["Went"] * (number + 1)
