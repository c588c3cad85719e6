"""Addresses of this module."""

from django.urls import path

from .views import alone, barriers, changes, helper_pages, helpers, pages, reports, steps, who_helps, wishes, worries

app_name = "goals"
PAGE = "<individual>/helpers/pages/<page>/"

urlpatterns = [
    path("<individual>/goals/", pages.goals_page, name="goals_page"),
    path("<individual>/goals/new/", pages.new_goal, name="new_goal"),
    path("<individual>/goals/<goal>/", pages.goal_page, name="goal_page"),
    path("<individual>/goals/<goal>/went/", reports.check_in, name="check_in"),
    path("<individual>/goals/<goal>/result/", reports.add_result, name="add_result"),
    path("<individual>/goals/<goal>/result/<result>/out/", reports.take_back_result, name="take_back_result"),
    path("<individual>/goals/<goal>/step/", steps.add_step, name="add_step"),
    path("<individual>/goals/<goal>/pause/", changes.pause_goal, name="pause_goal"),
    path("<individual>/goals/<goal>/in-the-way/", barriers.note_barrier, name="note_barrier"),
    path("<individual>/goals/<goal>/in-the-way/<barrier>/", barriers.barrier_page, name="barrier_page"),
    path("<individual>/goals/<goal>/start-again/", changes.start_again, name="start_again"),
    path("<individual>/goals/<goal>/smaller/", changes.make_smaller, name="make_smaller"),
    path("<individual>/goals/<goal>/target/", changes.change_target, name="change_target"),
    path("<individual>/goals/<goal>/words/", changes.reword_goal, name="reword_goal"),
    path("<individual>/goals/<goal>/part-of/", changes.tie_goal, name="tie_goal"),
    path("<individual>/goals/<goal>/hear/", changes.wants_to_hear, name="wants_to_hear"),
    path("<individual>/goals/<goal>/reached/", changes.reach_goal, name="reach_goal"),
    path("<individual>/goals/<goal>/let-go/", changes.let_go_of_goal, name="let_go_of_goal"),
    path("<individual>/goals/<goal>/line/", changes.show_line, name="show_line"),
    path("<individual>/goals/<goal>/show/", alone.show_this, name="show_this"),
    path("<individual>/goals/<goal>/entry/", changes.move_entry, name="move_entry"),
    path("<individual>/goals/<goal>/helper/", helpers.lend_a_hand, name="lend_a_hand"),
    path("<individual>/goals/<goal>/helper/out/", helpers.stop_helping, name="stop_helping"),
    path("<individual>/helpers/", who_helps.helpers_page, name="helpers_page"),
    path("<individual>/helpers/add/", who_helps.add_helper, name="add_helper"),
    path("<individual>/told/<told>/pass-on/", who_helps.pass_on, name="pass_on"),
    path("<individual>/told/<told>/keep/", who_helps.keep_to_oneself, name="keep_to_oneself"),
    path("<individual>/steps/<held>/page/", helper_pages.new_page, name="new_helper_page"),
    path(PAGE, helper_pages.helper_page, name="helper_page"),
    path(f"{PAGE}yes/", helper_pages.agree, name="agree_to_page"),
    path(f"{PAGE}not-now/", helper_pages.not_now, name="not_this_page"),
    path(f"{PAGE}stop/", helper_pages.stop, name="stop_page"),
    path(f"{PAGE}hand/", helper_pages.hand, name="hand_helper_page"),
    path(f"{PAGE}together/", helper_pages.together, name="helper_page_together"),
    path(f"{PAGE}paper/", helper_pages.on_paper, name="helper_page_paper"),
    path("<individual>/wishes/", wishes.keep_wish, name="keep_wish"),
    path("<individual>/wishes/<wish>/", wishes.wish_page, name="wish_page"),
    path("<individual>/wishes/<wish>/option/", wishes.add_option, name="add_option"),
    path("<individual>/wishes/<wish>/away/", wishes.put_wish_away, name="put_wish_away"),
    path("<individual>/options/<option>/choose/", wishes.choose_option, name="choose_option"),
    path("<individual>/options/<option>/aside/", wishes.set_option_aside, name="set_option_aside"),
    path("<individual>/options/<option>/again/", wishes.open_option_again, name="open_option_again"),
    path("<individual>/steps/<step>/worry/", worries.add_worry, name="add_worry"),
    path("<individual>/worries/<worry>/ease/", worries.ease_worry, name="ease_worry"),
    path("<individual>/steps/<step>/done/", steps.finish_step, name="finish_step"),
    path("<individual>/steps/<step>/not-done/", steps.undo_step, name="undo_step"),
    path("<individual>/steps/<step>/move/", steps.move_step, name="move_step"),
]
