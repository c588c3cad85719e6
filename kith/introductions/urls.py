"""Addresses of this module."""

from django.urls import path

from .views import choosing, costs, going, of_the_place, pages, roles, together

app_name = "introductions"
ONE = "<str:individual>/introductions/<str:introduction>/"

urlpatterns = [
    path("<str:individual>/introductions/new/", choosing.new, name="new"),
    path("<str:individual>/introductions/paid/<str:activity>/", costs.ask_how_a_listing_is_paid, name="listing_paid"),
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
    path(f"{ONE}in-writing/", pages.in_writing, name="in_writing"),
    path(f"{ONE}seen/", pages.seen, name="seen"),
    path(f"{ONE}pass-on/", pages.pass_on, name="pass_on"),
    path(f"{ONE}their-form/", pages.their_form, name="their_form"),
    path(f"{ONE}their-form/paper/", costs.form_on_paper, name="their_form_paper"),
    path(f"{ONE}paid/", costs.ask_how_it_is_paid, name="ask_how_it_is_paid"),
    path(f"{ONE}role/", roles.say_role, name="say_role"),
    path(f"{ONE}place/", of_the_place.tell, name="place"),
    path(f"{ONE}hand/", together.hand, name="hand"),
    path(f"{ONE}together/", together.together, name="together"),
]
