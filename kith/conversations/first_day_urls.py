"""Addresses of a worker's first day."""

from django.urls import path

from .views import first_day

app_name = "first_day"

urlpatterns = [
    path("", first_day.begin, name="begin"),
    path("<team>/", first_day.paste, name="paste"),
    path("<team>/open/", first_day.open_all, name="open_all"),
]
