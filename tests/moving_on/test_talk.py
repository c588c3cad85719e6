"""The closing conversation: what is there to begin with, whose words stand, and what the individual says to it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.moving_on import actions, known, queries
from kith.moving_on.booklet import booklet_of
from kith.moving_on.models import Keeping, Part
from kith.network_map import actions as network_map
from kith.outbox.models import Letter
from kith.people.models import Individual
from tests.introductions.test_actions import mark

from .conftest import FRIDAY, as_manager, browser_of

Kind = Part.Kind
MINUTE = timedelta(minutes=1)


def write(talk, by, words, kind=Kind.GOES_ON, seen=""):
    return actions.write_part(talk=talk, kind=kind, words=words, by=by, seen=seen)


def at(cast, name="talk") -> str:
    return reverse(f"moving_on:{name}", args=[cast.individual.public_id])


def known_of(cast, kind, *, is_own=True) -> list[str]:
    return known.lines_of(kind, cast.individual, is_own=is_own)


def test_begun_twice_it_is_one(cast, talk):
    assert actions.begin(individual=cast.individual, by=cast.as_individual) == talk


def test_somebody_who_works_with_nobody_begins_none(cast, moved_on):
    with pytest.raises(Refused, match="Nobody works together here"):
        actions.begin(individual=cast.individual, by=cast.as_individual)


@pytest.mark.shows("S105")
def test_what_is_known_begins_with_goals_steps_who_holds_them_and_who_has_time(cast):
    goal = goals.set_goal(individual=cast.individual, kind="commitment", words="Box", weekday=3, by=cast.as_individual)
    sam = goals.add_helper(individual=cast.individual, name="Sam", has_time="Tuesday evenings", by=cast.as_individual)
    goals.add_step(goal=goal, words="Buy gloves", by=cast.as_individual)
    goals.add_step(goal=goal, words="Lend the bag", owner="helper", helper=sam, by=cast.as_individual)
    goals.add_step(goal=goal, words="Ring the hall", owner="worker", by=cast.as_worker)
    told = known_of(cast, Kind.GOES_ON, is_own=False)
    assert "Buy gloves. Tomos takes this on." in told
    assert "Lend the bag. Sam takes this on." in told
    assert "Sam has time: Tuesday evenings." in told
    assert not any("Ring the hall" in line for line in told)  # it is asked of before they stop
    assert "Buy gloves. I take this on." in known_of(cast, Kind.GOES_ON)


def test_a_place_where_somebody_belongs_carries_on_and_one_that_ended_does_not(cast):
    for name in ("The choir", "The shed"):
        place = directory.add_activity(name=name, by=cast.as_worker)
        chosen = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "nobody"}
        made = introductions.prepare(individual=cast.individual, activity=place, by=cast.as_worker, **chosen)
        made = introductions.agree(introduction=made, shown=mark(made), by=cast.as_individual)
        introductions.report(introduction=made, kind="went", by=cast.as_individual)
        introductions.report(introduction=made, kind="belongs", by=cast.as_individual)
    introductions.end(introduction=made, by=cast.as_individual)
    assert known_of(cast, Kind.GOES_ON) == ["The choir, where I belong."]


def test_who_is_in_a_life_comes_from_the_map_and_what_is_theirs_alone_stays_theirs(cast):
    by = cast.as_individual
    (mum,) = network_map.add(individual=cast.individual, names=["Mum"], circle=1, by=by)
    network_map.add(individual=cast.individual, names=["Carol"], circle=2, is_paid=True, by=by)
    network_map.say_more(connection=mum, by=by, i_give="Sunday walks")
    assert known_of(cast, Kind.LIFE) == ["Close: Mum.", "In the middle: Carol (paid to be there)."]
    assert known_of(cast, Kind.GIVES) == ["Mum: Sunday walks."]
    network_map.keep_to_oneself(connection=mum, by=by)
    for is_own in (True, False):  # what stands in the box is kept, and then everybody who works there reads it
        assert known_of(cast, Kind.LIFE, is_own=is_own) == ["In the middle: Carol (paid to be there)."]
        assert known_of(cast, Kind.GIVES, is_own=is_own) == []


def test_her_own_page_puts_nobody_she_keeps_to_herself_into_a_box_that_saves_itself(cast, talk):
    mum, _ = network_map.add(individual=cast.individual, names=["Mum", "Dee"], circle=1, by=cast.as_individual)
    network_map.keep_to_oneself(connection=mum, by=cast.as_individual)
    page = browser_of(cast.user).get(at(cast)).content.decode()
    assert "Close: Dee." in page and "Mum" not in page
    assert "kept as you type" in page and "Both of you read it." in page


def test_how_to_come_back_is_said_in_the_team_s_own_words(cast):
    assert known_of(cast, Kind.BACK) == ["You can come back at any time, and for any reason."]
    said = {"come_back": "The door is open.", "who": "Mair", "number": "01632 960123, mornings"}
    actions.change_keeping(team=cast.team, months=6, by=as_manager(cast), **said)
    assert known_of(cast, Kind.BACK) == ["The door is open.", "Ask for Mair: 01632 960123, mornings."]


def test_whoever_goes_on_with_their_own_words_changes_them_and_another_adds_to_them(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    assert write(talk, cast.as_worker, "Boxing on Thursdays", seen=first.version) == first
    second = write(talk, cast.as_individual, "Boxing, every Thursday", seen=first.version)
    stands = queries.written_in(talk)[Kind.GOES_ON]
    assert (stands.part, stands.before.words) == (second, "Boxing on Thursdays")
    assert second.typed_by_individual and not first.typed_by_individual


def test_words_that_were_answered_are_kept_when_they_are_changed(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    actions.answer(talk=talk, answer="right", by=cast.as_individual)
    assert write(talk, cast.as_worker, "Running", seen=first.version).number == 2
    assert talk.parts.get(number=1).words == "Boxing"


def test_what_somebody_wrote_meanwhile_is_not_passed_over(cast, talk):
    write(talk, cast.as_worker, "Boxing")
    with pytest.raises(Refused, match="changed since"):
        write(talk, cast.as_individual, "Running")


@pytest.mark.shows("S102")
def test_a_last_word_is_whose_it_is(cast, talk):
    write(talk, cast.as_worker, "I could not find you a car. You found the bus.", kind=Kind.OUR_WORD)
    write(talk, cast.as_individual, "Thank you for the bus.", kind=Kind.THEIR_WORD)
    with pytest.raises(Refused, match="for your worker to write"):
        write(talk, cast.as_individual, "Bye", kind=Kind.OUR_WORD)
    with pytest.raises(Refused, match="for Tomos to write"):
        write(talk, cast.as_worker, "Bye", kind=Kind.THEIR_WORD)


def test_of_somebody_without_an_account_a_last_word_is_told_as_remembered(cast, talk):
    Individual.objects.update(user=None)
    talk.refresh_from_db()
    part = write(talk, cast.as_worker, "Thank you", kind=Kind.THEIR_WORD)
    assert not part.typed_by_individual
    page = browser_of(cast.manager).get(at(cast)).content.decode()
    assert "as Anwen remembers" in page


def test_only_the_individual_answers_and_seen_differently_takes_words(cast, talk):
    with pytest.raises(Refused, match="nothing to answer"):
        actions.answer(talk=talk, answer="right", by=cast.as_individual)
    write(talk, cast.as_worker, "Boxing")
    with pytest.raises(NotPermitted):
        actions.answer(talk=talk, answer="right", by=cast.as_worker)
    with pytest.raises(Refused, match="One line is enough"):
        actions.answer(talk=talk, answer="differs", by=cast.as_individual)
    given = actions.answer(talk=talk, answer="differs", words="I want to run.", by=cast.as_individual)
    assert queries.answer_to(talk) == given


def test_it_says_once_that_it_is_there_to_read(cast, talk):
    with pytest.raises(Refused, match="nothing written"):
        actions.say_it_is_ready(talk=talk, by=cast.as_worker)
    write(talk, cast.as_worker, "Boxing")
    for _ in range(2):
        actions.say_it_is_ready(talk=talk, by=cast.as_worker)
    assert Letter.objects.filter(kind="to individual: something to read").count() == 1


def test_the_page_begins_with_what_is_known_and_keeps_nothing_by_itself(cast, talk):
    goals.set_goal(individual=cast.individual, kind="commitment", words="Box", weekday=3, by=cast.as_individual)
    page = browser_of(cast.worker).get(at(cast)).content.decode()
    assert "Box. Every thursday." in page.replace("Thursday", "thursday")
    assert "This is what Kith knows" in page
    assert not talk.parts.exists()


@pytest.mark.parametrize("who", ["user", "worker"])
def test_the_page_asks_little_when_every_box_begins_with_what_is_known(cast, talk, who):
    goals.set_goal(individual=cast.individual, kind="commitment", words="Box", weekday=3, by=cast.as_individual)
    client = browser_of(getattr(cast, who))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(at(cast)).status_code == 200
    assert len(asked) <= 25, [each["sql"][:90] for each in asked]


def test_a_part_is_kept_as_it_is_typed_and_a_press_without_scripts_comes_back(cast, talk):
    client = browser_of(cast.worker)
    typed = {"kind": Kind.LIFE, "words": "Sam and Dee", "seen": ""}
    answer = client.post(at(cast, "keep_part"), typed, headers={"HX-Request": "true"})
    part = talk.parts.get()
    assert answer["Kith-Saved"].startswith("Saved at") and part.public_id in answer.content.decode()
    typed |= {"words": "Sam, Dee and Col", "seen": part.version}
    assert client.post(at(cast, "keep_part"), typed).status_code == 302
    assert talk.parts.get().words == "Sam, Dee and Col"


def test_nothing_typed_is_lost_when_it_cannot_be_kept(cast, talk):
    write(talk, cast.as_individual, "Sam", kind=Kind.LIFE)
    client, typed = browser_of(cast.worker), {"kind": Kind.LIFE, "words": "Dee alone", "seen": ""}
    answer = client.post(at(cast, "keep_part"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dee alone" in page and "changed since you opened" in page
    assert "Meanwhile Tomos wrote here:" in page and "<p>Sam</p>" in page
    assert client.post(at(cast, "keep_part"), typed | {"seen": talk.parts.get().version}).status_code == 302
    assert queries.written_in(talk)[Kind.LIFE].words == "Dee alone"


def test_seen_differently_opens_a_box_and_stands_beside(cast, talk):
    write(talk, cast.as_worker, "Boxing")
    own = browser_of(cast.user)
    assert "How do you see it?" in own.post(at(cast, "answer"), {"answer": "differs"}).content.decode()
    empty = own.post(at(cast, "answer"), {"answer": "differs", "words": " "})
    assert empty.status_code == 422 and "One line is enough" in empty.content.decode()
    own.post(at(cast, "answer"), {"answer": "differs", "words": "I want to run."})
    page = browser_of(cast.worker).get(at(cast)).content.decode()
    assert "I want to run." in page and "Boxing" in page


def test_two_open_pages_of_one_person_do_not_overwrite_each_other(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    with clock.at(FRIDAY + MINUTE):
        write(talk, cast.as_worker, "Boxing and the choir", seen=first.version)
    with pytest.raises(Refused, match="Both stand here"):
        write(talk, cast.as_worker, "Boxing on Thursdays", seen=first.version)
    assert queries.written_in(talk)[Kind.GOES_ON].words == "Boxing and the choir"


def test_a_yes_to_words_that_changed_meanwhile_is_asked_again(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    own, seen = browser_of(cast.user), queries.newest_of_others(talk)
    assert f'name="seen" value="{seen}"' in own.get(at(cast)).content.decode()
    with clock.at(FRIDAY + MINUTE):
        write(talk, cast.as_worker, "Running", seen=first.version)
        page = own.post(at(cast, "answer"), {"answer": "right", "seen": seen}, follow=True).content.decode()
        assert "Something was written since you opened this page." in page and "Running" in page
        assert queries.answer_to(talk) is None
        own.post(at(cast, "answer"), {"answer": "right", "seen": queries.newest_of_others(talk)})
    assert queries.answer_to(talk).answer == "right"


def test_how_it_is_seen_is_not_lost_when_words_changed_meanwhile(cast, talk):
    first, own = write(talk, cast.as_worker, "Boxing"), browser_of(cast.user)
    seen = queries.newest_of_others(talk)
    with clock.at(FRIDAY + MINUTE):
        write(talk, cast.as_worker, "Running", seen=first.version)
    box = own.post(at(cast, "answer"), {"answer": "differs", "seen": seen}).content.decode()
    assert f'value="{seen}"' in box
    typed = {"answer": "differs", "words": "It was both of us.", "seen": seen}
    again = own.post(at(cast, "answer"), typed)
    page = again.content.decode()
    assert again.status_code == 422 and "It was both of us." in page and "Something was written since" in page
    assert f'value="{queries.newest_of_others(talk)}"' in page
    own.post(at(cast, "answer"), typed | {"seen": queries.newest_of_others(talk)})
    assert queries.answer_to(talk).words == "It was both of us."


def test_what_she_writes_herself_meanwhile_does_not_hold_up_her_answer(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    seen = queries.newest_of_others(talk)
    with clock.at(FRIDAY + MINUTE):
        write(talk, cast.as_individual, "Boxing with Sam", seen=first.version)
        actions.answer(talk=talk, answer="right", seen=seen, by=cast.as_individual)
    assert not queries.answered(talk).is_of_earlier


def test_a_yes_is_not_said_of_what_was_written_after_it(cast, talk):
    first = write(talk, cast.as_worker, "Boxing")
    actions.answer(talk=talk, answer="right", by=cast.as_individual)
    assert "Tomos said: that’s right." in browser_of(cast.worker).get(at(cast)).content.decode()
    with clock.at(FRIDAY + MINUTE):
        write(talk, cast.as_worker, "Running", seen=first.version)
    page = browser_of(cast.worker).get(at(cast)).content.decode()
    assert "Tomos said of earlier words: that’s right." in page and "said: that’s right" not in page
    assert [part.words for part in queries.answered(talk).earlier] == ["Boxing"]
    assert "The words then" in page


def test_seen_differently_stays_beside_after_a_stray_press_and_goes_with_a_yes(cast, talk):
    write(talk, cast.as_worker, "Boxing")
    for answer, words in (("differs", "I want to run."), ("left", "")):
        actions.answer(talk=talk, answer=answer, words=words, by=cast.as_individual)
    assert "I want to run." in browser_of(cast.user).get(at(cast)).content.decode()
    assert booklet_of(cast.individual, talk, is_own=True, with_pictures=False).otherwise.words == "I want to run."
    actions.answer(talk=talk, answer="right", by=cast.as_individual)
    assert booklet_of(cast.individual, talk, is_own=True, with_pictures=False).otherwise is None


def test_my_plan_says_nothing_of_an_end_before_there_is_one(cast):
    plan = browser_of(cast.user).get("/").content.decode()
    assert "Carry on" not in plan
    actions.begin(individual=cast.individual, by=cast.as_worker)
    assert "Carry on" in browser_of(cast.user).get("/").content.decode()


def test_the_usual_is_a_year_and_a_row_of_a_team_says_otherwise(cast):
    assert queries.keeping_of(cast.team).months == 12
    Keeping.objects.create(team=cast.team, months=None)
    assert queries.keeping_of(cast.team).for_how_long == "as long as they like"
