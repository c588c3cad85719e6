"""A long piece of work lets Python tidy more seldom, and leaves it as it was."""

import gc
from collections import Counter

import pytest

from kith.access import tidying
from kith.access.models import ChainHead
from kith.access.sweeping import go_through_together

SELDOM = (tidying.NEW_THINGS, *tidying.USUALLY[1:])


def test_two_that_overlap_leave_pythons_tidying_as_it_was():
    usual = gc.get_threshold()
    first, second = tidying.seldom_tidied(), tidying.seldom_tidied()
    for step in (first.__enter__, second.__enter__):
        step()
        assert gc.get_threshold() == SELDOM
    for end in (first.__exit__, second.__exit__):
        end(None, None, None)
    assert gc.get_threshold() == usual


@pytest.mark.django_db
def test_a_sweep_of_many_is_such_a_piece_of_work_however_it_ends():
    usual, seen = gc.get_threshold(), []
    ChainHead.objects.create(chain="one")

    def act(few: list) -> Counter[str]:
        seen.append(gc.get_threshold())
        return Counter(done=len(few))

    def stops() -> bool:
        raise KeyboardInterrupt

    assert go_through_together(ChainHead.objects.order_by("pk"), act) == {"done": 1}
    assert (seen, gc.get_threshold()) == ([SELDOM], usual)
    with pytest.raises(KeyboardInterrupt):
        go_through_together(ChainHead.objects.order_by("pk"), act, stops)
    assert gc.get_threshold() == usual
