"""Killed anywhere between a mailbox and a mail server, nothing is lost, and nothing is done twice without saying so."""

from benchmarks.months_killed import kill_on_the_way


def test_killed_ten_times_on_the_way_every_message_is_one_with_one_line_back():
    figures = kill_on_the_way(10)
    assert figures.kills == 10, figures
    assert figures.came_in == figures.messages == figures.lines_back >= figures.notices > 0, figures
    assert (figures.twice_taken_in, figures.twice_and_not_said, figures.left_behind) == (0, 0, 0), figures
    assert figures.arrived == figures.letters, figures
    assert figures.trail_wrong == 0, figures
