"""Whatever told numbers are taken from each other, every one of them can still have been several."""

from datetime import date
from itertools import combinations, product
from random import Random

import pytest

from kith.reports.periods import periods_of, quarter
from kith.reports.queries.kept import share_of, year_of
from kith.reports.safe import FEW, LEAST, NOT_TOLD, Counted, told_alone, told_together

MOST = 60  # no number of the made-up teams is larger


def many(*numbers: int) -> dict[int, Counted]:
    """Teams in which every number is of as many people."""
    return {team: Counted(number, number) for team, number in enumerate(numbers)}


@pytest.mark.parametrize(
    ("number", "people", "told"),
    [
        (0, 0, FEW),
        (9, 9, FEW),
        (10, 10, 10),
        (12, 12, 10),
        (13, 13, 15),
        (17, 11, 15),
        (40, 9, FEW),  # often, and of few people: it would be about them
        (1003, 400, 1005),
    ],
)
def test_a_number_is_rounded_and_never_of_fewer_than_ten_people(number, people, told):
    assert told_alone(Counted(number, people)) == told


def test_a_small_team_is_not_found_by_taking_the_others_from_the_whole():
    assert told_together(many(40, 3)) == ({0: 40, 1: FEW}, NOT_TOLD)  # who manages the forty would know the three
    assert told_together(many(9, 9)) == ({0: FEW, 1: FEW}, NOT_TOLD)  # 20 would be nine each, exactly
    assert told_together(many(40, 0))[1] == NOT_TOLD  # that it was nobody is about everybody there
    assert told_together(many(40, 12)) == ({0: 40, 1: 10}, 50)
    assert told_together({0: Counted(40, 40), 1: Counted(15, 6)})[1] == NOT_TOLD  # often, and of six people
    assert told_together(many(38, 38, 0)) == ({0: 40, 1: 40, 2: FEW}, NOT_TOLD)


def test_two_teams_that_are_known_by_heart_are_thought_of_too():
    assert told_together(many(40, 30, 3))[1] == NOT_TOLD
    assert told_together(many(6, 6, 6, 5))[1] == 25  # eleven are left
    assert told_together(many(6, 6, 6, 3))[1] == NOT_TOLD


def left_over(counts: dict[int, Counted], known: tuple[int, ...]) -> tuple[int, int]:
    """Records and people of the teams that somebody does not know."""
    others = [each for team, each in counts.items() if team not in known]
    return sum(each.number for each in others), sum(each.people for each in others)


def some_teams(chance: Random) -> dict[int, Counted]:
    people = chance.choices((0, 1, 4, 9, 10, 12, 25), k=chance.randint(2, 7))
    return {team: Counted(each * chance.randint(1, 3), each) for team, each in enumerate(people)}


def test_whoever_takes_one_team_or_two_away_is_left_with_ten_people_or_with_no_total():
    """Managers know their own teams exactly: one, two, or two managers who talk."""
    chance, told_ones = Random(11), 0
    for counts in (some_teams(chance) for _ in range(1500)):
        _, whole = told_together(counts)
        knowing = [each for many in (1, 2) for each in combinations(counts, many) if len(each) < len(counts)]
        told_ones += isinstance(whole, int)
        for known in knowing if whole != NOT_TOLD else ():
            assert min(left_over(counts, known)) >= LEAST, (counts, whole)
    assert told_ones > 100


@pytest.mark.parametrize("numbers", [tuple(Random(seed).choices(range(22), k=4)) for seed in range(40)])
def test_a_number_of_few_stays_several_for_whoever_knows_two_teams_and_reads_the_rest(numbers):
    told, whole = told_together(many(*numbers))
    for known in combinations(told, 2) if isinstance(whole, int) else ():
        alike = (world for world in worlds_that_read_alike(told, whole, known, numbers))
        possible = list(zip(*alike, strict=True))
        assert all(len(set(possible[team])) >= 5 for team in told if told[team] == FEW and team not in known)


def test_from_one_quarter_to_the_next_nobody_learns_that_it_was_one_person():
    """People in lives are told again each quarter: whether the number moved or not, it can have been several more."""
    for before, after in ((n, n + one) for n in range(10, 40) for one in (0, 1)):
        told = [told_alone(Counted(each, each)) for each in (before, after)]
        changes = {later - earlier for earlier in could_be(told[0]) for later in could_be(told[1])}
        assert len(changes) >= 5 and after - before in changes


def test_numbers_that_are_all_told_do_not_become_exact_together():
    told, whole = told_together(many(12, 12, 12, 12))  # 50 is at least 48, and four tens are at most 48
    assert NOT_TOLD in (*told.values(), whole)


def test_of_one_team_the_whole_says_the_same():
    assert told_together(many(23)) == ({0: 25}, 25)
    assert told_together(many(3)) == ({0: FEW}, FEW)
    assert told_together({}) == ({}, FEW)


def could_be(told) -> range:
    """Every number that is told so. Written anew here, by trying: not by the rule that is tested."""
    if told == NOT_TOLD:
        return range(LEAST, MOST + 1)
    return [each for each in range(MOST + 1) if told_alone(Counted(each, each)) == told]


def worlds_that_read_alike(told: dict[int, object], whole: object, known=(), numbers=()) -> list[tuple[int, ...]]:
    """Every set of numbers that somebody who reads everything, and knows some, has to think possible."""
    every = product(*([numbers[team]] if team in known else could_be(each) for team, each in told.items()))
    if whole == NOT_TOLD:
        return list(every)
    return [each for each in every if told_alone(Counted(sum(each), sum(each))) == whole]


SEEN = [(40, 9), (9, 9), (10, 9), (40, 0), (38, 38, 0), (12, 12, 12), (42, 42, 1), (11, 9, 9), (12, 12, 9)]


@pytest.mark.parametrize("numbers", SEEN + [tuple(Random(seed).choices(range(45), k=3)) for seed in range(25)])
def test_one_person_more_or_less_cannot_be_told_by_taking_numbers_from_each_other(numbers):
    """Two worlds that differ by one person: with all that is told, both stay possible in whichever team it is."""
    told, whole = told_together(many(*numbers))
    worlds = worlds_that_read_alike(told, whole)
    assert numbers in worlds
    for team, each in told.items():
        possible = {world[team] for world in worlds}
        assert len(possible) >= (3 if isinstance(each, int) else 5), (told, whole, sorted(possible))
        assert {numbers[team] - 1, numbers[team] + 1} & possible
        if each == FEW:
            assert min(possible) < LEAST


def test_a_year_says_no_more_than_its_quarters():
    assert year_of((10, 15, 20, 10)) == 55
    assert year_of((10, FEW, 20, NOT_TOLD)) == "at least 30"
    assert year_of((FEW,) * 4) == FEW
    assert year_of((FEW, NOT_TOLD, FEW, FEW)) == NOT_TOLD


def test_a_share_is_of_the_rounded_numbers():
    assert share_of(75, 25) == 75
    assert share_of(10, 20) == 33
    assert share_of(FEW, 20) is share_of(20, NOT_TOLD) is share_of("", "") is None


def test_a_year_is_there_once_its_four_quarters_are():
    firsts = [date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1)]
    periods = periods_of(firsts)
    assert [each.key for each in periods] == ["2026-04", "2026-01", "2025-10", "2025-07", "2025-04", "year-2025"]
    assert periods[-1].words == "April 2025 to March 2026"
    assert [each.key for each in periods_of(firsts[1:])] == ["2026-04", "2026-01", "2025-10", "2025-07"]
    assert quarter(firsts[0]).words == "April to June 2025"
