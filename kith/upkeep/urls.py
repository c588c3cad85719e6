"""Addresses of leaving, of accounts that rest, and of work left undone."""

from django.urls import path

from . import views

app_name = "upkeep"

urlpatterns = [
    path("teams/<team>/people/<member>/leaves/", views.leaves, name="leaves"),
    path("accounts/tried-again/", views.try_again, name="try_again"),
    path("accounts/<account>/letters/", views.seen_to, name="letters_seen_to"),
    path("accounts/<account>/", views.account, name="account"),
]
