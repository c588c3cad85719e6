"""Addresses of this module."""

from django.urls import path

from .views import asking, leading

app_name = "rights"
HERE = "people/<individual>/information/"
ONE = f"{HERE}<wanted>/"

urlpatterns = [
    path(HERE, asking.information, name="information"),
    path(f"{HERE}ask/", asking.ask, name="ask"),
    path(f"{HERE}put-right/", asking.put_right, name="put_right"),
    path(f"{HERE}as-told/", asking.as_told, name="as_told"),
    path(f"{ONE}take-back/", asking.take_back, name="take_back"),
    path(ONE, leading.request_page, name="request_page"),
    path(f"{ONE}take-on/", leading.take_on, name="take_on"),
    path(f"{ONE}still/", leading.pause, name="pause"),
    path(f"{ONE}go-on/", leading.go_on, name="go_on"),
    path(f"{ONE}longer/", leading.longer, name="longer"),
    path(f"{ONE}answer/", leading.answer, name="answer"),
]
