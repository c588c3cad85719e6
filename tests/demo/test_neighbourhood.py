"""The neighbourhood is as the contract names it, and Greg's story stands the week before his second review."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.about_me.models import Line
from kith.access import clock, trail
from kith.access.actor import Role
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import may
from kith.conversations import queries as conversations
from kith.demo import neighbourhood
from kith.demo.days import Days
from kith.demo.who import EVERYBODY
from kith.directory import queries as directory
from kith.directory.models import Activity
from kith.goals.models import CheckIn, Goal, Result
from kith.home import queries as home
from kith.introductions.models import Introduction, Report
from kith.local_knowledge import queries as local_knowledge
from kith.outbox.models import Letter
from kith.people import queries as people
from kith.people.models import User


def test_everybody_of_the_contract_lives_here(world):
    assert {user.email for user in User.objects.all()} == {person.email for person in EVERYBODY.values()}
    roles = {who: world.actor(who).roles for who in EVERYBODY}
    assert roles["vish"] == roles["priya"] == {Role.TEAM, Role.WORKER}
    assert roles["greg"] == roles["maya"] == {Role.INDIVIDUAL}
    assert roles["deb"] == {Role.TEAM}
    assert roles["morgan"] == {Role.MANAGER}
    assert roles["tom"] == {Role.SUPPORTER}
    assert roles["ines"] == {Role.RIGHTS_LEAD}
    assert roles["alex"] == {Role.ADMINISTRATOR}


def test_they_are_called_as_they_sign_in(world):
    assert {who: getattr(world, who).first_name for who in EVERYBODY} == {
        who: person.name for who, person in EVERYBODY.items()
    }


def test_vish_works_with_forty_people_and_priya_with_maya(world):
    caseload = people.caseload(world.vish)
    assert caseload.count() == 40
    assert "Greg" in {each.called for each in caseload}
    assert [each.called for each in people.caseload(world.priya)] == ["Maya"]
    assert not people.caseload(world.deb)


def test_each_sees_what_their_relation_gives_them(world):
    greg = world.individual("greg")
    assert not may(world.actor("tom"), Permission.READ_GOALS, greg)  # what he was let in to see has a page of its own
    assert b"Look at it" in world.client("tom").get("/").content
    for permission in (Permission.READ_ABOUT_ME, Permission.READ_SHARED_NOTE, Permission.READ_MEETINGS):
        assert not may(world.actor("tom"), permission, greg)
        assert not may(world.actor("priya"), permission, greg)
        assert not may(world.actor("deb"), permission, greg)
        assert not may(world.actor("alex"), permission, greg)
        assert may(world.actor("vish"), permission, greg)
    assert may(world.actor("priya"), Permission.READ_GOALS, world.individual("maya"))
    assert may(world.actor("morgan"), Permission.READ_GOALS, greg)


def test_the_town_has_things_to_do(world):
    assert directory.count_live() >= 150
    assert Activity.objects.filter(status="closed").count() == 3
    assert Activity.objects.filter(status="live", last_checked_on__lt=clock.today() - timedelta(days=180)).exists()
    hosts = dict(
        Activity.objects.filter(external_id__in=["cal-002", "cal-005"]).values_list("external_id", "host_name")
    )
    assert hosts == {"cal-002": "Sam", "cal-005": "Dawn"}
    found = directory.find("somewhere to play music with others", near=world.individual("greg").near)
    assert found
    assert all(each.why for each in found)


def test_the_team_knows_sam_and_heard_good_things_of_the_harriers(world):
    team = people.teams_of(world.vish).get()
    gym, club = (Activity.objects.get(external_id=known_as) for known_as in ("cal-001", "cal-005"))
    assert "Vish knows Sam there" in local_knowledge.warm_words(gym, team)
    assert local_knowledge.HEARD_GOOD in local_knowledge.warm_words(club, team)


def test_the_trail_holds_and_runs_in_order_of_time(world):
    assert trail.verify() == []
    last = {}
    for entry in TrailEntry.objects.order_by("chain", "sequence"):
        assert entry.at >= last.get(entry.chain, entry.at)
        last[entry.chain] = entry.at
    assert max(last.values()) <= clock.now()


def test_only_greg_types_gregs_words(world):
    greg = world.individual("greg")
    typed = [*Line.objects.filter(typed_by_individual=True), *CheckIn.objects.filter(typed_by_individual=True)]
    typed += [*Result.objects.filter(typed_by_individual=True), *Goal.objects.filter(typed_by_individual=True)]
    assert {each.recorded_by for each in typed} == {world.greg, world.maya}
    told = Report.objects.filter(typed_by_individual=True)
    assert {report.by_user for report in told} == {world.greg}
    assert greg.lines.filter(typed_by_individual=False).exists()
    remembered = greg.lines.filter(typed_by_individual=False)
    assert {line.recorded_by for line in remembered} == {world.vish}


def test_the_first_meeting_was_written_up_the_evening_after_and_is_remembered_in_two_ways(world):
    meeting = conversations.last_meeting(world.individual("greg"))
    assert meeting.written_at.date() - meeting.day == timedelta(days=1)
    assert "derby" in conversations.shown_note(meeting).words
    account = conversations.latest_account(meeting)
    assert account.answer == "differs"
    assert "Tuesdays" in account.words
    assert meeting.accounts.count() == 2
    assert conversations.reflection_on(meeting, world.vish.pk)


def test_the_induction_form_was_done_within_the_meeting(world):
    greg = world.individual("greg")
    met = conversations.last_meeting(greg).day
    form = greg.steps.get(words__contains="induction form")
    assert form.set_on == form.done_on == met
    gym = Introduction.objects.get(individual=greg, activity__external_id="cal-002")
    assert gym.share.how == "here"
    assert [(each.kind, each.on) for each in gym.reports.filter(kind="went")] == [("went", met)]


def test_the_running_club_was_prepared_before_he_went_and_belonging_is_his_to_say(world):
    club = Introduction.objects.get(individual=world.individual("greg"), activity__external_id="cal-005")
    kinds = [report.kind for report in club.reports.all()]
    told = [kind for kind in kinds if kind != "welcomed"]
    assert told == ["agreed", "prepared", "planned", "went", "went again", "belongs"]
    assert club.reports.get(kind="belongs").typed_by_individual


def test_kick_boxing_was_paused_and_started_again_and_the_5km_got_quicker(world):
    greg = world.individual("greg")
    kick_boxing = greg.goals.get(activity__external_id="cal-002")
    assert kick_boxing.is_in_play
    assert kick_boxing.state_changed_on > kick_boxing.set_on
    told = TrailEntry.objects.filter(about=f"goal {kick_boxing.public_id}").values_list("what", flat=True)
    assert [what for what in told if what in ("goal paused", "goal started again")] == [
        "goal paused",
        "goal started again",
    ]
    results = Result.objects.filter(goal__individual=greg).order_by("on").values_list("value_words", flat=True)
    assert list(results) == ["31:10", "29:02", "27:40"]


def test_the_brief_has_something_to_start_with_and_promises_on_both_sides(world):
    brief = home.brief_of(world.individual("greg"), world.vish)
    assert brief.start_prompt.words == "Check the football result before I see him."
    assert brief.open_about
    assert all([brief.mine.open, brief.mine.done, brief.theirs.open, brief.theirs.done])
    in_his_words = [told for news in brief.news for told in (*news.check_ins, *news.results) if told.words]
    assert in_his_words
    assert all(told.typed_by_individual for told in in_his_words)
    assert brief.next.place
    assert timedelta(days=1) <= brief.next.day - clock.today() <= timedelta(days=10)


def test_my_plan_has_a_step_a_question_and_a_next_meeting(world):
    plan = home.plan_of(world.individual("greg"))
    assert plan.next_step.owner == "individual"
    assert plan.goal_question or plan.visit_question
    assert plan.next
    assert plan.promises
    assert len(plan.goals) == 3


def test_today_has_promises_people_and_something_waiting(world):
    today = home.today_for(world.vish)
    assert today.promises
    assert today.differing
    assert today.unanswered
    assert {words for words, _ in today.groups} >= {"In the next week", "In the next month", "After that"}


def test_everybody_has_a_goal_a_next_meeting_and_something_about_them(world):
    for line in conversations.ahead(list(people.caseload(world.vish))):
        assert line.meeting, line.individual
        assert line.individual.goals.exists(), line.individual
        assert line.individual.lines.filter(kind="how_i_like").exists(), line.individual


def test_building_twice_changes_nothing(world):
    before = TrailEntry.objects.count()
    neighbourhood.build()
    assert TrailEntry.objects.count() == before


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_has_a_first_page(world, who):
    assert world.client(who).get("/").status_code == 200


@pytest.mark.parametrize("days", range(7))
def test_the_review_is_a_monday_about_a_week_ahead_whatever_day_it_is_built(days):
    today = clock.today() - timedelta(days=days)
    review = Days(today).review
    assert review.weekday() == 0
    assert timedelta(days=1) <= review - today <= timedelta(days=10)


@pytest.mark.shows("S31")
def test_clubs_one_offs_and_flyers_without_an_organisation_all_lie_on_the_table(world):
    live = list(directory.live_activities())
    assert any(each.organisation_id is None for each in live)
    assert any(each.on_date for each in live)
    assert any(each.times.all() for each in live)


@pytest.mark.shows("S29")
def test_what_can_be_tried_once_says_so(world):
    once = next(each for each in directory.live_activities() if each.taster)
    page = world.client("greg").get(reverse("local_knowledge:listing", args=[once.public_id])).content.decode()
    assert "You can try it once" in page


@pytest.mark.shows("S33")
def test_before_anything_is_asked_the_table_begins_with_what_they_said(world):
    table = reverse("ideas:table", args=[world.individual("greg").public_id])
    assert "You said: “" in world.client("greg").get(table).content.decode()


def test_letters_of_the_story_have_left_in_it(world):
    """What waits still was posted within the last days."""
    waiting = Letter.objects.filter(state="waiting", created_at__lt=clock.now() - timedelta(days=5))
    assert [(each.kind, each.created_at) for each in waiting] == []
    left = Letter.objects.filter(state="in the tray")
    assert left and all(each.sent_at - each.created_at < timedelta(days=5) for each in left)
    assert "Sent (in the demo’s tray)." in {each.how_it_stands for each in left}
