"""A form is filled from what is known, answered one by one, shown before it leaves, and seen differently for ever."""

import pytest

from kith.about_me import actions as about_me
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.paperwork import actions, queries
from kith.paperwork.copies import as_fhir, as_words
from kith.paperwork.editions import latest_edition
from kith.paperwork.filled import filled
from kith.paperwork.models import Filling, Showing, Taken


def words_at(filling, link_id: str) -> str:
    return filled(filling).at((link_id, ())).words


def answer(filling, link_id: str, words: str, by, based_on: int = 0):
    return actions.answer(filling=filling, key=(link_id, ()), value=(words,), based_on=based_on, by=by)


def shown(filling, cast):
    edition = actions.show_it(filling=filling, by=cast.as_worker)
    actions.say(edition=edition, says="agrees", by=cast.as_individual)
    return edition


@pytest.mark.shows("S13")
def test_what_was_written_stands_in_the_form_already_and_only_the_rest_is_open(visit):
    form = filled(visit)
    assert words_at(visit, "1") == "I want to run with others."
    assert words_at(visit, "3") == "We talked about the long run.\nTomos would like a club."
    assert words_at(visit, "4") == "Anwen: Find a run near here"
    assert [line.question.link_id for line in form.still_open] == ["5", "7"]


def test_an_answer_follows_what_is_known_until_somebody_writes_another(visit, cast):
    about_me.add_line(individual=cast.individual, kind="direction", words="To swim.", by=cast.as_individual)
    assert words_at(visit, "1") == "To swim."
    answer(visit, "1", "To swim in the lake.", cast.as_individual)
    about_me.add_line(individual=cast.individual, kind="direction", words="To row.", by=cast.as_individual)
    assert words_at(visit, "1") == "To swim in the lake."
    assert filled(visit).at(("1", ())).source is None


def test_an_answer_that_was_emptied_on_purpose_is_not_filled_again(visit, cast):
    actions.answer(filling=visit, key=("1", ()), value=(), based_on=0, by=cast.as_individual)
    answer(visit, "1", "Words", cast.as_individual)
    actions.answer(filling=visit, key=("1", ()), value=(), based_on=1, by=cast.as_individual)
    assert words_at(visit, "1") == ""


def test_what_hangs_on_an_answer_is_asked_once_it_is_given(visit, cast):
    assert filled(visit).at(("6", ())) is None
    answer(visit, "5", "yes", cast.as_worker)
    assert filled(visit).at(("6", ())).is_open


def test_two_who_answer_at_the_same_time_both_keep_their_words(visit, cast):
    answer(visit, "7", "A bus pass.", cast.as_worker)
    saved = answer(visit, "7", "A bike.", cast.as_individual)
    assert saved.beside.value == ("A bike.",)
    line = filled(visit).at(("7", ()))
    assert (line.words, [each.value for each in line.beside]) == ("A bus pass.", [("A bike.",)])


def test_begun_twice_it_is_one(visit, cast):
    form = visit.sheet.form
    again = actions.begin(
        individual=cast.individual, form=form, way="together", meeting=visit.meeting, by=cast.as_worker
    )
    assert again == visit and Filling.objects.count() == 1


def test_after_another_meeting_it_is_another(visit, cast):
    again = actions.begin(individual=cast.individual, form=visit.sheet.form, way="talk", by=cast.as_worker)
    assert again != visit and again.sheet != visit.sheet


@pytest.mark.parametrize("shape", Taken.Shape.values)
def test_nothing_leaves_before_it_was_shown(visit, cast, shape):
    with pytest.raises(Refused, match="Tomos has not seen this yet"):
        actions.take(filling=visit, shape=shape, by=cast.as_worker)
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="Tomos has not seen this yet"):
        actions.take(filling=visit, shape=shape, by=cast.as_worker)
    actions.was_shown(edition=edition, how="declined", by=cast.as_individual)
    assert actions.take(filling=visit, shape=shape, by=cast.as_worker).showing.how == Showing.How.DECLINED


def test_what_was_changed_since_is_shown_again_first(visit, cast):
    shown(visit, cast)
    answer(visit, "7", "A bus pass.", cast.as_worker)
    with pytest.raises(Refused, match="Show it again first"):
        actions.take(filling=visit, shape="words", by=cast.as_worker)
    shown(visit, cast)
    assert actions.take(filling=visit, shape="words", by=cast.as_worker)


def test_what_is_known_may_change_too(visit, cast):
    shown(visit, cast)
    about_me.add_line(individual=cast.individual, kind="direction", words="To row.", by=cast.as_individual)
    with pytest.raises(Refused, match="Show it again first"):
        actions.take(filling=visit, shape="pdf", by=cast.as_worker)


def test_an_edition_stays_as_it_was_and_shown_again_unchanged_it_is_the_same(visit, cast):
    first = actions.show_it(filling=visit, by=cast.as_worker)
    assert actions.show_it(filling=visit, by=cast.as_worker) == first
    answer(visit, "7", "A bus pass.", cast.as_worker)
    second = actions.show_it(filling=visit, by=cast.as_worker)
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert "A bus pass." not in str(first.lines)


def test_an_older_edition_is_no_longer_answered(visit, cast):
    first = actions.show_it(filling=visit, by=cast.as_worker)
    answer(visit, "7", "A bus pass.", cast.as_worker)
    actions.show_it(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="A newer one is there"):
        actions.say(edition=first, says="agrees", by=cast.as_individual)


def test_the_worker_says_for_them_only_what_they_were_told(visit, cast):
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="for Tomos to say"):
        actions.say(edition=edition, says="agrees", by=cast.as_worker)
    actions.say(edition=edition, says="agrees", by=cast.as_worker, as_told=True)
    assert latest_edition(visit).showing.how == Showing.How.TOGETHER


@pytest.mark.shows("S14")
def test_what_they_see_differently_goes_with_every_copy_for_ever(visit, cast):
    actions.see_differently(filling=visit, words="I never said a club.", by=cast.as_individual)
    for _ in range(2):
        edition = shown(visit, cast)
        assert "Tomos sees it differently: I never said a club." in as_words(edition)
        assert as_fhir(edition)["extension"][0]["valueString"] == "I never said a club."
        answer(visit, "7", "A bus pass.", cast.as_worker)


def test_words_to_paste_hold_numbers_questions_and_answers(visit, cast):
    words = as_words(shown(visit, cast))
    assert "1 Where they want to go\nI want to run with others." in words
    assert "Tomos read this on 24 November 2026 and said that it is right." in words


def test_a_form_about_money_holds_what_they_picked_and_nothing_they_did_not(money, cast):
    assert words_at(money, "1") == "£120 a week"
    assert words_at(money, "2") == "Time to think."
    assert words_at(money, "3") == ""
    worry = next(each for each in queries.may_be_picked(cast.individual).values() if "Losing" in each.words)
    actions.pick(filling=money, link_id="3", line=worry.name, by=cast.as_individual)
    assert words_at(money, "3") == "Losing my Personal Budget."
    actions.take_out(picked=money.picked.get(), by=cast.as_individual)
    assert words_at(money, "3") == ""


def test_nobody_picks_for_them_and_only_where_lines_are_taken(money, cast):
    line = next(iter(queries.may_be_picked(cast.individual)))
    with pytest.raises(Refused, match="for Tomos to say"):
        actions.pick(filling=money, link_id="3", line=line, by=cast.as_worker)
    with pytest.raises(Refused, match="takes no picked lines"):
        actions.pick(filling=money, link_id="2", line=line, by=cast.as_individual)
    with pytest.raises(Refused, match="no longer there"):
        actions.pick(filling=money, link_id="3", line="made-up", by=cast.as_individual)
    told = actions.pick(filling=money, link_id="3", line=line, by=cast.as_worker, as_told=True)
    assert told.as_told and actions.pick(filling=money, link_id="3", line=line, by=cast.as_individual) == told


def test_nobody_else_touches_a_form(visit, cast):
    with pytest.raises(NotPermitted):
        answer(visit, "7", "Words", cast.as_stranger)
    with pytest.raises(NotPermitted):
        actions.take(filling=visit, shape="words", by=cast.as_stranger)


def test_put_away_it_is_not_gone_on_with_until_it_is_brought_back(visit, cast):
    actions.put_away(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="was put away"):
        answer(visit, "7", "Words", cast.as_worker)
    actions.take_up_again(filling=visit, by=cast.as_worker)
    answer(visit, "7", "Words", cast.as_worker)
