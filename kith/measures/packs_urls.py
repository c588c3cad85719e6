"""Addresses of packs, for whoever keeps them."""

from django.urls import path

from .views import keeping

app_name = "packs"

urlpatterns = [
    path("", keeping.packs, name="packs"),
    path("<measure>/", keeping.pack, name="pack"),
    path("<measure>/on/", keeping.switch_on, name="switch_on"),
    path("<measure>/off/", keeping.switch_off, name="switch_off"),
]
