"""The page about somebody: the same words for both."""

import re

import pytest
from django.urls import reverse

from kith.about_me import actions
from kith.about_me.models import Line
from tests.page_words import words_of


def place(name, cast, **kwargs) -> str:
    return reverse(f"about_me:{name}", kwargs={"individual": cast.individual.public_id, **kwargs})


@pytest.fixture
def lines(cast):
    given = [
        ("helps", "Exercise", cast.as_individual),
        ("how_i_like", "Just talk", cast.as_worker),
        ("direction", "Be <outdoors>", cast.as_individual),
    ]
    return {
        kind: actions.add_line(individual=cast.individual, kind=kind, words=words, by=by) for kind, words, by in given
    }


@pytest.mark.shows("S53", "S54", "S59")
def test_both_see_the_same_words_direction_first(client, cast, lines):
    seen = []
    for user in (cast.user, cast.worker):
        client.force_login(user)
        page = words_of(client.get(place("about_page", cast)))
        main = page[page.index('<div class="stack" id="lines">') : page.index('<div class="page-aside')]
        seen.append(re.sub(r'value="\w+"', "", main))
    assert seen[0] == seen[1]
    page = seen[0]
    assert page.index("Be &lt;outdoors&gt;") < page.index("Exercise") < page.index("Just talk")
    assert "as Anwen remembers" in page


@pytest.mark.shows("S53", "S73")
def test_adding_a_line_is_one_box_and_a_choice(own, cast):
    assert "Nothing is written here yet." in words_of(own.get(place("about_page", cast)))
    answer = own.post(place("add_line", cast), {"words": "More exercise, sort of", "kind": "interest"})
    assert answer["Location"] == place("about_page", cast)
    page = words_of(own.get(answer["Location"]))
    for words in (
        "More exercise, sort of",
        "Nothing here goes by itself to the people who decide about money. You are shown a review form before it goes.",
        "You, Anwen, whoever covers for Anwen and the team’s manager see this.",
    ):
        assert words in page


def test_what_was_typed_stays_when_the_choice_is_missing(own, cast):
    answer = own.post(place("add_line", cast), {"words": "Football"})
    assert answer.status_code == 422
    assert "Please choose what this is about." in words_of(answer)
    assert "Football" in words_of(answer)
    assert not Line.objects.exists()


def test_no_longer_true_and_kept_out_of_suggestions(own, cast, lines):
    line = actions.add_line(individual=cast.individual, kind="interest", words="The canal", by=cast.as_worker)
    own.post(place("hide_line", cast, line=line.public_id))
    assert "Kept out of suggestions" in words_of(own.get(place("about_page", cast)))
    own.post(place("let_match_line", cast, line=line.public_id))
    part = own.post(place("end_line", cast, line=line.public_id), headers={"HX-Request": "true"})
    assert "<h1>" not in words_of(part)
    assert "Exercise" in words_of(part)
    assert "The canal" not in words_of(part)
    again = own.post(place("end_line", cast, line=line.public_id), follow=True)
    assert "This line has already been put away." in words_of(again)


def test_who_may_read_and_who_may_write(client, cast, lines):
    line = lines["helps"].public_id
    for user, answer in [(cast.stranger, 404), (cast.manager, 200)]:
        client.force_login(user)
        assert client.get(place("about_page", cast)).status_code == answer
        assert client.post(place("end_line", cast, line=line)).status_code == 404
    assert "Add a line" not in words_of(client.get(place("about_page", cast)))
    client.force_login(cast.user)
    assert client.post(place("end_line", cast, line="nothing")).status_code == 404
