"""Addresses of this module."""

from django.urls import path

from .views import changes, pages, reports, steps

app_name = "goals"

urlpatterns = [
    path("<individual>/goals/", pages.goals_page, name="goals_page"),
    path("<individual>/goals/new/", pages.new_goal, name="new_goal"),
    path("<individual>/goals/<goal>/", pages.goal_page, name="goal_page"),
    path("<individual>/goals/<goal>/went/", reports.check_in, name="check_in"),
    path("<individual>/goals/<goal>/result/", reports.add_result, name="add_result"),
    path("<individual>/goals/<goal>/result/<result>/out/", reports.take_back_result, name="take_back_result"),
    path("<individual>/goals/<goal>/step/", steps.add_step, name="add_step"),
    path("<individual>/goals/<goal>/pause/", changes.pause_goal, name="pause_goal"),
    path("<individual>/goals/<goal>/in-the-way/", changes.note_barrier, name="note_barrier"),
    path("<individual>/goals/<goal>/start-again/", changes.start_again, name="start_again"),
    path("<individual>/goals/<goal>/smaller/", changes.make_smaller, name="make_smaller"),
    path("<individual>/goals/<goal>/target/", changes.change_target, name="change_target"),
    path("<individual>/goals/<goal>/words/", changes.reword_goal, name="reword_goal"),
    path("<individual>/goals/<goal>/part-of/", changes.tie_goal, name="tie_goal"),
    path("<individual>/goals/<goal>/reached/", changes.reach_goal, name="reach_goal"),
    path("<individual>/goals/<goal>/let-go/", changes.let_go_of_goal, name="let_go_of_goal"),
    path("<individual>/goals/<goal>/line/", changes.show_line, name="show_line"),
    path("<individual>/steps/<step>/done/", steps.finish_step, name="finish_step"),
    path("<individual>/steps/<step>/not-done/", steps.undo_step, name="undo_step"),
    path("<individual>/steps/<step>/move/", steps.move_step, name="move_step"),
]
