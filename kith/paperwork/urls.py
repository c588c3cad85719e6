"""Addresses of this module."""

from django.urls import path

from .views import filling, one, picking, reading, rest, taking

app_name = "paperwork"
FORMS = "<str:individual>/forms/"
ONE = f"{FORMS}<str:filling>/"

urlpatterns = [
    path(FORMS, filling.forms_page, name="forms"),
    path(f"{FORMS}begin/", filling.begin, name="begin"),
    path(f"{FORMS}from/<str:meeting>/", filling.from_meeting, name="from_meeting"),
    path(ONE, filling.filling_page, name="filling"),
    path(f"{ONE}at/<int:place>/", one.question_page, name="question"),
    path(f"{ONE}at/<int:place>/another/", one.another, name="another"),
    path(f"{ONE}at/<int:place>/lines/", picking.lines, name="lines"),
    path(f"{ONE}at/<int:place>/pick/", picking.pick, name="pick"),
    path(f"{ONE}rest/", rest.rest, name="rest"),
    path(f"{ONE}now/", one.now, name="now"),
    path(f"{ONE}keep/", one.keep, name="keep"),
    path(f"{ONE}way/", filling.choose_way, name="way"),
    path(f"{ONE}away/", filling.put_away, name="away"),
    path(f"{ONE}back/", filling.take_up_again, name="back"),
    path(f"{ONE}paper/", reading.paper, name="paper"),
    path(f"{ONE}show/", reading.show_it, name="show"),
    path(f"{ONE}read/", reading.read, name="read"),
    path(f"{ONE}read/shown/", reading.was_shown, name="shown"),
    path(f"{ONE}read/say/", reading.say, name="say"),
    path(f"{ONE}read/differently/", reading.see_differently, name="differently"),
    path(f"{ONE}take/", taking.take, name="take"),
]
