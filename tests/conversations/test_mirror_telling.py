"""No worker can be taken out of a team's total, whatever else somebody knows."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from kith.conversations.mirror.signals import SIGNALS
from kith.conversations.mirror.spans import latest_quarter, past_year, quarter_from
from kith.conversations.mirror.telling import NOT_TOLD, TOO_FEW, Counted, told_alone, told_of_team
from kith.conversations.mirror.texts import every, label
from tests.pages.reading import words_in


def of(part: int, whole: int, worker: int = 0) -> Counted:
    """Each record is about somebody else."""
    return Counted({1000 * worker + person: (int(person < part), 1) for person in range(whole)})


def team(*counts: tuple[int, int]) -> dict[int, Counted]:
    return {number: of(*each, worker=number) for number, each in enumerate(counts)}


def few_people(each: int, records: int) -> dict[int, Counted]:
    """Four workers with so many people and, about each of them, so many records; half of these count as part."""
    return {
        worker: Counted({10 * worker + person: (records // 2, records) for person in range(each)})
        for worker in range(4)
    }


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((), TOO_FEW),
        (((20, 40),) * 3, TOO_FEW),
        (((1, 2),) * 4, TOO_FEW),
        (((20, 40), (1, 3), (1, 3), (1, 3)), TOO_FEW),  # without the first, nine records
        (((6, 12),) * 4, "about 25 of about 50"),
        (((6, 12),) * 4 + ((0, 0),), "about 25 of about 50"),
        (((2, 12),) * 4, "Fewer than 10 of about 50"),
        (((0, 12),) * 4, "Fewer than 10 of about 50"),
        (((11, 12),) * 4, "All of about 50, or all but fewer than 10"),
        (((12, 12),) * 4, "All of about 50, or all but fewer than 10"),
        (((12, 12), (1, 12), (1, 12), (1, 12)), NOT_TOLD),  # whoever has the twelve would know the three
        (((0, 12), (11, 12), (11, 12), (11, 12)), NOT_TOLD),
    ],
)
def test_how_a_total_is_told(counts, told):
    assert told_of_team(team(*counts)) == told


def test_many_records_of_few_people_are_not_told():
    assert told_of_team(few_people(each=3, records=40)) == TOO_FEW  # nine people without any one worker
    assert told_of_team(few_people(each=4, records=40)) == "about 320 of about 640"
    one_says_all = few_people(each=4, records=2) | {9: Counted({99: (40, 80)})}
    assert told_of_team(one_says_all) == "about 55 of about 110"
    shared = {worker: Counted(dict.fromkeys(range(12), (5, 10))) for worker in range(4)}
    assert told_of_team(shared) == TOO_FEW  # each knows all of them
    part_of_few = few_people(each=4, records=1) | {9: Counted({99: (40, 40)}), 10: Counted({100: (40, 40)})}
    assert told_of_team(part_of_few) == NOT_TOLD  # of two people only


def test_whoever_takes_their_own_away_is_left_with_ten_of_each_kind_of_at_least_three_others():
    """Every team that is told a number, attacked by each of its workers in turn."""
    chance, seen = Random(7), set()  # noqa: S311 - the same teams every time
    for _ in range(4000):
        sizes = [chance.choice((0, 1, 3, 9, 12, 30)) for _ in range(chance.randint(1, 7))]
        counts = team(*((chance.randint(0, size), size) for size in sizes))
        told = told_of_team(counts)
        seen.add(told.split(" ")[1] if told.startswith("about") else told[:8])
        part, whole = sum(c.part for c in counts.values()), sum(sizes)
        if told.startswith("about"):
            assert told == f"about {in_fives(part)} of about {in_fives(whole)}"
            for own in counts.values():
                assert min(part - own.part, (whole - part) - (own.whole - own.part)) >= 10
                assert sum(1 for other in counts.values() if other.whole) - 1 >= 3
        elif told not in (TOO_FEW, NOT_TOLD):  # words that tell the whole at least
            assert f" of about {in_fives(whole)}" in told
            assert all(whole - own.whole >= 10 for own in counts.values())
    assert len(seen) > 10  # numbers of many sizes, and every kind of words


def in_fives(number: int) -> int:
    return (number + 2) // 5 * 5


def test_no_two_quarters_hold_the_same_day_so_no_two_totals_can_be_subtracted():
    days = [date(2024, 1, 1) + timedelta(days=each) for each in range(1200)]
    spans = list(dict.fromkeys(latest_quarter(day) for day in days))
    assert all(earlier.ends == later.begins for earlier, later in pairwise(spans))
    assert all(span == quarter_from(span.begins) for span in spans)
    assert all(latest_quarter(day).ends <= day - timedelta(days=14) for day in days)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 14), "April to June 2026"),
        (date(2026, 10, 15), "July to September 2026"),
        (date(2027, 1, 20), "October to December 2026"),
    ],
)
def test_a_quarter_is_told_two_weeks_after_its_end(day, words):
    assert latest_quarter(day).words == words


def test_the_past_year_ends_with_today():
    span = past_year(date(2026, 8, 18))
    assert (span.begins, span.ends) == (date(2025, 8, 18), date(2026, 8, 19))


def test_a_worker_reads_their_own_numbers_as_they_are():
    assert told_alone(of(1, 2)) == "1 of 2"
    assert told_alone(None) == told_alone(of(0, 0)) == "Nothing yet"


def test_every_signal_has_its_words_and_none_of_them_judges():
    assert [each.key for each in every()] == list(SIGNALS)
    assert "not validated" in label()
    for each in every():
        assert each.asks.endswith("?") or "?" in each.asks
        assert max(words_in(sentence) for sentence in (each.title, each.counts, each.where, each.asks)) <= 20
        words = f"{each.title} {each.counts} {each.asks}".lower()
        assert not {"target", "score", "good", "bad", "best", "poor", "should"} & set(words.split())
