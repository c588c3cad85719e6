"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "questionnaires"

urlpatterns = [
    path("", views.forms, name="forms"),
    path("<form>/", views.form_page, name="form_page"),
    path("<form>/retire/", views.retire, name="retire"),
    path("<form>/use-again/", views.use_again, name="use_again"),
]
