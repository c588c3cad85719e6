"""Addresses of what the organisation says of itself."""

from django.urls import path

from .views import house

app_name = "money"

urlpatterns = [
    path("", house.who_can_ask, name="who_can_ask"),
    path("notice/", house.house, name="house"),
    path("<question>/", house.write_answer, name="write_answer"),
]
