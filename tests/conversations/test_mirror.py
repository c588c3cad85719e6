"""The practice mirror: own numbers for nobody else, totals for the team, and one question put once."""

from datetime import date, timedelta

import pytest

from kith.about_me.models import Doing, Line
from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.mirror.texts import every
from kith.conversations.models import Decision, GoneThrough, Meeting, Picture
from kith.conversations.queries.mirror import own_mirror, team_mirror
from kith.directory.models import Activity
from kith.goals.models import Barrier, Goal, Helper, Step
from kith.ideas.models import Idea
from kith.introductions.models import Introduction, Report
from kith.network_map.models import Connection
from kith.people import actions as people
from kith.people.models import Relation

from .conftest import TUESDAY

OFFICE, SYSTEM = Actor.command_line(), Actor.system()
SPRING = date(2026, 5, 12)
OWN, PLAN = "/how-i-work/", "/people/{}/plan/"


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def told(mirror) -> dict[str, str]:
    """What stands there of each signal: a number, or why there is none."""
    keys = {each.title: each.key for each in every()}
    return {each.words.key: each.told for each in mirror.shown} | {
        keys[title]: why for why, titles in mirror.not_told for title in titles
    }


def goal_of(individual, worker, on=SPRING, own=False) -> Goal:
    said = {"kind": "commitment", "words": "Walk", "asked_by": "both", "set_on": on, "state_changed_on": on}
    return Goal.objects.create(individual=individual, recorded_by=worker, typed_by_individual=own, **said)


def works_since(cast, day: date) -> None:
    cast.worker.relations.update(starts_at=clock.now() - (clock.today() - day))


def everything(cast) -> None:
    """One of each kind that counts as part, and one that does not."""
    whose, own, day = cast.individual, {"individual": cast.individual}, clock.today()
    partnership = cast.worker.relations.get(individual=whose)
    noted = {"said_on": day, "recorded_by": cast.worker, "typed_by_individual": False}
    met = {"state": "held", "day": day, "expected_on": day, "partnership": partnership}
    meeting = Meeting.objects.create(individual=whose, **met)
    for decided_by in ("both", "worker", ""):
        Decision.objects.create(meeting=meeting, words="x", decided_by=decided_by, written_at=clock.now())
    for is_own in (True, False):
        goal = goal_of(whose, cast.worker, day, own=is_own)
        kept = {"noted_on": day, "recorded_by": cast.worker, "typed_by_individual": False}
        Barrier.objects.create(goal=goal, words="The hill", tried="A bus" if is_own else "", **kept)
        for owner in ("worker", "individual"):
            Step.objects.create(words="x", position=1, owner=owner, set_on=day, done_on=day if is_own else None, **own)
        Doing.objects.create(words="x", where="ordinary" if is_own else "service", **own, **noted)
        Connection.objects.create(
            name="Pat",
            circle=2,
            is_paid=not is_own,
            added_on=day,
            recorded_by=cast.worker,
            typed_by_individual=True,
            **own,
        )
    Connection.objects.create(
        name="Sam", circle=1, added_on=day, recorded_by=cast.worker, typed_by_individual=True, is_mine_alone=True, **own
    )
    sam = Helper.objects.create(name="Sam", **own)
    Step.objects.create(words="x", position=2, goal=goal, owner="helper", helper=sam, set_on=day, **own)
    choir = Activity.objects.create(name="Choir")
    Line.objects.create(kind="interest", words="Singing", **own, **noted)
    for _ in range(2):
        Idea.objects.create(activity=choir, had_by="worker", state="kept", said_on=day, **own)
    for along, kind in (("worker", "prepared"), ("nobody", "welcomed")):
        introduction = Introduction.objects.create(
            activity=choir, goes_along=along, words_to_say="x", true_answer="x", opened_at=clock.now(), **own
        )
        for told_kind in (kind, "went"):
            Report.objects.create(
                introduction=introduction,
                kind=told_kind,
                on=day,
                by_role="worker",
                typed_by_individual=False,
                noted_at=clock.now(),
            )


@pytest.mark.shows("S95")
def test_a_worker_sees_what_their_own_record_says(cast):
    everything(cast)
    expected = dict.fromkeys(told(own_mirror(cast.worker)), "1 of 2") | {"interests_first": "1 of 1"}
    assert told(own_mirror(cast.worker)) == expected
    assert set(told(own_mirror(cast.manager)).values()) == {"Nothing yet"}


@pytest.mark.shows("S41")
def test_a_decision_of_which_nobody_said_whose_it_was_counts_nowhere(cast):
    everything(cast)
    assert Decision.objects.count() == 3
    assert told(own_mirror(cast.worker))["decided"] == "1 of 2"


def test_what_was_before_the_partnership_is_not_theirs(cast):
    works_since(cast, clock.today())
    goal_of(cast.individual, cast.worker, on=clock.today() - timedelta(days=1))
    assert told(own_mirror(cast.worker))["own_words"] == "Nothing yet"
    works_since(cast, clock.today() - timedelta(days=1))
    assert told(own_mirror(cast.worker))["own_words"] == "0 of 1"
    goal_of(cast.individual, cast.worker, on=clock.today() - timedelta(days=366))
    works_since(cast, date(2020, 1, 1))
    assert told(own_mirror(cast.worker))["own_words"] == "0 of 1"  # more than a year ago


def test_what_a_worker_may_read_no_more_is_not_counted_for_them(cast):
    everything(cast)
    cast.individual.closed_at = clock.now()
    cast.individual.save()
    assert set(told(own_mirror(cast.worker)).values()) == {"Nothing yet"}
    cast.individual.closed_at = None
    cast.individual.save()
    assert told(own_mirror(cast.worker))["own_words"] == "1 of 2"
    cast.worker.relations.filter(individual=cast.individual).update(ends_at=clock.now())
    assert set(told(own_mirror(cast.worker)).values()) == {"Nothing yet"}


def test_the_page_of_oneself_takes_nobodys_name_and_a_manager_has_none(client, cast):
    everything(cast)
    client.force_login(cast.worker)
    page = client.get(OWN).content.decode()
    assert page.count("1 of 2") == 10
    assert "not validated" in page
    for user in (cast.manager, cast.user, cast.stranger):
        client.force_login(user)
        assert client.get(OWN).status_code == 404
        assert client.get(OWN, {"of": cast.worker.public_id}).status_code == 404
    client.force_login(cast.worker)
    other = people.add_account(email="idris@calderford.example", name="Idris Vale", by=OFFICE)
    people.join_team(user=other, team=cast.team, by=OFFICE)
    client.force_login(other)
    assert "1 of 2" not in client.get(OWN, {"user": cast.worker.public_id}).content.decode()


def a_team(cast, team, name: str, workers: int, goals: int) -> None:
    """So many more workers, each with three people and so many goals in the spring, every second in their words."""
    for number in range(workers):
        email = f"{name}{number}@calderford.example"
        worker = people.add_account(email=email, name=f"{name} {number}", by=OFFICE)
        people.join_team(user=worker, team=team, by=OFFICE)
        theirs = [
            people.open_partnership(worker=worker, team=team, called=f"Person {each} of {email}", by=OFFICE)
            for each in range(3)
        ]
        Relation.objects.filter(pk__in=[each.pk for each in theirs]).update(starts_at=TUESDAY - timedelta(days=400))
        for each in range(goals):
            goal_of(theirs[each % 3].individual, worker, own=each % 2 == 0)


def test_a_team_is_told_its_total_once_and_nothing_that_comes_later_changes_it(client, cast):
    a_team(cast, cast.team, "First", workers=5, goals=8)
    picture = actions.make_picture(team=cast.team, by=SYSTEM)
    assert picture.told["own_words"] == "about 20 of about 40"
    assert picture.told["decided"] == "Too few to tell"
    a_team(cast, cast.team, "Late", workers=1, goals=8)  # a day later somebody would take one total from the other
    assert actions.make_picture(team=cast.team, by=SYSTEM) == picture
    assert told(team_mirror(cast.team))["own_words"] == "about 20 of about 40"
    for user, status in ((cast.manager, 200), (cast.worker, 200), (cast.user, 404), (cast.stranger, 404)):
        client.force_login(user)
        answer = client.get(f"/teams/{cast.team.public_id}/how-we-work/")
        assert answer.status_code == status
        assert status == 404 or "about 20 of about 40" in answer.content.decode()


def test_of_every_pair_of_pictures_none_holds_what_the_other_does(cast):
    """The pages offer a quarter and a team. Whatever two somebody lays side by side, no record is in both."""
    other = people.create_team(name="Aire Valley", by=OFFICE)
    for team, name in ((cast.team, "First"), (other, "Second")):
        a_team(cast, team, name, workers=5, goals=8)
    for goal in Goal.objects.all():
        goal_of(goal.individual, goal.recorded_by, on=date(2026, 8, 3), own=goal.typed_by_individual)
    pictures = []
    for moment in (TUESDAY, TUESDAY + timedelta(days=90)):
        with clock.at(moment):
            pictures += [actions.make_picture(team=team, by=SYSTEM) for team in (cast.team, other)]
    assert len({(each.team, each.begins_on) for each in pictures}) == 4
    assert [each.told["own_words"] for each in pictures] == ["about 20 of about 40"] * 4  # 160 goals, each counted once
    assert Goal.objects.count() == 160
    assert all(
        isinstance(sentence, str) for each in pictures for sentence in each.told.values()
    )  # nothing finer is kept


def test_the_clock_makes_what_is_not_there_yet_and_stops_when_told(cast):
    other = people.create_team(name="Aire Valley", by=OFFICE)
    assert actions.make_pictures(by=SYSTEM, goes_on=lambda: False).total() == 0
    assert actions.make_pictures(by=SYSTEM).total() == 2
    assert actions.make_pictures(by=SYSTEM).total() == 0
    assert Picture.objects.filter(team__in=(cast.team, other)).count() == 2
    with pytest.raises(NotPermitted):
        actions.make_picture(team=cast.team, by=cast.as_worker)


def test_before_the_first_quarter_the_page_says_so(client, cast):
    client.force_login(cast.manager)
    assert "Nothing yet" in client.get(f"/teams/{cast.team.public_id}/how-we-work/").content.decode()


@pytest.fixture
def met(cast):
    day = clock.today()
    partnership = cast.worker.relations.get(individual=cast.individual)
    held = {"state": "held", "day": day, "expected_on": day, "shown_at": clock.now()}
    return Meeting.objects.create(individual=cast.individual, partnership=partnership, **held)


def plan_of(client, cast) -> str:
    return client.get(PLAN.format(cast.individual.public_id)).content.decode()


@pytest.mark.parametrize("answer", ["yes", "partly", "no", "skipped"])
def test_the_one_question_is_asked_once_and_never_again(client, cast, met, answer):
    client.force_login(cast.user)
    assert "One question, once" in plan_of(client, cast)
    place = f"/people/{cast.individual.public_id}/gone-through/"
    client.post(place, {"answer": answer})
    assert "One question, once" not in plan_of(client, cast)
    client.post(place, {"answer": "no" if answer == "yes" else "yes"})  # a page that was still open
    assert GoneThrough.objects.get().answer == answer


def test_it_is_theirs_alone_and_comes_after_a_meeting_was_shown(client, cast, met):
    client.force_login(cast.worker)
    assert "One question, once" not in plan_of(client, cast)
    place = f"/people/{cast.individual.public_id}/gone-through/"
    assert client.post(place, {"answer": "yes"}).status_code == 404
    client.force_login(cast.user)
    client.post(place, {"answer": "perhaps"})
    assert not GoneThrough.objects.exists()
    Meeting.objects.update(shown_at=None)
    assert "One question, once" not in plan_of(client, cast)
    with pytest.raises(Refused, match="press one of the buttons"):
        actions.say_gone_through(individual=cast.individual, answer="", by=cast.as_individual)


def test_it_is_not_put_once_nobody_works_with_them_or_they_moved_on(client, cast, met):
    client.force_login(cast.user)
    cast.individual.moved_on_at = clock.now()
    cast.individual.save()
    assert "One question, once" not in plan_of(client, cast)
    cast.individual.moved_on_at = None
    cast.individual.save()
    assert "One question, once" in plan_of(client, cast)
    cast.worker.relations.filter(individual=cast.individual).update(ends_at=clock.now())
    assert "One question, once" not in plan_of(client, cast)


def test_nobody_learns_what_somebody_answered(cast, met):
    actions.say_gone_through(individual=cast.individual, answer="partly", by=cast.as_individual)
    assert "gone_through" not in told(own_mirror(cast.worker))
    (line,) = TrailEntry.objects.filter(what="asked once how we work")
    assert not any("partly" in str(value) for value in vars(line).values())
    with clock.at(TUESDAY + timedelta(days=90)):
        assert actions.make_picture(team=cast.team, by=SYSTEM).told["gone_through"] == "Too few to tell"
