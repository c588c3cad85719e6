"""Addresses of diaries."""

from django.urls import path

from . import views

app_name = "diary"
HERE = "people/<individual>/diary/"

urlpatterns = [
    path("diaries/", views.offer_page, name="offer"),
    path("diaries/off/", views.switch_off, name="switch_off"),
    path(HERE, views.diary_page, name="diary"),
    path(f"{HERE}all/delete/", views.delete_all, name="delete_all"),
    path(f"{HERE}<entry>/", views.entry_page, name="entry"),
    path(f"{HERE}<entry>/send/", views.send, name="send"),
    path(f"{HERE}<entry>/delete/", views.delete, name="delete"),
]
