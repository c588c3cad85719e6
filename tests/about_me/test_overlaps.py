"""Where what a worker likes and what an individual likes meet, and where it only seems so."""

import pytest

from kith.about_me import actions, queries
from kith.about_me.overlaps import overlaps
from kith.people import actions as people


@pytest.mark.parametrize(
    ("worker", "individual", "both"),
    [
        ("Football, and United above all", "watching football", "football"),
        ("Walking the dog", "my dog", "dogs"),
        ("Chess", "playing chess", "chess"),
        ("Chess", "dominoes", "games"),
        ("Running", "5k", "running"),
        ("Music", "singing in a choir", "music"),
        ("Singing", "music", "music"),
        ("Pigeons", "My pigeons, and tea", "pigeons"),
    ],
)
def test_they_meet(worker, individual, both):
    assert overlaps([worker], [individual]) == [both]


@pytest.mark.parametrize(
    ("worker", "individual"),
    [
        ("Football", "I hate football"),
        ("Choirs", "playing guitar"),
        ("Gym", "running"),
        ("United", "United Reformed Church"),
        ("Watching pigeons", "watching telly"),
        ("Old maps", "old films"),
        ("A drink with friends", "drinking"),
        ("Football", ""),
    ],
)
def test_they_only_seem_to(worker, individual):
    assert overlaps([worker], [individual]) == []


def test_each_topic_once_the_worker_s_first_thing_first_and_no_wide_one_beside_its_narrow_one():
    assert overlaps(["Sport", "Running", "Chess"], ["chess and running", "5k"]) == ["running", "chess"]
    assert overlaps([], ["running"]) == []


@pytest.mark.shows("S7")
def test_only_what_is_liked_now_and_not_kept_apart(cast):
    worker = people.show_interests(user=cast.worker, interests=["Football", "Chess", "Cooking"], by=cast.as_worker)
    add = {"individual": cast.individual, "by": cast.as_individual}
    liked = actions.add_line(kind="interest", words="Watching football", **add)
    actions.add_line(kind="does_not_help", words="Chess", **add)
    kept_apart = actions.add_line(kind="interest", words="Cooking", **add)
    actions.hide_from_matching(line=kept_apart, by=cast.as_individual)
    assert queries.shared_interests(cast.individual, worker) == ["football"]
    actions.no_longer_true(line=liked, by=cast.as_individual)
    assert queries.shared_interests(cast.individual, worker) == []
