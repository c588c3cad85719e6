"""Addresses of this module."""

from django.urls import path

from . import views

app_name = "about_me"

urlpatterns = [
    path("<individual>/about/", views.about_page, name="about_page"),
    path("<individual>/about/add/", views.add_line, name="add_line"),
    path("<individual>/about/<line>/no-longer-true/", views.end_line, name="end_line"),
    path("<individual>/about/<line>/keep-out/", views.hide_line, name="hide_line"),
    path("<individual>/about/<line>/let-in/", views.let_match_line, name="let_match_line"),
    path("<individual>/about/<line>/direction/", views.make_direction, name="make_direction"),
    path("<individual>/doing/add/", views.add_doing, name="add_doing"),
    path("<individual>/doing/<doing>/over/", views.stop_doing, name="stop_doing"),
    path("<individual>/doing/<doing>/away/", views.put_doing_away, name="put_doing_away"),
]
