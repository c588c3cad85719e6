"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "introductions"
ONE = "<str:individual>/introductions/<str:introduction>/"

urlpatterns = [
    path("<str:individual>/introductions/new/", views.new, name="new"),
    path(ONE, views.introduction_page, name="introduction_page"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}yes/", views.yes, name="yes"),
    path(f"{ONE}not-now/", views.not_now, name="not_now"),
    path(f"{ONE}call/", views.call, name="call"),
    path(f"{ONE}report/", views.report, name="report"),
    path(f"{ONE}visit/", views.visit, name="visit"),
]
