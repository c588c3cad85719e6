"""A slip of whoever typed it in is put right by another version, which the individual sees first; both are kept."""

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.measures import actions, queries
from kith.measures.models import Response
from tests.page_words import words_of

from .conftest import browser_of
from .test_goals import LEVELS
from .test_pages import place


def read_of(goal, *, is_own: bool) -> list[str]:
    return [each.rating for each in queries.ratings_of(goal, is_own=is_own)]


@pytest.fixture
def eight(cast, boxing) -> Response:
    return actions.rate(goal=boxing, value=8, how="together", words="Not so good.", by=cast.as_worker)


def put_right(cast, response: Response, value: str = "3") -> Response:
    words = response.words
    return actions.put_right(response=response, answers={"rating": (value,)}, words=words, by=cast.as_worker)


@pytest.mark.shows("S104")
def test_eight_for_three_is_put_right_and_the_individual_sees_it_first(workers, cast, boxing, eight):
    assert "Typed wrongly? Put it right" in words_of(workers.get(place("goal", cast, boxing)))
    page = workers.get(place("put_right", cast, eight)).content.decode()
    assert 'value="8" id="q0_8" checked' in page and "Not so good." in page
    sent = {"q0": "3", "words": "Not so good."}
    page = words_of(workers.post(place("put_right", cast, eight), sent, follow=True))
    assert "Kept. Tomos sees it first." in page and "We looked at it together" in page
    assert (read_of(boxing, is_own=True), read_of(boxing, is_own=False)) == (["3"], [])
    own, right = browser_of(cast.user), Response.objects.get(instead_of=eight)
    assert "For you to look at first" in words_of(own.get(place("page", cast)))
    page = words_of(own.get(place("answers", cast, right)))
    assert "What stood before" in page and "Anwen put this right on 11 September 2026. Both are kept." in page
    own.post(place("let_see", cast, right))
    assert read_of(boxing, is_own=False) == ["3"]
    page = words_of(workers.get(place("goal", cast, boxing)))
    assert "Anwen put this right." in page and "What stood before" in page


def test_taken_back_what_stood_before_stands_again_and_may_be_put_right_anew(cast, boxing, eight):
    right = put_right(cast, eight)
    own = browser_of(cast.user)
    page = words_of(own.post(place("take_back", cast, right), follow=True))
    assert "Taken back. What stood before stands again." in page
    assert read_of(boxing, is_own=False) == ["8"]
    eight.refresh_from_db()
    again = put_right(cast, eight, "4")
    assert [each.rating for each in queries.versions_before(again)] == ["8"]
    assert Response.objects.count() == 3


def test_what_was_kept_to_oneself_opens_to_nobody_by_being_taken_back(cast, boxing, eight):
    right = put_right(cast, eight)
    actions.keep_to_oneself(response=right, by=cast.as_individual)
    actions.withdraw(response=right, by=cast.as_individual)
    assert (read_of(boxing, is_own=True), read_of(boxing, is_own=False)) == (["8"], [])
    actions.let_others_see(response=Response.objects.get(pk=eight.pk), by=cast.as_individual)
    assert read_of(boxing, is_own=False) == ["8"]


def test_only_whoever_typed_it_in_and_only_what_both_read(cast, boxing, eight, client):
    told = {"answers": {"rating": ("3",)}}
    with pytest.raises(Refused, match="Only whoever typed this in"):
        actions.put_right(response=eight, by=cast.as_individual, **told)
    mine = actions.rate(goal=boxing, value=5, by=cast.as_individual)
    for by in (cast.as_worker, cast.as_individual):
        with pytest.raises(Refused, match="Only whoever typed this in"):
            actions.put_right(response=mine, by=by, **told)
    with pytest.raises(Refused, match="This does not answer the question."):
        actions.put_right(response=eight, answers={"rating": ("11",)}, by=cast.as_worker)
    actions.keep_to_oneself(response=eight, by=cast.as_individual)
    with pytest.raises(Refused, match="any more"):
        actions.put_right(response=eight, by=cast.as_worker, **told)
    client.force_login(cast.worker)
    assert client.get(place("put_right", cast, eight)).status_code == 404
    assert client.get(place("put_right", cast, mine)).status_code == 302


def test_the_same_once_more_changes_nothing(cast, boxing, eight):
    assert put_right(cast, eight, "8") == eight
    right = put_right(cast, eight)
    with pytest.raises(Refused, match="any more"):  # another tab, in which the old one stood
        put_right(cast, eight, "4")
    assert Response.objects.filter(replaced_at=None).get() == right


def test_a_short_measure_is_put_right_on_its_occasion_and_adds_up_anew(cast, ucla):
    given = {"companionship": ("some",), "left-out": ("hardly",), "isolated": ("often",), "lonely": ("some",)}
    told = {"measure": ucla, "individual": cast.individual, "occasion": "meeting abc", "by": cast.as_worker}
    typed = actions.answer(answers=given, how="together", **told)
    right = actions.put_right(response=typed, answers=given | {"isolated": ("hardly",)}, by=cast.as_worker)
    assert [each.scores.get().value_words for each in (typed, right)] == ["6", "4"]
    assert right.occasion == "meeting abc"
    with pytest.raises(Refused, match="One short set of questions"):
        actions.answer(answers=given, how="together", **told)


def test_a_level_is_put_right_in_the_words_it_was_set_in(workers, cast, boxing, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    kept = actions.reach(goal=boxing, level=2, how="together", by=cast.as_worker)
    page = words_of(workers.get(place("put_right", cast, kept)))
    assert all(words in page for words in LEVELS)
    workers.post(place("put_right", cast, kept), {"q0": "-1"})
    right = Response.objects.get(instead_of=kept)
    assert (right.scale, right.value_of, right.on) == (kept.scale, {"level": ("-1",)}, clock.today())
    attained = queries.attained(cast.individual, is_own=True)
    assert (attained.number, len(attained.reached)) == (40, 1)
