"""Addresses of this module."""

from django.urls import path

from .views import breaches, concerns, told

app_name = "safety"

urlpatterns = [
    path("worried/", concerns.worried, name="worried"),
    path("worries/<concern>/", concerns.concern_page, name="concern"),
    path("worries/<concern>/off/", concerns.take_off, name="take_off"),
    path("worries/<concern>/<what>/", concerns.see_to, name="see_to"),
    path("people/<individual>/worries/", told.worries_told, name="worries_told"),
    path("went-wrong/", breaches.went_wrong, name="went_wrong"),
    path("went-wrong/said/", breaches.said, name="said"),
    path("went-wrong/all/", breaches.ended, name="ended"),
    path("went-wrong/<breach>/", breaches.breach_page, name="breach"),
    path("went-wrong/<breach>/touched/", breaches.touched, name="touched"),
    path("went-wrong/<breach>/paper/", breaches.paper, name="paper"),
    path("went-wrong/<breach>/<what>/", breaches.see_to, name="see_to_breach"),
]
