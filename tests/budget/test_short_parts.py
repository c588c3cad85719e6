"""The copy of a letter is typed in short parts: what seldom changes is folded, and hides nothing wrong or typed."""

import pytest

from tests.page_words import words_of

from .test_pages import LOWER, TYPED, place

WHO, WHERE, MORE = "It is somebody else now", "Where each amount stands", "Why, and the next review"
COPY = "The copy as you typed it"


def is_open(page: str, summary: str) -> bool:
    return page[: page.index(summary)].rpartition("<details")[2].startswith(' class="disclosure" open')


def test_what_seldom_changes_is_folded_and_said(workers, cast, decided):
    page = words_of(workers.get(place("record", cast)))
    assert not any(is_open(page, each) for each in (WHO, WHERE, MORE))
    assert "As before: Calderford Council. It is arranged for them." in page
    assert "What Tomos pays" in page


def test_the_first_copy_hides_nobody_who_decides(workers, cast):
    assert WHO not in words_of(workers.get(place("record", cast)))


@pytest.mark.parametrize(
    ("part", "typed"),
    [
        (WHO, {"decided_by": ""}),
        (WHO, {"paid_as": "direct"}),
        (WHERE, {"own_part_from": "Page 2"}),
        (MORE, {"why": "They said so."}),
        (MORE, {"review_on": "31 December 9999"}),
    ],
)
def test_what_is_wrong_or_typed_stands_open_when_it_is_sent_back(workers, cast, decided, part, typed):
    usual = TYPED | {"after": decided.public_id, "total_from": "", "own_part_from": "", "their_part_from": ""}
    page = words_of(workers.post(place("record", cast), usual | {"words": "", "why": "", "review_on": ""} | typed))
    assert [each for each in (WHO, WHERE, MORE) if is_open(page, each)] == [part]


def test_a_lower_amount_asks_for_the_rest_and_keeps_the_copy_folded(workers, cast, decided):
    about = LOWER | {"after": decided.public_id}
    page = words_of(workers.post(place("record", cast), about))
    assert not is_open(page, COPY) and "It is now £90 a week." in page
    again = words_of(workers.post(place("record", cast), about | {"lower": "yes", "basis": "letter", "words": ""}))
    assert is_open(again, COPY)
