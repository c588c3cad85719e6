"""Each answer is saved alone, and every version is kept: two who write at once lose nothing."""

import pytest

from kith.access.models import TrailEntry
from kith.access.refusal import Refused
from kith.questionnaires import actions, queries
from kith.questionnaires.answering import MOST_REPEATS, Walk, asked, response
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.models import Answer
from tests.questionnaires.conftest import OFFICE
from tests.questionnaires.made import item, written


@pytest.fixture
def save(cast, sheet):
    def saved(link_id, *value, based_on=0, by=None, **more):
        by = by or cast.as_worker
        return actions.save_answer(sheet=sheet, link_id=link_id, value=value, based_on=based_on, by=by, **more)

    return saved


def test_an_answer_stands_with_its_writer_and_its_history(cast, sheet, save):
    first = save("why", "It rained", by=cast.as_individual).answer
    save("why", "It rained a lot", based_on=1, source="note.words")
    found = queries.answered(sheet)
    now = found.answers["why", ()]
    assert (now.value, now.number, now.source, now.written_by, now.typed_by_individual) == (
        ("It rained a lot",),
        2,
        "note.words",
        cast.worker,
        False,
    )
    assert first.typed_by_individual
    assert (found.values, found.latest, found.beside) == ({("why", ()): now.value}, {("why", ()): 2}, {})
    assert [each.value for each in queries.versions(sheet, ("why", ()))] == [("It rained",), ("It rained a lot",)]
    assert TrailEntry.objects.filter(what="answer in a form saved", chain=cast.individual.public_id).count() == 2


def test_an_answer_is_taken_away_and_its_history_stays(sheet, save):
    save("drink", "tea", "milk")
    save("drink", based_on=1)
    assert queries.answered(sheet).values == {}
    assert len(queries.versions(sheet, ("drink", ()))) == 2


def test_nothing_written_is_nothing_kept(sheet, save):
    assert save("why").answer is None
    assert not Answer.objects.exists()


@pytest.mark.parametrize("times", [2, 3])
def test_the_same_press_again_is_one_press(sheet, save, times):
    kept = {save("why", "It rained").answer.pk for _ in range(times)}
    assert len(kept) == Answer.objects.count() == 1


def test_two_who_write_at_once_both_keep_theirs(cast, sheet, save):
    save("why", "It rained")
    theirs = save("why", "It poured", based_on=1, by=cast.as_individual).answer
    told = save("why", "It drizzled", based_on=1)
    assert told.answer == theirs
    assert told.beside.value == ("It drizzled",)
    found = queries.answered(sheet)
    assert found.values == {("why", ()): ("It poured",)}
    assert [each.value for each in found.beside["why", ()]] == [("It drizzled",)]
    assert found.latest["why", ()] == 3


def test_one_of_the_two_says_which_is_right(cast, sheet, save):
    save("why", "It rained")
    save("why", "It poured", based_on=1, by=cast.as_individual)
    save("why", "It drizzled", based_on=1)
    again = save("why", "It drizzled", based_on=1)
    assert (again.answer.value, again.beside.value) == (("It poured",), ("It drizzled",))
    late = save("why", "It hailed", based_on=2, by=cast.as_individual)
    assert late.beside, "who has not seen the other words is told of them too"
    settled = save("why", "It poured", based_on=4)
    assert (settled.answer.value, settled.beside) == (("It poured",), None)
    found = queries.answered(sheet)
    assert (found.values["why", ()], found.beside) == (("It poured",), {})
    assert len(queries.versions(sheet, ("why", ()))) == 5


def test_a_press_that_comes_late_a_second_time_stands_in_nobodys_way(cast, sheet, save):
    save("why", "It rained")
    save("why", "It poured", based_on=1, by=cast.as_individual)
    late = save("why", "It rained")
    assert (late.answer.value, late.beside) == (("It poured",), None)
    assert queries.answered(sheet).beside == {}


def test_two_who_write_the_same_agree(cast, sheet, save):
    save("why", "It rained")
    same = save("why", "It rained", by=cast.as_individual)
    assert (same.answer.number, same.beside) == (1, None)


def test_repeats_are_answers_of_their_own(sheet, save, review):
    save("who.name", "Tom", place=(0,))
    save("who.name", "Dawn", place=(1,))
    save("who.often", "2", place=(1,))
    values = queries.answered(sheet).values
    assert values == {("who.name", (0,)): ("Tom",), ("who.name", (1,)): ("Dawn",), ("who.often", (1,)): ("2",)}
    form = form_of(review)
    assert [each.place for each in asked(form, values) if each.question.link_id == "who"] == [(0,), (1,)]
    told = response(form, values, status="in-progress", authored=sheet.begun_at)
    assert [each["linkId"] for each in told["item"]] == ["who", "who"]


def test_one_more_that_a_page_shows_is_saved_at_its_place(save, sheet, review):
    form = form_of(review)
    for count in range(MOST_REPEATS):
        walk = Walk(form, queries.answered(sheet).values, more=[("who", ())] if count else ())
        assert walk.places_of("who") == [(each,) for each in range(count + 1)]
        save("who.name", f"Tom {count}", place=walk.places_of("who")[-1])
    full = Walk(form, queries.answered(sheet).values, more=[("who", ())])
    assert len(full.places_of("who")) == MOST_REPEATS
    assert not full.can_add("who", ())
    with pytest.raises(Refused, match="There is room for 50"):
        save("who.name", "Dawn", place=(MOST_REPEATS,))


@pytest.fixture
def nested(cast):
    """Two groups that repeat, one in the other, of 600 questions; and one question after them."""
    inner = item("g", "group", repeats=True, item=[item(f"q{n}") for n in range(600)])
    items = [item("h", "group", repeats=True, item=[inner]), item("last")]
    form = actions.load_form(content=written(*items, version="nested"), by=OFFICE).form
    return actions.begin_sheet(form=form, individual=cast.individual, by=cast.as_worker)


def test_a_form_that_is_too_long_takes_no_more_of_a_group_and_keeps_what_is_there(cast, nested):
    def save(link_id, *value, place=(), based_on=0):
        return actions.save_answer(
            sheet=nested, link_id=link_id, value=value, place=place, based_on=based_on, by=cast.as_worker
        )

    for count in range(9):
        save("q1", "x", place=(0, count))
    for place in ((0, 9), (1, 0), (49, 49)):
        with pytest.raises(Refused, match="as long as it can be"):
            save("q1", "x", place=place)
    save("q2", "y", place=(0, 7))
    save("q1", "z", place=(0, 3), based_on=1)
    save("last", "w")
    save("q1", place=(0, 7), based_on=1)
    values = queries.answered(nested).values
    walk = Walk(form_of(nested.form), values)
    assert not walk.left_out and set(walk.values) == set(values)


@pytest.mark.parametrize(
    ("link_id", "value", "place", "words"),
    [
        ("nowhere", ("x",), (), "does not ask that"),
        ("who", ("x",), (0,), "does not ask that"),
        ("who.name", ("x",), (), "There is room for 50"),
        ("who.name", ("x",), (50,), "There is room for 50"),
        ("who.name", ("x",), (-1,), "There is room for 50"),
        ("well", ("yes", "no"), (), "more answers than the form takes"),
        ("well", ("perhaps",), (), "does not answer the question"),
        ("who.often", ("1e9",), (0,), "does not answer the question"),
        ("who.often", ("1.5",), (0,), "does not answer the question"),
        ("drink", ("beer",), (), "does not answer the question"),
        ("drink", ("=beer",), (), "does not answer the question"),
        ("why", (" ",), (), "does not answer the question"),
        ("why", ("Gr\x00eg",), (), "does not answer the question"),
        ("why", ("x" * 10_001,), (), "does not answer the question"),
    ],
)
def test_only_what_answers_the_question_is_kept(save, link_id, value, place, words):
    with pytest.raises(Refused, match=words):
        save(link_id, *value, place=place)
    assert not Answer.objects.exists()


def test_each_time_it_is_another_sheet(cast, review, sheet):
    assert actions.begin_sheet(form=review, individual=cast.individual, by=cast.as_worker) != sheet
    assert len(queries.sheets_of(cast.individual)) == 2
    assert queries.sheet_called(cast.individual, sheet.public_id) == sheet


def test_a_sheet_of_2000_answers_comes_in_one_query_and_each_is_saved_alone(
    cast, django_assert_num_queries, django_assert_max_num_queries
):
    questions = [item("yes", "boolean"), *(item(f"q{n}", "text") for n in range(2_000))]
    form = actions.load_form(content=written(*questions, version="long"), by=OFFICE).form
    long = actions.begin_sheet(form=form, individual=cast.individual, by=cast.as_worker)
    told = {"sheet": long, "words": ["x"], "written_at": long.begun_at, "written_by": cast.worker}
    rows = [
        Answer(link_id=f"q{n}", number=number, typed_by_individual=False, **told)
        for n in range(2_000)
        for number in (1, 2)
    ]
    Answer.objects.bulk_create(rows)
    with django_assert_num_queries(1):
        found = queries.answered(long)
    assert len(found.values) == 2_000
    assert len(asked(form_of(form), found.values)) == 2_001
    by = cast.as_worker
    with django_assert_max_num_queries(10):
        actions.save_answer(sheet=long, link_id="q7", value=("y",), based_on=2, by=by)
