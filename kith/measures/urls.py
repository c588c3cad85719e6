"""Addresses of one individual's measures."""

from django.urls import path

from .views import answers, asking, goals, pages, putting_off, putting_right

app_name = "measures"
MEASURES = "<individual>/measures/"
GOAL = f"{MEASURES}goals/<goal>/"
ANSWERS = f"{MEASURES}answers/<response>/"
LEFT_OUT = f"{MEASURES}left-out/<deferral>/"

urlpatterns = [
    path(MEASURES, pages.page, name="page"),
    path(f"{MEASURES}remind/", pages.remind, name="remind"),
    path(f"{MEASURES}no-more/", pages.no_more, name="no_more"),
    path(GOAL, goals.goal_page, name="goal"),
    path(f"{GOAL}rate/", goals.rate, name="rate"),
    path(f"{GOAL}levels/", goals.levels, name="levels"),
    path(f"{GOAL}reached/", goals.reach, name="reach"),
    path(f"{MEASURES}ask/<measure>/", asking.ask, name="ask"),
    path(f"{MEASURES}ask/<measure>/not-now/", putting_off.put_off, name="put_off"),
    path(ANSWERS, answers.response_page, name="answers"),
    path(f"{ANSWERS}seen/", answers.seen, name="seen"),
    path(f"{ANSWERS}keep/", answers.keep, name="keep"),
    path(f"{ANSWERS}open/", answers.let_see, name="let_see"),
    path(f"{ANSWERS}back/", answers.take_back, name="take_back"),
    path(f"{ANSWERS}put-right/", putting_right.put_right, name="put_right"),
    path(f"{LEFT_OUT}again/", putting_off.in_other_words, name="put_off_again"),
    path(f"{LEFT_OUT}back/", putting_off.take_back, name="put_off_back"),
]
