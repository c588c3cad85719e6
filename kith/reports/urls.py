"""Addresses of reports."""

from django.urls import path

from . import views

app_name = "reports"

urlpatterns = [
    path("teams/<team>/reports/", views.of_team, name="team"),
    path("teams/<team>/reports/report.pdf", views.team_pdf, name="team_pdf"),
    path("teams/<team>/reports/report.csv", views.team_csv, name="team_csv"),
    path("reports/", views.of_all, name="all"),
    path("reports/report.pdf", views.all_pdf, name="all_pdf"),
    path("reports/report.csv", views.all_csv, name="all_csv"),
]
