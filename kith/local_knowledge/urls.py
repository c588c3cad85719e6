"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "local_knowledge"

urlpatterns = [
    path("<str:activity>/", views.listing, name="listing"),
    path("<str:activity>/fill-in/", views.fill_in, name="fill_in"),
    path("<str:activity>/note/", views.note, name="note"),
    path("<str:activity>/still-true/", views.still_true, name="still_true"),
]
