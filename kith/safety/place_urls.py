"""Where a place says that somebody is worried, for whoever holds its link."""

from django.urls import path

from .views import from_place

app_name = "worried"

urlpatterns = [path("<str:link>/worried/", from_place.worried, name="from_place")]
