"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "ideas"

urlpatterns = [
    path("<str:individual>/table/", views.the_table, name="table"),
    path("<str:individual>/table/say/", views.say, name="say"),
]
