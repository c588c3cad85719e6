"""Addresses of this module."""

from django.urls import path

from .views import choosing, going, pages, together

app_name = "introductions"
ONE = "<str:individual>/introductions/<str:introduction>/"

urlpatterns = [
    path("<str:individual>/introductions/new/", choosing.new, name="new"),
    path(ONE, pages.introduction_page, name="introduction_page"),
    path(f"{ONE}change/", choosing.change, name="change"),
    path(f"{ONE}yes/", pages.yes, name="yes"),
    path(f"{ONE}not-now/", pages.not_now, name="not_now"),
    path(f"{ONE}call/", pages.call, name="call"),
    path(f"{ONE}report/", pages.report, name="report"),
    path(f"{ONE}visit/", pages.visit, name="visit"),
    path(f"{ONE}that-day/", going.that_day, name="that_day"),
    path(f"{ONE}not-yet/", going.not_yet, name="not_yet"),
    path(f"{ONE}send/", pages.send, name="send"),
    path(f"{ONE}seen/", pages.seen, name="seen"),
    path(f"{ONE}their-form/", pages.their_form, name="their_form"),
    path(f"{ONE}hand/", together.hand, name="hand"),
    path(f"{ONE}together/", together.together, name="together"),
]
