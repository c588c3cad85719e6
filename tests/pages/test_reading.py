"""The individual's pages can be read by a nine-year-old, and use none of the words that we avoid."""

from statistics import median

import pytest

from tests.architecture.test_words import lists, pattern_of, without_fine_phrases
from tests.pages.addresses import SIGNED_OUT, of_individual
from tests.pages.reading import grade_of, is_graded, sentences_of, words_in

MOST_WORDS, MEDIAN, HIGHEST = 20, 5, 7
ALLOWED: dict[str, str] = {}


@pytest.fixture
def told(world) -> dict[str, list[str]]:
    """Our sentences, page by page, as Greg and Maya read them."""
    found = {name: sentences_of(world.client().get(place).content.decode()) for name, place in SIGNED_OUT.items()}
    for who in ("greg", "maya"):
        client, own = world.client(who), world.individual(who)
        for name, place in of_individual(own).items():
            answer = client.get(place)
            assert answer.status_code == 200, (who, name, place)
            found[f"{who}: {name}"] = sentences_of(answer.content.decode())
    return found


def everything(told: dict[str, list[str]]) -> set[str]:
    return {sentence for sentences in told.values() for sentence in sentences}


@pytest.mark.shows("Q-18")
def test_sentences_are_short(told):
    long = sorted(sentence for sentence in everything(told) if words_in(sentence) > MOST_WORDS)
    assert not long, "\n".join(long)


@pytest.mark.shows("Q-18")
def test_the_words_are_easy(told):
    grades = {sentence: grade_of(sentence) for sentence in everything(told) if is_graded(sentence)}
    hard = {
        f"{grade}: {sentence}"
        for sentence, grade in grades.items()
        if grade > HIGHEST and not any(sentence.startswith(start) for start in ALLOWED)
    }
    assert len(grades) > 50
    assert not hard, "\n".join(sorted(hard))
    assert median(grades.values()) <= MEDIAN


@pytest.mark.shows("Q-73")
def test_none_of_the_words_that_we_avoid(told):
    avoided = lists()["everywhere"] | lists()["on_pages"]
    used = {
        f"{name}: {word}: {sentence}"
        for name, sentences in told.items()
        for sentence in sentences
        for word in avoided
        if pattern_of(word).search(without_fine_phrases(sentence))
    }
    assert not used, "\n".join(sorted(used))
