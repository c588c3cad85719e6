"""Addresses of the practice mirror."""

from django.urls import path

from .views import mirror

app_name = "mirror"

urlpatterns = [
    path("how-i-work/", mirror.own, name="own"),
    path("how-i-work/sentences/", mirror.look_back, name="look_back"),
    path("teams/<team>/how-we-work/", mirror.of_team, name="team"),
    path("teams/<team>/how-we-work/sentences/", mirror.switch_sentences, name="switch_sentences"),
    path("people/<individual>/gone-through/", mirror.gone_through, name="gone_through"),
]
