"""Addresses of the pages made of many modules."""

from django.urls import path

from .views import front, individuals

app_name = "home"

urlpatterns = [
    path("", front.front, name="front"),
    path("people/", individuals.people_page, name="people"),
    path("people/<individual>/", individuals.person, name="person"),
    path("people/<individual>/brief/", individuals.brief, name="brief"),
    path("people/<individual>/plan/", individuals.my_plan, name="plan"),
    path("people/<individual>/who-has-looked/", individuals.looked, name="looked"),
]
