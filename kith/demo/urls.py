"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "demo"

urlpatterns = [
    path("sign-in/", views.people, name="sign_in"),
    path("tray/", views.tray, name="tray"),
]
