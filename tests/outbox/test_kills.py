"""A deliverer may be killed at any moment: nothing is lost, and what may have gone twice says so."""

import pytest

from benchmarks.kills import kill_deliverers


@pytest.mark.fault("F-02", "F-03")
def test_killed_at_random_moments_every_letter_arrives_and_no_text_twice():
    figures = kill_deliverers(15)
    assert figures.kills == 15, figures
    assert figures.arrived == figures.emails
    assert figures.left_behind == 0
    assert figures.twice_and_not_said == 0, figures
    assert figures.texts_twice == 0, figures
    assert figures.texts_arrived + figures.texts_unsure == figures.texts, figures
