"""Addresses of telling the team something, and of what it was told."""

from django.urls import path

from .views import words_to_team as views

app_name = "telling"

urlpatterns = [
    path("tell/", views.tell, name="tell"),
    path("tell/thank-you/", views.thank_you, name="thank_you"),
    path("teams/<team>/told/<word>/sort/", views.sort, name="sort"),
    path("people/<individual>/told-us/", views.words_page, name="words_page"),
    path("people/<individual>/told-us/<word>/read/", views.read, name="read"),
]
