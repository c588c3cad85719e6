"""Addresses where a place answers our letter about its listings, for whoever holds one of its links."""

from django.urls import path

from .keeping import places

app_name = "place"

urlpatterns = [path("<str:held>/<str:answer>/", places.answer, name="answer")]
