"""Addresses that a provider of texts calls."""

from django.urls import path

from .views import callbacks

app_name = "callbacks"

urlpatterns = [
    path("texts/", callbacks.text_came_in, name="text_came_in"),
    path("receipts/", callbacks.receipt, name="receipt"),
]
