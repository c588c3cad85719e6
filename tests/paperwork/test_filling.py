"""A form is filled from what is known, answered one by one, shown before it leaves, and seen differently for ever."""

import pytest

from kith.about_me import actions as about_me
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.paperwork import actions, queries
from kith.paperwork.copies import as_fhir, as_words
from kith.paperwork.editions import latest_edition
from kith.paperwork.filled import filled
from kith.paperwork.models import Filling, Showing, Taken
from kith.paperwork.picking import may_be_picked


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
    said = "We talked about the long run.\nTomos would like a club.\n(written by Anwen)"
    assert words_at(visit, "3") == said
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
    assert line.is_open
    with pytest.raises(Refused, match="Two answers stand beside each other at 7"):
        actions.show_it(filling=visit, by=cast.as_worker)
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


@pytest.mark.shows("Q-72")
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


@pytest.mark.shows("S14", "Q-27")
def test_what_they_see_differently_goes_with_every_copy_for_ever(visit, cast):
    actions.see_differently(filling=visit, words="I never said a club.", by=cast.as_individual)
    for _ in range(2):
        edition = shown(visit, cast)
        assert "Tomos sees it differently: I never said a club." in as_words(edition)
        assert as_fhir(edition)["extension"][1]["valueString"].endswith("I never said a club.")
        answer(visit, "7", "A bus pass.", cast.as_worker)


def test_words_to_paste_hold_numbers_questions_and_answers(visit, cast):
    words = as_words(shown(visit, cast))
    assert "1 Where they want to go\nI want to run with others." in words
    assert "Tomos said that it is right (24 November 2026)." in words


def test_a_form_about_money_holds_what_they_picked_and_nothing_they_did_not(money, cast):
    assert words_at(money, "1") == "£120 a week"
    assert words_at(money, "2") == "Time to think."
    assert words_at(money, "3") == ""
    worry = next(each for each in may_be_picked(cast.individual).values() if "Losing" in each.words)
    actions.pick(filling=money, link_id="3", line=worry.name, by=cast.as_individual)
    assert words_at(money, "3") == "Losing my Personal Budget."
    actions.take_out(picked=money.picked.get(), by=cast.as_individual)
    assert words_at(money, "3") == ""


def test_nobody_picks_for_them_and_only_where_lines_are_taken(money, cast):
    line = next(iter(may_be_picked(cast.individual)))
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


def test_whoever_asks_for_a_change_is_not_passed_over(visit, cast):
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    actions.say(edition=edition, says="change", words="Take out the run.", by=cast.as_individual)
    told = Letter.objects.get(kind="to worker: about a form")
    assert told.body.count("Tomos") == 0 and "form" in told.body
    with pytest.raises(Refused, match="Tomos says that something should be different"):
        actions.take(filling=visit, shape="words", by=cast.as_worker)
    answer(visit, "7", "A bus pass.", cast.as_worker)
    shown(visit, cast)
    assert actions.take(filling=visit, shape="words", by=cast.as_worker)


def test_what_they_say_later_counts_though_they_would_rather_not_look(visit, cast):
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    actions.was_shown(edition=edition, how="declined", by=cast.as_individual)
    assert "would rather not look at this (24 November 2026)" in as_words(edition)
    actions.say(edition=edition, says="change", words="I never said that.", by=cast.as_individual)
    assert "something should be different (24 November 2026). “I never said that.”" in as_words(edition)


def test_what_a_worker_writes_down_for_them_says_so_on_every_copy(visit, cast):
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    for how in ("declined", "here"):
        with pytest.raises(Refused):
            actions.was_shown(edition=edition, how=how, by=cast.as_worker)
    actions.was_shown(edition=edition, how="declined", by=cast.as_worker, as_told=True)
    assert "as told to Anwen Hollis" in as_words(edition)
    assert queries.waiting_to_be_read(cast.individual) == [edition]
    actions.say(edition=edition, says="agrees", by=cast.as_worker, as_told=True)
    assert "that it is right (24 November 2026, as told to Anwen Hollis)" in as_words(edition)
    assert "as told to Anwen Hollis" in as_fhir(edition)["extension"][0]["valueString"]


def test_another_system_reads_whether_something_is_missing(visit, cast):
    edition = shown(visit, cast)
    assert as_fhir(edition)["status"] == "in-progress"  # “Is anything urgent?” is wanted
    answer(visit, "5", "no", cast.as_worker)
    assert as_fhir(shown(visit, cast))["status"] == "completed"


def test_put_away_it_is_not_taken(visit, cast):
    shown(visit, cast)
    actions.put_away(filling=visit, by=cast.as_worker)
    with pytest.raises(Refused, match="was put away"):
        actions.take(filling=visit, shape="words", by=cast.as_worker)


def test_what_a_worker_remembers_says_so_and_goes_into_no_form_about_money_by_itself(visit, money, cast):
    for kind in ("helps", "interest"):
        about_me.add_line(individual=cast.individual, kind=kind, words="A steady week.", by=cast.as_worker)
    assert "A steady week. (as Anwen remembers)" in words_at(visit, "2")
    assert words_at(money, "2") == "Time to think."


def test_words_that_do_not_fit_are_not_cut_off(visit, cast):
    with pytest.raises(Refused, match="5,001 letters, and 5,000 fit"):
        actions.see_differently(filling=visit, words="a" * 5001, by=cast.as_individual)
