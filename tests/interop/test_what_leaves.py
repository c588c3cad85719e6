"""What of a plan may leave, and all that stays: neither file holds it, whoever takes it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models

from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permissions import MATRIX
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.home.queries import plan_of
from kith.interop.plan_file import file_of
from kith.interop.queries import whole_of
from kith.introductions import actions as introductions
from kith.paperwork import actions as paperwork
from kith.paperwork.models import Filling
from kith.people import actions as people
from tests.letting_in import let_see

from .life import KEPT, shown

SHAPES = ("fhir", "prsb")
MARK = "zilo"  # letters that no name of a row has, so that none looks like it
# Modules whose rows hang from somebody's record; what they keep in words stays unless it is named below. What was
# written about money can never be changed, so it is looked for as it was written.
PRIVATE = (
    "about_me",
    "conversations",
    "diary",
    "goals",
    "ideas",
    "interop",
    "introductions",
    "messaging",
    "outbox",
    "paperwork",
    "people",
    "questionnaires",
    "local_knowledge",
    "measures",
    "network_map",
    "rights",
    "safety",
)  # fmt: skip - one list, in a few lines
GOES = {
    "about_me.Line.words",
    "goals.Goal.words",
    "goals.Goal.why",
    "goals.Goal.rhythm_words",
    "goals.Goal.aiming_for",
    "goals.Goal.unit",
    "goals.Result.value_words",
    "goals.Result.words",
    "goals.Step.words",
    "introductions.Introduction.to_bring",
    "measures.Measure.content",  # what was asked
    "measures.Measure.title",
    "measures.Response.words",
    "measures.Score.name",  # of the rule of a pack
    "paperwork.Otherwise.words",  # it goes with a form for ever
    "paperwork.Outcome.words",
    "people.Individual.called",
    "people.Individual.full_name",
    "people.Relation.role_words",
    "people.Share.purpose",
    "people.Share.recipient",
    "people.Share.words",
    "people.User.name",
    "questionnaires.AgencyForm.content",
    "questionnaires.AgencyForm.digest",
    "questionnaires.AgencyForm.title",
}


def files(individual) -> dict[str, str]:
    return {shape: file_of(whole_of(individual, is_own=True), shape) for shape in SHAPES}


def private_fields():
    """Every field of words that has to stay, by its name."""
    for model in apps.get_models():
        if model._meta.app_label in PRIVATE:
            for field in model._meta.concrete_fields:
                name = f"{model._meta.label}.{field.name}"
                if _holds_words(field) and name not in GOES:
                    yield name, model, field


def _holds_words(field: models.Field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField)
    return is_text and not field.choices and not field.unique


def put_mark(model, field) -> int:
    """Beside whatever stands there, in every row. How many there were."""
    rows = list(model._default_manager.values_list("pk", field.name))
    for pk, words in rows:
        mark = f"{MARK}{pk}"
        marked = f"{words or ''} {mark}".strip()
        if field.max_length and len(marked) > field.max_length:
            marked = mark
        model._default_manager.filter(pk=pk).update(**{field.name: marked})
    return len(rows)


def test_no_field_that_is_not_named_here_gets_into_either_file(life):
    marked = {name: put_mark(model, field) for name, model, field in private_fields()}
    planted = {name for name, rows in marked.items() if rows}
    assert len(planted) > 80
    assert {
        "conversations.Note.words",
        "conversations.Prompt.words",
        "goals.Barrier.words",
        "goals.CheckIn.words",
        "goals.FromHelper.words",
        "goals.Helper.name",
        "goals.Worry.words",
        "introductions.Introduction.companion",
        "introductions.Introduction.host_name",
        "introductions.Introduction.number",
        "introductions.Report.words",
        "messaging.Message.words",
        "people.Individual.phone",
    } <= planted
    for shape, words in files(life.individual).items():
        assert MARK not in words, (shape, [words[at - 200 : at + 20] for at in [words.find(MARK)]])


def test_what_goes_is_still_there_and_still_goes(life):
    """Each name in the list is a field that there is; the mark would be found if it got in."""
    every = {f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.fields}
    assert every >= GOES
    put_mark(
        *next((model, field) for model, field in _fields() if f"{model._meta.label}.{field.name}" == "goals.Goal.words")
    )
    assert all(MARK in words for words in files(life.individual).values())


def _fields():
    return ((model, field) for model in apps.get_models() for field in model._meta.concrete_fields)


@pytest.mark.shows("Q-37")
def test_nothing_of_money_is_in_it_not_even_a_form_that_was_agreed(life):
    of_money = (
        "£",
        "120",
        "12000",
        "A steady sum",
        "It stays as it is",
        "Carol",
        "Marsh",
        "Calderford Council",
        "personal a",
    )
    for words in files(life.individual).values():
        assert not [each for each in of_money if each in words]


def test_some_of_what_they_say_about_themselves_is_for_here_alone(life):
    about_me.add_line(individual=life.individual, kind="interest", words="Old trains", by=life.as_individual)
    line = life.individual.lines.get(words="Old trains")
    line.is_hidden_from_matching = True
    line.save()
    for words in files(life.individual).values():
        assert not [each for each in (*KEPT.values(), "Old trains") if each in words]


def test_a_number_said_to_one_place_goes_nowhere_else(life):
    for words in files(life.individual).values():
        assert "glad to be rung on (left out here)" in words
        assert not [each for each in ("07700", "7700 900", "01632", "1632 960") if each in words]


def test_others_are_named_by_a_first_name_alone_and_whoever_says_hello_at_a_place_not_at_all(life):
    friend = life.stranger
    let_see(life.individual, friend, "goals", by=life.as_individual)
    agreed = {each.recipient: each.in_words for each in whole_of(life.individual, is_own=True).agreed}
    assert {"Noor", "Bryn", "Calderford Runners"} <= agreed.keys()
    assert "Hello (left out here)." in agreed["Calderford Runners"]
    for words in files(life.individual).values():
        assert not [each for each in ("Noor Field", "Bryn Vale", "Sam") if each in words]


def test_a_form_leaves_only_as_it_was_agreed(life):
    individual = life.individual
    filling = Filling.objects.get(sheet__form__title="Visit")
    assert "Only shown." not in files(individual)["fhir"]
    with clock.at(clock.now() + timedelta(minutes=1)):
        paperwork.answer(filling=filling, key=("7", ()), value=("Two passes.",), based_on=1, by=life.as_worker)
        assert '"QuestionnaireResponse"' not in files(individual)["fhir"]
        edition = paperwork.show_it(filling=filling, by=life.as_worker)
        assert '"QuestionnaireResponse"' not in files(individual)["fhir"]
        paperwork.say(edition=edition, says="agrees", by=life.as_individual)
        paperwork.see_differently(filling=filling, words="One is enough.", by=life.as_individual)
    assert "Two passes." in files(individual)["fhir"]
    assert "One is enough." in files(individual)["fhir"]
    with clock.at(clock.now() + timedelta(minutes=2)):
        paperwork.say(edition=edition, says="change", by=life.as_individual)
    assert '"QuestionnaireResponse"' not in files(individual)["fhir"]


def test_a_form_that_was_put_away_stays(life):
    paperwork.put_away(filling=Filling.objects.get(sheet__form__title="Visit"), by=life.as_worker)
    assert "A bus pass." not in files(life.individual)["fhir"]


def test_a_place_that_the_team_keeps_to_itself_is_not_named(life):
    Activity.objects.filter(name="Calderford Runners").update(keep_to_ourselves=True)
    for words in files(life.individual).values():
        assert "Calderford Runners" not in words
        assert "Calder Sports" not in words
        assert "A place that is kept off lists" in words


def other_life(cast):
    """Somebody else of the same worker, who goes to the same place and has the same helper's first name."""
    other = people.open_partnership(worker=cast.worker, team=cast.team, called="Zqxanne", by=cast.as_worker).individual
    by = cast.as_worker
    about_me.add_line(individual=other, kind="direction", words="Zqx way", by=by)
    goal = goals.set_goal(individual=other, kind="target", words="Zqx goal", by=by)
    goals.add_result(goal=goal, value="Zqx done", by=by)
    bryn = goals.add_helper(individual=other, name="Bryn Zqx", by=by)
    goals.add_step(goal=goal, words="Zqx step", owner="helper", helper=bryn, by=by)
    club = Activity.objects.get(name="Calderford Runners")
    usual = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "nobody", "by": by}
    found = introductions.prepare(individual=other, activity=club, **usual)
    introductions.agree(introduction=found, shown=shown(found), by=by)
    return other


def test_nothing_of_somebody_else_is_in_it(life):
    other = other_life(life)
    theirs, own = files(other), files(life.individual)
    assert all("Zqx goal" in words and "Zqx step" in words for words in theirs.values())
    for shape in SHAPES:
        assert "Zqx" not in own[shape]
        assert not [each for each in ("Tomos", "Run on Saturdays.", "Find shoes", "10k") if each in theirs[shape]]
    named = [each.public_id for each in (other, *other.goals.all(), *other.steps.all(), *other.shares.all())]
    assert not [each for each in named if each in own["fhir"]]


def test_nothing_on_my_plan_is_forgotten(life):
    plan = plan_of(life.individual)
    shown_there = [*plan.goals, plan.next_step, *plan.promises, *plan.to_agree]
    shown_there += [introduction for introduction, _ in plan.introductions]
    shown_there += [step for helper in plan.helpers for step in helper.steps_held]
    assert len(shown_there) >= 7
    words = files(life.individual)
    assert not [each for each in shown_there if f'"id": "{each.public_id}"' not in words["fhir"]]
    names = [each.activity.name if hasattr(each, "says") else each.words for each in shown_there]
    assert not [each for each in names if each not in words["prsb"]]


def test_whoever_may_take_it_may_read_each_part_of_it():
    for role, codes in MATRIX["rows"]["plan_copy"].items():
        if role == "title" or "R" not in codes:
            continue
        for row in ("name_and_contact", "needs", "about_me", "goals", "introduction", "shares", "forms", "wellbeing"):
            assert "R" in MATRIX["rows"][row][role], (role, row)


def test_it_asks_the_same_number_of_questions_however_long_the_life(life, django_assert_max_num_queries):
    for count in range(20):
        goals.add_step(individual=life.individual, words=f"Step {count}", by=life.as_individual)
    with django_assert_max_num_queries(14):
        whole_of(life.individual, is_own=True)


def test_taking_it_is_told_once_in_the_trail(life):
    from kith.interop import actions

    actions.take_plan(individual=life.individual, shape="fhir", by=life.as_individual)
    told = TrailEntry.objects.filter(what="plan taken as fhir", chain=life.individual.public_id)
    assert [(each.acting_as, each.about.split()[0]) for each in told] == [("individual", "plantaken")]
